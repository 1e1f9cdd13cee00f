import type * as en from '../en/egress';
import type { Words } from '../words';
import { counted } from './figures';

const rows = (n: number) => counted(n, 'rivi', 'riviä');
const cells = (n: number) => counted(n, 'lukumäärä', 'lukumäärää');
const values = (n: number) => counted(n, 'arvo', 'arvoa');
const defaultsHold = 'Kunnes se on korjattu, sivu toimii kaikkien asennusten yhteisin asetuksin.';

export const egressFailures: Words<typeof en.egressFailures> = {
  'config-large': {
    message: (v) => `\`config.json\` on suurempi kuin ${v.kb} kt, joten mikään siinä ei ole voimassa.`,
    hint: () => defaultsHold
  },
  'config-damaged': {
    message: () => '`config.json` ei ole JSON-muotoa, joten mikään siinä ei ole voimassa.',
    hint: () => defaultsHold
  },
  'config-key': {
    message: (v) => `Tiedostossa \`config.json\` on tuntematon avain \`${v.key}\`, joten mikään siinä ei ole voimassa.`,
    hint: (v) => (v.near === undefined ? 'Poista se.' : `Lähellä: \`${v.near}\`.`)
  },
  'config-value': {
    message: (v) =>
      `Tiedostossa \`config.json\` on kohdassa \`${v.key}\` arvo ${v.found}, joten mikään siinä ei ole voimassa.`,
    hint: (v) => `Siinä voi olla: ${v.expected}.`
  },
  'folder-taken': {
    message: (v) => `Siinä kansiossa on jo \`${v.name}\`, eikä mitään sen sisällöstä korvata.`,
    hint: () => 'Valitse toinen kansio tai siirrä vanha pois.'
  }
};

export const gate: Words<typeof en.gate> = {
  title: (size) => `Päästetäänkö ${size} pois tältä laitteelta?`,
  titleAbout: (size) => `Päästetäänkö noin ${size} pois tältä laitteelta?`,
  inParts: (n) =>
    `${counted(n, 'osa', 'osaa')}, yhteen kansioon. Jokainen osa merkitään kirjanpitoon ennen kuin se kirjoitetaan.`,
  intoFolder: (name) => `Uusi kansio \`${name}\` valitsemassasi paikassa. Kansion haltija voi lukea sen kokonaan.`,
  once: {
    file: (bytes) => `${bytes}, kerran, tiedostona jonka selain tallentaa.`,
    clipboard: (bytes) => `${bytes}, kerran, leikepöydälle.`,
    link: (bytes) => `${bytes}, kerran, linkkinä jonka annat eteenpäin.`,
    printer: (bytes) => `${bytes}, kerran, tulostimelle.`,
    network: (bytes) => `${bytes}, kerran, verkon kautta.`
  },
  bytes: (n) => counted(n, 'tavu', 'tavua'),
  what: 'Mitä',
  to: 'Kenelle',
  why: 'Miksi',
  contains: 'Sisältää',
  atWorst: 'Pahimmillaan',
  kinds: {
    notebook: (name, form) => `Muistikirja *${name}*, muoto ${form}`,
    followed: (name) => `Muistikirja *${name}*, muoto Markdown, ja tästä lähtien jokainen muutos`,
    table: (name, form) => `Taulu \`${name}\`, muoto ${form}`,
    chart: (name, form) => `Kaavio \`${name}\`, muoto ${form}`,
    report: (name) => `Muistikirjan *${name}* raportti HTML-muodossa`,
    backup: (n) => `${counted(n, 'muistikirja', 'muistikirjaa')} versioineen ja roskakoreineen zip-tiedostona`,
    link: (name) => `Linkki, jossa on muistikirja *${name}*`,
    clipboard: (n, name) => `${counted(n, 'solu', 'solua')} taulusta \`${name}\``,
    notebookCells: (n) =>
      n === 1 ? 'Yhden muistikirjan solun teksti' : `${counted(n, 'solun', 'muistikirjan solun')} teksti`,
    print: (name) => `*${name}* paperilla`,
    ledger: (n) => `Kirjanpito: ${counted(n, 'merkintä', 'merkintää')}`,
    simulated: (persons, use, seed) =>
      `Simuloitu aineisto, ${counted(persons, 'henkilö', 'henkilöä')}: *${use}*, siemenluku ${seed}`,
    part: (part, of) => `osa ${part}/${of}`
  },
  receivers: {
    file: (name) =>
      `\`${name}\`, sinne minne tämä selain tallentaa tiedostot. Tiedoston haltija voi lukea sen kokonaan.`,
    clipboard: () => 'Leikepöytä. Jokainen ohjelma, johon liität, voi lukea kaiken.',
    link: () => 'Linkin haltija voi lukea kaiken. Merkin # jälkeistä osaa ei lähetetä millekään palvelimelle.',
    printer: () => 'Paperi tai tulostusikkunan tiedosto. Sen haltija voi lukea kaiken.',
    network: (name) => `${name}`
  },
  fromCell: (cell, notebook) => `Solu \`${cell}\` muistikirjassa *${notebook}*. Sinä pyysit sitä.`,
  fromNotebook: (notebook) => `*${notebook}*. Sinä pyysit sitä.`,
  youAsked: 'Sinä pyysit sitä.',
  noRows: 'ei yksittäisiä rivejä',
  rows: (n) => counted(n, 'yksittäinen rivi', 'yksittäistä riviä'),
  simulated: 'simuloitu, ei todellisia potilaita',
  textOnly: 'vain tekstiä, ei dataa',
  marks: (n) => counted(n, 'piirretty merkki', 'piirrettyä merkkiä'),
  drawnRows: 'piirretty yksittäisistä riveistä',
  aggregates: (n) => counted(n, 'koostettu luku', 'koostettua lukua'),
  smallest: (n) => `pienin ryhmä ${n}`,
  noCounts: 'lukuja ilman lukumääriä',
  size: (rowCount, columns) => `${rows(rowCount)} × ${columns}`,
  worst: {
    simulated: 'Joku luulee sitä todellisten lasten aineistoksi. Mukana oleva tiedosto sanoo, ettei se ole.',
    text: 'Joku lukee tekstin. Siinä ei ole dataa eikä tuloksia.',
    drawing: 'Joku lukee lukuja piirroksesta. Siinä ei ole enempää kuin mitä se näyttää.',
    counts: (least) => `Alle ${least} henkilön ryhmää ei voi lukea eikä laskea siitä.`,
    groups: 'Harvojen keskiarvo kertoo, millaisia he ovat, eikä tässä sanota, montako luvun takana on.',
    persons: 'Joku, joka tietää vähän yhdestä lapsesta, löytää sen rivin ja lukee kaiken muun.',
    held: 'Se, mikä on merkitty kohtaan Tarkistukset, voisi kertoa yksittäisistä lapsista.',
    ledger: 'Joku lukee, mitä tältä laitteelta lähti ja mitä pidettiin. Siinä ei ole datan arvoja.',
    model: 'Painot ovat voineet oppia yksittäisiä lapsia ulkoa. Ne eivät ole automaattisesti nimettömiä.',
    backup: 'Joku lukee kaikki täällä säilytetyt muistikirjat. Datatiedostot ja tulokset eivät ole mukana.'
  },
  checks: 'Tarkistukset',
  looking: 'Tarkistetaan …',
  passed: {
    simulated: 'Tämän sivun siemenluvusta tekemä: ei kenenkään rivejä',
    identifiers: 'Ei henkilöiden nimiä, numeroita eikä osoitteita',
    dates: 'Ei syntymäaikoja',
    text: 'Ei vapaata tekstiä',
    rows: 'Ei yksittäisiä rivejä',
    cells: (least) => `Ei alle ${least} henkilön ryhmiä, ei myöskään vähentämällä`,
    own: 'Vain omaa tekstiä ilman tuloksia'
  },
  findings: {
    'identifier-name': (v) => `*Kuka se on:* sarakkeen \`${v.column}\` nimessä on ${v.what}.`,
    'identifier-value': (v) =>
      `*Kuka se on:* sarakkeessa \`${v.column}\` ${values(Number(v.count))} näyttää tältä: ${v.what}.`,
    'identifier-text': (v) => `*Kuka se on:* tekstissä \`${v.table}\` näyttää olevan ${v.what}.`,
    'person-key': (v) => `*Yhdistettävissä:* \`${v.column}\` erottaa henkilöt tai hoitojaksot.`,
    rows: (v) => `*Yksittäisiä rivejä:* ${rows(Number(v.count))}, kukin yksi henkilö, hoitojakso tai mittaus.`,
    'drawn-rows': (v) =>
      `*Yksittäisiä rivejä:* \`${v.table}\` on piirretty yksittäisten henkilöiden riveistä. Jokin sen merkeistä (${v.count}) voi kertoa yhdestä henkilöstä.`,
    'rows-forbidden': (v) => `*Yksittäisiä rivejä:* ${rows(Number(v.count))}. Tämä asennus ei päästä niitä ulos.`,
    'free-text': (v) => `*Vapaata tekstiä* sarakkeessa \`${v.column}\`: kukaan ei ole lukenut, mitä siinä on.`,
    'birth-date': (v) => `*Syntymäaikoja* sarakkeessa \`${v.column}\`.`,
    'exact-dates': (v) => `Tarkkoja päiviä sarakkeessa \`${v.column}\`.`,
    'small-cells': (v) => `*Pieniä ryhmiä:* ${cells(Number(v.count))} alle ${v.least} taulussa \`${v.table}\`.`,
    'open-cells': (v) =>
      `*Piilotettu, mutta ei riittävästi:* ${cells(Number(v.count))} taulussa \`${v.table}\` voi laskea summista.`,
    'small-shares': (v) =>
      `*Pieniä ryhmiä:* sarakkeessa \`${v.column}\` ${values(Number(v.count))} kertoo lukumäärän kanssa alle ${v.least} henkilön ryhmän.`,
    'small-groups': (v) =>
      `*Pieniä ryhmiä:* taulussa \`${v.table}\` ${values(Number(v.count))} kuvaa alle ${v.least} henkilöä.`,
    complements: (v) =>
      `*Pieniä ryhmiä:* taulussa \`${v.table}\` ${cells(Number(v.count))} jättää jäljelle alle ${v.least} henkilöä.`,
    difference: (v) =>
      `*Nähty ennen:* ${cells(Number(v.count))} eroaa alle ${v.least} taulun \`${v.table}\` aiemmasta viennistä.`,
    extremes: (v) => `\`${v.column}\` voi olla yhden henkilön arvo.`,
    'no-counts': (v) => `Taulussa \`${v.table}\` ei sanota, montako henkilöä kunkin rivin takana on.`,
    'partly-looked': (v) => `Arvoista katsottiin ${rows(Number(v.count))} alusta.`,
    'model-weights': () => '*Mallin painot* eivät ole automaattisesti nimettömiä.'
  },
  identifiers: {
    name: 'nimi',
    email: 'sähköpostiosoite',
    phone: 'puhelinnumero',
    'national-id': 'henkilötunnus',
    iban: 'tilinumero',
    'record-number': 'potilasnumero',
    address: 'osoite',
    ip: 'tietokoneen osoite'
  },
  passes: 'Kunnossa',
  stops: 'Estää',
  asks: 'Korjaa tai kerro miksi',
  tells: 'Tiedoksi',
  mendIt: 'Korjaa:',
  or: 'tai',
  mends: {
    drop: (column) => `Jätä pois \`${column}\``,
    suppress: (n) => `Piilota ${values(n)}`,
    year: (column) => `Säilytä vain vuosi: \`${column}\``,
    round: (base) => `Pyöristä lukumäärät: ${base}`,
    counts: () => 'Vie vain lukumäärät'
  },
  mended: (what) => `Korjattu: ${what}.`,
  undoMends: 'Kumoa korjaukset',
  cannotMend: 'Tätä ei voi korjata tässä. Muuta vietävää ja vie uudelleen.',
  byWriter: 'Vain tekstin kirjoittaja voi korjata sen.',
  reason: 'Miksi sen on lähdettävä tällaisena',
  reasonHelp: 'Vähintään kymmenen merkkiä. Jää kirjanpitoon tämän viennin kohdalle.',
  reasonMissing: 'Kerro ensin miksi',
  exactly: 'Katso tarkalleen mitä',
  readable: 'Luettavana',
  lines: 'Ensimmäiset 200 riviä',
  bytesTab: 'Tavut',
  rowsTab: (n) => `Rivit (${n})`,
  none: 'ei yhtään',
  shown: 'näytetty',
  lookFirst: 'Katso ensin kohta *Katso tarkalleen mitä*',
  noLines: 'Se ei ole tekstiä: katso tavut.',
  moreLines: (n) => counted(n, 'rivi lisää', 'riviä lisää'),
  moreBytes: (n) => `${counted(n, 'tavu lisää', 'tavua lisää')} kohdassa *Tavut*`,
  noRowsInside: 'Siinä ei ole yksittäisiä rivejä.',
  firstRows: (shown, all) => `${shown} / ${rows(all)}`,
  hexLabel: 'Kaikki tavut, kuusitoista rivillä',
  fingerprint: 'Sormenjälki',
  copyFingerprint: 'Kopioi sormenjälki',
  copiedFingerprint: 'Kopioitu',
  keep: 'Pidä täällä',
  letOut: 'Päästä ulos',
  refused: (size) => `${size} ei voi lähteä tällaisena.`,
  kept: 'Pidettiin täällä.',
  left: (size) => `${size} lähti tältä laitteelta.`
};

export const ledgerWords: Words<typeof en.ledgerWords> = {
  title: 'Kirjanpito',
  nothing: 'Tältä laitteelta ei ole lähtenyt mitään.',
  total: (size, n, since) =>
    `${size} on lähtenyt tältä laitteelta, ${counted(n, 'lähetys', 'lähetystä')} alkaen ${since}`,
  noRowsAmong: 'niissä ei yksittäisiä rivejä',
  rowsAmong: (n) => `niissä ${counted(n, 'yksittäinen rivi', 'yksittäistä riviä')}`,
  unbroken: (n) => `${counted(n, 'merkintä', 'merkintää')}, ketju ehjä`,
  broken: (at) => `Ketju on poikki merkinnän ${at} kohdalla`,
  verifying: 'Tarkistetaan …',
  notLet: (refused, kept) => `estetty ${refused}, pidetty täällä ${kept}`,
  notLasting: 'Tämä ikkuna ei säilytä mitään: kirjanpito päättyy sen mukana.',
  verify: 'Tarkista ketju',
  export: 'Vie kirjanpito',
  exportHelp: 'Kuka tahansa tarkistaa sen ohjelmalla `verify-ledger.mjs` ilman tätä sivua.',
  search: 'Hae kirjanpidosta',
  noHit: (text) => `Missään merkinnässä ei ole *${text}*.`,
  filters: {
    all: 'Kaikki',
    left: 'Lähtenyt',
    not: 'Ei päästetty',
    blocked: 'Torjuttu',
    light: 'Leikepöytä ja tulostus'
  },
  allDays: 'Kaikki päivät',
  today: 'Tänään',
  allNotebooks: 'Kaikki muistikirjat',
  day: 'Päivä',
  notebook: 'Muistikirja',
  columns: {
    time: 'Aika',
    what: 'Mitä',
    to: 'Kenelle',
    size: 'Koko',
    rows: 'Rivejä',
    fingerprint: 'Sormenjälki',
    allowed: 'Salli',
    chain: 'Ketju'
  },
  allowed: { you: 'sinä', limit: 'alle rajan', nobody: 'ei kukaan' },
  ways: { file: 'tiedosto', clipboard: 'leikepöytä', link: 'linkki', printer: 'tulostin', network: 'verkko' },
  refusedHead: 'Estetty:',
  keptHead: 'Pidetty täällä:',
  blockedHead: 'Torjuttu:',
  blockedWhat: (cell, to, n) =>
    `${cell ? `solu \`${cell}\`` : 'sivu'} pyysi ${to ? `osoitetta \`${to}\`` : 'verkkoa'} – evättiin${n > 1 ? `, ${counted(n, 'kerran', 'kertaa')}` : ''}`,
  blockedSeveral: (n) => `${counted(n, 'yritys lisää', 'yritystä lisää')}, liikaa eriteltäväksi – evättiin`,
  blockedCount: (n) => `${counted(n, 'yritys', 'yritystä')} torjuttu`,
  blockedNone: 'mitään ei lähetetty',
  no: 'ei',
  youKept: 'Valitsit *Pidä täällä*.',
  yours: 'Vastaat itse siitä, mihin liität sen',
  chartOf: (n, refused) =>
    `Lähteneet tavut ajan mukaan: ${counted(n, 'lähetys', 'lähetystä')}, ${counted(refused, 'yritys', 'yritystä')} ei päästetty`,
  entry: (n) => `Merkintä ${n}`,
  facts: {
    when: 'Milloin',
    notebook: 'Muistikirja',
    cell: 'Solu',
    size: 'Koko',
    to: 'Kenelle',
    rows: 'Rivejä',
    allowed: 'Sallittu',
    reason: 'Syy',
    mended: 'Korjattu',
    checks: 'Tarkistukset',
    fingerprint: 'Sormenjälki',
    rule: 'Mikä epäsi',
    times: 'Kuinka usein'
  },
  byYou: (seconds) => `sinä, kun se oli ollut näkyvissä ${seconds}`,
  noChecks: 'ei löydöksiä',
  see: 'Katso tarkalleen mitä lähti',
  seeKept: 'Katso tarkalleen mitä se oli',
  notKept: 'Lähtenyttä ei enää säilytetä täällä, tai se oli säilytettäväksi liian suuri.',
  chain: 'Ketju',
  chainText: 'Jokaisessa merkinnässä on edellisen sormenjälki, joten mitään ei voi poistaa tai muuttaa huomaamatta.',
  openPage: 'Avaa kirjanpito',
  linked: 'ketjussa',
  brokenHere: 'poikki'
};

export const forgetWords: Words<typeof en.forgetWords> = {
  privacy: 'Mitä saa lähteä',
  privacyText: 'Tämä asennus määrää vähimmäisrajan; tässä voit olla tiukempi, et koskaan väljempi.',
  minCell: 'Pienin näytettävä ryhmä',
  minCellHelp: (least) => `Pienemmät lukumäärät eivät lähde. Tämä asennus vaatii vähintään ${least}.`,
  rows: 'Yksittäiset rivit eivät lähde koskaan',
  rowsHelp: 'Eivät edes perustelun kanssa.',
  rowsByPolicy: 'Tämä asennus ei päästä niitä ulos.',
  title: 'Unohda kaikki',
  text: 'Kaikki, mitä tämä sivu säilyttää tässä selaimessa, poistetaan. Mikään ei tuo sitä takaisin.',
  button: 'Unohda kaikki …',
  what: 'Tämä poistetaan',
  list: {
    notebooks: (n) => `${counted(n, 'muistikirja', 'muistikirjaa')} versioineen ja roskakoreineen`,
    files: 'Tieto siitä, mitä datatiedostoja annettiin. Itse tiedostot jäävät paikoilleen.',
    ledger: (n) => `Kirjanpito: ${counted(n, 'merkintä', 'merkintää')}`,
    settings: 'Asetukset: teema, kieli, näppäimistö, omat tiukennukset',
    page: 'Sivu itse siltä osin kuin sitä säilytetään verkotonta työtä varten'
  },
  saveFirst: 'Tallenna ensin, mitä haluat säilyttää:',
  exportLedger: 'Vie kirjanpito',
  typeIt: (word) => `Vahvista kirjoittamalla ${word}`,
  word: 'UNOHDA',
  doIt: 'Unohda kaikki',
  cancel: 'Säilytä kaikki',
  working: 'Poistetaan …',
  done: 'Kaikki on unohdettu.',
  doneText: 'Tässä selaimessa ei säilytetä tästä sivusta enää mitään. Sulje välilehti tai aloita alusta.',
  again: 'Aloita alusta',
  failed: (what) =>
    `${what}: ei voitu poistaa, koska se on auki toisessa välilehdessä. Sulje muut välilehdet ja yritä uudelleen.`,
  retry: 'Yritä uudelleen'
};
