import type * as en from '../en/keeping';
import type { Words } from '../words';

const figures = new Intl.NumberFormat('fi');
const lines = (n: number) => (n === 1 ? '1 rivi' : `${figures.format(n)} riviä`);

export const keepingFailures: Words<typeof en.keepingFailures> = {
  'file-not-understood': {
    message: (v) =>
      `Tiedostosta \`${v.file}\` jäi ymmärtämättä ${lines(Number(v.count))}, joten se ei korvaa tätä muistikirjaa.`,
    hint: () => 'Avaa tiedosto erikseen, niin näet mitkä.'
  },
  'version-gone': {
    message: () => 'Tämän version tekstiä ei enää ole.',
    hint: () => 'Valitse toinen versio.'
  }
};

const ofCells = (n: number, name: string | undefined) =>
  name === undefined ? (n === 1 ? 'solun' : `${figures.format(n)} solun`) : `solun \`${name}\``;
const inCells = (n: number, name: string | undefined) =>
  name === undefined ? (n === 1 ? 'yhdessä solussa' : `${figures.format(n)} solussa`) : `solussa \`${name}\``;
const steps = (way: string) => ({
  insert: (n: number, name?: string) => `${way}: ${ofCells(n, name)} lisäys.`,
  delete: (n: number, name?: string) => `${way}: ${ofCells(n, name)} poisto.`,
  move: (n: number, name?: string) => `${way}: ${ofCells(n, name)} siirto.`,
  edit: (n: number, name?: string) => `${way}: ${ofCells(n, name)} tekstin muutos.`,
  'set-id': (n: number, name?: string) => `${way}: ${ofCells(n, name)} nimeäminen.`,
  'set-kind': (n: number, name?: string) => `${way}: ${ofCells(n, name)} lajin vaihto.`,
  'set-attributes': (n: number, name?: string) => `${way}: ${ofCells(n, name)} asetusten muutos.`,
  front: (_n: number, _name?: string) => `${way}: otsikon ja alkutietojen muutos.`,
  replace: (_n: number, _name?: string) => `${way}: koko muistikirjan korvaaminen.`,
  several: (n: number, name?: string) => `${way}: useita muutoksia, ${inCells(n, name)}.`
});

export const keeping: Words<typeof en.keeping> = {
  undo: 'Kumoa',
  redo: 'Tee uudelleen',
  undone: steps('Kumottu'),
  redone: steps('Tehty uudelleen'),
  close: 'Sulje',
  versionsAndBin: 'Versiot ja roskakori',
  versions: 'Versiot',
  bin: 'Roskakori',
  versionsTab: (n) => `Versiot ${n}`,
  binTab: (n) => `Roskakori ${n}`,
  saveVersion: 'Tallenna versio',
  versionName: 'Nimi (ei pakollinen)',
  nameThis: 'Nimeä tämä versio',
  noVersions: 'Ei vielä versioita. Versio säilyy joka suorituksesta ja aina kun tallennat.',
  versionsRule:
    'Kahden päivän versiot säilyvät kaikki, sitten yksi tunnissa kahden viikon ajan, sitten yksi päivässä. Nimetyt säilyvät aina.',
  reasons: {
    run: 'Ennen suoritusta',
    saved: 'Tallennettu',
    closed: 'Sellaisena kuin se jäi',
    'before-reset': 'Ennen palautusta alkuperäiseen',
    'before-restore': 'Ennen paluuta vanhaan',
    'before-replace': 'Ennen korvaamista tiedostolla',
    'before-take-over': 'Ennen siirtoa toiseen välilehteen',
    'before-kinds': 'Ennen solulajien vaihtoa',
    restored: 'Palattu tähän',
    file: 'Levyllä olevasta tiedostosta'
  },
  backToList: 'Kaikki versiot',
  compared: 'Mikä muuttui siitä tähän päivään',
  same: 'Ei mikään: muistikirja on sama kuin silloin.',
  counts: { added: (n) => `${n} lisätty`, removed: (n) => `${n} poistettu` },
  edited: (n) => `${n} muokattu`,
  moved: (n) => `${n} siirretty`,
  cellSorts: { added: 'lisätty', removed: 'poistettu', edited: 'muokattu', moved: 'siirretty' },
  movedFrom: (from, to) => `siirretty paikasta ${from} paikkaan ${to}`,
  renamedFrom: (name) => `oli \`${name}\``,
  changedFrom: (what) => `oli ${what}`,
  front: 'Otsikko ja alkutiedot',
  linesLeftOut: (n) => (n === 1 ? '1 rivi ennallaan' : `${figures.format(n)} riviä ennallaan`),
  removedLine: 'ennen:',
  addedLine: 'nyt:',
  restore: 'Palaa tähän versioon',
  restored: 'Palattu. Myös edellinen tila säilyi versiona.',
  original: 'Alkuperäinen',
  originalText: 'Esimerkki sellaisena kuin se on tällä sivustolla',
  showOriginal: 'Näytä alkuperäinen',
  resetToOriginal: 'Palauta alkuperäinen',
  wasReset: 'Alkuperäinen palautettiin. Edellinen tila säilyi versiona.',
  originalGone: 'Alkuperäistä ei enää ole tällä sivustolla.',
  originalChanged: 'Tämän esimerkin alkuperäinen on muuttunut kopioinnin jälkeen.',
  seeDifferences: 'Näytä erot',
  keepMine: 'Pidä oma',
  viewingOriginal: 'Tämä on alkuperäinen.',
  viewingOriginalText: 'Mitään täällä tehtyä ei säilytetä.',
  backToCopy: 'Takaisin omaan kopioon',
  emptyBin: 'Roskakori on tyhjä. Poistetut solut ovat täällä, kunnes muistikirja poistetaan.',
  putBack: 'Palauta',
  unnamedCell: 'nimetön',
  elsewhere: (time) => `Avoinna toisessa välilehdessä klo ${time} alkaen.`,
  elsewhereUnknown: 'Avoinna toisessa välilehdessä.',
  elsewhereText: 'Täällä voit lukea mukana.',
  noLocks: 'Salaamattomassa http-yhteydessä selain ei voi lukita muistikirjaa; välilehdet vain kysyvät toisiltaan.',
  takeOver: 'Ota muokattavaksi',
  takeOverTitle: 'Otetaanko muokattavaksi?',
  takeOverText: 'Toisessa välilehdessä voi sen jälkeen vain lukea; mitään ei katoa.',
  unsavedHere: 'Viimeksi kirjoittamasi on vain tässä välilehdessä.',
  saveCopy: 'Tallenna kopio',
  inTrash: 'Tämä muistikirja on roskakorissa.',
  restoreNotebook: 'Palauta',
  replaceByFile: 'Korvaa tiedostolla …',
  replaced: (file) => `Tässä on nyt \`${file}\`. Edellinen tila säilyi versiona.`,
  diskLink: 'Tallenna myös tiedostoon …',
  diskUnlink: (name) => `Lopeta tallennus tiedostoon ${name}`,
  diskText: 'Sellaisena kuin se on levyllä nyt',
  diskCompared: 'Miten tämä eroaa tiedostosta',
  diskChanged: (name) => `Tiedosto \`${name}\` on muuttunut levyllä.`,
  diskChangedText: 'Sitä ei korvata: päätä, miten jatketaan.',
  diskAsks: (name) => `Tiedosto \`${name}\` tarvitsee lupasi uudelleen.`,
  diskWaits: 'Siihen asti muistikirjaa säilyttää vain tämä selain.',
  diskGone: (name) => `Tiedosto \`${name}\` ei ole enää paikallaan.`,
  diskFailed: (name) => `Tiedostoon \`${name}\` ei voitu kirjoittaa.`,
  diskKeptHere: 'Tämä selain säilyttää muistikirjan.',
  diskElsewhere: 'Tallenna muualle',
  diskAgain: 'Yritä uudelleen',
  diskStop: 'Lopeta tallennus sinne',
  diskMine: 'Pidä oma',
  diskTheirs: 'Ota tiedostosta',
  diskBoth: 'Pidä molemmat',
  diskBothText: 'Molemmat: yhden puolen muutos otetaan siltä; solu, jota molemmat muuttivat, on kahdesti.',
  diskKeptMine: (name) => `Tiedostossa \`${name}\` on nyt tämä muistikirja. Sen aiempi sisältö on versiona.`,
  diskTook: (name) => `Muistikirja on nyt kuten tiedosto \`${name}\`. Edellinen tila on versiona.`,
  diskMerged: (name) => `Molemmat puolet ovat täällä ja tiedostossa \`${name}\`. Edellinen tila on versiona.`,
  moveToTrash: 'Siirrä roskakoriin',
  notSaved: 'Ei tallennettu.',
  memoryOnly: (time) => `Viimeisten ${time} kirjoitukset ovat vain muistissa.`,
  roomUsed: (used, most) => `Selain antaa tilaa ${most}, käytössä on ${used}.`,
  download: 'Lataa muistikirja',
  inWindowOnly: 'Kaikki toimii tavalliseen tapaan, kunnes ikkuna suljetaan.',
  freeSpace: 'Vapauta tilaa',
  freeTitle: 'Mistä voi luopua?',
  freeText: 'Heti kun tilaa on, tämä muistikirja tallentuu itsestään.',
  freeNothing:
    'Mistään täällä säilytetystä ei voi luopua. Lataa muistikirja ja poista sitten tämän tai muiden sivustojen tietoja selaimen asetuksista.',
  freeVersions: 'Tämän muistikirjan nimettömät versiot',
  freeOthers: 'Muiden muistikirjojen nimettömät versiot',
  freeTrash: 'Roskakorissa olevat muistikirjat',
  freeCount: (n, size) => `${figures.format(n)} kpl, ${size}`,
  deleteThese: 'Poista',
  freed: (size) => `Vapautui ${size}.`,
  savedAgain: 'Tilaa on taas: kaikki on tallennettu.',
  mayClear: 'Selain voi tyhjentää työsi',
  mayClearWhy: 'Sitä pyydettiin säilyttämään työ, eikä se luvannut. Lataa se, mitä et voi menettää.',
  kept: 'Selain säilyttää',
  problemLine: (line) => `Rivi ${line}:`,
  whichLines: 'Mitkä rivit?'
};
