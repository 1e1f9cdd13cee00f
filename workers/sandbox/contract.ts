import type { Relation, Variable } from '../shared/relation';
import type { Table } from '../shared/table';
import type { ViewDescription } from './views';

export type { ViewControl, ViewDescription } from './views';

/*
 * Between page and sandbox: an own small protocol over one port. A message is `{id, method, args}`, its answer
 * `{id, result}` or `{id, error}`; a method is found by `Object.hasOwn` in a checked list, never along a path. Whatever comes
 * out of the sandbox was made by foreign code: the page checks its shape before it uses it.
 */

/** What the analysis hands to the sandbox. Lines count as in the cell's text: nothing is moved to another line. */
export interface CompiledCode {
  /**
   * Plain JavaScript without types. `expression`: can stand in parentheses (no trailing `;`; a comment at its end is fine).
   * `program`: statements; `import …` and `import()` were refused by the analysis, with their place.
   * `generator`: statements with a `yield` at the top level.
   */
  javascript: string;
  body: 'expression' | 'program' | 'generator';
  /** Names declared at the top level of a program. Empty for the other two: their value stands under the cell's id. */
  defines: readonly string[];
  /** Unbound names that are neither of JavaScript nor of `standardNames`: other cells' tables and values. */
  references: readonly string[];
  /** Of `standardNames`, those it uses. */
  uses: readonly string[];
  /** Tables that its sql`…` templates read, as written there. */
  tables: readonly string[];
  /** Errors and console lines name `cell-<label>.js`; letters, digits, `_` and `-` only. */
  label: string;
}

/** What own code finds by name. A cell cannot have such a name. */
export const standardNames = [
  'display',
  'view',
  'invalidation',
  'width',
  'Plot',
  'Inputs',
  'Generators',
  'md',
  'html',
  'svg',
  'sql',
  'document',
  'tableFrom',
  'd3',
  'ss',
  'clinical',
  'statistics'
] as const;

/** A value that stays in the sandbox: other cells of own code use it there. */
export interface LiveName {
  /** Of the cell that made it. */
  key: string;
  name: string;
}

/** What a name of another cell stands for in a run. */
export type CodeInput =
  { type: 'table'; relation: Relation } | { type: 'value'; value: Variable } | { type: 'live'; live: LiveName };

export interface CodeRequest {
  key: string;
  /** The cell's id: the name of an expression's value. */
  id: string | undefined;
  code: CompiledCode;
  inputs: Readonly<Record<string, CodeInput>>;
  /** Room for drawings, px. */
  width: number;
  seed: number;
}

/** One value as a tree shows it: depth 2, 100 children a node; the others are asked for by `handle`. */
export interface ValueNode {
  sort:
    | 'undefined'
    | 'null'
    | 'boolean'
    | 'number'
    | 'bigint'
    | 'string'
    | 'symbol'
    | 'function'
    | 'date'
    | 'regexp'
    | 'error'
    | 'array'
    | 'typed-array'
    | 'map'
    | 'set'
    | 'object'
    | 'table'
    | 'element';
  /** One line: a string's own characters (at most 10,000), a number as JavaScript writes it, `Map`, `Float64Array`, a class's name. */
  text: string;
  /** Characters of a string that was cut; children in all of anything else. */
  size?: number;
  /** Absent where they were not looked at: below the depth. */
  children?: readonly ValueChild[];
  /** For `children(handle, from)`: there are more, or they were not looked at. Gone when the cell runs again. */
  handle?: number;
}

export interface ValueChild {
  /** `0`, `name`, `[Symbol(x)]`; of a Map the key as one line. */
  key: string;
  /** An index of an array is written more quietly than a name. */
  sort: 'index' | 'name' | 'entry';
  node: ValueNode;
}

export interface CodePlace {
  line: number;
  column: number;
}

/** What code threw, or what stopped it. */
export interface CodeError {
  /** `TypeError`, or the class that the code threw. */
  name: string;
  /** Its own words: may hold values of the data. */
  message: string;
  /** In the cell's own text; absent where it came from elsewhere. */
  place?: CodePlace | undefined;
  /** At most 30 lines, only of cells' code. */
  stack: string;
  /** An engine's failure, by its code: `sql-…`. */
  code?: string | undefined;
  hint?: string | undefined;
}

/** A displayed thing. */
export type OutputPart =
  | { type: 'value'; node: ValueNode; name?: string | undefined }
  /** As it came: not cleaned yet. */
  | { type: 'markup'; language: 'html' | 'svg'; text: string; nodes: number }
  | { type: 'markdown'; text: string }
  /** `relation` where the engine holds all of it. */
  | { type: 'table'; rows: number | undefined; first: Table; relation?: string | undefined }
  | { type: 'view'; view: ViewDescription }
  /** Could not be shown: too large, with the reason; or failed while it was displayed. */
  | { type: 'error'; error: CodeError }
  | { type: 'too-large'; what: 'html' | 'svg'; size: number; unit: 'bytes' | 'elements'; limit: number };

export interface ConsoleLine {
  level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  /** As one line of text for people; strings bare, other values as `ValueNode.text` and their first children. */
  text: string;
  place?: CodePlace | undefined;
  /** Characters where it was cut at 10 kB. */
  cut?: number | undefined;
}

/** Limited where it is made: of more than 2,000 lines or 256 kB the first 1,000 and the last 200. */
export interface ConsoleOutput {
  lines: readonly ConsoleLine[];
  /** Lines left out after the first 1,000 of `lines`; 0 where all are there. */
  left: number;
}

export interface DefinedName {
  name: string;
  /** `number`, `function`, `Float64Array(1000)`, `3 items`, `table`: for lists of names and hover help. */
  type: string;
  /** What SQL can be given: text, number, bigint, truth value, null, or a list of texts or numbers. */
  value?: Variable | undefined;
  /** It goes on changing: a generator or a view. */
  changing?: boolean;
}

/** What a run gives back. Everything can be cloned; nothing of it is trusted. */
export interface CodeOutput {
  /** What it threw: then the others are what had come before. */
  error?: CodeError | undefined;
  parts: readonly OutputPart[];
  console: ConsoleOutput;
  defined: readonly DefinedName[];
  milliseconds: number;
  /** What its values and the columns it read hold, as far as that can be counted; a worker is told no more. */
  memoryBytes?: number | undefined;
  /** Counts values of a cell that goes on changing; 0 for the run itself. */
  turn: number;
}

/** What a running cell shows before it is done. Without `parts` they are as they were told last. */
export type CodeSoFar = Pick<CodeOutput, 'console'> & Partial<Pick<CodeOutput, 'parts'>>;

/** What the page asks of the sandbox. */
export interface SandboxMethods {
  run(request: CodeRequest): Promise<CodeOutput>;
  /**
   * Its room is another one: drawings that were made for the room are made again from what they were made of, without
   * running the code. Undefined where there are none.
   */
  resize(key: string, width: number): Promise<CodeOutput | undefined>;
  /** 100 further children. */
  children(handle: number, from: number): Promise<readonly ValueChild[]>;
  /** A person moved a control. */
  input(view: number, value: unknown): Promise<void>;
  /** The page took over a turn of this cell: its next value may come. */
  next(key: string): Promise<void>;
  /** Ends what the cell keeps going and forgets its values. */
  forget(key: string): Promise<void>;
  ping(): Promise<true>;
}

/** What code may ask of the page; arguments are checked there. `key` is the cell that runs. */
export interface HostMethods {
  /** One SELECT whose `${p0}` … are bound; the page refuses anything else. */
  query(key: string, sql: string, variables: Readonly<Record<string, Variable>>): Promise<Table>;
  /** Columns of a table that the cell was given. */
  columns(
    key: string,
    relation: string,
    columns: readonly string[],
    range?: { from: number; limit: number }
  ): Promise<Table>;
  /** A method of `engineMethods`. */
  engine(key: string, engine: string, method: string, args: readonly unknown[]): Promise<unknown>;
  /** A running cell has something to show; after the first few at most 10 a second. */
  partial(key: string, soFar: CodeSoFar): void;
  /** Code asked for the network, by a way that it has not (`rule` names it) or that the policy refused. */
  blocked(rule: string, address: string): void;
  /** A cell that goes on changing has its next value. */
  changed(key: string, output: CodeOutput): void;
}

/** What code may call of the engines. Nothing else is looked up. */
export const engineMethods = {
  clinical: [
    'simulate',
    'score',
    'phoenixWindows',
    'creatinineBaselines',
    'sepsisOnset',
    'pathways',
    'conformance',
    'sepsisUtility',
    'utilityByThreshold',
    'averagePrecision',
    'pkStudy',
    'bleedingRates',
    'adherence',
    'hourly',
    'quality'
  ],
  statistics: [
    'benchmark',
    'funnel',
    'observedExpected',
    'rates',
    'monitor',
    'controlLimit',
    'expectedRisks',
    'thirtyDayOutcomes',
    'interruptedTimeSeries',
    // One a method of analysis: a test compares them with the engine's.
    'tableOne',
    'describe',
    'incidenceRates',
    'standardise',
    'means',
    'paired',
    'ranks',
    'proportions',
    'pairedProportions',
    'stratified',
    'linear',
    'logistic',
    'firth',
    'poisson',
    'negativeBinomial',
    'ordinal',
    'linearMixed',
    'logisticMixed',
    'correlation',
    'propensityMatching',
    'propensityWeighting',
    'interruptedSeries',
    'kaplanMeier',
    'restrictedMean',
    'cox',
    'cumulativeIncidence',
    'fineGray',
    'roc',
    'precisionRecall',
    'calibration',
    'decisionCurve',
    'classification',
    'performance',
    'kappa',
    'blandAltman',
    'intraclass',
    'concordance',
    'metaAnalysis',
    'metaCounts',
    'signals',
    'caseSeries',
    'planMeans',
    'planProportions',
    'planSurvival',
    'planPrecision',
    'planClusters'
  ]
} as const satisfies Record<string, readonly string[]>;

/**
 * Of those, the ones that read tables where they are: a table of another cell does not come into the sandbox, but is named
 * as `{ relation, rows, columns: [] }`.
 */
export const overDataMethods: ReadonlySet<string> = new Set(['hourly', 'quality']);
