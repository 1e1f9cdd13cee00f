import type * as en from '../en/trust';
import type { Words } from '../words';
import { counted } from './figures';

export const trust: Words<typeof en.trust> = {
  cameFromOutside: 'Tämä muistikirja tuli muualta.',
  waits: (n) =>
    n === 1
      ? '1 koodisolu odottaa, kunnes olet lukenut ja sallinut sen.'
      : `${counted(n, 'koodisolu', 'koodisolua')} odottaa, kunnes olet lukenut ja sallinut ne.`,
  read: 'Lue koodi …',
  title: (n) => (n === 1 ? 'Sallitaanko koodisolun suoritus?' : `Sallitaanko ${n} koodisolun suoritus?`),
  knownTitle: 'Olet sallinut toisen koodin samannimisessä muistikirjassa.',
  knownText: (when) => `Alla on se, mikä on muuttunut tämän jälkeen: ${when}.`,
  can: 'Mitä se voi tehdä',
  canText:
    'Se lukee tämän muistikirjan taulut ja arvot, laskee ja näyttää tuloksen omassa solussaan. Pidä sen näyttämää lähettäjän työnä.',
  cannot: 'Mitä se ei voi tehdä',
  cannotText:
    'Sillä ei ole verkkoa, tallennustilaa, tiedostoja eikä otetta tähän sivuun. Sen näyttämä puhdistetaan ensin. Pysäytä lopettaa sen sekunnissa.',
  how: 'Suostumuksesi koskee juuri tätä koodia tällä laitteella. Myöhemmin muualta avatusta koodista kysytään uudelleen.',
  whatRuns: 'Mitä suoritettaisiin',
  whatChanged: 'Mikä on muuttunut',
  keepBlocked: 'Pidä estettynä',
  allow: 'Salli tämä koodi',
  allowed: 'Tämän muistikirjan koodi on sallittu.'
};
