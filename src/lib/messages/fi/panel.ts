import type * as en from '../en/panel';
import type { Words } from '../words';
import { counted } from './figures';

export const panel: Words<typeof en.panel> = {
  id: 'tunniste',
  idValues: (of) => `tunniste, ${counted(of, 'arvo', 'arvoa')}`,
  search: 'Etsi tiedosto, taulu tai solu',
  nothingFound: (query, near) =>
    near.length === 0
      ? `Ei tiedostoa, taulua eikä solua nimeltä *${query}*.`
      : `Ei tiedostoa, taulua eikä solua nimeltä *${query}*. Lähellä: ${near.map((name) => `\`${name}\``).join(', ')}.`,
  kinds: {
    view: 'näkymä, tehdään luettaessa',
    file: 'luetaan paikaltaan, ei kopioitu',
    table: 'taulu muistissa'
  },
  tableName: (name, size, kind) => `${name}, ${size}, ${kind}`,
  columnName: (name, type, unit) => (unit === undefined ? `${name}, ${type}` : `${name}, ${type}, ${unit}`),
  columnsOf: (table) => `Taulun ${table} sarakkeet`,
  moreColumns: (n) => counted(n, 'sarake lisää', 'saraketta lisää'),
  from: (cell) => `solusta ${cell}`,
  missingShare: (percent) => `${percent} puuttuu`,
  insertHint: 'Enter, kaksoisnapsautus tai vetäminen kirjoittaa nimen kohdistimen kohtaan',
  insertName: 'Lisää nimi tekstiin',
  newProfile: 'Profiili',
  goToCell: 'Siirry sen soluun',
  readAnotherWay: 'Lue se toisella tavalla …',
  readAgain: 'Lue uudeksi tauluksi …',
  reimport: 'Tuo uudelleen',
  keepOld: 'Pidä vanha taulu',
  giveAgain: 'Anna se uudelleen …',
  changed: (file) => `Tiedosto \`${file}\` on muuttunut lukemisen jälkeen.`,
  changedMany: (n) => `${counted(n, 'tiedosto', 'tiedostoa')} muuttunut lukemisen jälkeen.`,
  wasNow: (was, now) => `Oli ${was}, nyt ${now}.`
};
