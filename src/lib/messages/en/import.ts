import { counted } from './pages';

/** What the import cell and its dialog say. */
const number = new Intl.NumberFormat('en');

export const cells = {
  title: 'Import',
  hint: 'Read a file, the same way each time'
};

export const importWords = {
  dialogTitle: (tables: number) => (tables === 1 ? 'Read this file?' : `Read these ${number.format(tables)} tables?`),
  omopTitle: (version: string) => `An OMOP extract, CDM ${version}`,
  asExtract: (tables: number) =>
    `Read all ${number.format(tables)} tables under their OMOP names, typed from the definition of the model`,
  extractText:
    'Ids keep all their digits, dates are dates. Take the mark away to choose names and types table by table.',
  found: 'Tables found',
  results: 'Tables read',
  looking: 'Looking into the files …',
  stays: 'It is read on this device and goes nowhere.',
  nothing: 'Nothing in there is a table.',
  noneChosen: 'Choose at least one table.',
  stopped: (name: string) => `\`${name}\` cannot be read like this. Change how, or leave it out.`,
  read: (tables: number) => (tables === 0 ? 'Read' : `Read ${counted(tables, 'table', 'tables')}`),
  cancel: 'Cancel',
  name: 'Table name',
  nameTaken: (name: string) => `\`${name}\` is taken. Choose another name.`,
  nameClash: (name: string, given: string) =>
    `There is a table called ${name} already. This one becomes ${given}, or what you write.`,
  nameShape: 'Use letters, digits and _ only, beginning with a letter.',
  include: (name: string) => `Read ${name}`,
  format: 'Format',
  delimiter: 'Columns split by',
  encoding: 'Characters',
  quote: 'Quotes',
  quotes: { '"': 'double', "'": 'single', '': 'none' } as Record<string, string>,
  asProposed: 'as proposed',
  header: 'First line holds the names',
  headerYes: 'yes',
  headerNo: 'no',
  decimal: 'Decimal mark',
  thousands: 'Thousands mark',
  dateOrder: 'Dates are written',
  none: 'none',
  misfits: 'Values that do not fit',
  misfitsStop: 'stop, read nothing',
  misfitsText: 'read the column as text',
  misfitsAside: 'set their rows aside',
  preview: 'As it will be',
  raw: 'As it stands in the file',
  column: 'Column',
  type: 'Type',
  reason: 'Why',
  rows: (n: number) => counted(n, 'row', 'rows'),
  reading: (name: string) => `Reading ${name} …`,
  question: 'One thing only you can tell',
  questions: 'Things only you can tell',
  problems: (n: number) => `${counted(n, 'file', 'files')} cannot be read`,
  ignored: (n: number) => `${counted(n, 'by-file', 'by-files')} left out`,
  misfitCount: (n: number) => `${counted(n, 'value does', 'values do')} not fit`,
  setAside: (n: number, from: string, into: string) =>
    `${counted(n, 'row', 'rows')} of \`${from}\` set aside, in \`${into}\`.`,
  absent: (file: string, tables: readonly string[]) => `Not in ${file}: ${tables.join(', ')}.`,
  misfitPlace: (file: string, line: number, column: string, expected: string) =>
    `${file}, line ${number.format(line)}: \`${column}\` is not a ${expected}`,
  moreMisfits: (n: number) => `and ${number.format(n)} more`,
  resultLine: (rows: number, columns: number) =>
    `${counted(rows, 'row', 'rows')}, ${counted(columns, 'column', 'columns')}`,
  emptyTables: (n: number) => `${counted(n, 'table has', 'tables have')} a heading only`,
  inPlace: 'read in place, not copied',
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'space' } as Record<string, string>,
  dateOrders: { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' } as Record<string, string>,
  types: {
    text: 'text',
    integer: 'whole number',
    bigint: 'whole number, 64 bits',
    number: 'number',
    boolean: 'yes or no',
    date: 'date',
    timestamp: 'date and time',
    time: 'time of day'
  } as Record<string, string>
};
