import type * as en from '../en/security';
import type { Words } from '../words';
import { count, counted } from './figures';

export const security: Words<typeof en.security> = {
  title: 'Tietoturva',
  heading: 'Mitä tämä sivu voi tehdä ja mitä ei',
  lead: 'Tiedostot luetaan, lasketaan ja piirretään tällä laitteella. Palvelin vain jakaa sivuston tiedostot; mitään avaamaasi ei lähetetä sille eikä kenellekään muulle.',
  stays: 'Mikä pysyy',
  staysList: {
    memory:
      'Jokainen avaamasi tiedosto, jokainen taulu ja jokainen tulos. Ne ovat tämän välilehden muistissa ja häviävät sen mukana.',
    browser:
      'Muistikirjat, asetukset ja kirjanpito säilyvät tässä selaimessa tällä laitteella. Asetusten *Unohda kaikki* poistaa ne.',
    nobody: 'Ei tunnuksia, ei evästeitä, ei kävijälaskentaa, eikä mikään tule muilta palvelimilta.'
  },
  leaves: 'Mikä lähtee ja millä ainoalla tavalla',
  leavesList: {
    gate: 'Tiedostot, linkit ja monen rivin kopiot kulkevat portin kautta. Se etsii nimiä, syntymäaikoja, yksittäisiä henkilöitä ja pieniä ryhmiä, näyttää tarkalleen mitä lähtisi ja odottaa päätöstäsi.',
    light:
      'Oman tekstin ja yksittäisen arvon voi kopioida vapaasti. Jokainen suurempi kopio ja jokainen tuloste merkitään kirjanpitoon.',
    ledger:
      'Kirjanpidossa on se, mikä lähti, mikä pidettiin täällä ja mikä torjuttiin. Se on ketju: mitään merkintää ei voi poistaa tai muuttaa huomaamatta. `verify-ledger.mjs` tarkistaa sen viennin ilman tätä sivua.'
  },
  code: 'Mitä solun oma koodi saa tehdä',
  codeList: {
    may: 'Se lukee muistikirjansa tauluja ja arvoja, laskee ja näyttää tuloksen solussaan.',
    mayNot:
      'Sillä ei ole verkkoa, tallennustilaa, tiedostoja eikä pääsyä sivuun: se toimii kehyksessä, jolla ei ole alkuperää. Pysäytys lopettaa sen sekunnissa.',
    asked:
      'Muualta tullut koodi odottaa, kunnes olet lukenut ja sallinut sen. Lue sen näyttämää kuin sen kirjoittajan työtä.'
  },
  wall: 'Mistä muuri koostuu',
  wallList: {
    policy:
      'Jokaisella sivulla on sisältökäytäntö (content security policy), ja selain valvoo sitä: skriptit, yhteydet, kuvat, kehykset ja lomakkeet tavoittavat tämän palvelimen tai eivät ketään. Säikeet perivät sen myös palvelimilla, jotka eivät lähetä otsakkeita.',
    types:
      'Tekstistä tulee merkintäkieltä tai skriptin osoite vain yhdessä koodin paikassa, jos selain tuntee Trusted Types -suojan: muun ohi päässyt ei löydä tietä sisään.',
    engine:
      'Tietomoottori lukitaan ennen ensimmäistä lausetta: SQL ei avaa osoitetta eikä polkua, ei lataa laajennusta eikä muuta asetusta.',
    own: 'Omalta palvelimelta pyydetään vain sivuston tiedostoja. Palvelinten valmiit asetukset eivät vastaa pyyntöön, jossa on kysely.'
  },
  not: 'Miltä se ei voi suojata',
  notList: {
    extensions: 'Selaimen laajennuksilta: ne voivat lukea jokaisen sivun. Käytä profiilia, jossa niitä ei ole.',
    screen: 'Kuvakaappaukselta, valokuvalta, takanasi seisovalta.',
    device: 'Laitteen muilta ohjelmilta ja sairaalan välityspalvelimelta, joka avaa salatut yhteydet.',
    copy: 'Sivuston muutetulta kopiolta. Se läpäisisi oman itsetestinsä: vertaa koostetta, katso alempaa.',
    page: 'Koodilta, joka toimisi itse sivussa: mikään käytäntö ei estä siellä WebRTC:tä, uutta ikkunaa tai linkkiä. Siksi vierasta koodia ei koskaan suoriteta siellä, ja sivu poistaa WebRTC:n käynnistyessään.',
    person: 'Henkilöltä, joka päästää portista sen, minkä piti pysyä.'
  },
  build: 'Onko kooste se, joksi se sanoo itseään',
  buildText:
    'Yksi merkki vastaa sivuston kaikkia tiedostoja (tiivisteluettelon SHA-256). Sama lähdekoodi antaa saman merkin.',
  mark: 'Merkki',
  check: 'Tarkistus',
  checkText:
    'Toiselta laitteelta, sillä muutettu sivu voi näyttää minkä merkin tahansa: tuloksen on oltava tämä merkki ja se, joka tästä versiosta on julkaistu.',
  noBuild: 'Kehityspalvelin: sillä ei ole merkkiä.',
  host: 'Mitä palvelin lähettää',
  hostText:
    'Sivu tuo käytäntönsä mukanaan. Nämä otsakkeet sulkevat sen, minkä vain palvelin voi sulkea: ensimmäisen käynnin ja muiden kehykset.',
  hostKept:
    'Vastaus tuli selaimen säilyttämästä kopiosta, joka lisää otsakkeet itse. Palvelimen omat otsakkeet näkee yksityisessä ikkunassa.',
  hostUnknown: 'Palvelin ei vastannut.',
  hostLooking: 'Kysytään …',
  sent: 'lähetetään',
  missing: 'ei lähetetä',
  headers: {
    policy: 'käytäntö, eikä kukaan muu saa näyttää tätä sivua kehyksessä',
    nosniff: 'tiedostot tulkitaan sellaisina kuin ne lähetetään',
    referrer: 'muut palvelimet eivät saa tietää tätä osoitetta',
    opener: 'muiden ikkunoilla ei ole otetta tästä ikkunasta',
    resource: 'muiden sivut eivät saa käyttää näitä tiedostoja',
    permissions: 'kamera, mikrofoni, sijainti ja muut sellaiset ovat poissa käytöstä',
    dns: 'nimiä ei haeta ennakkoon'
  },
  hostFiles: (folder) =>
    `Valmiit asetukset (nginx, Caddy, Apache ja muita) tulevat sivuston mukana kansiossa \`${folder}\`.`,
  test: 'Itsetesti',
  testText: (n) =>
    `${counted(n, 'yritys', 'yritystä')} päästä ulos, nyt ja tässä: koodilla sivussa, säikeessä ja oman koodin solussa sekä SQL:llä. Ne pyytävät osoitetta \`self-test.invalid\`, joka ei kuulu kenellekään.`,
  testNow: 'Testaa nyt',
  stop: 'Pysäytä',
  again: 'Testaa uudelleen',
  running: (done, of) => `Testataan: ${count(done)} / ${count(of)}`,
  stopped: (done, of) =>
    `Päättyi, kun ${count(done)} / ${count(of)} oli tehty. Muuta kuin torjutuksi merkittyä ei testattu.`,
  allBlocked: (n, of) => `${count(n)} / ${count(of)} torjuttiin.`,
  notBlocked: (n, of) => `${count(n)} / ${count(of)} jäi torjumatta.`,
  unclear: (n) => `${count(n)} ei ole testattavissa tässä selaimessa; luettelo kertoo miksi.`,
  openHint:
    'Älä avaa tärkeää aineistoa tässä osoitteessa tällä selaimella. Näytä tämä luettelo sivuston ylläpitäjille.',
  blockedOf: (n, of) => `${count(n)} / ${count(of)} torjuttu`,
  untestable: (n) => `${count(n)} ei testattavissa`,
  verdicts: {
    blocked: 'torjuttu',
    open: 'ei torjuttu',
    unclear: 'ei testattavissa',
    waiting: 'odottaa',
    trying: 'testataan'
  },
  places: {
    page: 'Koodi sivussa',
    worker: 'Koodi säikeessä',
    cell: 'Oman koodin solu',
    sql: 'SQL'
  },
  how: {
    rule: (what) => `Käytäntö epäsi sen: \`${what}\`.`,
    absent: (what) => `Täällä ei ole: \`${what}\`.`,
    told: () => 'Se on otettu pois: koodille kerrotaan, ettei muistikirjoilla ole verkkoa.',
    browser: (what) => `Selain epäsi sen: \`${what}\`.`,
    before: () => 'Evättiin, kun solu luettiin, ennen kuin mitään suoritettiin.',
    looked: () => 'Katsottiin jälkeenpäin: mitään ei ollut tapahtunut.',
    locked: () => 'Tietomoottori on lukittu ja epäsi sen.',
    guarded: () => 'Evättiin ennen kuin moottorilta kysyttiin: SQL-solussa on yksi SELECT.',
    went: () => 'Se meni läpi.',
    asked: () => 'Mikään ei evännyt sitä: selain lähti kysymään.',
    mute: () => 'Tämä selain ei kerro täällä epäämisistä.',
    late: () => 'Se ei päättynyt, eikä mikään kerro miksi.',
    broken: () => 'Sitä ei voitu yrittää täällä.',
    silent: () => 'Mikään selain ei kerro, mitä sille tapahtui. Se poistetaan solujen ja muistikirjojen merkinnöistä.',
    leads: () =>
      'Mikään käytäntö ei estä sitä, ja yritys veisi tämän välilehden pois. Vierasta koodia ei suoriteta sivussa.'
  },
  attempts: {
    fetch: 'Pyydä osoitetta: `fetch`',
    xhr: 'Pyydä osoitetta: `XMLHttpRequest`',
    beacon: 'Lähetä viesti lähtiessä: `sendBeacon`',
    websocket: 'Avaa yhteys: `WebSocket`',
    eventsource: 'Kuuntele osoitetta: `EventSource`',
    webtransport: 'Avaa yhteys: `WebTransport`',
    webrtc: 'Puhu toiselle selaimelle: `RTCPeerConnection`',
    import: 'Lataa koodia: `import()`',
    importscripts: 'Lataa koodia: `importScripts`',
    script: 'Lataa koodia: `<script>`',
    worker: 'Käynnistä säie osoitteesta',
    nested: 'Pyydä tätä varten käynnistetystä säikeestä',
    font: 'Lataa fontti',
    image: 'Lataa kuva',
    css: 'Lataa tausta: tyylin `url()`',
    stylesheet: 'Lataa tyylitiedosto',
    media: 'Lataa video',
    frame: 'Näytä sivu kehyksessä',
    object: 'Näytä sivu: `<object>`',
    embed: 'Näytä sivu: `<embed>`',
    form: 'Lähetä lomake',
    prefetch: 'Lataa ennakkoon: `prefetch`',
    preconnect: 'Yhdistä ennakkoon: `preconnect`',
    ping: 'Kerro osoitteelle napsautuksesta: `ping`',
    base: 'Siirrä kaikki osoitteet muualle: `<base>`',
    handler: 'Suorita merkinnöissä olevaa koodia',
    eval: 'Suorita tekstiä koodina: `eval`',
    function: 'Suorita tekstiä koodina: `Function`',
    open: 'Avaa ikkuna',
    navigate: 'Vie sivu muualle',
    'own-fetch': 'Pyydä tältä palvelimelta osoitetta, jossa on dataa: `fetch`',
    'own-importscripts': 'Pyydä tältä palvelimelta osoitetta, jossa on dataa: `importScripts`',
    'own-font': 'Pyydä tältä palvelimelta osoitetta, jossa on dataa: fontti',
    parent: 'Tavoita ympäröivä sivu',
    indexeddb: 'Säilytä jotain: `indexedDB`',
    caches: 'Säilytä jotain: `caches`',
    localstorage: 'Säilytä jotain: `localStorage`',
    files: 'Säilytä jotain: yksityiset tiedostot',
    cookie: 'Säilytä jotain: eväste',
    channel: 'Puhu muille välilehdille: `BroadcastChannel`',
    locks: 'Viesti muille välilehdille: lukot',
    'read-csv': 'Lue osoite: `read_csv`',
    'read-parquet': 'Lue osoite: `read_parquet`',
    'read-text': 'Lue osoite: `read_text`',
    'from-address': 'Lue osoite: `from`',
    'read-disk': 'Lue tämän laitteen tiedosto',
    'copy-to': 'Kirjoita osoitteeseen: `copy … to`',
    attach: 'Liitä osoitteessa oleva tietokanta',
    load: 'Lataa verkkolaajennus: `httpfs`',
    'load-address': 'Lataa laajennus osoitteesta',
    unlock: 'Avaa lukko'
  }
};
