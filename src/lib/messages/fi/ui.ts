import type * as en from '../en/ui';
import type { Words } from '../words';
import { count, counted } from './figures';

export const ui: Words<typeof en.ui> = {
  palette: {
    title: 'Hae tai tee',
    placeholder: 'Hae soluja, tauluja ja komentoja',
    results: 'Löydetyt',
    groups: {
      recent: 'Viimeksi käytetyt',
      do: 'Tee',
      go: 'Siirry',
      insert: 'Lisää',
      tables: 'Taulut',
      reference: 'Ohje'
    },
    none: (query) => `Haulla ${query} ei löytynyt mitään. Kokeile lyhyempää hakua.`,
    count: (n) => counted(n, 'tulos', 'tulosta'),
    choose: 'valitse',
    go: 'siirry',
    insert: 'lisää nimi kohdistimeen',
    commandsOnly: 'vain komennot'
  },
  close: 'Sulje',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  theme: {
    button: 'Vaalea tai tumma',
    now: { system: 'Teema: kuten järjestelmässä', light: 'Teema: vaalea', dark: 'Teema: tumma' }
  },
  field: {
    changed: (value) => `eri kuin oletus, ${value}`,
    changedShort: 'eri kuin oletus',
    numberExpected: 'Kirjoita luku, desimaalit pisteen jälkeen: 0.5.',
    numberTooSmall: (min) => `Vähintään ${min}.`,
    numberTooLarge: (max) => `Enintään ${max}.`,
    numberWhole: 'Tähän kuuluu kokonaisluku.'
  },
  choice: {
    none: 'Mitään ei ole valittu',
    all: (n) => `Kaikki ${count(n)} valittu`,
    some: (n, of) => `${count(n)} / ${count(of)} valittu`,
    find: 'Etsi vaihtoehto',
    noHit: 'Sen nimistä vaihtoehtoa ei ole',
    chooseAll: 'Valitse kaikki',
    chooseNone: 'Poista valinnat'
  },
  error: {
    cell: (id) => `solu \`${id}\``,
    file: (file) => `\`${file}\``,
    line: (line, column) => (column === undefined ? `rivi ${line}` : `rivi ${line}, sarake ${column}`),
    goTo: 'Siirry kohtaan',
    details: 'Lisätiedot',
    moreLines: (n) => `… vielä ${counted(n, 'rivi', 'riviä')}`,
    copyReport: 'Kopioi ilmoitusta varten',
    copyReportNote: 'Kopiossa ei ole aineistosi arvoja.'
  },
  cellState: {
    fresh: 'ajan tasalla',
    edited: 'muokattu',
    stale: 'vanhentunut',
    queued: 'jonossa',
    running: 'käynnissä',
    stopping: 'pysähtymässä',
    failed: 'pysähtyi virheeseen',
    blocked: 'odottaa',
    stopped: 'pysäytetty',
    off: 'pois käytöstä',
    ask: 'suorita, kun haluat',
    hidden: 'rivit piilossa esityksen ajan',
    editing: 'muokataan',
    none: 'ei vielä suoritettu'
  },
  prose: {
    done: 'tehty',
    open: 'tekemättä',
    opens: (host) => `Avaa osoitteen ${host} uuteen välilehteen`,
    imageElsewhere: (words) => `${words} (muualla olevaa kuvaa ei ladata)`
  },
  drop: {
    frame: 'Pudota tiedostot, niin ne luetaan tähän. Ne pysyvät tällä laitteella.'
  },
  table: {
    name: (label) => `Taulu ${label}`,
    plainName: 'Taulu',
    missing: 'puuttuu',
    empty: 'tyhjä',
    yes: 'kyllä',
    no: 'ei',
    size: (rows, columns) => `${counted(rows, 'rivi', 'riviä')} × ${count(columns)}`,
    sizeUnknown: (rows, columns) => `≥ ${counted(rows, 'rivi', 'riviä')} × ${count(columns)}`,
    noRows: 'Ei rivejä.',
    noColumns: 'Ei sarakkeita.',
    copy: 'Kopioi',
    copyHint: 'Kopioi valinta tai koko taulu',
    copied: (cells) => `Kopioitu ${counted(cells, 'solu', 'solua')}.`,
    copyAgain: 'Rivit on nyt luettu. Kopioi vielä kerran.',
    copyTooMany: (cells, limit) =>
      `${count(cells)} solua on leikepöydälle liikaa. Valitse enintään ${count(limit)} solua.`,
    expand: 'Laajenna',
    collapse: 'Näytä vähemmän',
    loading: 'luetaan …',
    pageFailed: 'Näitä rivejä ei voitu lukea.',
    again: 'Lue uudelleen',
    sortBy: (name) => `Järjestä sarakkeen ${name} mukaan`,
    selected: (rows, columns) =>
      `${count(rows)} × ${count(columns)} = ${counted(rows * columns, 'solu', 'solua')} valittu`,
    types: {
      id: 'tunniste',
      int: 'kokonaisluku',
      number: 'luku',
      text: 'teksti',
      bool: 'kyllä tai ei',
      date: 'päivä',
      time: 'päivä ja kellonaika',
      span: 'kesto',
      list: 'luettelo',
      object: 'rakenne'
    }
  },
  editor: {
    language: {
      sql: 'SQL',
      markdown: 'Markdown',
      yaml: 'YAML',
      javascript: 'JavaScript',
      typescript: 'TypeScript',
      text: 'teksti'
    },
    name: (language) => `Muokkain, ${language}`
  },
  chart: {
    showTable: 'Näytä tauluna',
    showChart: 'Näytä kaaviona',
    firstRows: (shown, rows) => `${count(shown)} / ${counted(rows, 'rivi', 'riviä')}`
  }
};
