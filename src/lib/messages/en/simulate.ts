import type { Values } from '$workers/shared/errors';
import { clip } from './cells';
import { counted } from './pages';

const nouns = {
  persons: ['person', 'persons'],
  episodes: ['stay', 'stays'],
  hours: ['hour', 'hours'],
  events: ['event', 'events'],
  doses: ['dose', 'doses'],
  bleeds: ['bleed', 'bleeds']
} as const;

/** What the simulate cell says. That the data is simulated is said wherever its numbers are. */
export const simulateWords = {
  use: 'What',
  usePicuSepsis: 'Sepsis in intensive care',
  useCardiacSurgery: 'Cardiac surgery and its pathways',
  useHaemophilia: 'Haemophilia',
  persons: 'Persons',
  personsHelp: {
    'picu-sepsis':
      'Up to 1,000 are made unasked. 600 give about 65,000 hours. More than 20,000 as files: the page Simulate data.',
    'cardiac-surgery': 'One operation each. Up to 10,000 are made unasked. 800 give about 9,500 events.',
    haemophilia: 'Up to 1,000 are made unasked. 200 give about 35,000 doses.'
  },
  seed: 'Seed',
  seedHelp: 'The same seed gives the same data on every machine.',
  hospitals: 'Hospitals',
  hospitalsHelp: 'Four unlike ones; each alone is the same as within the whole.',
  hospitalNames: { 1: '1 general', 2: '2 neonatal', 3: '3 older children', 4: '4 cardiac' },
  tables: 'Tables',
  tablesHelp: {
    'picu-sepsis': '`hours` and `episodes` are flat; the others are OMOP tables.',
    'cardiac-surgery': '`operations` and `events` are flat; the others are OMOP tables.',
    haemophilia: '`patients`, `doses`, `levels` and `bleeds` are flat; the others are OMOP tables.'
  },
  leak: 'Planted leak',
  leakHelp: 'A column charted with hindsight, which gives the label away.',
  faults: 'Planted faults',
  faultsHelp: 'Errors that data checks should find.',
  prefix: 'Names begin with',
  prefixHelp: 'Left out: the name of the cell and `_`. Empty: the bare names.',
  simulated: (seed: number) => `Simulated data, seed ${seed}: no real patient. For research and education.`,
  made: (counts: readonly { of: keyof typeof nouns; n: number }[]) =>
    counts.map(({ of, n }) => counted(n, nouns[of][0], nouns[of][1])).join(', '),
  rows: (rows: number) => counted(rows, 'row', 'rows'),
  columns: (columns: number) => counted(columns, 'column', 'columns'),
  tablesMade: 'Tables made',
  faultsPlanted: (kinds: number) =>
    `${counted(kinds, 'kind of fault is', 'kinds of faults are')} planted in this data.`,
  leakPlanted: 'The data holds a planted leak: drop `iv_antibiotic_charted` before training.'
};

/** What a simulate cell can say about its text. */
export const simulateFailures = {
  'simulate-needs-name': {
    message: () => 'This cell has no name, so its tables have none either.',
    hint: () => 'Give the cell a name, or write `prefix: ""` for the bare table names.'
  },
  'simulate-prefix': {
    message: (v: Values) => `\`${clip(v.prefix)}\` cannot begin the name of a table.`,
    hint: () => 'Use letters, digits and `_`, beginning with a letter or `_`.'
  },
  'simulate-empty': {
    message: (v: Values) => `\`${v.key}\` names nothing.`,
    hint: (v: Values) => `Write for example \`${v.key}: [${v.example}]\`.`
  }
};
