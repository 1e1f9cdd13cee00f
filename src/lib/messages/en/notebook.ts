import type { Values } from '$workers/shared/errors';

const cut = (value: string | number | undefined, length = 40): string => {
  const text = String(value ?? '');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined) => `\`${cut(value)}\``;
const codes = (list: string | number | undefined, word = 'or') =>
  String(list ?? '')
    .split(', ')
    .map((one) => code(one))
    .join(` ${word} `);

/** Why a cell that others wait for gives nothing. Follows "`x`, which …". */
export const blockedBy = {
  failed: () => 'stopped with an error',
  stopped: () => 'was stopped',
  blocked: () => 'waits itself',
  waiting: () => 'waits for you to run it',
  off: () => 'is switched off',
  untrusted: () => 'waits until its code is allowed',
  missing: () => 'no longer exists'
} as const;

export type BlockedBy = keyof typeof blockedBy;

/** What goes wrong between cells, and when a notebook is changed or kept. */
export const notebookFailures = {
  'front-rule': {
    message: () => 'A line of three dashes would end the front matter `---`.',
    hint: () => 'Take that line out.'
  },
  'front-unreadable': {
    message: (v: Values) => `The front matter is not YAML at line ${v.line}, so its title cannot be set.`,
    hint: () => 'Mend the front matter first.'
  },
  'attribute-shape': {
    message: (v: Values) =>
      `${code(v.name)} cannot be a key of a cell: a key is one word without \`=\`, a value one line.`,
    hint: () => 'Use letters, digits and hyphens for the key.'
  },
  'name-duplicate': {
    message: (v: Values) => `Cells ${cut(v.cells, 60)} make the same name, ${code(v.name)}.`,
    hint: (v: Values) => `Rename all but one, for example to ${code(v.free)}.`
  },
  'name-reserved': {
    message: (v: Values) => `${code(v.name)} is a word of ${v.language} and cannot name a cell.`,
    hint: (v: Values) => `Rename the cell, for example to ${code(v.free)}.`
  },
  'name-cycle': {
    message: (v: Values) => `This cell waits for itself: ${cut(v.path, 100)}.`,
    hint: () => 'Take one of these names out of the cell that should come first.'
  },
  'name-unknown': {
    message: (v: Values) => `Nothing here is called ${code(v.name)}.`,
    hint: (v: Values) =>
      v.near ? `Write ${codes(v.near)} instead.` : 'Import a table of that name, or give a cell this id.'
  },
  'name-unknown-value': {
    message: (v: Values) => `No cell gives the value ${code(v.name)}.`,
    hint: (v: Values) => (v.near ? `Write ${codes(v.near)} instead.` : 'Add an input cell with this id.')
  },
  'name-is-a-file': {
    message: (v: Values) => `${code(v.file)} is here as a file, but no table ${code(v.name)} was made of it.`,
    hint: () => 'Import the file.'
  },
  'cell-blocked': {
    message: (v: Values) => `Waits for ${code(v.name)}, which ${blockedBy[v.why as BlockedBy]()}.`,
    hint: (v: Values) => `Go to ${code(v.name)}.`
  },
  'cell-kind-unknown': {
    message: (v: Values) => `This version has no cell of the kind ${code(v.kind)}. Its text is kept.`,
    hint: (v: Values) => (v.near ? `Write ${codes(v.near)} instead.` : 'Open the notebook with a newer version.')
  },
  'cell-untrusted': {
    message: (v: Values) => `Cells of the kind ${code(v.kind)} wait until you trust this notebook.`,
    hint: () => 'Read the cell, then allow its code.'
  },
  'cell-stopped': {
    message: () => 'This cell was stopped.',
    hint: () => 'Run it again when you want its result.'
  },
  'cell-lost-value': {
    message: (v: Values) => `This cell was to make ${code(v.name)} and did not.`,
    hint: () => 'Run it again; if that does not help, copy the details for a report.'
  },
  'program-mistake': {
    message: (v: Values) => `The program made a mistake in this ${code(v.kind)} cell.`,
    hint: () => 'Copy the details for a report; they hold no data.'
  },
  'store-refused': {
    message: (v: Values) => `This window keeps nothing: the browser refuses ${v.what ?? 'storage'}.`,
    hint: () => 'Download the notebook before you close the window.'
  },
  'store-full': {
    message: () => 'The browser has no room left for this notebook; what is new in it is in memory only.',
    hint: () => 'Download the notebook, then delete others to make room.'
  },
  'store-failed': {
    message: () => 'The browser could not keep the last changes of this notebook.',
    hint: () => 'Download the notebook, then reload the page.'
  },
  'store-taken': {
    message: () => 'Another tab has taken over this notebook; what was written here since then is in memory only.',
    hint: () => 'Save it as a copy, or go on in the other tab.'
  },
  'store-newer': {
    message: () => 'A newer version of this program keeps notebooks in this browser; this one cannot read them.',
    hint: () => 'Reload the page to get the newer version.'
  },
  'store-blocked': {
    message: () => 'Another tab holds the kept notebooks in an older form.',
    hint: () => 'Close the other tabs of this page, then reload.'
  },
  'file-vanished': {
    message: (v: Values) => `${code(v.file)} is no longer where it was.`,
    hint: () => 'Give the file again.'
  },
  'file-unclear': {
    message: (v: Values) => `${v.count} files are called ${code(v.file)}.`,
    hint: (v: Values) => `Name its folder too: ${codes(v.paths)}.`
  }
} as const;

/** What was not understood in a file; shown with its line. */
export const fileProblems = {
  'fence-unclosed': (v: Values) =>
    `The ${code(v.kind)} cell is not closed; the rest of the file was taken for its text.`,
  'prose-fence-unclosed': () => 'A quoted block is not closed; the rest of the file was taken for prose.',
  'front-unclosed': () => 'The front matter has no closing `---`.',
  'front-yaml': () => 'The front matter is not lines of `key: value`.',
  'format-newer': (v: Values) => `Written in format ${v.format}; this version knows format ${v.current}.`,
  'lines-beyond': (v: Values) => `The mark promises ${v.count} lines and ${v.rest} are left.`,
  'lines-count': () => 'The mark gives no number of lines.'
} as const;

const cells = (count: number) => (count === 1 ? 'cell' : `${count} cells`);

/** Titles of the commands, for menus, palette, tooltips and help. */
export const commandTitles = {
  run: (count: number) => `Run ${cells(count)}`,
  runNext: (count: number) => `Run ${cells(count)} and go to the next`,
  runInsert: () => 'Run and add a cell below',
  runStale: (count: number) => (count === 0 ? 'Run what is stale' : `Run ${count} stale`),
  runAll: () => 'Run everything',
  stop: () => 'Stop',
  undo: () => 'Undo',
  redo: () => 'Redo',
  insertAbove: () => 'Add a cell above',
  insertBelow: () => 'Add a cell below',
  delete: (count: number) => `Delete ${cells(count)}`,
  moveUp: (count: number) => `Move ${cells(count)} up`,
  moveDown: (count: number) => `Move ${cells(count)} down`,
  switchOff: (count: number) => `Switch ${cells(count)} off`,
  switchOn: (count: number) => `Switch ${cells(count)} on`,
  toKind: (title: string) => `Change to ${title}`,
  edit: () => 'Edit the cell',
  leave: () => 'Leave the editor',
  previous: () => 'Go to the cell above',
  next: () => 'Go to the cell below',
  first: () => 'Go to the first cell',
  last: () => 'Go to the last cell',
  extendUp: () => 'Select the cell above, too',
  extendDown: () => 'Select the cell below, too',
  save: () => 'Save a version',
  runAbove: () => 'Run all above',
  restartEngine: () => 'Restart the data engine, free its memory',
  rename: () => 'Rename the cell',
  duplicate: () => 'Duplicate the cell',
  cut: (count: number) => `Cut ${cells(count)}`,
  copy: (count: number) => `Copy ${cells(count)}`,
  paste: () => 'Paste cells below',
  merge: () => 'Merge cells into one',
  split: () => 'Split the cell at the caret',
  foldEditor: () => 'Fold or unfold the editor',
  foldOutput: () => 'Fold or unfold the output',
  expandOutput: () => 'Show the output at full height',
  palette: () => 'Search or do',
  find: () => 'Find in the notebook',
  goTo: {
    data: () => 'Go to the data',
    outline: () => 'Go to the outline',
    ledger: () => 'Go to the ledger',
    versions: () => 'Go to the versions'
  },
  nextRegion: () => 'Go to the next region of the page',
  previousRegion: () => 'Go to the region before',
  print: () => 'Print',
  present: () => 'Present',
  help: () => 'Keyboard shortcuts',
  comment: () => 'Comment lines or take the mark away',
  indent: () => 'Indent lines',
  outdent: () => 'Outdent lines',
  complete: () => 'Complete the word',
  explain: () => 'Help on the word',
  undoText: () => 'Undo typing',
  moveLine: () => 'Move the line up or down',
  tabLeaves: () => 'Let Tab leave the editor, or indent'
} as const;

/** Headings of the list of shortcuts. */
export const commandGroups = {
  run: () => 'Run',
  move: () => 'Select',
  change: () => 'Cells',
  insert: () => 'Insert',
  notebook: () => 'Notebook',
  editor: () => 'In an editor',
  go: () => 'Page'
} as const;
