import { smallGroup } from '$workers/shared/profile';
import type * as en from '../en/pk';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { counted } from './figures';

const levelsOf = (n: number) => counted(n, 'pitoisuus', 'pitoisuutta');

/** What the built-in models say of themselves; a model of one's own says it in its own words. */
const notes: Readonly<Record<string, string>> = {
  'The values were read in two public re-implementations, not in the paper.':
    'Arvot luettiin kahdesta julkisesta toteutuksesta, ei artikkelista.',
  'Perioperative: the authors say that prophylaxis differs. Allometry and the form of age are our reading of the abstract.':
    'Leikkauksen ajalta: tekijöiden mukaan ehkäisevä hoito on erilaista. Allometria ja iän vaikutuksen muoto ovat oma tulkintamme tiivistelmästä.'
};
const factorOf = (factor: string) => factor.replace(/^factor /, 'hyytymistekijä ');

export const pkWords: Words<typeof en.pkWords> = {
  show: 'Näytä',
  shows: {
    curve: 'Yhden henkilön käyrä',
    bleeding: 'Vuototiheys',
    inhibitor: 'Vuodot vasta-aineen aikana ja ilman',
    adherence: 'Suunniteltujen annosten toteutuminen'
  },
  model: 'Populaatiomalli',
  modelHelp: 'Mihin henkilö sijoitetaan, ennen kuin yhtään pitoisuutta tunnetaan.',
  ownModel: 'Oma malli',
  own: 'Oma malli',
  ownHelp: 'JSON: compartments, theta, omega, residual, citation.',
  patients: 'Potilaat',
  patientsHelp: 'Rivi henkilöä kohti: person_id, weight, age_years, endogenous; vuototiheyteen years.',
  who: 'Henkilö',
  whoHelp: 'Täsmälleen sama person_id.',
  person: 'Henkilöstä',
  weight: 'Paino',
  age: 'Ikä',
  plasmaDerived: 'Plasmaperäinen valmiste',
  endogenous: 'Oma pitoisuus',
  doses: 'Annokset',
  dosesHelp: 'Taulu: time, iu (tai amount), minutes; toteutumiseen person_id, planned ja time.',
  given: 'Annetut annokset',
  givenHelp: 'Taulun sijasta.',
  dose: 'Annos',
  hour: 'Tunti',
  amount: 'Määrä',
  minutes: 'Infuusio',
  levels: 'Pitoisuudet',
  levelsHelp: 'Taulu: time, level, below.',
  measured: 'Mitatut pitoisuudet',
  level: 'Pitoisuus',
  below: 'Alle määritysrajan',
  whatIf: 'Entä jos',
  every: 'Välein',
  times: 'Kertoja',
  start: 'Alkaen',
  missed: 'Väliin jääneet annokset',
  missedHelp: 'Niiden numerot, ykkösestä alkaen.',
  clearance: 'Puhdistuma kertaa',
  clearanceHelp: 'Vasta-aineen aikana puhdistuma on moninkertainen.',
  target: 'Annos jäännöspitoisuuteen',
  trough: 'Jäännöspitoisuus',
  threshold: 'Raja',
  thresholds: 'Rajat',
  thresholdsHelp: 'IU/dL. Pois jätettynä: 1, 2, 3, 5, 10.',
  scale: 'Pitoisuuden asteikko',
  scales: { linear: 'Lineaarinen', log: 'Logaritminen' },
  from: 'Alku',
  to: 'Loppu',
  windowHelp:
    'Tunteja ensimmäisestä annoksesta. Pois jätettynä: kaikki, tai kaksi viikkoa viimeisen pitoisuuden ympäriltä.',
  residual: 'Pitoisuuden virhe',
  additive: 'Summautuva',
  proportional: 'Suhteellinen',
  quantificationLimit: 'Määritysraja',
  seed: 'Siemenluku',
  bleeds: 'Vuodot',
  bleedsHelp: 'Rivi vuotoa kohti: person_id.',
  by: 'Ryhmät',
  byHelp: 'Potilastaulun sarake.',
  tolerance: 'Poikkeama',
  toleranceHelp: 'Kuinka kaukana suunnitellusta ajasta annos vielä lasketaan.',

  research: 'Tutkimukseen ja opetukseen, ei annosteluun.',
  researchLong: 'Vain tutkimukseen ja opetukseen. Ei annostelun eikä hoidon perusteeksi.',
  perioperative: 'Leikkausajan malli: estohoidossa on toisin.',
  unverifiedModel: 'Oma malli: varmistamatta.',
  unverified: (note) => `Varmistamatta: ${notes[note] ?? note}`,
  summary: (show, rows) => (show === 'curve' ? 'Yksi henkilö' : counted(rows, 'rivi', 'riviä')),
  curveTitle: (factor, levels) =>
    levels === 0
      ? `Tyypillisen henkilön käyrä (${factorOf(factor)}), ei yhtään pitoisuutta`
      : `Todennäköisin käyrä (${factorOf(factor)}), ${levelsOf(levels)}`,
  personLine: (weight, age, endogenous) => `${weight} kg, ${age} vuotta, oma pitoisuus ${endogenous} IU/dL`,
  described: (from, to, levels, doses) =>
    `Viiva, hyytymistekijän pitoisuus (IU/dL) ajan mukaan tunnista ${from} tuntiin ${to}, 95 %:n vyö; ${counted(doses, 'annos', 'annosta')}, mitattuna ${levelsOf(levels)}.`,
  axisTime: 'Tunteja',
  axisDate: 'Aika',
  axisLevel: 'Tekijän pitoisuus (IU/dL)',
  key: {
    curve: 'todennäköisin käyrä',
    typical: 'tyypillinen henkilö',
    band: '95 %:n vyö',
    population: 'tyypillinen henkilö',
    level: 'mitattu pitoisuus',
    below: 'alle määritysrajan',
    whatIf: 'entä jos',
    inhibitor: 'vasta-aine',
    threshold: 'raja'
  },
  bandNote: 'Vyössä on se, minkä pitoisuudet jättävät avoimeksi, ei seuraavan mittauksen virhettä.',
  spreadNote: 'Ei pitoisuuksia: vyö on henkilöiden välinen vaihtelu.',
  belowCounted: (n) => `Alle määritysrajan: ${levelsOf(n)}.`,
  leftOut: (n) => `Ilman aikaa tai arvoa, jätetty pois: ${counted(n, 'rivi', 'riviä')}.`,
  outside: (n) => `Piirretyn ajan ulkopuolella, mutta käytössä: ${levelsOf(n)}.`,
  inhibitorNote: 'Osan piirretystä ajasta henkilöllä oli vasta-aine: malli ei tunne sitä ja pitää sitä puhdistumana.',
  hidden: 'Yhden henkilön käyrää ei näytetä yleisölle, ennen kuin rivit näytetään.',
  figuresTable: 'Käyrästä luetut luvut ja keskimmäiset 95 %',
  head: { figure: 'Luku', value: 'Tämä henkilö', limits: '95 %', population: 'Tyypillinen henkilö' },
  figures: {
    clearance: () => 'Puhdistuma',
    'central-volume': () => 'Keskustilavuus',
    'half-life': () => 'Loppuvaiheen puoliintumisaika',
    recovery: () => 'Saanto',
    'hours-until': (threshold) => `Viimeisestä annoksesta rajaan ${threshold} IU/dL`,
    'hours-above': (threshold) => `Aika yli ${threshold} IU/dL, piirretystä ajasta`,
    'dose-for-trough': (threshold) => `Annos jäännöspitoisuuteen ${threshold} IU/dL`,
    'what-if-half-life': () => 'Loppuvaiheen puoliintumisaika, entä jos',
    'what-if-trough': () => 'Jäännöspitoisuus tasapainossa, entä jos',
    'what-if-hours-above': (threshold) => `Aika yli ${threshold} IU/dL, entä jos`
  },
  everyHours: (hours) => `${hours} tunnin välein`,
  never: 'ei koskaan',
  tables: (curve, figures, levels) => `Taulut: käyrä \`${curve}\`, luvut \`${figures}\`, pitoisuudet \`${levels}\`.`,

  bleedingTitle: (groups) =>
    groups === 1 ? 'Vuotoja vuodessa' : `Vuotoja vuodessa, ${counted(groups, 'ryhmä', 'ryhmää')}`,
  inhibitorTitle: 'Vuotoja vuodessa vasta-aineen aikana ja ilman',
  bleedingDescribed: (groups) => `Pisteet ja 95 %:n rajat, vuotoja vuodessa: ${groups}.`,
  groupFact: (name, rate, lower, upper) => `${name} ${rate} (${lower}–${upper})`,
  all: 'kaikki',
  noGroup: 'ei ryhmää',
  parts: { never: 'ei vasta-ainetta', 'before or after': 'ennen tai jälkeen', during: 'vasta-aineen aikana' },
  axisRate: 'Vuotoja vuodessa',
  groupHead: {
    group: 'Ryhmä',
    persons: 'Henkilöitä',
    bleeds: 'Vuotoja',
    years: 'Vuosia',
    rate: 'Vuodessa',
    limits: '95 %',
    free: 'Ei vuotoja',
    dispersion: 'Hajonta'
  },
  few: `alle ${smallGroup}`,
  dispersed:
    'Tarkat Poisson-rajat. Hajonta on selvästi yli 1: henkilöt eroavat enemmän kuin sattumalta, ja ryhmän rajat ovat liian kapeat.',
  exact: 'Tarkat Poisson-rajat: ne olettavat ryhmän kaikille saman tiheyden. Noin 1:n hajonta sopii siihen.',
  noYears: (n) => `Ilman seuranta-aikaa, jätetty pois: ${counted(n, 'henkilö', 'henkilöä')}.`,
  strangers: (n) => `Ei kenenkään potilaan, jätetty pois: ${counted(n, 'vuoto', 'vuotoa')}.`,
  personsTable: (persons, groups) => `Taulut: henkilöt \`${persons}\`, ryhmät \`${groups}\`.`,

  adherenceTitle: (persons) => `Annetut suunnitelluista annoksista, ${counted(persons, 'henkilö', 'henkilöä')}`,
  adherenceDescribed: (persons, median) =>
    `Pylväät, annettujen osuus suunnitelluista annoksista, ${counted(persons, 'henkilö', 'henkilöä')}, mediaani ${median}.`,
  axisShare: 'Annettujen osuus suunnitelluista (%)',
  axisPersons: 'Henkilöitä',
  fewBars: `Alle ${smallGroup} henkilön pylväitä ei näytetä.`,
  adherenceHead: {
    median: 'Mediaani',
    quarter: 'Neljännes on alle',
    all: 'Kaikki annokset yhdessä',
    least: 'Vähintään 80 %',
    gap: 'Pisin väli, mediaani'
  },
  ofPersons: (n, of) => `${n} / ${counted(of, 'henkilö', 'henkilöä')}`,
  toleranceNote: (hours) =>
    `Annos lasketaan, kun se annettiin enintään ${hours} tunnin päässä suunnitellusta. Tarvittaessa annettuja annoksia ei suunniteltu, eikä niitä tarkastella.`,
  adherenceTable: (name) => `Taulu: \`${name}\`, rivi henkilöä kohti.`
};

export const pkCellFailures: Words<typeof en.pkCellFailures> = {
  'pk-cell-name': {
    message: () => 'Solulla ei ole nimeä, joten sen tauluillakaan ei ole.',
    hint: () => 'Anna solulle nimi.'
  },
  'pk-cell-unused': {
    message: (v) => `\`${clip(v.key)}\` ei merkitse mitään, kun \`show\` on ${v.show}.`,
    hint: (v) => `Jätä \`${clip(v.key)}\` pois tai valitse toinen \`show\`.`
  },
  'pk-cell-needs': {
    message: (v) => `Kun \`show\` on ${v.show}, solu tarvitsee kohdan \`${v.key}\`.`,
    hint: (v) => `Lisää \`${v.key}\`.`
  },
  'pk-cell-both': {
    message: (v) => `Tässä on sekä \`${v.one}\` että \`${v.other}\`.`,
    hint: (v) => `Pidä joko taulu (\`${v.one}\`) tai arvot (\`${v.other}\`).`
  },
  'pk-cell-own': {
    message: () => '`model: own` ja malli kohdassa `own` kuuluvat yhteen; toinen puuttuu.',
    hint: () => 'Kirjoita molemmat tai valitse valmis malli.'
  },
  'pk-cell-person': {
    message: (v) => `Henkilöltä puuttuu \`${v.key}\`, eikä potilastaulua ole.`,
    hint: (v) => `Kirjoita \`${v.key}\` kohtaan \`person\` tai anna \`patients\` ja \`who\`.`
  },
  'pk-cell-level': {
    message: () => 'Tällä pitoisuudella ei ole lukua eikä merkintää `below: true`.',
    hint: () => 'Kirjoita `level` (IU/dL) tai `below: true`.'
  },
  'pk-cell-what-if': {
    message: (v) => `Kohdasta \`what_if\` puuttuu \`${v.key}\`.`,
    hint: () => 'Kirjoita esimerkiksi `what_if: { iu: 750, every_h: 48, times: 5 }` tai pelkkä `clearance`.'
  },
  'pk-cell-target': {
    message: (v) => `Kohdasta \`target\` puuttuu \`${v.key}\`.`,
    hint: () => 'Kirjoita esimerkiksi `target: { level: 1, every_h: 48 }`.'
  },
  'pk-cell-no-column': {
    message: (v) => `Taulussa \`${clip(v.table)}\` ei ole saraketta nimeltä ${v.column}.`,
    hint: (v) => `Anna sarakkeelle se nimi ensin SQL-solussa. Taulun sarakkeet ovat ${clip(v.known, 200)}.`
  },
  'pk-cell-nobody': {
    message: (v) => `Taulussa \`${clip(v.table)}\` ei ole henkilöä \`${clip(v.who)}\`.`,
    hint: () => 'Kirjoita person_id täsmälleen niin kuin se on taulussa.'
  },
  'pk-cell-twice': {
    message: (v) => `Taulussa \`${clip(v.table)}\` on henkilöstä \`${clip(v.who)}\` monta riviä.`,
    hint: () => 'Valitse ensin SQL-solussa yksi rivi henkilöä kohti.'
  },
  'pk-cell-many': {
    message: (v) => `Taulussa \`${clip(v.table)}\` on monta henkilöä.`,
    hint: () => 'Kerro, kenen käyrä se on: `who`.'
  },
  'pk-cell-no-doses': {
    message: (v) => `Taulussa \`${clip(v.table)}\` ei ole henkilölle \`${clip(v.who)}\` annettua annosta.`,
    hint: () => 'Valitse toinen henkilö tai kysy, entä jos: `what_if`.'
  },
  'pk-cell-value': {
    message: (v) => `Potilastaulu ei kerro kohtaa ${v.column} henkilöstä \`${clip(v.who)}\`.`,
    hint: () => 'Kirjoita se kohtaan `person`.'
  },
  'pk-cell-type': {
    message: (v) => `Henkilöllä \`${clip(v.who)}\` on hemofilia ${v.type}; ${v.model} on toisen tekijän malli.`,
    hint: () => 'Valitse toinen malli tai toinen henkilö.'
  }
};
