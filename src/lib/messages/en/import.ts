import type { Values } from '$workers/shared/errors';
import { counted } from './pages';

const number = new Intl.NumberFormat('en');

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
  misfitRows: (n: number) => `${counted(n, 'row does', 'rows do')} not fit`,
  misfitText:
    'Found on the whole file, before anything is read. Choose what happens to them, or mend the file and drop it again.',
  misfitsStop: 'Stop: read nothing',
  misfitsText: (columns: readonly string[]) =>
    columns.length === 1
      ? `Read \`${columns[0]}\` as text`
      : `Read ${counted(columns.length, 'column', 'columns')} as text: ${columns.map((name) => `\`${name}\``).join(', ')}`,
  misfitsAside: (n: number, into: string) => `Set ${counted(n, 'row', 'rows')} aside, in \`${into}\``,
  misfitAt: (line: number, column: string, expected: string) =>
    `Line ${number.format(line)}: \`${column}\` is no ${expected}`,
  misfitRow: (row: number, column: string, expected: string) =>
    `Row ${number.format(row)}: \`${column}\` is no ${expected}`,
  wrongRecord: (line: number, found: number, expected: number) =>
    `Line ${number.format(line)} has ${counted(found, 'field', 'fields')}, not ${number.format(expected)}`,
  showAllPlaces: (n: number) => `Show ${number.format(n)}`,
  doesNotFit: 'does not fit',
  setSuchAside: 'Set such records aside',
  lastLineWhole: 'The last line is whole',
  views: 'What is shown of the file',
  preview: 'As it will be',
  columnsView: 'Columns',
  raw: 'As it stands in the file',
  findColumn: 'Find a column',
  columnsOf: (from: number, to: number, of: number) =>
    `Columns ${number.format(from)} to ${number.format(to)} of ${number.format(of)}`,
  columnsBefore: 'The columns before',
  columnsAfter: 'The next columns',
  firstRows: (shown: number, of: number) => `the first ${number.format(shown)} of ${counted(of, 'row', 'rows')}`,
  firstLines: (shown: number) => `the first ${counted(shown, 'line', 'lines')}`,
  missingTokens: 'Read as missing',
  missingHelp: 'separated by blanks',
  tokenCount: (token: string, n: number) => `${token}: ${number.format(n)}`,
  missingIn: (column: string) => `Read as missing in ${column}`,
  unit: 'Unit',
  unitOf: (column: string) => `Unit of ${column}`,
  range: 'Cells',
  fillMerged: (n: number) => `Fill ${counted(n, 'merged block', 'merged blocks')}`,
  sheet: 'Sheet',
  truth: {
    allBytes: (bytes: string) => `All ${bytes} of the file read`,
    someBytes: (read: string, all: string) => `Only ${read} of ${all} read`,
    sum: (parts: string, rows: number) => `${parts} = ${counted(rows, 'row', 'rows')}`,
    records: (n: number) => counted(n, 'record', 'records'),
    heading: '− 1 heading',
    aside: (n: number) => `− ${number.format(n)} set aside`,
    blank: (n: number) => counted(n, 'blank line', 'blank lines')
  },
  bytesOf: (done: string, total: string) => `${done} of ${total}`,
  change: 'Read it in another way …',
  changeTitle: (name: string) => `How is \`${name}\` to be read?`,
  apply: 'Read it so',
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

/** What only a person can answer, by the code of the question; the choices in its order. */
export const importQuestions = {
  'date-order': {
    ask: (columns: string) => `In ${columns}, does the day or the month stand first?`,
    choices: ['The day: 03/04/2021 is 3 April', 'The month: 03/04/2021 is 4 March']
  },
  'decimal-mark': {
    ask: (columns: string) => `In ${columns}, is 1,234 more than a thousand, or a little more than one?`,
    choices: ['More than a thousand', 'A little more than one']
  },
  century: {
    ask: (columns: string) => `In ${columns}, which years are the ones of two digits?`,
    choices: [
      '2000 to 2099: 21 is 2021',
      '1950 to 2049: 49 is 2049, 50 is 1950',
      '1900 to 1999: 21 is 1921',
      'They are no dates'
    ]
  }
};

type QuestionCode = keyof typeof importQuestions;
const asked = (v: Values) => importQuestions[v.question as QuestionCode];

/** What an import cell can say about its own text and its file. What the file says is the import room's. */
export const importFailures = {
  'import-needs-id': {
    message: () => 'This import has no name, so no other cell can use its table.',
    hint: () => 'Add `id=` and a name to the first line of the cell.'
  },
  'import-needs-file': {
    message: () => 'This import does not say which file it reads.',
    hint: () => 'Write `file:` and the name of a file, or drop the file on the page.'
  },
  'import-yaml': {
    message: (v: Values) => `Line ${v.line} of this import cannot be read: ${v.what}.`,
    hint: () => 'Compare it with the import cell of the reference.'
  },
  'import-key': {
    message: (v: Values) => `An import has no setting called \`${v.key}\`.`,
    hint: (v: Values) => (v.near ? `Write \`${v.near}\`, or take the line out.` : 'Take the line out.')
  },
  'import-value': {
    message: (v: Values) => `\`${v.key}\` cannot be \`${v.value}\` here: it takes ${v.expected}.`,
    hint: (v: Values) => `Write ${v.expected}.`
  },
  'import-file-missing': {
    message: (v: Values) => `\`${v.file}\` is not among the files of this notebook.`,
    hint: () => 'Drop the file on the page, or choose it with Add files.'
  },
  'import-file-waits': {
    message: (v: Values) => `\`${v.file}\` has to be allowed or given again before it can be read.`,
    hint: () => 'Press Allow in the data panel, or give the file again.'
  },
  'import-site-missing': {
    message: (v: Values) => `No file called \`${v.file}\` comes with this site.`,
    hint: (v: Values) => `Choose one of these: ${v.known}.`
  },
  'import-asks': {
    message: (v: Values) => `\`${v.file}\` leaves a question open: ${asked(v).ask(String(v.columns))}`,
    hint: (v: Values) => `Open the import and choose: ${asked(v).choices.slice(0, 2).join(' or ')}.`
  },
  'import-not-omop': {
    message: (v: Values) => `\`${v.file}\` holds none of the OMOP tables that this cell names.`,
    hint: () => 'Choose the folder or archive of the extract.'
  }
};
