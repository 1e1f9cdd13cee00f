import type { Values } from '$workers/shared/errors';
import type * as en from '../en/import';
import type { Words } from '../words';
import { count, counted } from './figures';

export const importWords: Words<typeof en.importWords> = {
  dialogTitle: (tables) => (tables === 1 ? 'Luetaanko tämä tiedosto?' : `Luetaanko nämä ${count(tables)} taulua?`),
  omopTitle: (version) => `OMOP-poiminta, CDM ${version}`,
  asExtract: (tables) => `Lue kaikki ${count(tables)} taulua OMOP-nimillään, tyypit mallin määritelmästä`,
  extractText:
    'Tunnisteista säilyvät kaikki numerot, päivät ovat päiviä. Poista merkki, jos haluat valita nimet ja tyypit taulu kerrallaan.',
  found: 'Löydetyt taulut',
  results: 'Luetut taulut',
  looking: 'Tutkitaan tiedostoja …',
  stays: 'Se luetaan tällä laitteella eikä lähde minnekään.',
  nothing: 'Mikään siellä ei ole taulu.',
  noneChosen: 'Valitse vähintään yksi taulu.',
  stopped: (name) => `Taulua \`${name}\` ei voi lukea näin. Muuta lukutapaa tai jätä se pois.`,
  read: (tables) => (tables === 0 ? 'Lue' : `Lue ${counted(tables, 'taulu', 'taulua')}`),
  cancel: 'Peruuta',
  name: 'Taulun nimi',
  nameTaken: (name) => `Nimi \`${name}\` on varattu. Valitse toinen nimi.`,
  nameClash: (name, given) =>
    `Taulu nimeltä ${name} on jo olemassa. Tämän nimeksi tulee ${given} tai se, minkä kirjoitat.`,
  nameShape: 'Käytä vain kirjaimia, numeroita ja merkkiä _; aloita kirjaimella.',
  include: (name) => `Lue ${name}`,
  format: 'Muoto',
  delimiter: 'Sarakkeiden erotin',
  encoding: 'Merkistö',
  quote: 'Lainausmerkit',
  quotes: { '"': 'kaksinkertaiset', "'": 'yksinkertaiset', '': 'ei' },
  asProposed: 'ehdotuksen mukaan',
  header: 'Nimet ovat ensimmäisellä rivillä',
  headerYes: 'kyllä',
  headerNo: 'ei',
  decimal: 'Desimaalimerkki',
  thousands: 'Tuhaterotin',
  dateOrder: 'Päivät on kirjoitettu',
  none: 'ei',
  misfits: 'Arvot, jotka eivät sovi tyyppiin',
  misfitRows: (n) => counted(n, 'rivi ei sovi sarakkeiden tyyppeihin', 'riviä ei sovi sarakkeiden tyyppeihin'),
  misfitText:
    'Ne löytyivät, kun koko tiedosto käytiin läpi ennen lukemista. Valitse, mitä niille tehdään, tai korjaa tiedosto.',
  misfitsStop: 'Pysähdy: älä lue mitään',
  misfitsText: (columns) =>
    columns.length === 1
      ? `Lue sarake \`${columns[0]}\` tekstinä`
      : `Lue ${counted(columns.length, 'sarake', 'saraketta')} tekstinä: ${columns.map((name) => `\`${name}\``).join(', ')}`,
  misfitsAside: (n, into) => `Siirrä ${counted(n, 'rivi', 'riviä')} syrjään tauluun \`${into}\``,
  misfitAt: (line, column, expected) => `Rivi ${count(line)}: \`${column}\` ei ole ${expected}`,
  misfitRow: (row, column, expected) => `Taulukon rivi ${count(row)}: \`${column}\` ei ole ${expected}`,
  wrongRecord: (line, found, expected) =>
    `Rivillä ${count(line)} on ${counted(found, 'kenttä', 'kenttää')}, ei ${count(expected)}`,
  showAllPlaces: (n) => `Näytä ${count(n)}`,
  doesNotFit: 'ei sovi tyyppiin',
  setSuchAside: 'Siirrä tällaiset tietueet syrjään',
  lastLineWhole: 'Viimeinen rivi on kokonainen',
  views: 'Mitä tiedostosta näytetään',
  preview: 'Tällaisena se luetaan',
  columnsView: 'Sarakkeet',
  raw: 'Tällaisena se on tiedostossa',
  findColumn: 'Etsi sarake',
  columnsOf: (from, to, of) => `Sarakkeet ${count(from)}–${count(to)} / ${count(of)}`,
  columnsBefore: 'Edelliset sarakkeet',
  columnsAfter: 'Seuraavat sarakkeet',
  firstRows: (shown, of) => `ensimmäiset ${count(shown)} / ${counted(of, 'rivi', 'riviä')}`,
  firstLines: (shown) => `ensimmäiset ${counted(shown, 'rivi', 'riviä')}`,
  missingTokens: 'Luetaan puuttuvaksi',
  missingHelp: 'välilyönnein erotettuina',
  tokenCount: (token, n) => `${token}: ${count(n)}`,
  missingIn: (column) => `Luetaan puuttuvaksi sarakkeessa ${column}`,
  unit: 'Yksikkö',
  unitOf: (column) => `Sarakkeen ${column} yksikkö`,
  range: 'Solut',
  fillMerged: (n) => `Täytä ${counted(n, 'yhdistetty alue', 'yhdistettyä aluetta')}`,
  sheet: 'Taulukko',
  truth: {
    allBytes: (bytes) => `Koko tiedosto luettiin, ${bytes}`,
    someBytes: (read, all) => `Vain ${read} / ${all} luettiin`,
    sum: (parts, rows) => `${parts} = ${counted(rows, 'rivi', 'riviä')}`,
    records: (n) => counted(n, 'tietue', 'tietuetta'),
    heading: '− 1 otsikko',
    aside: (n) => `− ${count(n)} syrjään`,
    blank: (n) => counted(n, 'tyhjä rivi', 'tyhjää riviä')
  },
  bytesOf: (done, total) => `${done} / ${total}`,
  change: 'Lue se toisella tavalla …',
  changeTitle: (name) => `Miten \`${name}\` luetaan?`,
  apply: 'Lue näin',
  column: 'Sarake',
  type: 'Tyyppi',
  reason: 'Miksi',
  rows: (n) => counted(n, 'rivi', 'riviä'),
  reading: (name) => `Luetaan ${name} …`,
  question: 'Yhden asian vain sinä tiedät',
  questions: 'Nämä vain sinä tiedät',
  problems: (n) => `${counted(n, 'tiedostoa', 'tiedostoa')} ei voi lukea`,
  ignored: (n) => `${counted(n, 'oheistiedosto', 'oheistiedostoa')} jätetty pois`,
  misfitCount: (n) => `${counted(n, 'arvo ei sovi', 'arvoa ei sovi')}`,
  setAside: (n, from, into) => `Taulun \`${from}\` riveistä ${count(n)} pantiin syrjään tauluun \`${into}\`.`,
  absent: (file, tables) => `Puuttuu kohteesta ${file}: ${tables.join(', ')}.`,
  misfitPlace: (file, line, column, expected) =>
    `${file}, rivi ${count(line)}: sarakkeen \`${column}\` arvo ei ole tyyppiä ${expected}`,
  moreMisfits: (n) => `ja vielä ${count(n)}`,
  resultLine: (rows, columns) => `${counted(rows, 'rivi', 'riviä')}, ${counted(columns, 'sarake', 'saraketta')}`,
  emptyTables: (n) => `${counted(n, 'taulussa', 'taulussa')} on vain otsikkorivi`,
  inPlace: 'luetaan paikaltaan, ei kopioitu',
  delimiters: { ',': 'pilkku', ';': 'puolipiste', '\t': 'sarkain', '|': 'pystyviiva', ' ': 'välilyönti' },
  dateOrders: { ymd: 'vuosi, kuukausi, päivä', dmy: 'päivä, kuukausi, vuosi', mdy: 'kuukausi, päivä, vuosi' },
  types: {
    text: 'teksti',
    integer: 'kokonaisluku',
    bigint: 'kokonaisluku, 64 bittiä',
    number: 'luku',
    boolean: 'kyllä tai ei',
    date: 'päivä',
    timestamp: 'päivä ja kellonaika',
    time: 'kellonaika'
  }
};

export const importQuestions: Words<typeof en.importQuestions> = {
  'date-order': {
    ask: (columns) => `Onko päivä vai kuukausi ensin? Sarakkeet: ${columns}.`,
    choices: ['Päivä: 03/04/2021 on 3. huhtikuuta', 'Kuukausi: 03/04/2021 on 4. maaliskuuta']
  },
  'decimal-mark': {
    ask: (columns) => `Onko 1,234 yli tuhat vai hieman yli yksi? Sarakkeet: ${columns}.`,
    choices: ['Yli tuhat', 'Hieman yli yksi']
  },
  century: {
    ask: (columns) => `Mille vuosisadalle kaksinumeroiset vuodet kuuluvat? Sarakkeet: ${columns}.`,
    choices: [
      '2000–2099: 21 on 2021',
      '1950–2049: 49 on 2049, 50 on 1950',
      '1900–1999: 21 on 1921',
      'Ne eivät ole päiviä'
    ]
  }
};

const asked = (v: Values) => importQuestions[v.question as keyof typeof importQuestions];

export const importFailures: Words<typeof en.importFailures> = {
  'import-needs-id': {
    message: () => 'Tuonnilla ei ole nimeä, joten mikään muu solu ei voi käyttää sen taulua.',
    hint: () => 'Lisää solun ensimmäiselle riville `id=` ja nimi.'
  },
  'import-needs-file': {
    message: () => 'Tuonti ei kerro, minkä tiedoston se lukee.',
    hint: () => 'Kirjoita `file:` ja tiedoston nimi tai pudota tiedosto sivulle.'
  },
  'import-yaml': {
    message: (v) => `Tämän tuonnin riviä ${v.line} ei voi lukea: ${v.what}.`,
    hint: () => 'Vertaa sitä käsikirjan tuontisoluun.'
  },
  'import-key': {
    message: (v) => `Tuonnissa ei ole asetusta nimeltä \`${v.key}\`.`,
    hint: (v) => (v.near ? `Kirjoita \`${v.near}\` tai poista rivi.` : 'Poista rivi.')
  },
  'import-value': {
    message: (v) => `\`${v.key}\` ei voi tässä olla \`${v.value}\`. Sallittuja: ${v.expected}.`,
    hint: (v) => `Kirjoita ${v.expected}.`
  },
  'import-file-missing': {
    message: (v) => `\`${v.file}\` ei ole tämän muistikirjan tiedostojen joukossa.`,
    hint: () => 'Pudota tiedosto sivulle tai valitse se kohdasta Lisää tiedostoja.'
  },
  'import-file-waits': {
    message: (v) => `\`${v.file}\` pitää sallia tai antaa uudelleen, ennen kuin sen voi lukea.`,
    hint: () => 'Paina aineistopaneelissa Salli tai anna tiedosto uudelleen.'
  },
  'import-site-missing': {
    message: (v) => `Tässä sivustossa ei ole tiedostoa nimeltä \`${v.file}\`.`,
    hint: (v) => `Valitse jokin näistä: ${v.known}.`
  },
  'import-asks': {
    message: (v) => `\`${v.file}\` jättää kysymyksen auki: ${asked(v).ask(String(v.columns))}`,
    hint: (v) => `Avaa tuonti ja valitse: ${asked(v).choices.slice(0, 2).join(' tai ')}.`
  },
  'import-not-omop': {
    message: (v) => `\`${v.file}\` ei sisällä yhtään tämän solun nimeämistä OMOP-tauluista.`,
    hint: () => 'Valitse poiminnan kansio tai paketti.'
  }
};
