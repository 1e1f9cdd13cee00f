import type { Values } from '$workers/shared/errors';
import { clip } from '../en/cells';
import type * as en from '../en/cohort-failures';
import type { Words } from '../words';

const name = (v: Values, key = 'key') => `\`${clip(v[key])}\``;
const roleWords: Record<string, string> = {
  person: 'henkilö',
  date: 'päivä',
  concept: 'kirjattu asia',
  value: 'lukuarvo',
  birth: 'ikä tai syntymäaika',
  start: 'seurannan alku',
  end: 'seurannan loppu',
  until: 'päättymispäivä'
};
const needWords: Record<string, [needs: string, example: string]> = {
  limit: ['`min` tai `max`', 'max: 17'],
  column: ['sarake', 'column: …'],
  values: ['`in` tai `not_in`', 'in: [ … ]'],
  length: ['vähimmäispituus', 'min: 30'],
  value: ['lukusarake', 'value: …'],
  parts: ['ehtoja kohdassa `of`', 'of: [ … ]']
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
    hint: () =>
      'Lisää siihen `age`, `category`, `event`, `value`, `history`, `follow_up`, `group`, `occurrence` tai `sql`.'
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
  'cohort-group-short': {
    message: (v) => `Vaihe ${v.step} vaatii ${v.least} ehdon täyttymistä, mutta ehtoja on ${v.parts}.`,
    hint: () => 'Lisää ehtoja kohtaan `of` tai pienennä lukua `at_least`.'
  },
  'cohort-age-by-year': {
    message: () => 'Kalenterivuosina laskettu ikä on vuosia syntymäajasta tai -vuodesta.',
    hint: () => 'Poista `by` tai `unit` ja `column`, ja nimeä henkilötaulu.'
  },
  'cohort-filter-empty': {
    message: (v) => `Sarakkeen ${name(v, 'column')} ehto on tyhjä.`,
    hint: () => 'Lisää siihen `in`, `not_in`, `min`, `max`, `above`, `below`, `from` tai `to`.'
  },
  'cohort-filter-range': {
    message: (v) => `Sarakkeen ${name(v, 'column')} rajat ovat ${v.low} ja ${v.high}, joten väliin ei jää mitään.`,
    hint: () => 'Vaihda rajat keskenään.'
  },
  'cohort-not-a-day': {
    message: (v) => `${name(v, 'day')} ei ole kalenterin päivä.`,
    hint: () => 'Kirjoita vuosi, kuukausi ja päivä: `2024-01-31`.'
  },
  'cohort-needs-calendar': {
    message: (v) => `${name(v)} vaatii päivämääriä, mutta taulun ${name(v, 'table')} ajat ovat pelkkiä lukuja.`,
    hint: (v) => `Nimeä kohdassa \`date\` päivämääräsarake tai poista ${name(v)}.`
  },
  'cohort-exit-observation': {
    message: () => 'Henkilöt poistuvat seurannan päättyessä, eikä mikään taulu kerro sitä.',
    hint: () => 'Lisää solun alkuun `period:` ja taulun nimi tai valitse toinen `at`.'
  },
  'cohort-exit-exposure': {
    message: () => 'Poistuminen altistuksen päättyessä vaatii kohdat `at: exposure` ja `exposure:`, jossa on `table`.',
    hint: () => 'Kirjoita molemmat tai jätä molemmat pois.'
  },
  'circe-not-json': {
    message: () => 'Tämä ei ole JSON-tekstiä.',
    hint: () => 'Avaa kohortti ATLASissa, valitse Export ja JSON ja kopioi koko teksti.'
  },
  'circe-not-cohort': {
    message: () => 'Tämä JSON ei ole ATLASin kohorttimäärittely: siinä ei ole kohtaa `PrimaryCriteria`.',
    hint: () => 'Avaa kohortti ATLASissa, valitse Export ja JSON ja kopioi koko teksti.'
  },
  'circe-no-entry': {
    message: () => 'Mitään tämän kohorttimäärittelyn alkutapahtumaa ei voi lukea tässä.',
    hint: (v) => `Se käyttää näitä: ${listed(v.kinds)}.`
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
