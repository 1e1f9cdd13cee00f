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
 * All may throw `store-full`, `store-failed`.
 */
export interface NotebookStore {
  /** Why nothing here outlives the window; undefined where it does. */
  readonly refusal: Error | undefined;
  /** Most recently opened first. */
  recent(): Promise<Kept[]>;
  find(id: string): Promise<Kept | undefined>;
  /** Undefined where nothing is kept under this id. */
  read(id: string): Promise<KeptText | undefined>;
  /** Writes the whole text; earlier edits go. */
  write(kept: Kept, text: string): Promise<void>;
  /** Adds edits to the journal. */
  append(id: string, edits: readonly CellEdit[]): Promise<void>;
  /** Changes what is kept beside the text. */
  note(id: string, kept: Partial<Omit<Kept, 'id'>>): Promise<void>;
  /** Forgets a notebook, its edits and its files. */
  remove(id: string): Promise<void>;
  files(id: string): Promise<KeptFile[]>;
  /** Adds files or replaces those of the same path. */
  keepFiles(id: string, files: readonly KeptFile[]): Promise<void>;
  forgetFiles(id: string, paths: readonly string[]): Promise<void>;
  close(): void;
}
