import type { Relation, Variable } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import type { Engines } from '$lib/engines';
import type { AttritionRow } from '$lib/ui/attrition/attrition';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import type { Cell } from '../model';

/**
 * One piece of what a cell shows where nothing runs: in a report, on paper. A kind says *what* stands there; how it looks
 * is the same for all of them. In texts, names between backticks stand in the code face.
 */
export type ReportBlock =
  | { type: 'markdown'; text: string }
  | { type: 'text'; text: string; faint?: true }
  | { type: 'facts'; facts: readonly (readonly [name: string, value: string])[] }
  | ReportTable
  | ReportFigure
  | ReportAttrition;

export interface ReportTable {
  type: 'table';
  title?: string | undefined;
  /** Its first rows: no more than were asked for. */
  table: Table;
  /** How many there are in all. */
  of: number;
  caption?: string | undefined;
}

export interface ReportFigure {
  type: 'figure';
  title?: string | undefined;
  /** One sentence for those who do not see it. */
  description: string;
  /** What the signs of the drawing mean, before the caption. */
  key?: readonly KeyPart[] | undefined;
  caption?: string | undefined;
  /** What is drawn, where that is known. */
  table?: Table | undefined;
  /** Draws SVG into an element that stands in the page, out of sight. Colours by the page's custom properties. */
  draw(host: HTMLElement, width: number): void | Promise<void>;
}

export interface ReportAttrition {
  type: 'attrition';
  /** The finding. */
  title: string;
  rows: readonly AttritionRow[];
  heads?: readonly [first: string, second: string] | undefined;
  /** Words for the hatched part of a bar, in the caption behind its swatch. */
  hatched?: string | undefined;
  caption?: string | undefined;
}

/** What a cell's output is in a report. */
export interface Reported {
  /** Whether it shows individual rows: then it stands in a report only if the person ticks it. */
  individual: boolean;
  /** Why, or how near: "smallest group: 12 persons". */
  note?: string | undefined;
  /** What is said of it where it is left out: "1,204 rows of 9 columns". */
  summary?: string | undefined;
  blocks: readonly ReportBlock[];
  /** Tables it makes that hold no individual rows: what only reads them shows none either. */
  aggregates?: readonly string[];
  /** Seeds and fingerprints behind it, for the provenance at the end. */
  provenance?: readonly (readonly [name: string, value: string])[];
}

/** What a kind gets to make its part of a report. */
export interface ReportGiven<Spec = unknown, Output = unknown> {
  spec: Spec;
  output: Output;
  cell: Cell;
  engines: Engines;
  signal: AbortSignal;
  /** Rows of a table at most. */
  most: number;
  /** Whether a table holds individual rows. A table that no cell of the notebook made does. */
  holdsRows(table: string): Promise<boolean>;
  /** A table by its name, with its columns. */
  relation(name: string): Relation | undefined;
  /** What an input stands at. */
  value(name: string): Variable | undefined;
}

export type Report<Spec, Output> = (given: ReportGiven<Spec, Output>) => Promise<Reported>;
