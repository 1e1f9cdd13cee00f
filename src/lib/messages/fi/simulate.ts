import type * as en from '../en/simulate';
import type { Words } from '../words';
import { clip } from '../en/cells';
import { counted } from './figures';

const nouns = {
  persons: ['henkilö', 'henkilöä'],
  episodes: ['hoitojakso', 'hoitojaksoa'],
  hours: ['tunti', 'tuntia'],
  events: ['tapahtuma', 'tapahtumaa'],
  doses: ['annos', 'annosta'],
  bleeds: ['vuoto', 'vuotoa']
} as const;

export const simulateWords: Words<typeof en.simulateWords> = {
  use: 'Mitä',
  usePicuSepsis: 'Sepsis teho-osastolla',
  useCardiacSurgery: 'Sydänkirurgia ja hoitopolut',
  useHaemophilia: 'Hemofilia',
  persons: 'Henkilöitä',
  personsHelp: {
    'picu-sepsis':
      'Enintään 1\u00a0000 tehdään kysymättä. 600 henkilöstä tulee noin 65 000 tuntia. Yli 20 000 tiedostoina: sivu Simuloi aineisto.',
    'cardiac-surgery':
      'Yksi leikkaus kullakin. Enintään 10\u00a0000 tehdään kysymättä. 800 henkilöstä tulee noin 9 500 tapahtumaa.',
    haemophilia: 'Enintään 1\u00a0000 tehdään kysymättä. 200 henkilöstä tulee noin 35 000 annosta.'
  },
  seed: 'Siemenluku',
  seedHelp: 'Sama siemenluku antaa saman aineiston jokaisella koneella.',
  hospitals: 'Sairaalat',
  hospitalsHelp: 'Neljä erilaista; kukin yksinään on sama kuin osana kokonaisuutta.',
  hospitalNames: { 1: '1 yleinen', 2: '2 vastasyntyneet', 3: '3 isommat lapset', 4: '4 sydänlapset' },
  tables: 'Taulut',
  tablesHelp: {
    'picu-sepsis': '`hours` ja `episodes` ovat litteitä, muut ovat OMOP-tauluja.',
    'cardiac-surgery': '`operations` ja `events` ovat litteitä, muut ovat OMOP-tauluja.',
    haemophilia: '`patients`, `doses`, `levels` ja `bleeds` ovat litteitä, muut ovat OMOP-tauluja.'
  },
  leak: 'Istutettu vuoto',
  leakHelp: 'Jälkikäteen kirjattu sarake, joka paljastaa lopputuloksen.',
  faults: 'Istutetut virheet',
  faultsHelp: 'Virheitä, jotka aineiston tarkistuksen pitäisi löytää.',
  prefix: 'Nimien alku',
  prefixHelp: 'Pois jätettynä: solun nimi ja `_`. Tyhjänä: pelkät nimet.',
  simulated: (seed) =>
    `Simuloitu aineisto, siemenluku ${seed}: ei yhtään todellista potilasta. Tutkimukseen ja opetukseen.`,
  made: (counts) => counts.map(({ of, n }) => counted(n, nouns[of][0], nouns[of][1])).join(', '),
  rows: (rows) => counted(rows, 'rivi', 'riviä'),
  columns: (columns) => counted(columns, 'sarake', 'saraketta'),
  tablesMade: 'Tehdyt taulut',
  faultsPlanted: (kinds) => `Tähän aineistoon on istutettu ${counted(kinds, 'virhelaji', 'virhelajia')}.`,
  leakPlanted: 'Aineistossa on istutettu vuoto: poista `iv_antibiotic_charted` ennen opetusta.'
};

export const simulateFailures: Words<typeof en.simulateFailures> = {
  'simulate-needs-name': {
    message: () => 'Solulla ei ole nimeä, joten sen tauluillakaan ei ole.',
    hint: () => 'Anna solulle nimi tai kirjoita `prefix: ""`, jolloin tauluilla on pelkät nimensä.'
  },
  'simulate-prefix': {
    message: (v) => `Taulun nimi ei voi alkaa näin: \`${clip(v.prefix)}\`.`,
    hint: () => 'Käytä kirjaimia, numeroita ja merkkiä `_`; aloita kirjaimella tai merkillä `_`.'
  },
  'simulate-empty': {
    message: (v) => `\`${v.key}\` ei nimeä mitään.`,
    hint: (v) => `Kirjoita esimerkiksi \`${v.key}: [${v.example}]\`.`
  }
};
