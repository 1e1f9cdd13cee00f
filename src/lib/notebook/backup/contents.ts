import type { BinnedCell, Kept, KeptFile, KeptVersion, VersionReason } from '../store/contract';
import type { CellKey } from '../model';

/** The list that lies in the zip beside the texts. */
export const contentsName = 'contents.json';
/** Grows where an older version of this page could no longer read it. */
export const backupForm = 1;
const program = 'phems-notebook';

export interface ListedVersion extends Pick<KeptVersion, 'id' | 'at' | 'reason' | 'name' | 'lasting' | 'cells'> {
  /** Path of its text in the zip. */
  text: string;
}

/** A notebook as the list tells of it. Never whether its code was allowed: that counts here only. */
export interface ListedNotebook extends Pick<Kept, 'id' | 'title' | 'opened' | 'changed' | 'origin' | 'deleted'> {
  text: string;
  versions: readonly ListedVersion[];
  bin: readonly Omit<BinnedCell, 'notebook'>[];
  /** Which files were given to it; the files themselves stay where they are. */
  files: readonly Omit<KeptFile, 'handle'>[];
}

export interface Contents {
  /** Milliseconds since 1970. */
  saved: number;
  notebooks: readonly ListedNotebook[];
}

export function contentsText({ saved, notebooks }: Contents): string {
  return `${JSON.stringify({ program, form: backupForm, saved, notebooks }, undefined, 1)}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a list says. Whoever made the file may have written anything: what has not its shape is left out. */
export function readContents(text: string): { form: number; contents: Contents } | undefined {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  const given = fields(found);
  if (given?.program !== program || typeof given.form !== 'number') return undefined;
  const notebooks = many(given.notebooks, notebookOf);
  return { form: given.form, contents: { saved: time(given.saved), notebooks } };
}

function notebookOf(given: Fields): ListedNotebook | undefined {
  const id = idOf(given.id);
  if (id === undefined || typeof given.text !== 'string') return undefined;
  const origin = fields(given.origin);
  const path = origin?.path;
  const hash = origin?.hash;
  return {
    id,
    title: typeof given.title === 'string' ? given.title : '',
    opened: time(given.opened),
    changed: time(given.changed),
    origin: typeof path === 'string' && typeof hash === 'string' ? { path, hash } : undefined,
    deleted: given.deleted === undefined ? undefined : time(given.deleted),
    text: given.text,
    versions: many(given.versions, versionOf),
    bin: many(given.bin, binnedOf),
    files: many(given.files, fileOf)
  };
}

const reasons: readonly VersionReason[] = [
  'run',
  'saved',
  'closed',
  'before-reset',
  'before-restore',
  'before-replace',
  'before-take-over',
  'before-kinds',
  'restored',
  'file'
];

function versionOf(given: Fields): ListedVersion | undefined {
  const id = idOf(given.id);
  if (id === undefined || typeof given.text !== 'string') return undefined;
  return {
    id,
    at: time(given.at),
    reason: reasons.find((reason) => reason === given.reason) ?? 'saved',
    ...(typeof given.name === 'string' ? { name: given.name } : {}),
    ...(given.lasting === true ? { lasting: true } : {}),
    cells: count(given.cells),
    text: given.text
  };
}

function binnedOf(given: Fields): ListedNotebook['bin'][number] | undefined {
  const cell = fields(given.cell);
  const key = idOf(given.key);
  if (key === undefined || typeof cell?.kind !== 'string' || typeof cell.text !== 'string') return undefined;
  const id = typeof cell.id === 'string' ? cell.id : undefined;
  const attributes = many(cell.attributes, ({ name, value }) =>
    typeof name === 'string' && typeof value === 'string' ? { name, value } : undefined
  );
  return {
    key: key as CellKey,
    at: time(given.at),
    index: count(given.index),
    cell: { kind: cell.kind, id, attributes, text: cell.text }
  };
}

function fileOf(given: Fields): ListedNotebook['files'][number] | undefined {
  if (typeof given.path !== 'string') return undefined;
  return { path: given.path, sizeBytes: count(given.sizeBytes), modified: time(given.modified) };
}

function fields(given: unknown): Fields | undefined {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Fields) : undefined;
}

function many<Of>(given: unknown, read: (one: Fields) => Of | undefined): Of[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => {
    const known = fields(one);
    const found = known && read(known);
    return found === undefined ? [] : [found];
  });
}

const idOf = (given: unknown) => (typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : undefined);
const count = (given: unknown) => (Number.isSafeInteger(given) && Number(given) >= 0 ? Number(given) : 0);
/** A moment that a date can hold. */
const time = (given: unknown) => Math.min(count(given), 8.64e15);
