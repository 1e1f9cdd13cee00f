import type { Values } from '$workers/shared/errors';
import { smallGroup } from '$workers/shared/profile';
import type * as en from '../en/benchmark';
import { clip } from '../en/cells';
import type { Words } from '../words';
import { count, counted } from './figures';

const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ja ${names.at(-1)}`;

export const benchmarkWords: Words<typeof en.benchmarkWords> = {
  from: 'Taulu',
  fromHelp: 'Rivi kutakin tapausta kohti: leikkaus, osastojakso.',
  hospital: 'Sairaala',
  method: 'Mitä verrataan',
  methodHelp: 'Sairaaloiden tuloksia tai sepsiksen varhaisten varoitusten arvoa.',
  methods: { hospitals: 'Sairaalat', 'sepsis-utility': 'Sepsiksen varhaiset varoitukset (vuoden 2019 kilpailu)' },
  hoursHelp: 'Rivi kutakin potilasta ja tuntia kohti.',
  person: 'Henkilö',
  label: 'Merkintä',
  labelHelp: '1 joitakin tunteja ennen sepsiksen alkua ja siitä eteenpäin, muuten 0.',
  call: 'Hälytys',
  callHelp: 'Sarake, jossa on 1 tai 0: hälytetäänkö tällä tunnilla.',
  score: 'Pistemäärä',
  scoreHelp: 'Hälytysten sijasta: todennäköisyys tai muu luku, joka kasvaa vaaran mukana.',
  threshold: 'Raja-arvo',
  thresholdHelp: 'Vähintään sen suuruinen pistemäärä hälyttää. Pois jätettynä: hyödyllisin, mikä kaunistaa tulosta.',
  shift: 'Merkinnästä alkuun',
  shiftHelp: '6, jos merkinnät alkavat kuusi tuntia ennen sepsistä kuten kilpailussa; 0, jos sen alusta.',
  stay: 'Hoitojakso',
  stayHelp: 'Erottaa saman henkilön jaksot.',
  hourHelp: 'Tunnit lukuna tai aikaleima.',
  groupHelp: 'Pois jätettynä: kaikki yhdessä.',
  outcome: 'Tulos',
  outcomeHelp:
    'Kyllä/ei-sarake, 1 ja 0. Jos kyse on 30 päivän kuolemista, jätä pois ja nimeä kaksi seuraavaa saraketta.',
  deathDay: 'Kuolinpäivä',
  deathDayHelp: 'Päiviä leikkauksesta tai päivämäärä; tyhjä, jos lapsen ei tiedetä kuolleen.',
  followUp: 'Seurannan loppu',
  followUpHelp: 'Päiviä leikkauksesta tai päivämäärä. Lyhyemmin seuratut elossa olleet jätetään pois ja lasketaan.',
  days: 'Kuolemat enintään',
  daysHelp: 'Päiviä ensimmäisestä leikkauksesta, kuolinpaikasta riippumatta.',
  episode: 'Hoitokokonaisuus',
  episodeHelp: 'Saman kokonaisuuden leikkaukset ovat yksi tapaus, ensimmäisestä lukien.',
  risk: 'Odotettu riski',
  riskHelp: 'Todennäköisyyksien sarake: 2 % on 0.02.',
  riskModel: 'Riskimalli',
  riskModelHelp: 'Sarakkeen sijasta: kertoimien taulu, jossa on term, coefficient ja luokille level.',
  recalibrate: 'Sovita riskit kaikkiin sairaaloihin',
  recalibrateHelp:
    'Siirtää riskejä yhtä paljon, kunnes kaikki yhdessä odottavat toteutuneen: sairaaloita verrataan toisiinsa.',
  time: 'Aika',
  timeHelp: 'Leikkauksen päivä: VLAD- ja CUSUM-kuvien järjestys.',
  complications: 'Komplikaatiot',
  complicationsHelp: 'Kyllä/ei-sarakkeita, kukin oma tapahtumansa.',
  show: 'Näytetään',
  showHelp: 'Pois jätettynä: kaikki, mihin sarakkeet riittävät.',
  parts: {
    funnel: 'Suppilokuvio',
    oe: 'Havaitut / odotetut',
    vlad: 'VLAD',
    cusum: 'CUSUM',
    rates: 'Osuudet',
    stay: 'Hoitoaika'
  },
  level: 'Luottamustaso',
  levelHelp: 'Sairaaloiden luottamusvälien. Suppilossa on aina 95 % ja 99,8 %.',
  target: 'Tavoiteosuus',
  targetHelp: 'Osuuksien suppilon keskiviiva. Pois jätettynä: kaikki sairaalat yhdessä.',
  cusum: 'CUSUM',
  worse: 'Huonompi: ristitulosuhde',
  worseHelp: 'Etsittävä huononnus: 2 on vetosuhteen kaksinkertaistuminen.',
  better: 'Parempi: ristitulosuhde',
  betterHelp: 'Etsittävä parannus: 0.5 on puolittuminen.',
  falseAlarm: 'Väärät hälytykset',
  falseAlarmHelp: 'Aiheettoman hälytyksen todennäköisyys kumpaankin suuntaan.',
  casesAhead: 'Tapausten määrä',
  casesAheadHelp: 'Pois jätettynä: sairaalan oma määrä.',
  runs: 'Simuloidut kulut',
  runsHelp: 'Useampi tarkentaa rajoja.',
  seed: 'Siemenluku',
  resultTitle: 'Otsikko',
  caption: 'Kuvateksti',
  summary: (hospitals, cases) =>
    `${counted(hospitals, 'sairaala', 'sairaalaa')}, ${counted(cases, 'tapaus', 'tapausta')}`,
  hospitalOf: (name) => `Sairaala ${name}`,
  range: (value, lower, upper) => `${value} (${lower}–${upper})`,
  outside: {
    'above 99.8 %': (names) => `suppilon 99,8 %:n rajojen yläpuolella: ${list(names)}`,
    'below 99.8 %': (names) => `suppilon 99,8 %:n rajojen alapuolella: ${list(names)}`,
    'above 95 %': (names) => `suppilon 95 %:n rajojen yläpuolella, 99,8 %:n rajojen sisällä: ${list(names)}`,
    'below 95 %': (names) => `suppilon 95 %:n rajojen alapuolella, 99,8 %:n rajojen sisällä: ${list(names)}`
  },
  outsideNone: 'Kaikki sairaalat ovat suppilon 95 %:n rajojen sisällä',
  outsideNoneShown: 'Näytettävät sairaalat ovat suppilon 95 %:n rajojen sisällä',
  noneShown: 'Yhtään sairaalaa ei näytetä: kaikilla on liian vähän tapauksia tai tapahtumia',
  together: (cases, hospitals, observed, share, event, days) => {
    const all = `${counted(cases, 'tapaus', 'tapausta')}, ${counted(hospitals, 'sairaala', 'sairaalaa')}`;
    return event === ''
      ? `${all}: ${counted(days, 'päivän', 'päivän')} kuluessa kuolleita ${count(observed)} (${share}).`
      : `${all}: tulos \`${event}\` todettiin ${count(observed)} kertaa (${share}).`;
  },
  expectedOf: (expected, ratio, level) =>
    `Odotettu määrä oli ${expected}: havaitut / odotetut ${ratio}, luottamusväli ${level}.`,
  togetherHidden: (cases, hospitals) =>
    `${counted(cases, 'tapaus', 'tapausta')}, ${counted(hospitals, 'sairaala', 'sairaalaa')}. Yleisön edessä ei näytetä alle ${smallGroup} tapauksen tai tapahtuman sairaaloiden lukuja eikä yhteislukuja.`,
  excludedNone: (cases) => `Yhtään tapausta ei jätetty pois (yhteensä ${count(cases)}).`,
  excluded: (left, of, reasons) => `Pois jätetty: ${count(left)}/${count(of)} tapausta (${reasons}).`,
  exclusions: {
    'follow-up too short': 'liian lyhyt seuranta',
    'follow-up unknown': 'seuranta tuntematon',
    'operation undated': 'leikkauspäivä puuttuu',
    'death before operation': 'kuolema ennen leikkausta',
    'deaths differ': 'kaksi eri kuolinpäivää',
    'no episode': 'hoitokokonaisuus puuttuu',
    'no outcome': 'tulos puuttuu',
    'no hospital': 'sairaala puuttuu',
    'no expected risk': 'odotettu riski puuttuu'
  },
  miscalibrated: (ratio) =>
    `Kaikissa sairaaloissa yhdessä tapahtumia on ${ratio}-kertaisesti riskimallin odottamaan verrattuna: vertaa sairaaloita toisiinsa, ei lukuun 1, tai kirjoita \`recalibrate: true\`.`,
  recalibrated: (factor) =>
    `Riskit on sovitettu kaikkiin sairaaloihin yhdessä (vetosuhde kertaa ${factor}): kutakin verrataan kaikkiin, se itse mukaan lukien.`,
  fewExpected: (few, of) =>
    `${count(few)}/${count(of)} sairaalassa odotetaan alle 5 tapahtumaa: rajat ovat väljät, eikä niiden sisällä oleminen todista turvallisuutta.`,
  byChance: (hospitals, expected) =>
    `Jos kaikki sairaalat (${count(hospitals)}) olisivat odotetun kaltaisia, sattuma yksin veisi niistä 95 %:n rajojen ulkopuolelle keskimäärin enintään ${expected}.`,
  noRanking: 'Sairaalat ovat nimien järjestyksessä: niiden erot eivät ole paremmuusjärjestys.',
  funnelAdjusted: 'Havaitut / odotetut sairaaloittain',
  funnelCrude: (event, days) =>
    event === ''
      ? `Kuolleet ${count(days)} päivän kuluessa sairaaloittain, riskillä vakioimatta`
      : `Osuus, jolla \`${event}\`, sairaaloittain, riskillä vakioimatta`,
  funnelKey: {
    warning: '95 %:n rajat',
    action: '99,8 %:n rajat',
    inside: 'sisällä',
    outside: 'ulkona',
    target: 'tavoite'
  },
  funnelExactAdjusted:
    'Tarkat Poisson-rajat luvun 1 ympärillä: ulkona on se, minkä sattuma yksin antaa sillä puolella alle 25 (95 %) tai alle 1 (99,8 %) kertaa tuhannesta.',
  funnelExactCrude: (target) => `Tarkat binomirajat, keskiviiva ${target}.`,
  funnelSource: 'Spiegelhalter 2005, Statistics in Medicine 24:1185.',
  funnelNone: 'Osuuksien suppiloa ei ole: ilman tapahtumia, tai pelkistä tapahtumista, ei ole vertailtavaa.',
  funnelDescription: (sort, rows) =>
    `Suppilokuvio sairaaloittain: ${sort === 'crude' ? 'osuudet' : 'havaitut / odotetut tapahtumat'}, rajat 95 % ja 99,8 %. ${rows}`,
  hiddenHospitals: (n) =>
    `Piirtämättä, koska tapauksia, tapahtumia tai tapahtumattomia on alle ${smallGroup}: ${counted(n, 'sairaala', 'sairaalaa')}.`,
  casesAxis: 'Tapauksia',
  expectedAxis: 'Odotettuja tapahtumia',
  rateAxis: 'Osuus (%)',
  ratioAxis: 'Havaitut / odotetut',
  timeAxis: 'Aika',
  vladAxis: 'Odotetut − havaitut',
  cusumAxis: 'CUSUM',
  rateTip: (name, observed, cases, rate) => `${name}\n${count(observed)}/${count(cases)}: ${rate}`,
  ratioTip: (name, observed, expected, ratio) => `${name}\nhavaittu ${count(observed)}, odotettu ${expected}\n${ratio}`,
  positions: {
    inside: 'sisällä',
    'above 95 %': 'yli 95 %',
    'above 99.8 %': 'yli 99,8 %',
    'below 95 %': 'alle 95 %',
    'below 99.8 %': 'alle 99,8 %'
  },
  oeTitle: 'Havaitut ja odotetut tapahtumat sairaaloittain',
  head: {
    hospital: 'Sairaala',
    cases: 'Tapauksia',
    observed: 'Havaittu',
    expected: 'Odotettu',
    ratio: (level) => `Hav. / odot. (${level})`,
    rate: (level) => `Osuus (${level})`,
    p: 'p (Holm)',
    funnel: 'Suppilo',
    event: 'Komplikaatio',
    vlad: 'Odotetut − havaitut',
    worse: (oddsRatio) => `Huonompi (OR ${oddsRatio}): raja`,
    better: (oddsRatio) => `Parempi (OR ${oddsRatio}): raja`,
    alarm: 'Ensimmäinen hälytys'
  },
  oeNote:
    'Suhteen rajat ovat tarkat (Poisson); p koskee oletusta, että suhde on 1: kaksisuuntainen, sairaaloiden määrällä korjattu.',
  ratesTitle: 'Osuudet sairaaloittain',
  ratesNote: 'Tarkat rajat (Clopper ja Pearson). Tapausta, jolta arvo puuttuu, ei lasketa kumpaankaan.',
  lengthOfStay: 'Hoitoaika',
  lengthOfStayHelp: 'Luku kultakin tapaukselta, esimerkiksi tehohoitopäivät.',
  stayHead: (unit) => `Mediaani (kvartiilit)${unit === undefined ? '' : `, ${unit}`}`,
  stayFinding: (least, most, unit) => {
    const of = unit === undefined ? '' : ` ${unit}`;
    return least === most
      ? `Hoitoajan mediaani sairaaloittain: ${least}${of}`
      : `Hoitoajan mediaani sairaaloittain: ${least}–${most}${of}`;
  },
  stayMissing: 'Puuttuu',
  stayImpossible: 'Alle 0, ei käytetty',
  stayDescription: (all) => `Hoitoajan mediaani sairaaloittain kvartiileineen. ${all}`,
  stayNote:
    'Piste: mediaani; viiva: ensimmäisestä kolmanteen kvartiiliin. Kaikista tapauksista, joilla on sairaala ja hoitoaika, ilman riskikorjausta: varhain kuolleen hoitoaika on lyhyt.',
  complicationsNote: 'Kaikista tapauksista, joilla on sairaala, myös niistä, joilta puuttuu lopputulos tai riski.',
  rateCell: (events, cases, rate) => `${count(events)}/${count(cases)}, ${rate}`,
  noValue: 'ei arvoa',
  few: `alle ${smallGroup}`,
  vladTitle: 'Odotetut miinus havaitut tapahtumat ajan mukaan (VLAD)',
  vladNote:
    'Viiva nousee odotetun riskin verran, kun lapsi elää, ja laskee 1 − riski verran tapahtumasta: tasainen tarkoittaa odotettua, laskeva odotettua enemmän tapahtumia. Lovegrove 1997, Lancet 350:1128.',
  cusumTitle: 'Riskillä vakioitu CUSUM sairaaloittain',
  alarms: (worse, better) => {
    if (worse.length + better.length === 0) return 'Mikään CUSUM ei hälyttänyt';
    const said = [
      ...(worse.length > 0 ? [`odotettua enemmän tapahtumia: ${list(worse)}`] : []),
      ...(better.length > 0 ? [`odotettua vähemmän: ${list(better)}`] : [])
    ];
    return `CUSUM-hälytys, ${said.join('; ')}`;
  },
  cusumKey: {
    worse: 'ylös: odotettua huonompi',
    better: 'alas: parempi',
    limit: 'rajat',
    alarm: 'ensimmäinen hälytys'
  },
  cusumNote: (alarm, cases, runs, seed) =>
    `Rajat perustuvat sairaalan omasta potilasaineistosta simuloituihin kulkuihin (${count(runs)}, siemenluku ${seed}): jos mikään ei muutu, hälytyksen antaa ${alarm} kuluista kumpaankin suuntaan, kun tapauksia on ${cases === undefined ? 'yhtä monta kuin sairaalassa' : count(cases)}. Hälytys on syy tarkistaa tiedot, kirjaaminen ja potilasaineisto, ei tuomio. Steiner 2000, Biostatistics 1:441.`,
  courseDescription: (units) => `Viivat ajan mukaan sairaaloittain. ${units}`,
  unitDescription: (name, cases, vlad) =>
    `${name}: ${counted(cases, 'tapaus', 'tapausta')}, odotetut miinus havaitut lopussa ${vlad}.`,
  limitText: (limit, lower, upper) => `${limit} (${lower}–${upper})`,
  limitsNote: 'Suluissa: missä raja on 95 %:n luottamuksella, kun simuloituja kulkuja on näin monta.',
  alarmAt: (at, date) => `tapaus ${count(at)}, ${date}`,
  alarmNone: 'ei',
  undated: (n) => `Aika puuttuu: ${counted(n, 'tapaus', 'tapausta')}, ei missään kulussa.`,
  fewCases: (n) => `Alle 10 tapausta: ${counted(n, 'sairaala', 'sairaalaa')}, ei kulkua.`,
  beyond: (n) => `Seuraamatta: ${counted(n, 'sairaala', 'sairaalaa')}. Kuvaan mahtuu 24.`,
  courseHidden: 'Jokainen viivan askel on lapsi: yleisön edessä ja raporteissa niitä ei näytetä.',
  courseNone: 'Missään sairaalassa ei ole kymmentä tapausta, jotka kulku vaatii.',
  tables: (names) => (names.length === 1 ? `Luvut ovat taulu ${names[0]}.` : `Luvut ovat taulut ${list(names)}.`),
  research: 'Tutkimukseen ja opetukseen.',
  warning: {
    summary: (patients, hours) => `${counted(patients, 'potilas', 'potilasta')}, ${counted(hours, 'tunti', 'tuntia')}`,
    title: (utility) => `Normalisoitu hyöty ${utility}`,
    titleHidden: 'Varhaisten varoitusten normalisoitu hyöty',
    hidden: `Alle ${smallGroup} potilasta, joilla on sepsis: yleisölle ja raporteissa niistä ei näytetä lukuja.`,
    together: (patients, hours, septic, calls, share) =>
      `${counted(patients, 'potilas', 'potilasta')}, ${counted(hours, 'tunti', 'tuntia')}; sepsis: ${septic}; hälytyksiä ${counted(calls, 'tunnilla', 'tunnilla')} (${share}).`,
    shifted: (hours) =>
      hours === 0
        ? 'Sepsiksen alku on ensimmäinen merkintä 1.'
        : `Sepsiksen alku on ${counted(hours, 'tunti', 'tuntia')} ensimmäisen merkinnän 1 jälkeen.`,
    thresholdGiven: (threshold) => `Vähintään ${threshold} pistettä on hälytys.`,
    thresholdChosen: (threshold) =>
      `Vähintään ${threshold} pistettä on hälytys: näiden samojen potilaiden hyödyllisin raja-arvo. Muilla potilailla siitä on vähemmän hyötyä.`,
    thresholdNone: 'Jokainen raja-arvo on huonompi kuin hälyttämättä jättäminen: hälytyksiä ei ole.',
    dropped: (rows, labels, calls) =>
      `Jätetty pois ${counted(rows, 'rivi', 'riviä')}: ilman merkintää ${count(labels)}, ilman hälytystä tai pistemäärää ${count(calls)}, muut ilman potilasta tai aikaa. Potilas, jonka merkinnät puuttuvat, voi näyttää terveeltä.`,
    gaps: (patients) => `Tunteja ilman riviä: ${counted(patients, 'potilas', 'potilasta')}. Niitä ei lasketa.`,
    precision: (value, prevalence) =>
      `Keskimääräinen tarkkuus (average precision) ${value}; mitään kertomattomalla pistemäärällä se on positiivisten tuntien osuus ${prevalence}.`,
    scaleTitle:
      'Hyödyn asteikko: 0 on hälyttämättä jättäminen, 1 parhaat mahdolliset hälytykset, alle 0 sitä huonompi.',
    scale: { calls: 'Nämä hälytykset', best: 'Parhaat mahdolliset', inaction: 'Ei hälytyksiä' },
    scaleFact: (sum, normalised) => `${sum}; normalisoituna ${normalised}`,
    head: {
      what: 'Hälytykset',
      sum: 'Summa',
      utility: 'Normalisoitu hyöty',
      threshold: 'Raja-arvo',
      calls: 'Tunteja, joilla hälytys',
      patients: 'Potilaita',
      septic: 'Sepsis'
    },
    curveTitle: 'Hyöty hälytystuntien osuuden mukaan',
    curveCaption: 'Kukin piste on raja-arvo; merkki on käytetty. Viiva 0 on hälyttämättä jättäminen.',
    curveDescription: (utility, share) =>
      `Viiva, normalisoitu hyöty hälytystuntien osuuden mukaan. Käytetty: ${utility}, ${share} tunneista.`,
    callsAxis: 'Hälytystunteja (%)',
    utilityAxis: 'Normalisoitu hyöty',
    tip: (threshold, utility, calls) => `Rajasta ${threshold}\nHyöty ${utility}\nHälytys: ${calls} tunneista`,
    groupsTitle: 'Sairaaloittain',
    groupsNote:
      'Sairaalat ovat nimien järjestyksessä: kun sepsispotilaita on vähän, erot ovat enimmäkseen sattumaa eivätkä paremmuusjärjestys.',
    source: 'PhysioNet/CinC Challenge 2019: Reyna 2020, Critical Care Medicine 48:210.'
  }
};

export const benchmarkCellFailures: Words<typeof en.benchmarkCellFailures> = {
  'benchmark-needs-name': {
    message: () => 'Solulla ei ole nimeä, joten sen tauluillakaan ei ole.',
    hint: () => 'Anna solulle nimi.'
  },
  'benchmark-hospital-none': {
    message: () => 'Ei ole kerrottu, mikä sarake on sairaala.',
    hint: () => 'Kirjoita `hospital:` tai sepsiksen varoituksille `method: sepsis-utility`.'
  },
  'benchmark-warning-needs': {
    message: (v) => `Varoitusten hyöty tarvitsee kentän \`${clip(v.field)}\`.`,
    hint: () => 'Nimeä sarakkeet `person`, `time` ja `label` sekä `call` tai `score`.'
  },
  'benchmark-call-none': {
    message: () => 'Ei ole kerrottu, mikä on hälytys.',
    hint: () => 'Kirjoita `call:` ja sarake, jossa on 0 ja 1, tai `score:` ja sarake, jossa on lukuja.'
  },
  'benchmark-call-two': {
    message: () => 'Hälytysten sarake ei tarvitse pistemäärää eikä raja-arvoa.',
    hint: () => 'Jätä `call` tai `score` ja `threshold`.'
  },
  'benchmark-not-here': {
    message: (v) => `\`${clip(v.field)}\` ei kerro mitään varhaisista varoituksista.`,
    hint: () => 'Jätä se pois tai kirjoita `method: hospitals`.'
  },
  'benchmark-hour-unit': {
    message: (v) => `Sarakkeen \`${clip(v.column)}\` yksikkö ${clip(v.unit)} ei ole ajan yksikkö.`,
    hint: () => 'Ota sarake, jonka yksikkö on s, min, h tai d, tai aikaleima.'
  },
  'benchmark-outcome-none': {
    message: () => 'Ei ole sanottu, mikä lasketaan tapahtumaksi.',
    hint: () => 'Kirjoita `outcome:` ja 0/1-sarake, tai 30 päivän kuolemille `death_day:` ja `follow_up:`.'
  },
  'benchmark-outcome-two': {
    message: () => 'Sekä `outcome` että `death_day` kertovat, mikä on tapahtuma.',
    hint: () => 'Jätä toinen pois.'
  },
  'benchmark-follow-up': {
    message: () => 'Ilman seurantaa ei tiedetä, kuka eli 30 päivää.',
    hint: () => 'Kirjoita `follow_up:` ja sarake, jossa on viimeinen päivä, jolta lapsen tila tiedetään.'
  },
  'benchmark-episode': {
    message: () => 'Usean leikkauksen kokonaisuudet vaativat kentät `death_day`, `follow_up` ja `time`.',
    hint: () => 'Nimeä sarakkeet tai jätä `episode` pois: silloin jokainen rivi on tapaus.'
  },
  'benchmark-risk-two': {
    message: () => 'Sekä `risk` että `risk_model` kertovat odotetun.',
    hint: () => 'Jätä toinen pois.'
  },
  'benchmark-needs-risk': {
    message: (v: Values) => `\`${clip(v.part)}\` vertaa odotettuihin riskeihin, eikä niitä ole.`,
    hint: () => 'Kirjoita `risk:` ja todennäköisyyksien sarake, tai `risk_model:` ja kertoimien taulu.'
  },
  'benchmark-needs-time': {
    message: (v: Values) => `\`${clip(v.part)}\` vaatii tapausten järjestyksen.`,
    hint: () => 'Kirjoita `time:` ja päivämäärien sarake.'
  },
  'benchmark-needs-stay': {
    message: () => '`stay` näyttää hoitoajan, eikä sen saraketta ole nimetty.',
    hint: () => 'Kirjoita `stay:` ja hoitoaikojen sarake.'
  },
  'benchmark-show-none': {
    message: () => '`show` on tyhjä, joten näytettävää ei ole.',
    hint: () => 'Kirjoita funnel, oe, vlad, cusum, rates tai stay, tai jätä `show` pois.'
  }
};
