import type * as en from '../en/code';
import type { Words } from '../words';
import { count as formatCount, counted } from './figures';

export const code: Words<typeof en.code> = {
  held: (size) => `muistissa ${size}`,
  tree: 'Arvo',
  more: (n, of) => `Näytä ${n} lisää kohteesta ${of}`,
  gone: 'Koodimoottori käynnistettiin uudelleen: suorita solu, niin voit katsoa pidemmälle.',
  cutText: (shown, all) => `${shown} / ${all} merkkiä`,
  console: 'Konsoli',
  consoleLines: (n) => counted(n, 'rivi', 'riviä'),
  levels: { log: 'loki', info: 'tieto', warn: 'varoitus', error: 'virhe', debug: 'vianetsintä' },
  left: (n) => `${counted(n, 'rivi', 'riviä')} jätetty pois`,
  showLines: (n) => `Näytä ${counted(n, 'rivi', 'riviä')} lisää`,
  goTo: (line, column) => `Siirry riville ${line}, sarakkeeseen ${column}`,
  place: (line, column) => `${line}:${column}`,
  drawing: (of) => `Piirros: ${of}`,
  table: (of) => `Taulu: ${of}`,
  thisCell: 'tämä solu',
  firstRows: (shown, all) => `${formatCount(shown)} / ${counted(all, 'rivi', 'riviä')}`,
  tooLarge: { html: 'Tämä HTML on liian suuri näytettäväksi', svg: 'Tämä piirros on liian suuri näytettäväksi' },
  tooLargeBytes: (megabytes, limit) => `${megabytes} Mt, raja on ${limit} Mt.`,
  tooLargeElements: (n, limit) => `${formatCount(n)} osaa, raja on ${formatCount(limit)}.`,
  aggregateFirst: 'Tiivistä ensin: luokat, keskiarvot tai satunnainen osa riveistä.',
  notShown: (name) => `Tätä arvoa ei voi näyttää: ${name}`,
  rowsHidden: 'Arvot piilossa esityksen ajan',
  showRows: 'Näytä',
  value: 'Arvo',
  all: 'Kaikki',
  none: 'Ei mitään'
};
