import type * as en from '../en/cohort';
import type { Words } from '../words';
import { count as n, counted, number } from './figures';

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
    group: 'Jotkin useista',
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

  above: 'Yli',
  below: 'Alle',
  dateFrom: 'Alkupäivä',
  dateTo: 'Loppupäivä',
  where: 'Muut sarakkeet',
  whereHelp: 'Rivi lasketaan, kun kaikki täyttyvät.',
  earliest: 'Vain henkilön ensimmäinen',
  earliestHelp: 'Ensimmäinen rivi, jossa on näitä käsitteitä, muista sarakkeista riippumatta.',
  or: 'Muut alkutapahtumat',
  orHelp: 'Myös jokainen näistä aloittaa.',
  orTableHelp: 'Pois jätettynä: alkutapahtumien taulu.',
  washout: 'Tapahtumaton aika',
  washoutHelp: 'Päivät ennen alkua, joina henkilöllä ei ollut alkutapahtumaa. Sen sisällä olevia myöhempiä ei lasketa.',
  ageBy: 'Laskutapa',
  ageByHelp: 'ATLAS vähentää vuosiluvut.',
  ageByWords: { birthday: 'syntymäpäivin', year: 'kalenterivuosin' },
  itself: 'Laske alkutapahtuma mukaan',
  itselfHelp: 'Jos se on yksi näistä riveistä.',
  observed: 'Seurantajakson sisällä',
  observedHelp: 'Vain rivit siltä jaksolta, jolla alku on.',
  partsAtLeast: 'Täyttyy vähintään',
  partsAtMost: 'Täyttyy enintään',
  partsHelp: 'Pois jätettynä: yksi niistä.',
  parts: 'Ehdot',
  part: (step, part) => `Vaiheen ${step} ehto ${part}`,
  addPart: 'Lisää ehto',
  removePart: (step, part) => `Poista vaiheen ${step} ehto ${part}`,
  exit: 'Poistuminen',
  exitAt: 'Henkilöt poistuvat',
  exitHelp: 'Ei koskaan seurantajakson jälkeen, jos sellainen on nimetty.',
  exits: {
    observation: 'seurannan päättyessä',
    entry: 'päiviä alun jälkeen',
    end: 'päiviä päättymispäivän jälkeen',
    exposure: 'altistuksen päättyessä'
  },
  exitDays: 'Päiviä sen jälkeen',
  endDate: 'Päättymissarake',
  withoutEnd: 'Ilman päättymispäivää kesto on',
  withoutEndHelp: 'Pois jätettynä: loppu ei ole tiedossa.',
  exposure: 'Altistus',
  exposureHelp: 'Sen peräkkäiset rivit ovat yksi altistus.',
  gap: 'Pisin väli',
  censor: 'Päättyy aikaisemmin',
  censorHelp: 'Ensimmäinen näistä alun jälkeen.',
  merge: 'Yhdistä jaksot, joiden väli on enintään',
  mergeHelp: 'Henkilön jaksot, jotka menevät päällekkäin tai ovat korkeintaan näin kaukana, yhdistetään.',

  notImported: 'Tuomatta',
  notImportedHelp: 'ATLAS-määrittelyn osat, joita tässä kohortissa ei ole.',
  concepts: 'Käsitteiden nimet',
  conceptsFrom: (table) => `Nimet taulusta \`${table}\`.`,
  findConcept: 'Etsi käsite',
  addConcept: (concept) => `Lisää ${concept}`,
  noConcept: 'Tällä nimellä ei ole käsitettä.',
  conceptUnknown: 'ei sanastossa',
  moreConcepts: (count) => `ja ${n(count)} muuta`,
  importCirce: 'Tuo ATLAS-määrittely …',
  circeTitle: 'Tuo ATLASin kohorttimäärittely',
  circePaste: 'Määrittely JSON-muodossa',
  circeHelp: 'ATLASissa: Export, JSON, kopioi. Tai valitse tiedosto.',
  circeChoose: 'Valitse tiedosto …',
  circeTake: 'Tuo',
  circeReplaces: 'Se korvaa solun nykyisen sisällön; kumoaminen palauttaa sen.',
  circeUnnamed: 'Määrittely',
  circeCancel: 'Peruuta',
  circeDone: (title, left) =>
    left === 0
      ? `”${title}” on tuotu kokonaan.`
      : `”${title}” on tuotu; ${counted(left, 'osa', 'osaa')} puuttuu, ja ne on lueteltu solussa.`,
  circeLeft: (count, parts) => `ATLAS-määrittelystä puuttuu ${counted(count, 'osa', 'osaa')}: ${parts}`,
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
    group: (least, most, parts) =>
      least === 1 && most === undefined
        ? parts.join(' tai ')
        : least === parts.length
          ? parts.join(' ja ')
          : `${times(least, most)} näistä: ${parts.join('; ')}`,
    washout: (days) => `Ei muuta alkua, aikaa ${number(days)}${space}${unitWord(days, 'days')} ennen`,
    merged: (days) =>
      days === 0
        ? 'Päällekkäiset jaksot yhdistetty'
        : `Jaksot yhdistetty, väli enintään ${number(days)}${space}${unitWord(days, 'days')}`,
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
    group: 'joilla täyttyy vähemmän tai enemmän',
    washout: 'joilla oli toinen juuri ennen',
    merged: 'aikaisemman jakson osia',
    sql: 'jotka eivät täytä ehtoa'
  },

  openEnds: (count) =>
    `${counted(count, 'alun', 'alun')} viimeinen päivä ei ole tiedossa: \`cohort_end_date\` puuttuu.`,
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
