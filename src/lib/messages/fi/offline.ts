import type * as en from '../en/offline';
import type { Words } from '../words';
import { counted } from './figures';

const files = (n: number) => counted(n, 'tiedosto', 'tiedostoa');

export const offline: Words<typeof en.offline> = {
  title: 'Tämä sivusto ilman verkkoa',
  text: 'Selain säilyttää tämän version jokaisen tiedoston, jotta sivu käynnistyy ilman verkkoa. Muistikirjat ja aineistot eivät kuulu siihen.',
  state: 'Tämän selaimen säilyttämä',
  ready: 'Toimii ilman verkkoa',
  readyOf: (done, of, size) => `Toimii ilman verkkoa: ${done}/${files(of)}, ${size}`,
  keeping: (done, of) => `Tallennetaan ${done} / ${of}`,
  keepingOf: (done, of, bytes, size) => `Tallennetaan ${done}/${files(of)}, ${bytes} / ${size}`,
  starting: 'Katsotaan, mitä on jo tallessa …',
  unable:
    'Tämä ikkuna ei voi säilyttää sovellusta: se on yksityinen, tai selain ei säilytä sivuja. Sovellus toimii niin kauan kuin verkko toimii.',
  insecure:
    'Tämä osoite on salaamaton http toiselta koneelta. Sieltä selaimet eivät säilytä sivuja: käytä https-osoitetta tai käynnistä sivusto tällä koneella (zip-tiedosto alla).',
  problems: {
    unreachable: (path) => `Palvelin ei vastaa: \`${path}\`. Sitä kysytään itsestään uudelleen.`,
    status: (path) =>
      `Palvelimella ei enää ole tiedostoa \`${path}\`. Lataa sivu uudelleen, niin saat uudemman version.`,
    differs: (path) =>
      `Palvelin lähettää tiedostosta \`${path}\` toisenlaisen kuin tähän versioon kuuluu, joten sitä ei säilytetä. Lataa sivu uudelleen; ellei se auta, kerro sivuston ylläpitäjälle.`,
    full: (path) => `Tiedostolle \`${path}\` ei ole tilaa. Vapauta levytilaa.`,
    refused: (path) => `Selain ei säilyttänyt tiedostoa \`${path}\`.`
  },
  check: 'Tarkista tiedostot',
  checking: 'Luetaan jokainen tiedosto …',
  allRight: (n) => `Luettu ${files(n)}, kaikki ennallaan.`,
  notRight: (missing, damaged) => `Puuttuu ${files(missing)}, muuttunut ${files(damaged)}.`,
  repair: 'Korjaa',
  repairing: 'Haetaan tiedostoja uudelleen …',
  repaired: 'Kaikki tiedostot ovat taas tallessa.',
  notRepaired: 'Joitakin tiedostoja ei saatu haettua. Yritä uudelleen, kun verkko toimii.',
  update: 'Uusi versio valmiina',
  updateText:
    'Sivustosta on valmiina uudempi versio. Se tulee käyttöön seuraavalla käynnillä tai heti; avoimet välilehdet jatkavat ennallaan.',
  load: 'Ota käyttöön nyt',
  version: 'Versio',
  build: 'Koonti',
  buildText: 'Yksi tunniste sivuston kaikista tiedostoista (SHA-256). Samoista lähteistä tulee sama tunniste.',
  buildShort: (mark) => `koonti ${mark}`,
  zip: 'Sivusto zip-tiedostona',
  zipText:
    'Luokkaan tai sairaalaan, jossa ei ole internetiä: pura ja käynnistä `start.sh` (Linux, macOS; vaatii python3:n tai Noden) tai `start.cmd` (Windows, vielä kokeilematta). Se palvelee vain tätä konetta.',
  zipDownload: (size) => `Lataa, ${size}`,
  zipLink: (size) => `Sivusto zip-tiedostona (${size})`,
  checksum: 'Tarkistussumma (SHA-256)'
};
