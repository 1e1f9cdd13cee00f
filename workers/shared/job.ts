/** How far a long job is. `done` of `total` in `unit`; without `total` only its word is shown. */
export interface Progress {
  /** What is being done now, as a code of the messages: `import-reading`, `simulate-persons` … */
  step: string;
  done?: number;
  total?: number;
  unit?: 'bytes' | 'rows' | 'persons' | 'files' | 'columns';
  /** A name to fill into the words: a file, a table. */
  of?: string;
}

/** What every long job takes. `seed` only where it draws random numbers. */
export interface JobOptions {
  signal?: AbortSignal;
  progress?: (progress: Progress) => void;
}
