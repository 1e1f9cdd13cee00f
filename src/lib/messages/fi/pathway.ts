import type { Values } from '$workers/shared/errors';
import { smallGroup } from '$workers/shared/profile';
import type * as en from '../en/pathway';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { count, counted } from './figures';

const figure = (value: Values[string]) => count(Number(value));
const cases = (n: number) => counted(n, 'tapaus', 'tapausta');
const arrows = (n: number) => counted(n, 'nuoli', 'nuolta');
const roles: Record<string, string> = { case: 'tapaukseksi', activity: 'vaiheeksi', time: 'ajaksi' };

const reasons = (parts: readonly (readonly [string, Values[string]])[]) =>
  parts
    .filter(([, n]) => Number(n) > 0)
    .map(([why, n]) => `${why} ${figure(n)}`)
    .join(', ');

export const pathwayWords: Words<typeof en.pathwayWords> = {
  from: 'Taulu',
  fromHelp: 'Yksi tapahtuma rivillä: kenen, mikä ja milloin.',
  columns: 'Sarakkeet',
  columnsHelp: 'Kun nimet eivät sitä kerro: case_id, activity ja timestamp löytyvät itsestään.',
  caseColumn: 'Tapaus',
  activityColumn: 'Vaihe',
  timeColumn: 'Aika',
  hospitalColumn: 'Sairaala',
  orderColumn: 'Rivin numero',
  orderHelp: 'Ratkaisee samojen aikojen järjestyksen.',
  hospital: 'Sairaalat',
  hospitalHelp:
    'Vain näiden tapaukset. Tapauksen sairaala on se, jonka sen ensimmäinen sairaalan nimeävä tapahtuma kertoo.',
  period: 'Ajanjakso',
  periodFrom: 'Alkaen',
  periodUntil: 'Ennen',
  untilHelp: 'Ensimmäinen hetki, joka ei enää kuulu mukaan.',
  rule: 'Tapaus kuuluu mukaan',
  rules: { starts: 'kun se alkaa jaksolla', contained: 'kun se on jaksolla kokonaan' },
  activities: 'Vaiheet',
  activitiesHelp: 'Vain nämä; muiden ympärillä olleista tulee peräkkäisiä.',
  variantShare: 'Osuus tapauksista',
  variantShareHelp: 'Vain yleisimmät variantit, joissa yhdessä on vähintään tämä osuus. 1 on kaikki.',
  edges: 'Nuolet',
  edgesHelp: 'Ne, joista kartta alkaa. Kartan liukusäädin näyttää muutkin.',
  leastCount: 'Kuljettu vähintään',
  edgeShare: 'Osuus siirtymistä',
  show: 'Nuolissa',
  measures: { frequency: 'Määrä', 'median time': 'Ajan mediaani', 'mean time': 'Ajan keskiarvo' },
  reference: 'Viitepolku',
  referenceHelp: 'A > [B tai ei mitään] > (C | D) > E*. Tapauksia verrataan siihen.',
  title: 'Otsikko',
  units: { second: 's', minute: 'min', hour: 'h', day: 'vrk' },
  heading: (table, all, events, variants) =>
    `Hoitopolut, taulu \`${table}\`: ${cases(all)}, ${counted(events, 'tapahtuma', 'tapahtumaa')}, ${counted(variants, 'variantti', 'varianttia')}`,
  summary: (all, variants) => `${cases(all)}, ${counted(variants, 'variantti', 'varianttia')}`,
  nothing: 'Suodattimet eivät jätä yhtään tapausta.',
  kept: (hospitals, from, until, rule, activities, share) =>
    `Mukana vain ${[
      hospitals && `sairaalan ${hospitals} tapaukset`,
      (from || until) &&
        `tapaukset, jotka ${rule === 'starts' ? 'alkavat' : 'ovat kokonaan'} ${[from && `${from} alkaen`, until && `ennen ${until}`].filter(Boolean).join(' ja ')}`,
      activities && `vaiheet ${activities}`,
      share && `yleisimmät variantit, joissa on ${share} tapauksista`
    ]
      .filter(Boolean)
      .join('; ')}.`,
  parts: 'Osat',
  partNames: { map: 'Kartta', variants: 'Variantit', times: 'Ajat', reference: 'Viitepolku', table: 'Taulukko' },
  mapName: (nodes, edges) =>
    `Kartta: ${counted(nodes, 'vaihe', 'vaihetta')}, ${arrows(edges)} niiden välillä. Viereisessä taulukossa ovat samat luvut.`,
  mapPart: (part, of, name) => `Osa ${part}/${of}. ${name}`,
  goesOn: 'Pitkä kartta jatkuu seuraavalla rivillä.',
  keys: 'Nuolinäppäimet siirtyvät vaiheesta toiseen, Enter valitsee, plus ja miinus zoomaavat, 0 näyttää kaiken.',
  nodeName: (name, events) => `${name}: tapahtumia ${events}`,
  zoom: 'Zoomaus',
  zoomIn: 'Suurenna',
  zoomOut: 'Pienennä',
  zoomWhole: 'Näytä kaikki',
  sides: { left: 'vasemmalle', right: 'oikealle', above: 'ylöspäin', below: 'alaspäin' },
  beyond: (sides) => `Kartta jatkuu ${sides}. Vedä sitä tai:`,
  leastShown: (n) => `Kuljettu vähintään ${n} kertaa`,
  leastText: (n, shown) => `vähintään ${n}, nuolia ${shown}`,
  card: 'Valittu kohde',
  closeCard: 'Sulje',
  into: 'Tullaan vaiheesta',
  outOf: 'Jatketaan vaiheeseen',
  between: (low, high) => `${low} – ${high}`,
  shownOf: (shown, all) => `Näkyvissä ${count(shown)}/${arrows(all)}.`,
  hidden: (n, least) => `${arrows(n)} piilossa: kuljettu alle ${least} kertaa, eikä yleisin vaiheeseensa.`,
  hiddenFew: (n) => `${arrows(n)} piilossa: harvinaisia tai alle ${smallGroup} tapausta.`,
  wide: 'mitä leveämpi, sitä useammin kuljettu (neliöjuuren mukaan)',
  back: 'takaisin aiempaan vaiheeseen',
  written: {
    frequency: 'Nuolen luku kertoo, montako kertaa se kuljettiin.',
    'median time': 'Nuolen luku on ajan mediaani vaiheesta seuraavaan.',
    'mean time': 'Nuolen luku on ajan keskiarvo vaiheesta seuraavaan.'
  },
  startsHere: 'tapauksia alkaa',
  endsHere: 'tapauksia päättyy',
  few: `alle ${smallGroup}`,
  variantsTable: 'Yleisimmät variantit: tapaukset, osuus, läpimenoajan mediaani, vaiheet järjestyksessä',
  others: (variants, of) => `${counted(variants, 'muu variantti', 'muuta varianttia')}, tapauksia ${of}.`,
  variantsHelp: 'Tapaukset, joissa on samat vaiheet samassa järjestyksessä, ovat yksi variantti.',
  throughput: 'Tapauksen ensimmäisestä tapahtumasta viimeiseen',
  waiting: 'Odotus ennen kutakin vaihetta edellisestä tapahtumasta',
  edgesTable: 'Mikä vaihe seuraa mitäkin',
  eventsPerCase: (median, min, max) => `mediaani ${median}, ${min}–${max}`,
  fitness: 'Tapausten sopivuuden keskiarvo',
  logFitness: 'Kaikkien tapahtumien sopivuus',
  fitting: 'Tarkalleen polkua seuraavat tapaukset',
  of: (n, all) => `${n}/${all}`,
  stepsTable: 'Polun askeleet',
  extrasTable: 'Tapahtumat, jotka eivät ole polun askel paikallaan',
  optional: 'voi jäädä pois',
  skippedIn: (n) => `ohitettu, tapauksia ${n}`,
  fitnessHelp:
    'Sopivuus on 1, kun tapaus seuraa polkua tarkalleen, ja pienenee jokaisesta ohitetusta askeleesta ja ylimääräisestä tapahtumasta. Se kertoo, miten kirjoitettua polkua seurataan, ei sitä, onko polku hyvää hoitoa.',
  head: {
    activity: 'Vaihe',
    from: 'Mistä',
    to: 'Mihin',
    times: 'Kertaa',
    events: 'Tapahtumia',
    cases: 'Tapauksia',
    starts: 'Tästä alkaa',
    ends: 'Tähän päättyy',
    median: 'Mediaani',
    mean: 'Keskiarvo',
    quartiles: 'Kvartiilit',
    p95: '95. persentiili',
    range: 'Vaihteluväli',
    eventsPerCase: 'Tapahtumia tapauksessa',
    step: 'Askel',
    done: 'Tapauksia, joissa on',
    skipped: 'Tapauksia, joissa ohitettu',
    extra: 'Ylimääräinen tapahtuma'
  },
  tables: (edges, variants, all) => `Taulut kyselyihin: \`${edges}\`, \`${variants}\` ja \`${all}\`.`
};

export const pathwayRemarks: Words<typeof en.pathwayRemarks> = {
  'pathway-ties': (v) =>
    `Samanaikaisia saman tapauksen tapahtumia: ${figure(v.rows)} (${cases(Number(v.cases))}). Vain rivien järjestys kertoo, kumpi oli ensin.`,
  'pathway-several-hospitals': (v) => `Useita sairaaloita: ${cases(Number(v.cases))}. Ensimmäinen niistä ratkaisee.`,
  'pathway-dropped': (v) =>
    `${counted(Number(v.rows), 'rivi', 'riviä')} ei ole tapahtumia: ${reasons([
      ['ilman tapausta', v.missingCase],
      ['ilman vaihetta', v.missingActivity],
      ['ilman aikaa', v.missingTime],
      ['päättymätön aika', v.endlessTime]
    ])}.`,
  'pathway-left-out': (v) =>
    `Jätetty pois ${cases(Number(v.cases))}: ${reasons([
      ['muu sairaala', v.hospital],
      ['jakson ulkopuolella', v.period],
      ['ilman valittua vaihetta', v.activities],
      ['harvinaisempi variantti', v.variants]
    ])}.`,
  'path-unknown': (v) =>
    `Minkään tapahtuman nimi ei ole ${v.steps}${v.near ? `. Samankaltaisia nimiä: ${v.near}` : ''}. Tällainen askel on ohitettu jokaisessa tapauksessa.`
};

export const pathwayCellFailures: Words<typeof en.pathwayCellFailures> = {
  'pathway-needs-name': {
    message: () => 'Solulla ei ole nimeä, joten sen tauluillakaan ei ole.',
    hint: () => 'Anna solulle nimi.'
  },
  'pathway-no-role': {
    message: (v) =>
      `Taulussa \`${clip(v.table)}\` ei ole saraketta, joka tunnettaisiin tapahtuman ${roles[String(v.role)] ?? v.role}.`,
    hint: (v) => `Kirjoita, mikä se on: \`columns: { ${v.role}: … }\`. Sarakkeet ovat ${v.columns}.`
  },
  'pathway-no-moment': {
    message: (v) => `\`${clip(v.text)}\` ei ole päivä eikä aika.`,
    hint: () => 'Kirjoita esimerkiksi `2024-03-01` tai `2024-03-01T08:30`.'
  },
  'pathway-period-empty': {
    message: () => 'Ajanjakso päättyy ennen kuin se alkaa.',
    hint: () => 'Loppu on ensimmäinen hetki, joka ei enää kuulu jaksoon, joten se on alun jälkeen.'
  }
};
