import type * as en from '../en/pages';
import type { Words } from '../words';
import { count, counted } from './figures';

export const pages: Words<typeof en.pages> = {
  brand: 'PHEMS Notebook',
  notebooks: 'Muistikirjat',
  reference: 'Käsikirja',
  settings: 'Asetukset',
  ledger: 'Kirjanpito',
  out: (size) => `${size} ulos`,
  outHelp: (size) => `${size} on lähtenyt tältä laitteelta: avaa kirjanpito`,
  skip: 'Siirry sisältöön',
  heroFirst: 'Analysoi lastensairaalan aineistoa.',
  heroSecond: 'Vain tällä laitteella.',
  heroText: 'Pudota tiedostoja tai aloita esimerkistä. Raakadata ei koskaan poistu tältä sivulta.',
  doorData: 'Minulla on aineisto',
  doorDataText: 'CSV, Parquet, Excel tai OMOP-poiminta. Tämä sivu lukee sen tässä, eikä sitä lähetetä minnekään.',
  doorDataButton: 'Valitse tiedostoja',
  doorDataFolder: 'Valitse kansio',
  doorDataHint: 'tai pudota ne mihin tahansa tällä sivulla',
  doorSample: 'Näytä esimerkki',
  doorSampleText: 'Valmis analyysi simuloidusta tehohoitoaineistosta. Se on valmis sekunneissa.',
  doorSampleButton: 'Avaa ja suorita',
  doorSampleHint: 'ei asennusta, ei tunnuksia',
  doorNotebook: 'Minulla on muistikirja',
  doorNotebookText: 'Avaa muistikirjatiedosto, jonka olet saanut, tai aloita tyhjältä sivulta.',
  doorNotebookButton: 'Avaa tiedosto',
  doorNotebookNew: 'Uusi muistikirja',
  doorNotebookHint: 'pääte .md, .ipynb tai .html',
  continueTitle: 'Jatka',
  cells: (n) => counted(n, 'solu', 'solua'),
  deleteNotebook: (title) => `Poista ${title}`,
  deleted: (title) => `Poistettu: ${title}.`,
  undo: 'Kumoa',
  samplesTitle: 'Esimerkit ja oppitunnit',
  referenceTitle: 'Käsikirja: jokainen solulaji toiminnassa',
  all: (n) => `Kaikki ${count(n)}`,
  minutes: (n) => `${n} min`,
  footerUse: 'Tutkimukseen ja opetukseen, ei potilaan hoitoon',
  version: (version) => `Versio ${version}`,
  dropHere: 'Pudota, niin ne luetaan tähän. Ne pysyvät tällä laitteella.',
  storageRefused:
    'Tämä ikkuna ei säilytä mitään: se on yksityinen tai tallennus on estetty. Lataa tiedostoksi se, minkä haluat säilyttää.',
  insecure:
    'Tämä sivu tuli salaamattomana (http) toiselta koneelta. Kaikki toimii niin kauan kuin verkko toimii, mutta selain ei säilytä sivua eikä suojaa toiselta välilehdeltä. Käytä https-osoitetta tai käynnistä sivusto tällä koneella.',
  tooOld: (missing) =>
    `Tämä selain on tietomoottorille liian vanha: siitä puuttuu ${missing}. Käytä Chromea, Edgeä tai Firefoxia vuodelta 2023 tai myöhempää, tai Safaria 17.`,
  mistake: 'Tämä on ohjelman virhe, ei sinun. Työstäsi ei katoa mitään.',
  mistakeHint: 'Kopioi alla oleva ilmoitus ja lähetä se sivuston ylläpitäjille.',
  today: 'tänään',
  yesterday: 'eilen'
};
