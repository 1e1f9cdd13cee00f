import type { Values } from '$workers/shared/errors';
import type * as en from '../en/notebook';
import type { Words } from '../words';
import { counted } from './figures';

const cut = (value: string | number | undefined, length = 40): string => {
  const text = String(value ?? '');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined) => `\`${cut(value)}\``;
const codes = (list: string | number | undefined) =>
  String(list ?? '')
    .split(', ')
    .map((one) => code(one))
    .join(' tai ');
const cellList = (v: Values) => cut(String(v.cells ?? '').replace(' and ', ' ja '), 60);

export const blockedBy: Words<typeof en.blockedBy> = {
  failed: () => 'pysähtyi virheeseen',
  stopped: () => 'pysäytettiin',
  blocked: () => 'odottaa itsekin',
  waiting: () => 'odottaa, että suoritat sen',
  off: () => 'on poistettu käytöstä',
  untrusted: () => 'odottaa, että sen koodi sallitaan',
  missing: () => 'on poissa'
};

export const notebookFailures: Words<typeof en.notebookFailures> = {
  'front-rule': {
    message: () => 'Kolmen viivan rivi päättäisi alkutiedot `---` kesken.',
    hint: () => 'Poista se rivi.'
  },
  'front-unreadable': {
    message: (v) => `Alkutietojen rivi ${v.line} ei ole YAMLia, joten otsikkoa ei voi muuttaa.`,
    hint: () => 'Korjaa alkutiedot ensin.'
  },
  'attribute-shape': {
    message: (v) => `${code(v.name)} ei voi olla solun avain: avain on yksi sana ilman merkkiä \`=\`, arvo yksi rivi.`,
    hint: () => 'Käytä avaimessa kirjaimia, numeroita ja yhdysviivoja.'
  },
  'name-duplicate': {
    message: (v) => `Solut ${cellList(v)} tekevät saman nimen, ${code(v.name)}.`,
    hint: (v) => `Nimeä muut paitsi yksi uudelleen, esimerkiksi ${code(v.free)}.`
  },
  'name-reserved': {
    message: (v) => `${code(v.name)} on varattu sana (${v.language}), joten solu ei voi olla sen niminen.`,
    hint: (v) => `Nimeä solu uudelleen, esimerkiksi ${code(v.free)}.`
  },
  'name-cycle': {
    message: (v) => `Tämä solu odottaa itseään: ${cut(v.path, 100)}.`,
    hint: () => 'Poista jokin näistä nimistä solusta, jonka pitäisi tulla ensin.'
  },
  'name-unknown': {
    message: (v) => `Minkään nimi ei ole ${code(v.name)}.`,
    hint: (v) => (v.near ? `Kirjoita ${codes(v.near)}.` : 'Tuo sen niminen taulu tai anna jollekin solulle tämä nimi.')
  },
  'name-unknown-value': {
    message: (v) => `Mikään solu ei anna arvoa ${code(v.name)}.`,
    hint: (v) => (v.near ? `Kirjoita ${codes(v.near)}.` : 'Lisää syötesolu, jolla on tämä nimi.')
  },
  'name-is-a-file': {
    message: (v) => `Tiedosto ${code(v.file)} on täällä, mutta siitä ei ole tehty taulua ${code(v.name)}.`,
    hint: () => 'Tuo tiedosto.'
  },
  'cell-blocked': {
    message: (v) => `Odottaa: ${code(v.name)} ${blockedBy[v.why as en.BlockedBy]()}.`,
    hint: (v) => `Siirry soluun ${code(v.name)}.`
  },
  'cell-kind-unknown': {
    message: (v) => `Tässä versiossa ei ole solulajia ${code(v.kind)}. Solun teksti säilyy.`,
    hint: (v) => (v.near ? `Kirjoita ${codes(v.near)}.` : 'Avaa muistikirja uudemmalla versiolla.')
  },
  'cell-untrusted': {
    message: (v) => `Solulajin ${code(v.kind)} solut odottavat, kunnes luotat tähän muistikirjaan.`,
    hint: () => 'Lue solu ja salli sitten sen koodi.'
  },
  'cell-stopped': {
    message: () => 'Tämä solu pysäytettiin.',
    hint: () => 'Suorita se uudelleen, kun haluat sen tuloksen.'
  },
  'cell-lost-value': {
    message: (v) => `Solun piti tehdä ${code(v.name)}, mutta se ei tehnyt.`,
    hint: () => 'Suorita se uudelleen; jos se ei auta, kopioi lisätiedot ilmoitusta varten.'
  },
  'program-mistake': {
    message: (v) => `Ohjelma teki virheen tässä solussa (${code(v.kind)}).`,
    hint: () => 'Kopioi lisätiedot ilmoitusta varten; niissä ei ole aineistoa.'
  },
  'store-refused': {
    message: () => 'Tämä ikkuna ei säilytä mitään: selain ei salli tallennusta.',
    hint: () => 'Lataa muistikirja tiedostoksi, ennen kuin suljet ikkunan.'
  },
  'store-full': {
    message: () => 'Selaimessa ei ole enää tilaa tälle muistikirjalle; viimeiset muutokset ovat vain muistissa.',
    hint: () => 'Lataa muistikirja ja poista sitten muita, jotta tilaa vapautuu.'
  },
  'store-failed': {
    message: () => 'Selain ei voinut säilyttää tämän muistikirjan viimeisiä muutoksia.',
    hint: () => 'Lataa muistikirja ja lataa sitten sivu uudelleen.'
  },
  'store-taken': {
    message: () => 'Toinen välilehti on ottanut muistikirjan; tässä sen jälkeen kirjoitettu on vain muistissa.',
    hint: () => 'Tallenna se kopiona tai jatka toisessa välilehdessä.'
  },
  'store-newer': {
    message: () => 'Ohjelman uudempi versio säilyttää muistikirjoja tässä selaimessa; tämä ei osaa lukea niitä.',
    hint: () => 'Lataa sivu uudelleen, niin saat uudemman version.'
  },
  'store-blocked': {
    message: () => 'Toinen välilehti pitää säilytettyjä muistikirjoja vanhassa muodossa.',
    hint: () => 'Sulje sivun muut välilehdet ja lataa sivu sitten uudelleen.'
  },
  'file-vanished': {
    message: (v) => `Tiedosto ${code(v.file)} ei ole enää siellä, missä se oli.`,
    hint: () => 'Anna tiedosto uudelleen.'
  },
  'file-unclear': {
    message: (v) => `${v.count} tiedoston nimi on ${code(v.file)}.`,
    hint: (v) => `Kirjoita myös kansio: ${codes(v.paths)}.`
  }
};

export const fileProblems: Words<typeof en.fileProblems> = {
  'fence-unclosed': (v) => `Solua (${code(v.kind)}) ei ole suljettu; loput tiedostosta luettiin sen tekstiksi.`,
  'prose-fence-unclosed': () => 'Lainattua lohkoa ei ole suljettu; loput tiedostosta luettiin tekstiksi.',
  'front-unclosed': () => 'Alkutiedoista puuttuu päättävä `---`.',
  'front-yaml': () => 'Alkutiedot eivät ole muotoa `avain: arvo`.',
  'format-newer': (v) => `Kirjoitettu muodossa ${v.format}; tämä versio tuntee muodon ${v.current}.`,
  'lines-beyond': (v) => `Merkinnän mukaan rivejä on ${v.count}, mutta niitä on jäljellä ${v.rest}.`,
  'lines-count': () => 'Merkintä ei kerro rivien määrää.'
};

const cells = (n: number) => (n === 1 ? 'solu' : counted(n, 'solu', 'solua'));

export const commandTitles: Words<typeof en.commandTitles> = {
  run: (n) => `Suorita ${cells(n)}`,
  runNext: (n) => `Suorita ${cells(n)} ja siirry seuraavaan`,
  runInsert: () => 'Suorita ja lisää solu alle',
  runStale: (n) => (n === 0 ? 'Suorita vanhentuneet' : `Suorita ${counted(n, 'vanhentunut', 'vanhentunutta')}`),
  runAll: () => 'Suorita kaikki',
  stop: () => 'Pysäytä',
  undo: () => 'Kumoa',
  redo: () => 'Tee uudelleen',
  insertAbove: () => 'Lisää solu ylle',
  insertBelow: () => 'Lisää solu alle',
  delete: (n) => `Poista ${cells(n)}`,
  moveUp: (n) => `Siirrä ${cells(n)} ylös`,
  moveDown: (n) => `Siirrä ${cells(n)} alas`,
  switchOff: (n) => `Poista ${cells(n)} käytöstä`,
  switchOn: (n) => `Ota ${cells(n)} käyttöön`,
  toKind: (title) => `Muuta lajiksi ${title}`,
  edit: () => 'Muokkaa solua',
  leave: () => 'Poistu muokkaimesta',
  previous: () => 'Siirry yllä olevaan soluun',
  next: () => 'Siirry alla olevaan soluun',
  first: () => 'Siirry ensimmäiseen soluun',
  last: () => 'Siirry viimeiseen soluun',
  extendUp: () => 'Valitse myös yllä oleva solu',
  extendDown: () => 'Valitse myös alla oleva solu',
  save: () => 'Tallenna versio',
  runAbove: () => 'Suorita kaikki yllä olevat',
  restartEngine: () => 'Käynnistä tietomoottori uudelleen ja vapauta sen muisti',
  rename: () => 'Nimeä solu uudelleen',
  duplicate: () => 'Monista solu',
  cut: (n) => `Leikkaa ${cells(n)}`,
  copy: (n) => `Kopioi ${cells(n)}`,
  paste: () => 'Liitä solut alle',
  merge: () => 'Yhdistä solut yhdeksi',
  split: () => 'Jaa solu kohdistimen kohdalta',
  foldEditor: () => 'Piilota tai näytä muokkain',
  foldOutput: () => 'Piilota tai näytä tulos',
  expandOutput: () => 'Näytä tulos täydessä korkeudessa',
  palette: () => 'Hae tai tee',
  find: () => 'Etsi muistikirjasta',
  goTo: {
    data: () => 'Siirry aineistoon',
    outline: () => 'Siirry sisällysluetteloon',
    ledger: () => 'Siirry lokiin',
    versions: () => 'Siirry versioihin'
  },
  nextRegion: () => 'Siirry sivun seuraavalle alueelle',
  previousRegion: () => 'Siirry edelliselle alueelle',
  print: () => 'Tulosta',
  present: () => 'Esitä',
  help: () => 'Pikanäppäimet',
  comment: () => 'Kommentoi rivit tai poista kommenttimerkki',
  indent: () => 'Sisennä rivit',
  outdent: () => 'Vähennä rivien sisennystä',
  complete: () => 'Täydennä sana',
  explain: () => 'Ohje sanasta',
  undoText: () => 'Kumoa kirjoittaminen',
  moveLine: () => 'Siirrä riviä ylös tai alas',
  tabLeaves: () => 'Anna sarkaimen poistua muokkaimesta tai sisentää'
};

export const commandGroups: Words<typeof en.commandGroups> = {
  run: () => 'Suoritus',
  move: () => 'Valinta',
  change: () => 'Solut',
  insert: () => 'Lisäys',
  notebook: () => 'Muistikirja',
  editor: () => 'Muokkaimessa',
  go: () => 'Sivu'
};
