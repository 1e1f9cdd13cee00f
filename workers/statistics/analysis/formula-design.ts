import type { Table } from '../../shared/table';
import { designOf, formulaColumns, type Bend, type Design } from '../regression';

export { formulaColumns };

/** What a column of a design is of, as people read it. */
export interface DesignPart {
  /** `sex: m`, `age`, `sex: m × age`. */
  shown: string;
  /** Where it is a level of a category against its reference. */
  level?: { variable: string; level: string; reference: string };
  /** The column of the table, where it is that and nothing else, and its unit. */
  column?: string;
  unit?: string;
  /** Of a spline or polynomial: without a meaning alone. */
  bent: boolean;
}

/** Columns of a formula's right side without the intercept, a place a row of the table: NaN where a value is missing. */
export interface WholeDesign {
  names: readonly string[];
  /** Of each column. */
  parts: readonly DesignPart[];
  /** Column after column, rows of the table long. */
  values: Float64Array;
  /** Columns of one term, as the dummies of a category. */
  terms: readonly { name: string; columns: readonly number[]; bend?: Bend }[];
  /** Level of each category that the others are compared with. */
  references: Readonly<Record<string, string>>;
}

/**
 * The design of `age + sex` for methods that keep their rows themselves.
 *
 * @throws `formula-…`, `design-…`, `rows-none`
 */
export function wholeDesignOf(
  formula: string,
  table: Table,
  options: { references?: Readonly<Record<string, string>>; usable?: Uint8Array } = {}
): WholeDesign {
  const design: Design = designOf(formula, table, { ...options, offsets: 'refuse' });
  const kept = design.names.map((_, column) => column).filter((column) => design.termOf[column] !== -1);
  const values = new Float64Array(kept.length * table.rows).fill(NaN);
  kept.forEach((column, place) => {
    const from = design.columns[column]!;
    const start = place * table.rows;
    design.rows.forEach((row, at) => (values[start + row] = from[at]!));
  });
  return {
    names: kept.map((column) => design.names[column]!),
    parts: kept.map((column) => partOf(design, column, table)),
    values,
    terms: design.labels.map((name, term) => ({
      name,
      columns: kept.flatMap((column, place) => (design.termOf[column] === term ? [place] : [])),
      ...(design.bends[term] && { bend: design.bends[term] })
    })),
    references: design.references
  };
}

function partOf(design: Design, column: number, table: Table): DesignPart {
  const shown = design.shown[column]!;
  const level = design.levels[column];
  const reference = level && design.references[level.variable];
  const own = level ? undefined : table.columns.find(({ name }) => name === shown);
  return {
    shown,
    ...(level && reference !== undefined && { level: { ...level, reference } }),
    ...(own && { column: shown }),
    ...(own?.unit !== undefined && { unit: own.unit }),
    bent: /^(?:ns|bs|poly)\(/.test(design.labels[design.termOf[column]!]!) && !level
  };
}
