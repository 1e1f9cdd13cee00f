import type { Values } from '$workers/shared/errors';
import { clip } from '../en/cells';
import type * as en from '../en/cohort';
import type { Words } from '../words';
import { count as n, counted, number } from './figures';

const name = (v: Values, key = 'key') => `\`${clip(v[key])}\``;
const roleWords: Record<string, string> = {
  person: 'henkilö',
  date: 'päivä',
  concept: 'kirjattu asia',
  value: 'lukuarvo',
  birth: 'ikä tai syntymäaika',
  start: 'seurannan alku',
  end: 'seurannan loppu'
};
const needWords: Record<string, [needs: string, example: string]> = {
  limit: ['`min` tai `max`', 'max: 17'],
  column: ['sarake', 'column: …'],
  values: ['`in` tai `not_in`', 'in: [ … ]'],
  length: ['vähimmäispituus', 'min: 30'],
  value: ['lukusarake', 'value: …']
};
const holdWords: Record<string, string> = {
  number: 'lukuja',
  text: 'tekstejä',
  time: 'päivämääriä',
  bool: 'totuusarvoja',
  calendar: 'päivämääriä',
  clock: 'pelkkiä lukuja'
};
const role = (v: Values) => roleWords[String(v.role)] ?? String(v.role);
const holds = (v: Values, key: string) => holdWords[String(v[key])] ?? String(v[key]);
const need = (v: Values) => needWords[String(v.needs)] ?? ['lisää', '…'];
const listed = (text: string | number | undefined) =>
  String(text ?? '')
    .split(', ')
    .map((one) => `\`${clip(one)}\``)
    .join(', ');

export const cohortFailures: Words<typeof en.cohortFailures> = {
  'cohort-step-empty': {
    message: (v) => `Vaiheessa ${v.step} ei ole ehtoa.`,
    hint: () => 'Lisää siihen `age`, `category`, `event`, `value`, `history`, `follow_up`, `occurrence` tai `sql`.'
  },
  'cohort-step-several': {
    message: (v) => `Vaiheessa ${v.step} on useita ehtoja: ${listed(v.keys)}.`,
    hint: () => 'Tee kustakin oma vaiheensa: silloin jokainen lasketaan.'
  },
  'cohort-needs-key': {
    message: (v) => `Vaihe ${v.step}: ${name(v, 'kind')} vaatii tiedon: ${need(v)[0]}.`,
    hint: (v) => `Lisää \`${need(v)[1]}\` kohtaan ${name(v, 'kind')}.`
  },
  'cohort-needs-table': {
    message: (v) => `Vaihe ${v.step} tarvitsee tiedon ${role(v)}, eikä mikään taulu kerro sitä.`,
    hint: (v) => `Lisää solun alkuun \`${v.key}:\` ja taulun nimi.`
  },
  'cohort-no-table': {
    message: (v) => `${name(v, 'table')} mainitaan tässä, mutta se ei ole taulu.`,
    hint: () => 'Nimeä taulu tai solu, joka tekee taulun.'
  },
  'cohort-table-as-value': {
    message: (v) => `${name(v, 'table')} on taulu eikä voi olla merkinnässä \`\${…}\`.`,
    hint: () => 'Nimeä siinä syöte.'
  },
  'cohort-range': {
    message: (v) =>
      `Vaihe ${v.step}: \`${v.low}\` on ${v.min} ja \`${v.high}\` on ${v.max}, joten väliin ei jää ketään.`,
    hint: () => 'Vaihda luvut keskenään.'
  },
  'cohort-in-and-not-in': {
    message: (v) => `Vaiheessa ${v.step} on sekä \`in\` että \`not_in\`.`,
    hint: () => 'Säilytä toinen niistä.'
  },
  'cohort-no-role': {
    message: (v) => `Taulussa ${name(v, 'table')} ei ole saraketta, jonka nimestä tunnistaisi: ${role(v)}.`,
    hint: (v) => `Nimeä se: \`${v.key}:\` ja jokin näistä: ${clip(v.known, 90)}.`
  },
  'cohort-not-a-time': {
    message: (v) => `Taulun ${name(v, 'table')} sarakkeessa ${name(v, 'column')} ei ole päiviä, aikoja eikä lukuja.`,
    hint: () => 'Nimeä toinen sarake kohdassa `date` tai lue sarake päivämääränä tuonnissa.'
  },
  'cohort-clocks': {
    message: (v) =>
      `Taulun ${name(v, 'one')} ajat ovat ${holds(v, 'first')}, taulun ${name(v, 'other')} ${holds(v, 'second')}.`,
    hint: () => 'Nimeä kohdassa `date` samanlaiset sarakkeet tai muunna toinen SQL:llä.'
  },
  'cohort-hours-of-days': {
    message: (v) =>
      `Vaihe ${v.step} laskee tunteja, mutta taulun ${name(v, 'table')} sarakkeessa ${name(v, 'column')} on vain päiviä.`,
    hint: () => 'Kirjoita `unit: days` tai nimeä kohdassa `date` sarake, jossa on kellonaikoja.'
  },
  'cohort-not-number': {
    message: (v) => `Taulun ${name(v, 'table')} sarakkeessa ${name(v, 'column')} ei ole lukuja.`,
    hint: () => 'Nimeä lukusarake tai muunna sarake SQL:llä.'
  },
  'cohort-value-type': {
    message: (v) => `${name(v, 'value')} ei voi olla sarakkeessa ${name(v, 'column')}, jossa on ${holds(v, 'holds')}.`,
    hint: (v) => `Kirjoita arvot niin kuin ne ovat sarakkeessa ${name(v, 'column')}.`
  },
  'cohort-person-types': {
    message: (v) =>
      `Henkilöt ovat taulussa ${name(v, 'one')} ${holds(v, 'first')} ja taulussa ${name(v, 'other')} ${holds(v, 'second')}.`,
    hint: () => 'Lue molemmat sarakkeet samantyyppisinä tuonnissa tai SQL:ssä.'
  },
  'cohort-person-twice': {
    message: (v) => `Taulussa ${name(v, 'table')} on usea rivi samasta henkilöstä; tällaisia henkilöitä on ${v.n}.`,
    hint: () => 'Jätä SQL-solussa yksi rivi henkilöä kohti ja nimeä se solu kohdassa `person`.'
  },
  'cohort-age-unit': {
    message: (v) => `Sarakkeen ${name(v, 'column')} yksikkö ${name(v, 'unit')} ei ole iän yksikkö.`,
    hint: () => 'Käytä saraketta, jonka yksikkö on vuosi, kuukausi, viikko tai päivä.'
  },
  'cohort-unit': {
    message: (v) =>
      `Sarakkeen ${name(v, 'column')} yksikkö on ${name(v, 'has')}, ja vaihe ${v.step} vaatii yksikön ${name(v, 'unit')}.`,
    hint: (v) => `Kirjoita rajat yksikössä ${name(v, 'has')} tai muunna sarake SQL:llä.`
  },
  'cohort-unit-unknown': {
    message: (v) => `Vaihe ${v.step} vaatii yksikön ${name(v, 'unit')}, jota taulussa ${name(v, 'table')} ei ole.`,
    hint: (v) => `Käytä yksikköä ${listed(v.known)} tai jätä \`unit\` pois.`
  },
  'cohort-sql': {
    message: (v) => `Vaiheen ${v.step} ehdon tulos on ${v.type} eikä totuusarvo.`,
    hint: () => 'Vertaa johonkin, esimerkiksi `column > 3`.'
  },
  'cohort-sql-bracket': {
    message: (v) => `Vaiheen ${v.step} ehdossa on pariton sulku tai merkki \`;\`.`,
    hint: () => 'Kirjoita yksi ehto niin kuin se olisi sanan WHERE jälkeen.'
  },
  'cohort-sql-alone': {
    message: (v) => `Vaihe ${v.step} on kokonainen kysely.`,
    hint: () => 'Kirjoita vain se, mikä tulisi sanan WHERE jälkeen; kysely kuuluu SQL-soluun.'
  }
};

const space = '\u00a0';

const called: Record<string, string> = {
  visit_occurrence: 'käynnit',
  visit_detail: 'hoitojaksot',
  condition_occurrence: 'diagnoosit',
  condition_era: 'diagnoosit',
  drug_exposure: 'lääkitykset',
  drug_era: 'lääkitysjaksot',
  procedure_occurrence: 'toimenpiteet',
  device_exposure: 'laitehoidot',
  measurement: 'mittaukset',
  observation: 'havainnot',
  person: 'henkilöt',
  episodes: 'hoitojaksot',
  death: 'kuolemat'
};

const units: Record<string, [one: string, many: string]> = {
  years: ['vuosi', 'vuotta'],
  months: ['kuukausi', 'kuukautta'],
  weeks: ['viikko', 'viikkoa'],
  days: ['päivä', 'päivää'],
  hours: ['tunti', 'tuntia']
};
const unitWord = (count: number | undefined, unit: string) => {
  const words = units[unit];
  return words ? words[Math.abs(count ?? 2) === 1 ? 0 : 1] : unit;
};

const picks = {
  any: 'jokin niistä',
  every: 'jokainen niistä',
  first: 'ensimmäinen',
  last: 'viimeinen',
  lowest: 'pienin',
  highest: 'suurin',
  mean: 'keskiarvo'
};

function range(min: number | undefined, max: number | undefined, unit: string): string {
  const of = unit === '' ? '' : `${space}${unitWord(max ?? min, unit)}`;
  if (min !== undefined && max !== undefined) return `${number(min)}–${number(max)}${of}`;
  return min === undefined ? `enintään ${number(max ?? 0)}${of}` : `vähintään ${number(min)}${of}`;
}

function times(least: number, most: number | undefined): string {
  if (most === 0) return 'Ei yhtään';
  if (most === undefined) return `Vähintään ${least}`;
  return least === most ? `${least}` : `${least}–${most}`;
}

function windowWords(from: number | undefined, to: number | undefined, unit: string): string {
  const at = (value: number) => {
    if (value === 0) return unit === 'days' ? 'samana päivänä' : 'alkuhetkellä';
    return `${number(value < 0 ? -value : value)}${space}${unitWord(value, unit)} ${value < 0 ? 'ennen' : 'jälkeen'}`;
  };
  if (from === undefined) return to === undefined ? '' : `, viimeistään ${at(to)}`;
  return to === undefined ? `, aikaisintaan ${at(from)}` : `, väli: ${at(from)} – ${at(to)}`;
}

export const cohortWords: Words<typeof en.cohortWords> = {
  from: 'Alkutapahtumat taulusta',
  fromHelp: 'Taulu, jossa on rivi kustakin mahdollisesta alusta, OMOP tai litteä.',
  person: 'Henkilöt',
  personHelp: 'OMOP-taulu `person` tai muu taulu, jossa on rivi henkilöä kohti.',
  period: 'Seurantajaksot',
  periodHelp: 'Esitietojen ja seurannan pituutta varten.',
  death: 'Kuolemat',
  deathHelp: 'Seurannan aikana kuollut on seurattu loppuun.',
  entry: 'Alkutapahtuma',
  called: 'Nimitys',
  calledHelp: 'Monikossa, kaaviota varten: hoitojaksot.',
  column: 'Sarake',
  columnHelp: 'Pois jätettynä: OMOP-taulun käsitesarake.',
  in: 'On jokin näistä',
  notIn: 'Ei mikään näistä',
  personColumn: 'Henkilösarake',
  date: 'Päiväsarake',
  recognised: 'Pois jätettynä: tunnistetaan nimestä.',
  occurrence: 'Mikä tapahtuma',
  occurrenceWords: { any: 'jokainen', first: 'kunkin henkilön ensimmäinen', last: 'kunkin henkilön viimeinen' },
  steps: 'Vaiheet',
  name: 'Nimi',
  out: 'Pois jäävät',
  outHelp: 'Näkyy luvun vieressä.',
  note: 'Huomautus',
  noteHelp: 'Miksi, muutamalla sanalla.',
  unknown: 'Ei tiedossa',
  unknownWords: { out: 'jätetään pois', keep: 'pidetään mukana' },
  unknownHelp: 'Ne, joista vaihetta ei voi ratkaista.',
  kinds: {
    age: 'Ikä alussa',
    category: 'Luokka',
    event: 'Tapahtuma',
    value: 'Arvo',
    history: 'Esitiedot ennen',
    follow_up: 'Seuranta jälkeen',
    occurrence: 'Ensimmäinen tai viimeinen',
    sql: 'SQL-ehto'
  },
  min: 'Vähintään',
  max: 'Enintään',
  ageUnit: 'Yksikkö',
  ageUnits: { years: 'vuotta', months: 'kuukautta', weeks: 'viikkoa', days: 'päivää' },
  ageHelp: 'Täysinä yksikköinä: enintään 17 vuotta kestää 18. syntymäpäivään.',
  ageColumn: 'Ikäsarake',
  ageColumnHelp: 'Pois jätettynä: syntymäajasta tai ikäsarakkeesta.',
  table: 'Taulu',
  eventTableHelp: 'Pois jätettynä: alkutapahtumien taulu; alkutapahtumaa itseään ei lasketa.',
  valueTableHelp: 'Pois jätettynä: alkutapahtuman oma rivi tai henkilön rivi.',
  atLeast: 'Kertoja vähintään',
  atMost: 'Kertoja enintään',
  atMostHelp: '0 tarkoittaa: ei yhtään.',
  window: 'Aikaväli',
  windowFrom: 'Alku',
  windowTo: 'Loppu',
  windowHelp: 'Ennen alkutapahtumaa on negatiivinen. Pois jätettynä: ei rajaa.',
  timeUnit: 'Yksikkö',
  timeUnits: { days: 'päivää', hours: 'tuntia' },
  value: 'Lukusarake',
  pick: 'Mikä arvo',
  picks,
  unit: 'Yksikkö',
  unitHelp: 'Vain tämän yksikön arvot otetaan mukaan.',
  until: 'Päiväsarake',
  historyHelp: 'Pois jätettynä: seurantajakson alku.',
  followHelp: 'Pois jätettynä: seurantajakson loppu.',
  sql: 'Ehto',
  sqlHelp: 'Kuten sanan WHERE jälkeen; alkutapahtuman sarakkeet ja `person.…`.',
  resultTitle: 'Otsikko',
  resultTitleHelp: 'Pois jätettynä: montako on mukana.',
  caption: 'Kuvateksti',
  keep: 'Säilyvät sarakkeet',
  keepHelp: 'Alkutapahtuman tai henkilön, pilkuin erotettuna. Pois jätettynä: kaikki alkutapahtuman sarakkeet.',

  addStep: 'Lisää vaihe',
  removeStep: (step) => `Poista vaihe ${step}`,
  moveUp: (step) => `Siirrä vaihe ${step} ylemmäs`,
  moveDown: (step) => `Siirrä vaihe ${step} alemmas`,
  stepLegend: (step) => `Vaihe ${step}`,
  condition: 'Ehto',
  kept: (count, of) => `jäljellä ${n(count)} (${of})`,
  counting: 'lasketaan …',
  moved: (step, to) => `Vaihe ${step} on nyt vaihe ${to}`,
  removed: (step) => `Vaihe ${step} poistettu`,
  more: 'Nimi, sanat ja tuntemattomat',

  called_: (table) =>
    Object.entries(called).find(
      ([omop]) => table.toLowerCase() === omop || table.toLowerCase().endsWith(`_${omop}`)
    )?.[1] ?? 'rivit',
  entriesIn: (of, table) => `${upper(of)} taulussa \`${table}\``,
  dated: 'Päivä ja henkilö tiedossa',
  datedOut: 'ilman päivää tai henkilöä',
  heading: (kept, all, of) => `Mukana ${n(kept)} / ${n(all)} (${of})`,
  headingNone: (all, of) => `Mukana ei yhtään / ${n(all)} (${of})`,
  persons: (count) => counted(count, 'henkilö', 'henkilöä'),
  personsHead: 'Henkilöt',
  entriesHead: (of) => upper(of),
  leftOut: 'jäi pois tässä vaiheessa.',
  out_: (count, words) => `−${space}${n(count)} ${words}`,
  alone: (count) => `yksinään ${n(count)}`,
  notKnown: (count) => `${n(count)} ei tiedossa`,
  notKnownKept: (count) => `${n(count)} ei tiedossa, mukana`,
  source: (entries, persons, table) =>
    `${counted(entries, 'rivi', 'riviä')}, ${counted(persons, 'henkilö', 'henkilöä')}; lähde \`${table}\`.`,
  barsPersons: 'Palkit ovat henkilöitä.',
  aloneSaid: '”Yksinään”: mitä vaihe jättäisi pois ainoana ehtona.',
  nobody: (step, all, of) => `Vaihe ”${step}” ei jättänyt jäljelle ketään, kun edellä oli ${n(all)} (${of}).`,
  nothingThere: (table) => `Taulussa \`${table}\` ei ole yhtään alkutapahtumaa.`,
  nobodyHint: 'Väljennä vaihetta tai katso sen saraketta.',
  showTable: 'Näytä tauluna',
  showDiagram: 'Näytä kaaviona',
  diagram: (steps) => `Valintakaavio, ${counted(steps, 'vaihe', 'vaihetta')}`,
  tableHead: {
    step: 'Vaihe',
    entries: 'Jäljellä',
    persons: 'Henkilöitä jäljellä',
    out: 'Jäi pois tässä',
    alone: 'Jäisi pois yksinään',
    unknown: 'Ei tiedossa'
  },
  inTens: 'Esitettäessä pyöristetty kymmeniin, koska jokin ryhmä on alle 10.',
  meta: (persons) => counted(persons, 'henkilö', 'henkilöä'),

  stepNames: {
    age: (min, max, unit) => `Ikä ${range(min, max, unit)}`,
    category: (column, values, not) => `\`${column}\` ${not ? 'ei ole' : 'on'} ${values}`,
    event: (what, table, least, most, from, to, unit) =>
      `${times(least, most)}${what === '' ? '' : ` ${what}`} taulussa \`${table}\`${windowWords(from, to, unit)}`,
    value: (column, min, max, unit, pick, from, to, of) =>
      `\`${column}\` ${range(min, max, unit)}${pick === 'any' ? '' : ` (${picks[pick as 'any'] ?? pick})`}${windowWords(from, to, of)}`,
    history: (min, unit) => `Esitietoja ${number(min)}${space}${unitWord(min, unit)} ennen`,
    follow_up: (min, unit) => `Seurantaa ${number(min)}${space}${unitWord(min, unit)}`,
    first: () => 'Kunkin henkilön ensimmäinen',
    last: () => 'Kunkin henkilön viimeinen'
  },
  outs: {
    age: 'muun ikäistä',
    category: 'muuta',
    eventPresent: 'ilman tapahtumaa',
    eventAbsent: 'joilla tapahtuma on',
    event: 'joilla kertoja on enemmän tai vähemmän',
    value: 'rajojen ulkopuolella',
    history: 'lyhyemmillä esitiedoilla',
    follow_up: 'lyhyemmällä seurannalla',
    first: 'myöhempää',
    last: 'aikaisempaa',
    sql: 'jotka eivät täytä ehtoa'
  },

  ties: (count, column) =>
    `${counted(count, 'henkilöllä', 'henkilöllä')} on valitussa päässä kaksi samanaikaista alkua; mukaan otetaan se, jonka \`${column}\` on pienempi.`,
  tiesByRow: (count) =>
    `${counted(count, 'henkilöllä', 'henkilöllä')} on valitussa päässä kaksi samanaikaista alkua; mukaan otetaan taulussa ensimmäisenä oleva.`,
  birthByYear: (count) =>
    `${counted(count, 'henkilöstä', 'henkilöstä')} tiedetään vain syntymävuosi tai -kuukausi. Jos ikää ei voi ratkaista, se ei ole tiedossa.`,
  unitsMixed: (step, count, units) =>
    `Vaihe ${step} vertaa arvoja ${n(count)} yksikössä: ${units}. Valitse yksi kirjoittamalla \`unit\`.`,
  unitsLeft: (step, count, unit) =>
    `Vaihe ${step}: ${counted(count, 'arvo', 'arvoa')} muussa yksikössä kuin \`${unit}\`; niitä ei käytetä.`,
  ageRounded: (column) => `Sarakkeen \`${column}\` iät muunnetaan olettaen 365,25 päivää vuodessa.`
};

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
