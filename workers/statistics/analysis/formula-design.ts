import type { Table } from '../../shared/table';
import { designOf, formulaColumns, type Design } from '../regression';

export { formulaColumns };

/** Columns of a formula's right side without the intercept, a place a row of the table: NaN where a value is missing. */
export interface WholeDesign {
  names: readonly string[];
  /** Column after column, rows of the table long. */
  values: Float64Array;
  /** Columns of one term, as the dummies of a category. */
  terms: readonly { name: string; columns: readonly number[] }[];
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
  const design: Design = designOf(formula, table, options);
  const kept = design.names.map((_, column) => column).filter((column) => design.termOf[column] !== -1);
  const values = new Float64Array(kept.length * table.rows).fill(NaN);
  kept.forEach((column, place) => {
    const from = design.columns[column]!;
    const start = place * table.rows;
    design.rows.forEach((row, at) => (values[start + row] = from[at]!));
  });
  return {
    names: kept.map((column) => design.names[column]!),
    values,
    terms: design.labels.map((name, term) => ({
      name,
      columns: kept.flatMap((column, place) => (design.termOf[column] === term ? [place] : []))
    })),
    references: design.references
  };
}
