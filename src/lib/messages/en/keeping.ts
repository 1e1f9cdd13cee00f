import type { Values } from '$workers/shared/errors';
import { counted } from './pages';

/** What goes wrong when a notebook is put in the place of another. */
export const keepingFailures = {
  'file-not-understood': {
    message: (v: Values) =>
      `${counted(Number(v.count), 'line', 'lines')} of \`${v.file}\` ${Number(v.count) === 1 ? 'was' : 'were'} not understood, so it does not take the place of this notebook.`,
    hint: () => 'Open the file by itself to see which.'
  },
  'version-gone': {
    message: () => 'The text of this version is no longer kept.',
    hint: () => 'Choose another version.'
  }
} as const;

/** One cell by its name, or as many as there are. */
const cells = (n: number, name: string | undefined) =>
  name === undefined ? (n === 1 ? 'a cell' : counted(n, 'cell', 'cells')) : `\`${name}\``;
const steps = (way: string) => ({
  insert: (n: number, name?: string) => `${way}: ${cells(n, name)} added.`,
  delete: (n: number, name?: string) => `${way}: ${cells(n, name)} deleted.`,
  move: (n: number, name?: string) => `${way}: ${cells(n, name)} moved.`,
  edit: (n: number, name?: string) => `${way}: text of ${cells(n, name)} changed.`,
  'set-id': (n: number, name?: string) => `${way}: ${cells(n, name)} renamed.`,
  'set-kind': (n: number, name?: string) => `${way}: kind of ${cells(n, name)} changed.`,
  'set-attributes': (n: number, name?: string) => `${way}: settings of ${cells(n, name)} changed.`,
  front: (_n: number, _name?: string) => `${way}: title and front matter changed.`,
  replace: (_n: number, _name?: string) => `${way}: the whole notebook replaced.`,
  several: (n: number, name?: string) => `${way}: several changes of ${cells(n, name)}.`
});

/** What is said about keeping: versions, Bin, Trash, several tabs, room. */
export const keeping = {
  undo: 'Undo',
  redo: 'Redo',
  /** What a step back or forth changed. */
  undone: steps('Undone'),
  redone: steps('Redone'),
  close: 'Close',
  versionsAndBin: 'Versions and Bin',
  versions: 'Versions',
  bin: 'Bin',
  versionsTab: (n: number) => `Versions ${n}`,
  binTab: (n: number) => `Bin ${n}`,
  saveVersion: 'Save a version',
  versionName: 'Name (optional)',
  nameThis: 'Name this version',
  noVersions: 'No versions yet. One is kept with each run, and whenever you save.',
  versionsRule: 'All of two days are kept, then one an hour for two weeks, then one a day. Named ones stay for ever.',
  reasons: {
    run: 'Before a run',
    saved: 'Saved',
    closed: 'As it was left',
    'before-reset': 'Before the reset to the original',
    'before-restore': 'Before going back',
    'before-replace': 'Before a file took its place',
    'before-take-over': 'Before another tab took over',
    'before-kinds': 'Before kinds were changed',
    restored: 'Gone back to',
    file: 'From the file on disk'
  } as Readonly<Record<string, string>>,
  backToList: 'All versions',
  compared: 'What changed from then to now',
  same: 'Nothing: the notebook is as it was then.',
  counts: { added: (n: number) => `${n} added`, removed: (n: number) => `${n} removed` },
  edited: (n: number) => `${n} edited`,
  moved: (n: number) => `${n} moved`,
  cellSorts: { added: 'added', removed: 'removed', edited: 'edited', moved: 'moved' } as Readonly<
    Record<string, string>
  >,
  movedFrom: (from: number, to: number) => `moved from place ${from} to ${to}`,
  renamedFrom: (name: string) => `was \`${name}\``,
  changedFrom: (what: string) => `was ${what}`,
  front: 'Title and front matter',
  linesLeftOut: (n: number) => counted(n, 'line as before', 'lines as before'),
  removedLine: 'before:',
  addedLine: 'now:',
  restore: 'Go back to this version',
  restored: 'Gone back. What was here before is a version, too.',
  original: 'Original',
  originalText: 'The sample as this site ships it',
  showOriginal: 'Show the original',
  resetToOriginal: 'Reset to the original',
  wasReset: 'Reset to the original. What was here before is a version.',
  originalGone: 'This site no longer ships the original.',
  originalChanged: 'The original of this sample has changed since you copied it.',
  seeDifferences: 'See the differences',
  keepMine: 'Keep mine',
  viewingOriginal: 'This is the original.',
  viewingOriginalText: 'Nothing you do here is kept.',
  backToCopy: 'Back to your copy',
  emptyBin: 'The Bin is empty. Deleted cells lie here until the notebook is deleted.',
  putBack: 'Put back',
  unnamedCell: 'without a name',
  elsewhere: (time: string) => `Open in another tab since ${time}.`,
  elsewhereUnknown: 'Open in another tab.',
  elsewhereText: 'Here you read along.',
  noLocks: 'On plain http this browser cannot lock a notebook; the tabs only ask each other.',
  takeOver: 'Take over',
  takeOverTitle: 'Take over editing?',
  takeOverText: 'The other tab becomes read-only; nothing is lost.',
  unsavedHere: 'What you typed last here is in this tab only.',
  saveCopy: 'Save a copy',
  inTrash: 'This notebook is in the Trash.',
  restoreNotebook: 'Restore',
  replaceByFile: 'Replace by a file …',
  replaced: (file: string) => `\`${file}\` stands here now. What was here before is a version.`,
  diskLink: 'Also save to a file on disk …',
  diskUnlink: (name: string) => `Stop saving to ${name}`,
  diskText: 'As it is on the disk now',
  diskCompared: 'What is different here from the file',
  diskChanged: (name: string) => `\`${name}\` has changed on disk.`,
  diskChangedText: 'It is not written over: decide what goes on.',
  diskAsks: (name: string) => `\`${name}\` needs your permission again.`,
  diskWaits: 'Until then the notebook is kept by this browser only.',
  diskGone: (name: string) => `\`${name}\` is no longer where it was.`,
  diskFailed: (name: string) => `\`${name}\` could not be written.`,
  diskKeptHere: 'The notebook is kept by this browser.',
  diskElsewhere: 'Save elsewhere',
  diskAgain: 'Try again',
  diskStop: 'Stop saving there',
  diskMine: 'Keep mine',
  diskTheirs: 'Take the file’s',
  diskBoth: 'Keep both',
  diskBothText: 'Both: what one side changed is taken from it; a cell that both changed stands twice.',
  diskKeptMine: (name: string) => `\`${name}\` holds this notebook now. What it held is a version.`,
  diskTook: (name: string) => `This notebook is as \`${name}\` now. What was here before is a version.`,
  diskMerged: (name: string) => `Both sides stand here and in \`${name}\`. What was here before is a version.`,
  moveToTrash: 'Move to the Trash',
  notSaved: 'Not saved.',
  memoryOnly: (time: string) => `The last ${time} of your typing are kept in memory only.`,
  roomUsed: (used: string, most: string) => `This browser allows ${most} and ${used} are used.`,
  download: 'Download the notebook',
  inWindowOnly: 'It works as always until this window is closed.',
  freeSpace: 'Free space',
  freeTitle: 'What can go?',
  freeText: 'As soon as there is room, this notebook is saved by itself.',
  freeNothing:
    'Nothing kept here can go. Download the notebook, then remove data of this site or of others in the browser’s settings.',
  freeVersions: 'Unnamed versions of this notebook',
  freeOthers: 'Unnamed versions of other notebooks',
  freeTrash: 'Notebooks in the Trash',
  freeCount: (n: number, size: string) => `${counted(n, 'piece', 'pieces')}, ${size}`,
  deleteThese: 'Delete',
  freed: (size: string) => `${size} freed.`,
  savedAgain: 'There is room again: everything is saved.',
  mayClear: 'This browser may clear unsaved work',
  mayClearWhy: 'It was asked to keep it and did not promise. Download what you cannot lose.',
  kept: 'Kept by this browser',
  problemLine: (line: number) => `Line ${line}:`,
  whichLines: 'Which lines?'
};
