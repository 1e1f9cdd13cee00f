import { counted } from './pages';

const count = new Intl.NumberFormat('en');

/** The page that makes simulated data as files or as a notebook. */
export const simulatePageWords = {
  title: 'Simulate data',
  lead: 'A safe data set to learn, teach and test with, made on this device from a seed. The same choices give the same data everywhere.',
  notice: 'Everything here is simulated.',
  noticeText: 'No real patient is in it, and none was used to make it. For research and education.',
  what: 'What to make',
  use: 'Use case',
  how: 'How to save it',
  size: 'Size',
  sizeHelp: (usual: number) => `60 for a class, ${count.format(usual)} as usual, 5,000 for a large set.`,
  personsHelp: (most: number) => `From 1 to ${count.format(most)}. Each is the same child whatever the number.`,
  seedHelp: 'Another seed, other children.',
  hospitalsNone: 'Choose at least one hospital.',
  tablesNone: 'Choose at least one table.',
  numberMissing: 'Write a number.',
  layout: 'Layout',
  layouts: { tables: 'Tables', hackathon: 'Hackathon' },
  layoutHelp: {
    tables: 'Flat tables for analysis, OMOP tables for the rest.',
    hackathon:
      'The CSV files of the paediatric sepsis hackathon, split by person: 70 % to train, 30 % to test, the test’s labels apart.'
  },
  format: 'Format',
  formats: { parquet: 'Parquet', csv: 'CSV' },
  formatHelp: {
    parquet: 'Keeps types, units and long numbers exactly. Above one part, a folder a table.',
    csv: 'Opens anywhere. Types and units stand in `columns.csv`.'
  },
  into: 'Into',
  intos: { zip: 'One zip file', folder: 'A folder' },
  intoHelp: {
    zip: 'Made whole, shown at the gate, then saved.',
    folder: 'Part by part, so that nothing large is held in memory.'
  },
  about: {
    'picu-sepsis': (n: number) => `About ${count.format(n)} hours of intensive care.`,
    'cardiac-surgery': (n: number) => `About ${count.format(n)} events.`,
    haemophilia: (n: number) => `About ${count.format(n)} doses.`
  },
  open: 'Open as a notebook',
  save: 'Save files',
  saveHelp: 'The gate shows first what leaves this device.',
  openTooLarge: (most: number) => `A notebook holds up to ${count.format(most)} persons. Save more as files.`,
  stop: 'Stop',
  making: (part: number, of: number) => (of === 1 ? 'Making persons' : `Part ${part} of ${of}`),
  persons: (done: number, of: number) => `${count.format(done)} of ${count.format(of)} persons`,
  packing: 'Packing',
  atGate: 'At the gate',
  stopped: 'Stopped. Nothing was saved.',
  stoppedIn: (parts: number, of: number, folder: string) =>
    `Stopped after ${counted(parts, 'part', 'parts')} of ${of}. What was written stays in \`${folder}\`.`,
  kept: 'Kept here: nothing was saved.',
  saved: (persons: number, files: number, size: string, name: string) =>
    `Saved ${counted(persons, 'simulated person', 'simulated persons')} as ${counted(files, 'file', 'files')}, ${size}: \`${name}\`.`,
  noteTitle: (persons: number) => `Simulated data: ${counted(persons, 'person', 'persons')}`,
  noteText: 'Everything here is simulated: no real patient. For research and education.'
};
