import type { Values } from '$workers/shared/errors';
import { counted } from './pages';

const notebooks = (n: number) => counted(n, 'notebook', 'notebooks');

/** What goes wrong with the one file of everything stored. */
export const storageFailures = {
  'backup-damaged': {
    message: (v: Values) => `\`${v.file}\` is not a whole zip file, so nothing of it was brought in.`,
    hint: () => 'Copy or download the file again.'
  },
  'backup-foreign': {
    message: (v: Values) => `\`${v.file}\` is a zip, but not one that this page saved.`,
    hint: () => 'Choose a file that was saved here as everything stored.'
  },
  'backup-newer': {
    message: (v: Values) =>
      `\`${v.file}\` was saved by a newer version of this page (form ${v.form}; this one knows ${v.known}).`,
    hint: () => 'Reload the page to get the newer version.'
  },
  'backup-large': {
    message: (v: Values) => `\`${v.file}\` unfolds to more than ${v.most} GB; this page takes no more.`,
    hint: () => 'Unfold the file and open its notebooks one by one.'
  }
} as const;

/** What is said of everything that this browser keeps: the Trash, and the one file it all goes into. */
export const storage = {
  undo: 'Undo',
  cancel: 'Cancel',
  trash: 'Trash',
  trashOf: (n: number) => `Trash: ${notebooks(n)}`,
  trashRule: 'What lies here is deleted for ever after 30 days.',
  movedToTrash: (title: string) => `${title} is in the Trash.`,
  daysLeft: (days: number) => `${counted(days, 'day', 'days')} left`,
  restore: 'Restore',
  restoreOf: (title: string) => `Restore ${title}`,
  restored: (title: string) => `${title} is back.`,
  deleteForEver: 'Delete for ever',
  deleteForEverOf: (title: string) => `Delete ${title} for ever`,
  deleteOneAsk: (title: string) => `Delete ${title} for ever?`,
  deleteAllAsk: (n: number) => `Delete ${notebooks(n)} for ever?`,
  deleteText: 'The text, its versions and its Bin are gone then. This cannot be undone.',
  emptyTrash: 'Empty the Trash',
  keepThere: 'Keep in the Trash',
  showAll: (n: number) => `Show all ${n}`,
  showFewer: 'Show fewer',
  backup: 'Everything in one file',
  backupText:
    'Notebooks with their versions, Bin and Trash, as one zip that any computer can open. Data files are not in it.',
  saveEverything: 'Save everything',
  saving: (done: number, of: number) => `Packing notebook ${done} of ${of} …`,
  saved: (n: number, size: string) => `${notebooks(n)} in one file, ${size}.`,
  bringIn: 'Bring in a file',
  bringInText: 'Bringing such a file in overwrites nothing.',
  reading: 'Reading the file …',
  nothingNew: 'Everything in the file is here already.',
  found: (n: number) => `The file holds ${notebooks(n)}.`,
  newOnes: (n: number) => (n === 1 ? '1 is not here and comes in.' : `${n} are not here and come in.`),
  sameOnes: (n: number) =>
    n === 1
      ? '1 is here with the same text; versions that are missing come in.'
      : `${n} are here with the same text; versions that are missing come in.`,
  otherOnes: (n: number) => (n === 1 ? '1 is here with another text:' : `${n} are here with another text:`),
  changedHere: (when: string) => `here: ${when}`,
  changedThere: (when: string) => `in the file: ${when}`,
  whatWithOthers: 'What is here stays as it is. And what the file has?',
  keepBoth: 'Bring it in beside',
  leaveOut: 'Leave it out',
  filesAgain: 'Data files are not in it: a notebook that reads files says which, and they are given to it again.',
  bringInNow: 'Bring in',
  cameIn: (n: number, versions: number) =>
    `${notebooks(n)} and ${counted(versions, 'version', 'versions')} came in. Code in them waits until you allow it.`,
  fromFile: (title: string) => `${title} (from the file)`,
  readMe:
    'Saved by PHEMS Notebook. The folder "notebooks" holds each notebook as Markdown, "versions" its earlier states.\nBring the whole zip in on the settings page; nothing that is there is overwritten.\n'
};
