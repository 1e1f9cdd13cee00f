import type { Values } from '$workers/shared/errors';
import type * as en from '../en/score';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { count, counted } from './figures';

const figure = (value: Values[string]) => count(Number(value));

export const scoreWords: Words<typeof en.scoreWords> = {
  score: 'Pisteytys',
  from: 'Taulu',
  fromHelp: 'Rivi kutakin kohti: lapsen tunti, päivä tai osastojakso.',
  columns: 'Sarakkeet',
  columnsHelp: 'Syötteittäin, kun sarakkeiden nimet eivät sitä kerro.',
  column: 'Sarake',
  without: 'Jätetty pois',
  withoutHelp: 'Syötteet, joita ei oteta, vaikka taulussa on ne.',
  units: 'Yksiköt',
  unitsHelp: 'Syötteittäin, kun sarake ei kerro omaansa.',
  unit: 'Yksikkö',
  reference: 'Viitearvot',
  referenceHelp: 'z-pisteille: taulu, jossa on variable, age, L, M ja S sekä sex, jos se vaikuttaa.',
  variable: 'Muuttuja',
  variableHelp: 'Mikä viitetaulun muuttujista.',
  prefix: 'Nimien alku',
  prefixHelp: 'Lisättävien sarakkeiden. Pois jätettynä: pisteytyksen nimi.',
  inputs: (all, found) => `Syötteet: ${found}/${all} löytyi sarakkeiden nimistä`,
  recognised: (column) => `${column} (nimen perusteella)`,
  notThere: 'ei ole',
  leftOut: 'jätetty pois',
  heading: (score, table, rows) => `${score}, taulu \`${table}\`: ${counted(rows, 'rivi', 'riviä')}`,
  rowsScored: (rows) => counted(rows, 'rivi', 'riviä'),
  unverified: 'Varmistamatta: ei tarkistettu lähteestä.',
  met: (n, of) => `${n}/${count(of)}`,
  yes: 'Kyllä',
  median: 'Mediaani (kvartiilit)',
  quartiles: (first, median, third) => `Mediaani ${median} (kvartiilit ${first} ja ${third})`,
  noValue: 'Millään rivillä ei ole arvoa.',
  lacking: (rows) => `Arvo puuttuu: ${counted(rows, 'rivi', 'riviä')}.`,
  few: 'alle 5',
  inputsTable: 'Mistä pisteet laskettiin. Puuttuvasta tulee 0 pistettä.',
  head: {
    input: 'Syöte',
    column: 'Sarake',
    unit: 'Yksikkö',
    missing: 'Puuttuu',
    rejected: 'Mahdoton, ei käytetty'
  },
  inputFact: (column, unit, missing, rejected) =>
    `${column}${unit === '' ? '' : `, ${unit}`}: puuttuu ${missing}, mahdottomia ja käyttämättä ${rejected}`,
  table: (name) => `Rivit pisteineen ovat taulu \`${name}\`.`
};

export const scoreRemarks: Words<typeof en.scoreRemarks> = {
  'research-only': () => 'Vain tutkimukseen ja opetukseen; ei potilaan hoidon perusteeksi.',
  unverified: () => 'Kirjattu yleistiedon pohjalta, ei tarkistettu lähteestä: varmistamatta.',
  note: (v) => String(v.note),
  'unit-assumed': (v) => `Yksikköä ei ole kerrottu: ${v.inputs}. Oletettu: ${v.units}.`,
  'percent-assumed': (v) => `Ykköstä suurempia arvoja luettiin prosentteina: ${figure(v.values)}, syöte ${v.input}.`,
  'age-above': (v) =>
    `Ikä on yli ${v.months} kuukautta: ${counted(Number(v.rows), 'rivi', 'riviä')}. Pisteytystä ei ole tehty näin vanhoille.`,
  'age-from': (v) =>
    `Ikä on ${v.months} kuukautta tai enemmän: ${counted(Number(v.rows), 'rivi', 'riviä')}. Pisteytyksellä ei ole sille rajoja.`,
  'infection-not-established': (v) =>
    `Infektioepäilystä ei ole tietoa: ${counted(Number(v.rows), 'rivi', 'riviä')}. Kahdesta pisteestä alkaen niissä lukee "organ dysfunction, infection not established": ilman infektioepäilyä tämä ei ole sepsis.`,
  'saturation-not-seen': (v) =>
    `Valmis SpO2/FiO2-suhde ilman SpO2-arvoa: ${counted(Number(v.rows), 'rivi', 'riviä')}. Ei voitu tarkistaa, että SpO2 oli enintään 97 %.`,
  'ratio-unknown': (v) =>
    `FiO2 tai PaO2 puuttuu: ${counted(Number(v.rows), 'rivi', 'riviä')}. 100·FiO2/PaO2 on niissä ${v.ratio} (rekisterin tapa, varmistamatta).`,
  'baseline-none': (v) =>
    `Lähtöarvoa ja vaihetta ei ole: ${counted(Number(v.rows), 'rivi', 'riviä')}. Se ei ole vaihe 0.`,
  'age-outside': (v) =>
    `Viitetaulun ikien ${v.from}–${v.to} kuukautta ulkopuolella ja ilman z-pistettä: ${counted(Number(v.rows), 'rivi', 'riviä')}.`
};

export const scoreFailures: Words<typeof en.scoreFailures> = {
  'score-needs-name': {
    message: () => 'Solulla ei ole nimeä, joten sen taulullakaan ei ole.',
    hint: () => 'Anna solulle nimi.'
  },
  'score-no-input': {
    message: (v) => `Pisteytyksellä ${v.score} ei ole syötettä \`${clip(v.input)}\`.`,
    hint: (v) => (v.near ? `Tarkoititko \`${v.near}\`?` : `Sen syötteet ovat ${v.known}.`)
  },
  'score-no-inputs': {
    message: (v) => `Taulussa \`${clip(v.table)}\` ei ole saraketta, joka tunnettaisiin syötteeksi: ${v.score}.`,
    hint: (v) => `Valitse sarakkeet lomakkeessa tai kirjoita ne kohtaan \`columns\`. Syötteet ovat ${v.inputs}.`
  },
  'score-column-there': {
    message: (v) => `Taulussa \`${clip(v.table)}\` on jo sarake \`${clip(v.column)}\`.`,
    hint: () => 'Kirjoita lisättäville sarakkeille toinen `prefix`.'
  },
  'score-no-variable': {
    message: (v) => `Viitetaulussa \`${clip(v.table)}\` voi olla monta muuttujaa.`,
    hint: () => 'Kirjoita, mikä niistä: `variable: heart_rate`.'
  },
  'score-prefix': {
    message: (v) => `Sarakkeen nimi ei voi alkaa näin: \`${clip(v.prefix)}\`.`,
    hint: () => 'Käytä kirjaimia, numeroita ja merkkiä `_`; aloita kirjaimella tai merkillä `_`.'
  }
};
