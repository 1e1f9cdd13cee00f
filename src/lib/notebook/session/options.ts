import type { Engines } from '$lib/engines';
import type { CellValue, FileShelf, KindRegistry } from '../kind';
import type { Edit } from '../change';
import type { CellKey, Notebook } from '../model';

/** Who keeps the notebook: told of every change at once, writes in its own time. */
export interface Keeper {
  /** @param texts the only cells that changed, and only in their text; undefined for any other change */
  changed(notebook: Notebook, texts: readonly CellKey[] | undefined): void;
  /** A change is about to be done: what was before it may be worth a version. */
  changing?(before: Notebook, change: Edit): void;
  /** Cells were asked to run, by a person or by what changed. */
  ran?(notebook: Notebook, how: { byHand: boolean }): void;
}

export interface SessionOptions {
  notebook: Notebook;
  registry: KindRegistry;
  engines: Engines;
  files: FileShelf;
  /** Absent where nothing is kept: the headless runner. */
  store?: Keeper;
  /** Made here, or its code was allowed. */
  trusted: boolean;
  /** Nothing may change the document now: a damaged file, or another tab has it. */
  readOnly?: () => boolean;
  /** Kinds that wait for a click run too. */
  runAsk?: boolean;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Pause of typing after which a form applies. */
  pauseMs?: number;
}

export interface ApplyOptions {
  /** true: run the changed cells now; false: run nothing; absent: by their kind. */
  run?: boolean;
}

/** A name that can be completed. */
export interface KnownName {
  name: string;
  key: CellKey;
  /** Undefined until the cell has run. */
  sort: CellValue['type'] | undefined;
}
