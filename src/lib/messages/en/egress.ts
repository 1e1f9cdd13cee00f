import type { Values } from '$workers/shared/errors';
import { counted } from './pages';

const rows = (n: number) => counted(n, 'row', 'rows');
const cells = (n: number) => counted(n, 'count', 'counts');
const values = (n: number) => counted(n, 'value', 'values');

/** What is wrong with a deployment's `config.json`. */
export const egressFailures = {
  'config-large': {
    message: (v: Values) => `\`config.json\` is larger than ${v.kb} kB, so nothing of it holds.`,
    hint: () => 'Until it is mended, the page runs with what every installation has.'
  },
  'config-damaged': {
    message: () => '`config.json` is not JSON, so nothing of it holds.',
    hint: () => 'Until it is mended, the page runs with what every installation has.'
  },
  'config-key': {
    message: (v: Values) => `\`config.json\` has a key that nobody knows, \`${v.key}\`, so nothing of it holds.`,
    hint: (v: Values) => (v.near === undefined ? 'Take it out.' : `Near: \`${v.near}\`.`)
  },
  'config-value': {
    message: (v: Values) => `\`config.json\` has ${v.found} at \`${v.key}\`, so nothing of it holds.`,
    hint: (v: Values) => `There may stand: ${v.expected}.`
  },
  'folder-taken': {
    message: (v: Values) => `There is \`${v.name}\` in that folder already, and nothing of it is overwritten.`,
    hint: () => 'Choose another folder, or move the old one away.'
  }
} as const;

/** The gate: what stands between a file and the way out. */
export const gate = {
  title: (size: string) => `Let ${size} leave this device?`,
  titleAbout: (size: string) => `Let about ${size} leave this device?`,
  inParts: (n: number) =>
    `In ${counted(n, 'part', 'parts')}, into one folder. Each part stands in the ledger before it is written.`,
  intoFolder: (name: string) => `The new folder \`${name}\` where you chose. Whoever has it can read all of it.`,
  once: {
    file: (bytes: string) => `${bytes}, once, as a file that this browser saves.`,
    clipboard: (bytes: string) => `${bytes}, once, to the clipboard.`,
    link: (bytes: string) => `${bytes}, once, as a link that you pass on.`,
    printer: (bytes: string) => `${bytes}, once, to the printer.`,
    network: (bytes: string) => `${bytes}, once, over the network.`
  },
  bytes: (n: number) => counted(n, 'byte', 'bytes'),
  what: 'What',
  to: 'To',
  why: 'Why',
  contains: 'Contains',
  atWorst: 'At worst',
  kinds: {
    notebook: (name: string, form: string) => `The notebook *${name}* as ${form}`,
    followed: (name: string) => `The notebook *${name}* as Markdown, and each change of it from now on`,
    table: (name: string, form: string) => `\`${name}\` as ${form}`,
    chart: (name: string, form: string) => `The chart \`${name}\` as ${form}`,
    report: (name: string) => `The report of *${name}* as HTML`,
    backup: (n: number) => `${counted(n, 'notebook', 'notebooks')} with versions, Bin and Trash as a zip file`,
    link: (name: string) => `A link that holds the notebook *${name}*`,
    clipboard: (cells: number, name: string) => `${counted(cells, 'cell', 'cells')} of \`${name}\``,
    notebookCells: (cells: number) => `The text of ${counted(cells, 'notebook cell', 'notebook cells')}`,
    print: (name: string) => `*${name}* on paper`,
    ledger: (n: number) => `The ledger: ${counted(n, 'entry', 'entries')}`,
    simulated: (persons: number, use: string, seed: number) =>
      `Simulated data of ${counted(persons, 'person', 'persons')}: *${use}*, seed ${seed}`,
    part: (part: number, of: number) => `part ${part} of ${of}`
  },
  receivers: {
    file: (name: string) => `\`${name}\`, where this browser saves files. Whoever has the file can read all of it.`,
    clipboard: () => 'The clipboard. Every program that you paste into can read all of it.',
    link: () => 'Whoever has the link can read all of it. What stands behind the # is sent to no server.',
    printer: () => 'Paper, or a file of the print dialog. Whoever has it can read all of it.',
    network: (name: string) => `${name}`
  },
  fromCell: (cell: string, notebook: string) => `Cell \`${cell}\` of *${notebook}*. You asked for it.`,
  fromNotebook: (notebook: string) => `*${notebook}*. You asked for it.`,
  youAsked: 'You asked for it.',
  noRows: 'no individual rows',
  rows: (n: number) => counted(n, 'individual row', 'individual rows'),
  simulated: 'simulated, no real patient',
  textOnly: 'text only, no data',
  marks: (n: number) => counted(n, 'mark drawn', 'marks drawn'),
  drawnRows: 'drawn from individual rows',
  aggregates: (n: number) => counted(n, 'aggregate cell', 'aggregate cells'),
  smallest: (n: number) => `smallest group ${n}`,
  noCounts: 'figures without counts',
  size: (rowCount: number, columns: number) => `${rows(rowCount)} × ${columns}`,
  worst: {
    simulated: 'Somebody takes it for data of real children. The file about.txt in it says that it is not.',
    text: 'Somebody reads the text. No data and no results are in it.',
    drawing: 'Somebody reads figures off the drawing. More than it shows is not in it.',
    counts: (least: number) => `No group under ${least} persons can be read from it or calculated.`,
    groups: 'A mean of few persons tells what they are like, and how many stand behind a figure is not said here.',
    persons: 'Somebody who knows a little about one child finds its row, and reads all the rest of it.',
    held: 'What is marked under Checks could be told of single children.',
    ledger: 'Somebody reads what left this device and what was kept. No values of the data are in it.',
    model: 'Weights may have learned single children by heart. They are not automatically anonymous.',
    backup: 'Somebody reads every notebook that is kept here. Data files and results are not in it.'
  },
  checks: 'Checks',
  looking: 'Looking through it …',
  passed: {
    simulated: 'Made by this page from a seed: nobody’s rows',
    identifiers: 'No names, numbers or addresses of persons',
    dates: 'No dates of birth',
    text: 'No free text',
    rows: 'No individual rows',
    cells: (least: number) => `No group under ${least} persons, none by subtraction`,
    own: 'Own text only, without results'
  },
  findings: {
    'identifier-name': (v: Values) => `*Who it is:* column \`${v.column}\` is called like ${v.what}.`,
    'identifier-value': (v: Values) =>
      `*Who it is:* ${values(Number(v.count))} of \`${v.column}\` look like ${v.what}.`,
    'identifier-text': (v: Values) => `*Who it is:* the text of \`${v.table}\` has what looks like ${v.what}.`,
    'person-key': (v: Values) => `*Linkable:* \`${v.column}\` tells persons or stays apart.`,
    rows: (v: Values) => `*Individual rows:* ${rows(Number(v.count))}, each one person, stay or measurement.`,
    'rows-forbidden': (v: Values) =>
      `*Individual rows:* ${rows(Number(v.count))}. This installation lets none of them out.`,
    'drawn-rows': (v: Values) =>
      `*Individual rows:* \`${v.table}\` was drawn from rows of single persons. Its ${counted(Number(v.count), 'mark', 'marks')} may show each of them.`,
    'free-text': (v: Values) => `*Free text* in \`${v.column}\`: nobody has read what stands in it.`,
    'birth-date': (v: Values) => `*Dates of birth* in \`${v.column}\`.`,
    'exact-dates': (v: Values) => `Exact dates in \`${v.column}\`.`,
    'small-cells': (v: Values) => `*Small groups:* ${cells(Number(v.count))} under ${v.least} in \`${v.table}\`.`,
    'open-cells': (v: Values) =>
      `*Hidden, but not enough:* ${cells(Number(v.count))} of \`${v.table}\` can be had back from the totals.`,
    'small-shares': (v: Values) =>
      `*Small groups:* ${values(Number(v.count))} of \`${v.column}\` and their counts say how many persons under ${v.least} there are.`,
    'small-groups': (v: Values) =>
      `*Small groups:* ${values(Number(v.count))} of \`${v.table}\` describe fewer than ${v.least} persons.`,
    complements: (v: Values) =>
      `*Small groups:* ${cells(Number(v.count))} of \`${v.table}\` leave fewer than ${v.least} persons over.`,
    difference: (v: Values) =>
      `*Seen before:* ${cells(Number(v.count))} differ by fewer than ${v.least} from an earlier export of \`${v.table}\`.`,
    extremes: (v: Values) => `\`${v.column}\` may be the value of one person.`,
    'no-counts': (v: Values) => `How many persons stand behind each row of \`${v.table}\` is not said.`,
    'partly-looked': (v: Values) => `Values were looked at in the first ${rows(Number(v.count))}.`,
    'model-weights': () => '*Weights of a model* are not automatically anonymous.'
  },
  identifiers: {
    name: 'a name',
    email: 'an e-mail address',
    phone: 'a telephone number',
    'national-id': 'a personal identity number',
    iban: 'a bank account',
    'record-number': 'a medical record number',
    address: 'an address',
    ip: 'the address of a computer'
  },
  passes: 'Passed',
  stops: 'Stops it',
  asks: 'Mend it, or say why',
  tells: 'To be known',
  mendIt: 'Mend it:',
  or: 'or',
  mends: {
    drop: (column: string) => `Leave out \`${column}\``,
    suppress: (n: number) => `Hide ${values(n)}`,
    year: (column: string) => `Keep the year of \`${column}\` only`,
    round: (base: number) => `Round counts to ${base}`,
    counts: () => 'Export counts only'
  },
  mended: (what: string) => `Mended: ${what}.`,
  undoMends: 'Undo mending',
  cannotMend: 'Here nothing can mend it. Change what is exported, and export again.',
  byWriter: 'Only whoever wrote the text can mend it.',
  reason: 'Why it has to leave as it is',
  reasonHelp: 'At least ten letters. Stands in the ledger with this export.',
  reasonMissing: 'Say why first',
  exactly: 'See exactly what',
  readable: 'Readable',
  lines: 'First 200 lines',
  bytesTab: 'Bytes',
  rowsTab: (n: string) => `Rows (${n})`,
  none: 'none',
  shown: 'shown',
  lookFirst: 'Look at *See exactly what* first',
  noLines: 'It is not text: look at the bytes.',
  moreLines: (n: number) => `${counted(n, 'more line', 'more lines')}`,
  moreBytes: (n: number) => `${counted(n, 'more byte', 'more bytes')} under *Bytes*`,
  noRowsInside: 'There are no individual rows in it.',
  firstRows: (shown: number, all: number) => `${shown} of ${rows(all)}`,
  hexLabel: 'All bytes, sixteen a line',
  fingerprint: 'Fingerprint',
  copyFingerprint: 'Copy the fingerprint',
  copiedFingerprint: 'Copied',
  keep: 'Keep it here',
  letOut: 'Let it out',
  refused: (size: string) => `${size} cannot leave as it is.`,
  kept: 'Kept here.',
  left: (size: string) => `${size} left this device.`
};

/** The ledger: what left, what did not. */
export const ledgerWords = {
  title: 'Ledger',
  nothing: 'Nothing has left this device.',
  total: (size: string, n: number, since: string) =>
    `${size} has left this device, in ${counted(n, 'message', 'messages')} since ${since}`,
  noRowsAmong: 'no individual rows among them',
  rowsAmong: (n: number) => `${counted(n, 'individual row', 'individual rows')} among them`,
  unbroken: (n: number) => `${counted(n, 'entry', 'entries')}, unbroken`,
  broken: (at: number) => `The chain is broken at entry ${at}`,
  verifying: 'Verifying …',
  notLet: (refused: number, kept: number) => `${refused} refused, ${kept} kept here`,
  notLasting: 'This window keeps nothing: the ledger ends with it.',
  verify: 'Verify chain',
  export: 'Export ledger',
  exportHelp: 'Anybody verifies it with `verify-ledger.mjs`, without this page.',
  search: 'Search the ledger',
  noHit: (text: string) => `No entry holds *${text}*.`,
  filters: { all: 'Everything', left: 'Left', not: 'Not let out', blocked: 'Blocked', light: 'Clipboard and print' },
  allDays: 'All days',
  today: 'Today',
  allNotebooks: 'All notebooks',
  day: 'Day',
  notebook: 'Notebook',
  columns: {
    time: 'Time',
    what: 'What',
    to: 'To',
    size: 'Size',
    rows: 'Rows',
    fingerprint: 'Fingerprint',
    allowed: 'Allowed by',
    chain: 'Chain'
  },
  allowed: { you: 'you', limit: 'below the limit', nobody: 'nobody' },
  ways: { file: 'file', clipboard: 'clipboard', link: 'link', printer: 'printer', network: 'network' },
  refusedHead: 'Refused:',
  keptHead: 'Kept here:',
  blockedHead: 'Blocked:',
  blockedWhat: (cell: string, to: string, n: number) =>
    `${cell ? `cell \`${cell}\`` : 'the page'} asked for ${to ? `\`${to}\`` : 'the network'} – refused${n > 1 ? `, ${counted(n, 'time', 'times')}` : ''}`,
  blockedSeveral: (n: number) => `${counted(n, 'more attempt', 'more attempts')}, too many to tell apart – refused`,
  blockedCount: (n: number) => `${counted(n, 'attempt', 'attempts')} blocked`,
  blockedNone: 'nothing was sent',
  no: 'no',
  youKept: 'You chose *Keep it here*.',
  yours: 'What you paste elsewhere is yours to watch',
  chartOf: (n: number, refused: number) =>
    `Bytes out by time: ${counted(n, 'message', 'messages')}, ${counted(refused, 'attempt', 'attempts')} not let out`,
  entry: (n: number) => `Entry ${n}`,
  facts: {
    when: 'When',
    notebook: 'Notebook',
    cell: 'Cell',
    size: 'Size',
    to: 'To',
    rows: 'Rows',
    allowed: 'Allowed',
    reason: 'Reason',
    mended: 'Mended',
    checks: 'Checks',
    fingerprint: 'Fingerprint',
    rule: 'Refused by',
    times: 'How often'
  },
  byYou: (seconds: string) => `by you, after it was shown for ${seconds}`,
  noChecks: 'nothing found',
  see: 'See exactly what left',
  seeKept: 'See exactly what it was',
  notKept: 'What left is not kept here any more, or was too large to be kept.',
  chain: 'Chain',
  chainText: 'Each entry holds the fingerprint of the one before, so none can be removed or altered unseen.',
  openPage: 'Open the ledger',
  linked: 'linked',
  brokenHere: 'broken'
};

/** "Forget everything", and how strict the person wants to be. */
export const forgetWords = {
  privacy: 'What may leave',
  privacyText: 'This installation says the least; here you can be stricter for yourself, never less strict.',
  minCell: 'Smallest group shown',
  minCellHelp: (least: number) => `Smaller counts do not leave. This installation asks for ${least} at least.`,
  rows: 'Never let individual rows out',
  rowsHelp: 'Not even with a reason.',
  rowsByPolicy: 'This installation lets none out.',
  title: 'Forget everything',
  text: 'Everything that this page keeps in this browser is deleted. Nothing can bring it back.',
  button: 'Forget everything …',
  what: 'This is deleted',
  list: {
    notebooks: (n: number) => `${counted(n, 'notebook', 'notebooks')} with versions, Bin and Trash`,
    files: 'Which data files were given. The files themselves stay where they are.',
    ledger: (n: number) => `The ledger: ${counted(n, 'entry', 'entries')}`,
    settings: 'Settings: theme, language, keyboard, what you want stricter',
    page: 'The page itself as it is kept for working offline'
  },
  saveFirst: 'Save first what you want to keep:',
  exportLedger: 'Export ledger',
  typeIt: (word: string) => `Type ${word} to confirm`,
  word: 'FORGET',
  doIt: 'Forget everything',
  cancel: 'Keep everything',
  working: 'Deleting …',
  done: 'Everything is forgotten.',
  doneText: 'Nothing of this page is kept in this browser any more. Close the tab, or begin anew.',
  again: 'Begin anew',
  failed: (what: string) =>
    `${what} could not be deleted, because another tab has it open. Close the other tabs and try again.`,
  retry: 'Try again'
};
