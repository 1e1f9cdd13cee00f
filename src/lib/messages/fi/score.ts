import type { Values } from '$workers/shared/errors';
import { smallGroup } from '$workers/shared/profile';
import type * as en from '../en/score';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { pairs } from '../en/score';
import { count, counted } from './figures';
import { scoreLabels } from './score-labels';

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
  lookBack: 'Katso ajassa taaksepäin',
  lookBackHelp:
    'Kukin arvo on voimassa julkaistut 6, 12 tai 24 tuntia. Kreatiniinin lähtöarvot lasketaan edeltävästä ajasta.',
  onset: 'Sepsiksen alku',
  onsetHelp: 'Toinen taulu: milloin kullakin hoitojaksolla on ensi kerran 2 pistettä ja infektioepäily.',
  person: 'Henkilö',
  personHelp: 'Pois jätettynä: sarake kuten person_id tai patient_id.',
  episode: 'Hoitojakso',
  episodeHelp: 'Erottaa saman henkilön jaksot. Pois jätettynä: sarake kuten episode tai visit_occurrence_id.',
  time: 'Aika',
  timeHelp: 'Pois jätettynä: sarake kuten hour, time tai measurement_datetime.',
  timeUnit: 'Ajan yksikkö',
  timeUnitHelp: 'Kun ajat ovat lukuja eikä sarake kerro yksikköä.',
  timeUnits: { s: 'sekunnit', min: 'minuutit', h: 'tunnit', d: 'päivät' },
  labelBefore: 'Merkintä alkaa ennen sepsistä',
  labelBeforeHelp: 'Joka rivi saa merkinnän 0 tai 1, ennusteita varten. Vuoden 2019 kilpailussa 6 tuntia.',
  labelLength: 'Merkinnän kesto',
  labelLengthHelp: 'Pois jätettynä: hoitojakson loppuun.',
  long: 'Havainto rivillään',
  longRoles: { variable: 'Muuttujan nimi', value: 'Arvo', text: 'Sanat, kun arvo puuttuu', unit: 'Yksikkö' },
  followed: (person, episode, time) =>
    episode === undefined
      ? `Henkilö \`${person}\`, aika \`${time}\`.`
      : `Henkilö \`${person}\`, hoitojakso \`${episode}\`, aika \`${time}\`.`,
  carried: 'Kukin arvo on voimassa aikaikkunansa 6, 12 tai 24 tuntia ja puuttuu sen jälkeen.',
  baselines: 'Lähtöarvot ovat edeltävien 48 tunnin ja 7 päivän pienin kreatiniini.',
  asTheyStand: 'Joka rivi pisteytetään sellaisenaan: mitään ei siirretä eteenpäin.',
  observedTable: 'Mitä havaittiin, ja kuinka kauan kukin arvo on voimassa.',
  observedHead: { input: 'Havainto', hours: 'Voimassa', values: 'Arvoja' },
  hoursHeld: (hours) => `${hours} h`,
  observedFact: (column, unit, hours, values, rejected) =>
    `${column}${unit === '' ? '' : `, ${unit}`}: ${counted(values, 'arvo', 'arvoa')}${hours === '' ? '' : `, kukin ${hours}`}, mahdottomia ja käyttämättä ${rejected}`,
  carriedTable: 'Mitä pisteytys sen jälkeen näki. Puuttuvasta tulee 0 pistettä.',
  onsetHeading: (stays) => `Sepsiksen alku: ${counted(stays, 'hoitojakso', 'hoitojaksoa')}`,
  onsetRule: 'Ensimmäinen aika, jolloin pisteitä on vähintään 2 ja infektiota on epäilty.',
  onsetReadings: {
    sepsis: 'Sepsis',
    shock: 'näistä septinen sokki',
    notEstablished: 'Elintoimintahäiriö, infektiota ei osoitettu',
    notSuspected: 'Elintoimintahäiriö, infektiota ei epäilty',
    none: 'Ei elintoimintahäiriötä',
    unknown: 'Ei riviä, jolla on aika'
  },
  onsetTable: (name) => `Hoitojaksot ja sepsiksen alut ovat taulu \`${name}\`.`,
  onsetLabel: (column) => `Sarake \`${column}\` merkitsee joka rivin.`,
  inputs: (all, found) => `Syötteet: ${found}/${all} löytyi sarakkeiden nimistä`,
  recognised: (column) => `${column} (nimen perusteella)`,
  notThere: 'ei ole',
  leftOut: 'jätetty pois',
  heading: (score, table, rows, found, of) =>
    `${score}, taulu \`${table}\`: ${counted(rows, 'rivi', 'riviä')}, syötteitä löytyi ${count(found)}/${count(of)}`,
  allImpossible: (input, column) =>
    `Jokainen sarakkeen \`${column}\` arvo on mahdoton syötteelle ”${input}”: yhtäkään ei käytetä, eikä tulos tiedä siitä mitään.`,
  notUnderstood: (input, column) =>
    `Sarakkeella \`${column}\` on syötteen ”${input}” nimi, mutta yksikään sen sanoista ei kerro sitä: saraketta ei oteta.`,
  rowsScored: (rows) => counted(rows, 'rivi', 'riviä'),
  named: (text) => scoreLabels[text] ?? `${text}`,
  population: (whom) => `Kenelle: ${whom}`,
  unverified: 'Varmistamatta: ei tarkistettu lähteestä.',
  met: (n, of) => `${n}/${count(of)}`,
  yes: 'Kyllä',
  median: 'Mediaani (kvartiilit)',
  quartiles: (first, median, third) => `Mediaani ${median} (kvartiilit ${first} ja ${third})`,
  noValue: 'Millään rivillä ei ole arvoa.',
  lacking: (rows) => `Arvo puuttuu: ${counted(rows, 'rivi', 'riviä')}.`,
  few: `alle ${smallGroup}`,
  inputsTable: 'Mistä laskettiin',
  missingIsNothing: 'Puuttuvasta tulee 0 pistettä.',
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
  note: (v) => scoreLabels[String(v.note)] ?? String(v.note),
  'unit-assumed': (v) => `Yksikköä ei ole kerrottu, joten otettiin pisteytyksen oma: ${pairs(v.inputs, v.units)}.`,
  'percent-assumed': (v) => `Ykköstä suurempia arvoja luettiin prosentteina: ${figure(v.values)}, syöte ${v.input}.`,
  'fraction-assumed': (v) => `Enintään ykkösen arvoja luettiin osuuksina: ${figure(v.values)}, syöte ${v.input}.`,
  'age-above': (v) =>
    `Ikä on yli ${v.months} kuukautta: ${counted(Number(v.rows), 'rivi', 'riviä')}. Pisteytystä ei ole tehty näin vanhoille.`,
  'age-from': (v) =>
    `Ikä on ${v.months} kuukautta tai enemmän: ${counted(Number(v.rows), 'rivi', 'riviä')}. Pisteytyksellä ei ole sille rajoja.`,
  'infection-not-established': (v) =>
    `Infektioepäilystä ei ole tietoa: ${counted(Number(v.rows), 'rivi', 'riviä')}. Kahdesta pisteestä alkaen niissä lukee "organ dysfunction, infection not established": ilman infektioepäilyä tämä ei ole sepsis. Anna se sarakkeena \`suspected_infection\` (ajassa myös sarakkeina \`infection_test\` ja \`antimicrobial_doses\`): sitä ei arvata OMOP-taulujen viljelyistä ja lääkkeistä.`,
  'saturation-not-seen': (v) =>
    `Valmis SpO2/FiO2-suhde ilman SpO2-arvoa: ${counted(Number(v.rows), 'rivi', 'riviä')}. Ei voitu tarkistaa, että SpO2 oli enintään 97 %.`,
  'ratio-unknown': (v) =>
    `FiO2 tai PaO2 puuttuu: ${counted(Number(v.rows), 'rivi', 'riviä')}. 100·FiO2/PaO2 on niissä ${v.ratio} (rekisterin tapa, varmistamatta).`,
  'creatinine-none': (v) =>
    `Kreatiniinia ja vaihetta ei ole: ${counted(Number(v.rows), 'rivi', 'riviä')}. Se ei ole vaihe 0.`,
  'baseline-none': (v) =>
    `Kreatiniini on, mutta lähtöarvoa ja vaihetta ei: ${counted(Number(v.rows), 'rivi', 'riviä')}. Se ei ole vaihe 0.`,
  'age-outside': (v) =>
    `Viitetaulun ikien ${v.from}–${v.to} kuukautta ulkopuolella ja ilman z-pistettä: ${counted(Number(v.rows), 'rivi', 'riviä')}.`,
  'windows-lost': (v) => `Henkilö tai aika puuttuu, jätetty pois: ${counted(Number(v.rows), 'arvo', 'arvoa')}.`,
  'windows-unknown': (v) =>
    `Pisteytettävältä riviltä puuttuu henkilö tai aika, joten kaikki syötteet puuttuvat: ${counted(Number(v.rows), 'rivi', 'riviä')}.`,
  'windows-other': (v) => `Muuttuja, jota pisteytys ei käytä: ${counted(Number(v.rows), 'rivi', 'riviä')}.`,
  'windows-pressure': (v) =>
    `Paine jätettiin käyttämättä ${counted(Number(v.rows), 'kerran', 'kertaa')}: systolinen ja diastolinen alle 1 mmHg:n päässä toisistaan tai keskipaine niiden ulkopuolella.`,
  'onset-lost': (v) => `Henkilö tai aika puuttuu, ei kerro alkua: ${counted(Number(v.rows), 'rivi', 'riviä')}.`,
  'onset-rejected': (v) => `Pisteiden tai infektion mahdottomia arvoja, joita ei käytetty: ${figure(v.rows)}.`,
  'onset-not-established': (v) =>
    `Elintoimintahäiriö, mutta infektioepäilystä ei ole tietoa: ${counted(Number(v.rows), 'hoitojakso', 'hoitojaksoa')}. Se ei ole sepsis eikä sen puuttuminen.`,
  'onset-at-first': (v) =>
    `Alku on ensimmäinen tunnettu aika, joten se saattoi olla aiemmin: ${counted(Number(v.rows), 'hoitojakso', 'hoitojaksoa')}.`
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
  'score-nothing-usable': {
    message: (v) => `Taulussa \`${clip(v.table)}\` ei ole arvoa, jota voisi käyttää: ${v.score}.`,
    hint: (v) =>
      `Jokainen näiden arvo on siinä mahdoton: ${v.columns}. Valitse lomakkeessa muut sarakkeet tai kirjoita ne kohtaan \`columns\`.`
  },
  'score-column-there': {
    message: (v) => `Taulussa \`${clip(v.table)}\` on jo sarake \`${clip(v.column)}\`.`,
    hint: () => 'Kirjoita lisättäville sarakkeille toinen `prefix`.'
  },
  'score-no-variable': {
    message: (v) => `Viitetaulussa \`${clip(v.table)}\` voi olla monta muuttujaa.`,
    hint: () => 'Kirjoita, mikä niistä: `variable: heart_rate`.'
  },
  'score-no-look-back': {
    message: (v) => `Pisteytykselle ${v.score} ei ole julkaistu aikaikkunoita.`,
    hint: (v) => `Ne ovat näillä: ${v.known}. Muille \`hourly\`-solu siirtää arvoja ensin eteenpäin.`
  },
  'score-no-onset': {
    message: (v) => `Pisteytys ${v.score} ei kerro, milloin sepsis alkaa.`,
    hint: (v) => `Nämä kertovat: ${v.known}.`
  },
  'score-label-onset': {
    message: () => 'Merkintä tarvitsee sepsiksen alun.',
    hint: () => 'Kirjoita `onset: true` tai jätä merkintä pois.'
  },
  'score-long': {
    message: () => 'Yksittäisiä havaintoja riveillään luetaan vain aikaikkunoiden kanssa: Phoenix ja Phoenix-8.',
    hint: () => 'Kirjoita `look_back: true` tai ota taulu, jossa on sarake muuttujaa kohti.'
  },
  'score-long-columns': {
    message: () => 'Yksittäiset havainnot tarvitsevat muuttujan ja arvon sarakkeet.',
    hint: () => 'Kirjoita `long: { variable: …, value: … }`.'
  },
  'score-no-person': {
    message: (v) => `Taulun \`${clip(v.table)}\` sarakkeiden nimistä ei selviä, mikä niistä on henkilö.`,
    hint: (v) => `Kirjoita \`person: …\`. Sarakkeet ovat ${v.columns}.`
  },
  'score-no-time': {
    message: (v) => `Taulun \`${clip(v.table)}\` sarakkeiden nimistä ei selviä, mikä niistä on aika.`,
    hint: (v) => `Kirjoita \`time: …\`. Sarakkeet ovat ${v.columns}.`
  },
  'score-time-unit': {
    message: (v) => `Sarakkeen \`${clip(v.column)}\` ajat ovat lukuja, eikä mikään kerro minkä.`,
    hint: () => 'Kirjoita `time_unit: h` tai min, s tai d.'
  },
  'score-prefix': {
    message: (v) => `Sarakkeen nimi ei voi alkaa näin: \`${clip(v.prefix)}\`.`,
    hint: () => 'Käytä kirjaimia, numeroita ja merkkiä `_`; aloita kirjaimella tai merkillä `_`.'
  }
};
