import type * as en from '../en/news';
import type { Words } from '../words';
import { count, counted } from './figures';

export const news: Words<typeof en.news> = {
  cell: (kind, place) => `${kind}, solu ${place}`,
  rows: (n) => counted(n, 'rivi', 'riviä'),
  finished: (name, facts) => `${[`${name} valmis`, ...facts].join(', ')}.`,
  failed: (name, why, line) =>
    line === undefined ? `${name} pysähtyi virheeseen: ${why}` : `${name} pysähtyi riville ${line}: ${why}`,
  stopped: (name, after) =>
    after === undefined ? `${name} pysäytetty ennen alkua.` : `${name} pysäytetty ${after}:n kohdalla.`,
  blocked: (name, blocker) => `${name} odottaa: ${blocker}.`,
  stale: (name) => `${name} on vanhentunut.`,
  edited: (name) => `${name} on muokattu, ei vielä suoritettu.`,
  running: (name) => `${name} on käynnissä.`,
  queued: (name) => `${name} on jonossa.`,
  ask: (name) => `${name} suoritetaan pyynnöstä.`,
  off: (name) => `${name} on pois käytöstä.`,
  fresh: (name) => `${name} on ajan tasalla.`,
  many: {
    finished: (n, names) => `${counted(n, 'solu', 'solua')} valmiina: ${names}.`,
    failed: (n, names) => `${counted(n, 'solu', 'solua')} pysähtyi virheeseen: ${names}.`,
    stopped: (n, names) => `${counted(n, 'solu', 'solua')} pysäytetty: ${names}.`,
    blocked: (n, names) => `${counted(n, 'solu', 'solua')} odottaa: ${names}.`,
    stale: (n, names) => `${counted(n, 'solu', 'solua')} vanhentui: ${names}.`,
    edited: (n, names) => `${counted(n, 'solu', 'solua')} muokattu, ei vielä suoritettu: ${names}.`,
    running: (n, names) => `${counted(n, 'solu', 'solua')} käynnissä: ${names}.`,
    queued: (n, names) => `${counted(n, 'solu', 'solua')} jonossa: ${names}.`,
    ask: (n, names) => `${counted(n, 'solu', 'solua')} suoritetaan pyynnöstä: ${names}.`,
    off: (n, names) => `${counted(n, 'solu', 'solua')} pois käytöstä: ${names}.`,
    fresh: (n, names) => `${counted(n, 'solu', 'solua')} ajan tasalla: ${names}.`
  },
  names: (names, more) => (more === 0 ? names.join(', ') : `${names.join(', ')} ja ${count(more)} muuta`)
};
