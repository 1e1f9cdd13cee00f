import type * as en from '../en/storage';
import type { Words } from '../words';
import { counted } from './figures';

const notebooks = (n: number) => counted(n, 'muistikirja', 'muistikirjaa');

export const storageFailures: Words<typeof en.storageFailures> = {
  'backup-damaged': {
    message: (v) => `\`${v.file}\` ei ole ehjä zip-tiedosto, joten siitä ei tuotu mitään.`,
    hint: () => 'Kopioi tai lataa tiedosto uudelleen.'
  },
  'backup-foreign': {
    message: (v) => `\`${v.file}\` on zip-tiedosto, mutta ei tämän sivun tallentama.`,
    hint: () => 'Valitse tiedosto, johon täällä tallennettiin kaikki.'
  },
  'backup-newer': {
    message: (v) =>
      `Tiedoston \`${v.file}\` tallensi tämän sivun uudempi versio (muoto ${v.form}; tämä tuntee muodon ${v.known}).`,
    hint: () => 'Lataa sivu uudelleen, niin saat uudemman version.'
  },
  'backup-large': {
    message: (v) => `\`${v.file}\` purkautuu yli ${v.most} gigatavuun; tämä sivu ei ota enempää.`,
    hint: () => 'Pura tiedosto ja avaa sen muistikirjat yksitellen.'
  }
};

export const storage: Words<typeof en.storage> = {
  undo: 'Kumoa',
  cancel: 'Peruuta',
  trash: 'Roskakori',
  trashOf: (n) => `Roskakori: ${notebooks(n)}`,
  trashRule: 'Täällä olevat poistetaan lopullisesti 30 päivän kuluttua.',
  movedToTrash: (title) => `${title} on roskakorissa.`,
  daysLeft: (days) => `${counted(days, 'päivä', 'päivää')} jäljellä`,
  restore: 'Palauta',
  restoreOf: (title) => `Palauta ${title}`,
  restored: (title) => `${title} on palautettu.`,
  deleteForEver: 'Poista lopullisesti',
  deleteForEverOf: (title) => `Poista ${title} lopullisesti`,
  deleteOneAsk: (title) => `Poistetaanko ${title} lopullisesti?`,
  deleteAllAsk: (n) => `Poistetaanko ${notebooks(n)} lopullisesti?`,
  deleteText: 'Teksti, sen versiot ja roskakori katoavat. Tätä ei voi kumota.',
  emptyTrash: 'Tyhjennä roskakori',
  keepThere: 'Jätä roskakoriin',
  showAll: (n) => `Näytä kaikki ${n}`,
  showFewer: 'Näytä vähemmän',
  backup: 'Kaikki yhtenä tiedostona',
  backupText:
    'Muistikirjat versioineen ja roskakoreineen yhtenä zip-tiedostona, jonka jokainen kone avaa. Aineistotiedostot eivät ole siinä.',
  saveEverything: 'Tallenna kaikki',
  saving: (done, of) => `Pakataan muistikirjaa ${done}/${of} …`,
  saved: (n, size) => `${notebooks(n)} yhdessä tiedostossa, ${size}.`,
  bringIn: 'Tuo tiedosto',
  bringInText: 'Tiedoston tuonti ei korvaa mitään täällä olevaa.',
  reading: 'Luetaan tiedostoa …',
  nothingNew: 'Kaikki tiedostossa oleva on jo täällä.',
  found: (n) => `Tiedostossa on ${notebooks(n)}.`,
  newOnes: (n) => (n === 1 ? '1 puuttuu täältä ja tuodaan.' : `${n} puuttuu täältä ja tuodaan.`),
  sameOnes: (n) =>
    n === 1
      ? '1 on täällä samansisältöisenä; puuttuvat versiot tuodaan.'
      : `${n} on täällä samansisältöisinä; puuttuvat versiot tuodaan.`,
  otherOnes: (n) => (n === 1 ? '1 on täällä erisisältöisenä:' : `${n} on täällä erisisältöisinä:`),
  changedHere: (when) => `täällä: ${when}`,
  changedThere: (when) => `tiedostossa: ${when}`,
  whatWithOthers: 'Täällä oleva pysyy ennallaan. Entä tiedostossa oleva?',
  keepBoth: 'Tuo rinnalle',
  leaveOut: 'Jätä pois',
  filesAgain: 'Datatiedostoja siinä ei ole: tiedostoja lukeva muistikirja nimeää ne, ja ne annetaan sille uudelleen.',
  bringInNow: 'Tuo',
  cameIn: (n, versions) =>
    `Tuotiin ${notebooks(n)} ja ${counted(versions, 'versio', 'versiota')}. Niiden koodi odottaa lupaasi.`,
  fromFile: (title) => `${title} (tiedostosta)`,
  readMe:
    'PHEMS Notebookin tallentama. Kansiossa "notebooks" on jokainen muistikirja Markdownina, kansiossa "versions" sen aiemmat tilat.\nTuo koko zip-tiedosto asetussivulla; mitään siellä olevaa ei korvata.\n'
};
