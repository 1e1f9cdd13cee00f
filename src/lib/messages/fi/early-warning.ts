import type { Failure } from '../words';

/** Failures of the utility of early warnings. */
export const earlyWarning: Record<string, Failure> = {
  'utility-column-unknown': {
    message: (v) => `Taulussa ei ole saraketta ${v.column}.`,
    hint: (v) => (v.near ? `Onko se ${v.near}?` : `Valitse näistä: ${v.known}.`)
  },
  'utility-column-type': {
    message: (v) => `Sarake ${v.column} on tyyppiä ${v.type}, eikä se käy tähän.`,
    hint: (v) => `Valitse sarake, jonka tyyppi on ${v.wanted}, tai muunna tämä.`
  },
  'utility-not-binary': {
    message: (v) => `Sarakkeessa ${v.column} on muita arvoja kuin 0 ja 1, rivejä ${v.rows}.`,
    hint: () => 'Merkinnät ja hälytykset ovat 0 tai 1. Pistemäärille valitaan raja-arvo.'
  },
  'utility-hour-twice': {
    message: (v) => `Saman potilaan sama tunti on taulussa useammin kuin kerran, rivejä ${v.rows}.`,
    hint: () => 'Kukin tunti lasketaan kerran: jätä yksi rivi potilasta ja tuntia kohti.'
  },
  'utility-no-septic-patient': {
    message: (v) => `Yhdelläkään potilaista (${v.patients}) ei ole sepsistä, joten hyödyllä ei ole asteikkoa.`,
    hint: () => 'Valitse aineisto, jossa merkintä on 1 ainakin yhdellä potilaalla.'
  },
  'utility-no-gain': {
    message: () => 'Yksikään sepsispotilaan tunti ei ole siellä, missä hälytys olisi muuttanut hyötyä.',
    hint: () => 'Tarkista merkinnän siirto ja se, että alun ympärillä olevat tunnit ovat taulussa.'
  },
  'utility-shift-range': {
    message: (v) => `Merkinnän siirto on tunteja välillä 0–${v.most}.`,
    hint: () => 'Kirjoita 6, jos merkinnät alkavat kuusi tuntia ennen sepsistä, 0, jos sen alusta.'
  },
  'utility-threshold-range': {
    message: () => 'Raja-arvo ei ole luku.',
    hint: () => 'Kirjoita esimerkiksi 0.5: vähintään sen suuruinen pistemäärä on hälytys.'
  },
  'auprc-no-positive': {
    message: (v) => `Yksikään rivi (${v.rows}) ei ole positiivinen, joten tarkkuutta ja saantia ei voi laskea.`,
    hint: () => 'Valitse aineisto, jossa merkintä on 1 ainakin yhdellä rivillä.'
  }
};
