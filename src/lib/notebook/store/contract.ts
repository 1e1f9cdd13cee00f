import type { Cell, CellKey } from '../model';

/** Shape of what is kept; a row without it is of the first shape, which this version reads as it is. */
export const keptSchema = 2;

/** What is kept of a notebook beside its text. */
export interface Kept {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  opened: number;
  changed: number;
  cells: number;
  sizeBytes: number;
  /** Code in it was allowed, or it was made here. */
  trusted: boolean;
  /** A file with problems: its text stays as it came and is never saved over. */
  damaged: boolean;
  /** The sample it is a copy of, and that sample's fingerprint when it was copied. */
  origin: { path: string; hash: string } | undefined;
  schema?: number;
  /** When it went to the Trash, in milliseconds since 1970; absent where it did not. */
  deleted?: number | undefined;
  /** Who may write: the sitting that opened it last for editing. What another one still writes is refused. */
  tenant?: string | undefined;
}

/** Why a version was kept. */
export type VersionReason =
  | 'run'
  | 'saved'
  | 'closed'
  | 'before-reset'
  | 'before-restore'
  | 'before-replace'
  | 'before-take-over'
  | 'before-kinds'
  | 'restored'
  | 'file';

/** An earlier state of a notebook; its text is kept beside it. */
export interface KeptVersion {
  id: string;
  notebook: string;
  /** Milliseconds since 1970. */
  at: number;
  reason: VersionReason;
  /** Given by the person; such a version is never dropped. */
  name?: string | undefined;
  /** The state in which the notebook was left once: never dropped but for want of room. */
  lasting?: boolean | undefined;
  cells: number;
  sizeBytes: number;
  schema: number;
}

/** A deleted cell: in the Bin until its notebook is deleted. */
export interface BinnedCell {
  notebook: string;
  key: CellKey;
  /** When it was deleted, in milliseconds since 1970. */
  at: number;
  /** Its place among the cells. */
  index: number;
  cell: Omit<Cell, 'key'>;
}

/** What a change of the document means for the Bin. Written together with the text: a cell is in one of them. */
export interface BinChange {
  into: readonly BinnedCell[];
  outOf: readonly CellKey[];
}

/** A file of the disk that a notebook is also saved to. */
export interface KeptLink {
  notebook: string;
  handle: FileSystemFileHandle;
  name: string;
  /** Text of the file when it and the notebook were last the same. */
  text: string;
}

/** The new text of one cell, counted in the notebook as its last whole text gives it. */
export interface CellEdit {
  index: number;
  text: string;
}

/** Text as last written whole, and the edits since, oldest first. */
export interface KeptText {
  text: string;
  edits: readonly CellEdit[];
}

/** Code that somebody on this device read and allowed. */
export interface TrustedCode {
  /** As `canonicalCode` writes it. */
  code: string;
  /** Of the notebook it stood in. */
  title: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A file that was given to a notebook. */
export interface KeptFile {
  path: string;
  /** Where the browser gives handles; else the file must be given again. */
  handle: FileSystemFileHandle | undefined;
  sizeBytes: number;
  /** Milliseconds since 1970, as the file says. */
  modified: number;
}

/**
 * Where notebooks are kept. Each promise resolves only when the browser has committed.
 * All may throw `store-full`, `store-failed`. A version whose text cannot be kept is not listed.
 */
export interface NotebookStore {
  /** Why nothing here outlives the window; undefined where it does. */
  readonly refusal: Error | undefined;
  /** Most recently opened first; without those in the Trash. */
  recent(): Promise<Kept[]>;
  /** Those in the Trash, last deleted first. */
  trashed(): Promise<Kept[]>;
  find(id: string): Promise<Kept | undefined>;
  /** Undefined where nothing is kept under this id. */
  read(id: string): Promise<KeptText | undefined>;
  /** Lets nobody but this sitting write from now on. What was written until now stays. */
  take(id: string, tenant: string): Promise<void>;
  /** Writes the whole text; earlier edits go. @throws `store-taken` where another sitting took over */
  write(kept: Kept, text: string, bin?: BinChange): Promise<void>;
  /** Adds edits to the journal. Those of a sitting that was taken over from count for nothing. */
  append(id: string, edits: readonly CellEdit[], tenant?: string): Promise<void>;
  /** Changes what is kept beside the text. */
  note(id: string, kept: Partial<Omit<Kept, 'id'>>): Promise<void>;
  /** Forgets a notebook and all that belongs to it: edits, files, versions, Bin, link. */
  remove(id: string): Promise<void>;
  /** Versions of a notebook, oldest first. */
  versions(id: string): Promise<KeptVersion[]>;
  versionText(version: string): Promise<string | undefined>;
  keepVersion(version: KeptVersion, text: string): Promise<void>;
  noteVersion(version: string, change: Partial<Pick<KeptVersion, 'name' | 'lasting'>>): Promise<void>;
  dropVersions(versions: readonly string[]): Promise<void>;
  /** Deleted cells, last deleted first. */
  binned(id: string): Promise<BinnedCell[]>;
  /** Puts cells into the Bin, or takes them out of it for ever. */
  changeBin(id: string, change: BinChange): Promise<void>;
  link(id: string): Promise<KeptLink | undefined>;
  keepLink(link: KeptLink): Promise<void>;
  forgetLink(id: string): Promise<void>;
  files(id: string): Promise<KeptFile[]>;
  /** Adds files or replaces those of the same path. */
  keepFiles(id: string, files: readonly KeptFile[]): Promise<void>;
  forgetFiles(id: string, paths: readonly string[]): Promise<void>;
  trustedCode(): Promise<TrustedCode[]>;
  trustCode(code: TrustedCode): Promise<void>;
  close(): void;
}
