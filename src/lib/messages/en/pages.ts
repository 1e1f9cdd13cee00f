/** What the pages themselves say. Sentences with a number take it as a parameter. */
const count = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

/** "1 cell", "2 cells". */
export function counted(n: number, one: string, many: string): string {
  return `${count.format(n)} ${plural.select(n) === 'one' ? one : many}`;
}

export const pages = {
  brand: 'PHEMS Notebook',
  notebooks: 'Notebooks',
  reference: 'Reference',
  settings: 'Settings',
  simulate: 'Simulate data',
  security: 'Security',
  securityAsk: 'What this page can and cannot do, with a self-test',
  ledger: 'Ledger',
  out: (size: string) => `${size} out`,
  outHelp: (size: string) => `${size} have left this device: open the ledger`,
  skip: 'Skip to the content',
  heroFirst: 'Analyse children’s-hospital data.',
  heroSecond: 'On this device only.',
  heroText: 'Drop files, or start from a sample. Raw data never leaves this page.',
  doorData: 'I have data',
  doorDataText: 'CSV, Parquet, Excel or an OMOP extract. Read here, by this page; sent nowhere.',
  doorDataButton: 'Choose files',
  doorDataFolder: 'Choose a folder',
  doorDataHint: 'or drop them anywhere on this page',
  doorSample: 'Show me a sample',
  doorSampleText: 'A finished analysis of simulated intensive-care data. It runs in seconds.',
  doorSampleButton: 'Open and run',
  doorSampleHint: 'nothing to install, no account',
  doorNotebook: 'I have a notebook',
  doorNotebookText: 'Open a notebook file that somebody gave you, or begin with an empty page.',
  doorNotebookButton: 'Open a file',
  doorNotebookNew: 'New notebook',
  doorNotebookHint: 'ending in .md, .ipynb or .html',
  continueTitle: 'Continue',
  cells: (n: number) => counted(n, 'cell', 'cells'),
  deleteNotebook: (title: string) => `Delete ${title}`,
  deleted: (title: string) => `Deleted ${title}.`,
  undo: 'Undo',
  samplesTitle: 'Samples and lessons',
  referenceTitle: 'Reference: every kind of cell, working',
  all: (n: number) => `All ${n}`,
  minutes: (n: number) => `${n} min`,
  footerUse: 'For research and education, not for the care of a patient',
  version: (version: string) => `Version ${version}`,
  dropHere: 'Drop to read them here. They stay on this device.',
  storageRefused: 'This window keeps nothing: a private window, or storage is blocked. Download what you want to keep.',
  insecure:
    'This page came over plain http from another machine. Everything works as long as the network does; browsers then keep it neither for offline use nor safe from a second tab. Use https, or start the site on this machine.',
  tooOld: (missing: string) =>
    `This browser is too old for the data engine: it lacks ${missing}. Use Chrome, Edge or Firefox from 2023 or later, or Safari 17.`,
  mistake: 'This is a mistake in the program, not in your work. Nothing of it is lost.',
  mistakeHint: 'Copy the report below and send it to the people who run this site.',
  today: 'today',
  yesterday: 'yesterday'
};
