import type { Relation, SourceFile, Variable } from '$workers/data/contract';
import type { LiveName } from '$workers/sandbox/contract';
import type { AppError } from '$workers/shared/errors';
import type { Progress } from '$workers/shared/job';
import type { Engines } from '$lib/engines';
import type { Component } from 'svelte';
import type { Cell, CellKey } from './model';
import type { Report } from './report/contract';

/** What a name stands for once its cell has run. */
export type CellValue =
  | { type: 'table'; relation: Relation }
  /** `live`: own code made it, and other code uses it where it is. */
  | { type: 'value'; value: Variable; live?: LiveName }
  /** Made by own code, and of use only to own code: a function, an object, a list of lists. */
  | { type: 'live'; live: LiveName };

/** Another cell's table or value, or a column of its table, has another name from now on. */
export type Rename =
  | { sort: 'table' | 'value'; from: string; to: string }
  /** `shared`: another table in use has such a column, too. */
  | { sort: 'column'; table: string; from: string; to: string; shared: boolean };

/** What a cell waits for. Table names compare without case, value names with it. */
export interface Needs {
  tables: readonly string[];
  values: readonly string[];
  /** Taken where a cell makes them; nobody misses them where none does. */
  tablesIfThere?: readonly string[];
}

/** Files that the person gave this notebook. */
export interface FileShelf {
  /** The file of that path, or undefined. `name` may be the bare file name where it is unique. */
  find(path: string): Promise<SourceFile | undefined>;
  /** All files below a folder (or in an archive's place) of that name. */
  below(folder: string): Promise<readonly SourceFile[]>;
  /** Paths known but without permission at the moment. */
  waiting(): readonly string[];
  paths(): readonly string[];
}

/** Words read when they are shown, so that they follow the language. */
export type Warning = () => string;

export interface RunContext {
  key: CellKey;
  id: string | undefined;
  signal: AbortSignal;
  /** By the name as the cell wrote it. Every needed name is here, fresh. */
  inputs: ReadonlyMap<string, CellValue>;
  engines: Engines;
  files: FileShelf;
  progress(progress: Progress): void;
  /** Words a person should read although the cell is ok: shown above the output, printed by the runner. */
  warn(words: Warning): void;
  /**
   * What it has to show before it is done: stands under the cell while it runs, and after that if it fails or is stopped.
   */
  partial(output: unknown): void;
  /**
   * For what goes on changing after its run (own code): its next outcome, or nothing where it only asks. Resolves when
   * what waits for it has taken it over; resolves too where the cell has run anew and its outcome counts no more.
   */
  changed(outcome: Outcome<unknown> | undefined): Promise<void>;
  /** For own code that calls a simulation: this cell and what reads it say from now on that their data are made up. */
  simulates(): void;
}

/** What running gives: `output` is for its own output component, `values` for others, by name. */
export interface Outcome<Output> {
  output: Output;
  values: ReadonlyMap<string, CellValue>;
}

export interface OutputProps<Spec, Output> {
  spec: Spec;
  output: Output;
  cell: Cell;
  /** The text of the cell changes through here (an input's slider, a form). `coalesce`: one undo step for a gesture. */
  edit: (text: string, options?: { coalesce?: string; run?: boolean }) => void;
  /** Drawing failed: the cell shows it as its error. */
  fail: (error: unknown) => void;
  /** Puts the caret at a place of the cell's text. */
  onplace?: ((place: { line: number; column: number }) => void) | undefined;
  /** Runs the cell again as if what it reads had changed. */
  again?: (() => void) | undefined;
  engines: Engines;
  /** At its full height, where it limits itself. */
  expanded?: boolean;
  /** The rows of its table were counted: what is around it shows them. */
  oncount?: ((rows: number) => void) | undefined;
  /** Puts a query below this cell, and runs it. Absent where nothing can be added. */
  addQuery?: ((sql: string) => void) | undefined;
}

/** A form over a cell's text; `tables` with their columns feed its choices. */
export interface FormProps<Spec, Output = unknown> {
  spec: Spec | undefined;
  /** What the last run gave, for counts beside what they count; undefined while there is none. */
  output?: Output | undefined;
  /** The output is of this very text. */
  isFresh?: boolean;
  text: string;
  cell: Cell;
  tables: readonly Relation[];
  paths: readonly string[];
  /** For what a form looks up in a table; it asks little, and only what is seen. */
  engines?: Engines | undefined;
  edit: (text: string, options?: { coalesce?: string; run?: boolean }) => void;
}

export interface CellKind<Spec = unknown, Output = unknown> {
  /** Part of the file format: never renamed. */
  readonly name: string;
  readonly title: string;
  /** One line for the menu. */
  readonly hint: string;
  /** A Lucide name. */
  readonly icon: string;
  /** Its letter in command mode. */
  readonly letter?: string;
  /** Only reads and computes: needs no trust. */
  readonly safe: boolean;
  /** The data that it makes are made up: whatever reads them says so. */
  readonly simulates?: true;
  readonly language: 'markdown' | 'sql' | 'yaml' | 'javascript' | 'typescript' | 'text';
  /** Text of a new cell. */
  readonly template: string;
  /** Absent where its code comes with the page. Until it is here, `parse` and what needs a spec throw. */
  readonly isReady?: () => boolean;
  /** Fetches its code. */
  readonly ready?: () => Promise<void>;
  /** @throws AppError with line and column in the text */
  parse(text: string, cell: Cell): Spec;
  needs(spec: Spec): Needs;
  /** Names it defines, given its id. */
  defines(spec: Spec, id: string | undefined): readonly string[];
  /** Whether it starts unasked (`reference`: notebooks §4.4). */
  policy(spec: Spec): 'auto' | 'ask';
  /** It is in the queue: what its engine needs to start can begin. */
  readonly prepare?: (engines: Engines) => void;
  run(spec: Spec, context: RunContext): Promise<Outcome<Output>>;
  /** Why it does not start unasked although it may: it took the page along when it ran last. */
  readonly blame?: (spec: Spec) => AppError | undefined;
  /** Forgets what it made in the engines (tables): after deletion, switching off, renaming. */
  dispose?(names: readonly string[], engines: Engines): Promise<void>;
  /** Lazy components: the notebook page loads only what its cells need. */
  readonly Output?: () => Promise<{ default: Component<OutputProps<Spec, Output>> }>;
  readonly Form?: () => Promise<{ default: Component<FormProps<Spec, Output>> }>;
  /** Its output where nothing runs: in a report, on paper. Without it, such a place says that there is none. */
  readonly report?: () => Promise<{ report: Report<Spec, Output> }>;
  /** Its output holds a drawing that can be saved as a picture. Its report has it as a figure. */
  readonly draws?: (output: Output) => boolean;
  /** Its output is one drawing: a slide sets it beside its text where there is room. */
  readonly figure?: true;
  /** Its text with a new name in the place of the old, wherever it means it. */
  readonly rename?: (text: string, change: Rename) => string;
  /** Its result is large: it has a tab of its own, and stands back while the form or the text is open. */
  readonly resultTab?: true;
  /** Its output may be higher than a window: it scrolls in a box until it is expanded. Others limit themselves. */
  readonly tall?: true;
  /** Its output takes much to draw: it is drawn once its cell comes near the window, and then stays. */
  readonly drawnWhenNear?: true;
  /** What stands in the header in place of rows and columns: "702 persons". */
  readonly summary?: (output: Output) => string;
}

/** A kind whose spec and output nobody outside looks into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyKind = CellKind<any, any>;

/** The list of kinds, handed to the notebook by the page. */
export interface KindRegistry {
  readonly kinds: readonly AnyKind[];
  find(name: string): AnyKind | undefined;
  /** Fetches the code of these kinds, or of all. Absent where it all comes with the page. */
  ready?(names?: Iterable<string>): Promise<void>;
}

/** Checks a kind's type; nothing else. */
export function defineKind<Spec, Output>(kind: CellKind<Spec, Output>): CellKind<Spec, Output> {
  return kind;
}
