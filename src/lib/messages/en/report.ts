import { counted } from './pages';

const n = (value: number) => new Intl.NumberFormat('en').format(value);

/** The HTML report and the printed page: what stands in them, and the dialogs before them. */
export const report = {
  // In the document.
  individualYes: 'Contains individual rows: yes',
  individualNo: 'Contains individual rows: no',
  smallestGroup: (size: number) => `smallest group: ${counted(size, 'person', 'persons')}`,
  smallestRows: (size: number) => `smallest group: ${counted(size, 'row', 'rows')}`,
  tableLeftOut: (rows: number, columns: number) =>
    `${counted(rows, 'row', 'rows')} of ${counted(columns, 'column', 'columns')}`,
  leftOut: 'Left out, since it shows individual rows:',
  firstRows: (shown: number, of: number) => `${n(shown)} of ${counted(of, 'row', 'rows')}`,
  allRows: (rows: number) => counted(rows, 'row', 'rows'),
  noOutput: 'Not run.',
  noneToShow: 'This result is only shown in the notebook.',
  failed: 'Failed:',
  before: (time: string) => `Result from ${time}, before the last change.`,
  off: 'Off.',
  inert: (kind: string) => `\`${kind}\`: kept as text.`,
  links: 'Links',
  simulated: 'on simulated data: no real patient',
  provenance: 'Provenance',
  made: 'Made',
  madeBy: (version: string) => `PHEMS Notebook ${version}`,
  authors: 'Authors',
  date: 'Date',
  engines: 'Engines',
  notebookHash: 'Notebook, SHA-256',
  seed: (seed: number) => `seed ${seed}`,
  purpose: 'For research and education. Not a basis for treating a patient.',
  untitled: 'Untitled notebook',
  table: (name: string) => `Table ${name}`,
  steps: 'Steps',

  // Dialogs.
  title: 'Save an HTML report',
  text: 'One file to read anywhere: no scripts, no network. Charts are drawings, tables have up to 100 rows.',
  code: 'Code of the cells',
  withRows: 'Results with individual rows',
  withRowsText: 'They are left out unless you tick them. What is ticked can be read by whoever has the file.',
  noRows: 'No result shows individual rows.',
  gathering: 'Gathering results …',
  stale: (cells: number) => `${counted(cells, 'result is', 'results are')} not up to date and marked so.`,
  save: 'Save report',
  cancel: 'Cancel',
  printTitle: 'Print',
  printText: 'The whole notebook on white paper. The browser then asks for the printer, or for a PDF.',
  rowLimit: 'Rows of a table at most',
  folded: 'Results of hidden cells',
  printNow: 'Print …',
  printHasRows: 'The page says that it contains individual rows.',
  cell: (n: number) => `Cell ${n}`
};
