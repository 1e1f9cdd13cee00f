import { solveUpper, triangleOf } from '../../shared/matrix';
import type { Frame } from '../regression';

/** Rows in the order of their groups, with the design's columns made orthogonal and of mean square 1. */
export interface SortedRows {
  rows: number;
  columns: Float64Array[];
  y: Float64Array;
  offset: Float64Array | undefined;
  /** First row of each group, and the number of rows at the end. */
  starts: Int32Array;
  /** Coefficients of the design's own columns, from those of the orthogonal ones. */
  back: (orthogonal: Float64Array) => Float64Array;
  /** … and the other way. */
  forth: (coefficients: Float64Array) => Float64Array;
}

/**
 * On these columns every coefficient has an error of like size, whatever the units: steps and differences suit all.
 *
 * @param kept columns of the design that do not repeat others
 */
export function sortedRows(frame: Frame, kept: readonly number[], sizes: Int32Array): SortedRows {
  const { codes } = frame.groups!;
  const rows = codes.length;
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, group) => (starts[group + 1] = starts[group]! + size));
  const next = starts.slice();
  const place = Int32Array.from(codes, (code) => next[code]!++);
  const sorted = (values: Float64Array) => {
    const found = new Float64Array(rows);
    for (let row = 0; row < rows; row++) found[place[row]!] = values[row]!;
    return found;
  };
  const columns = kept.map((column) => sorted(frame.design.columns[column]!));
  const { r, width } = triangleOf(columns);
  const scale = 1 / Math.sqrt(rows);
  const t = r.map((value) => value * scale);
  columns.forEach((column, at) => {
    for (let before = 0; before < at; before++) {
      const factor = t[before * width + at]!;
      const other = columns[before]!;
      for (let row = 0; row < rows; row++) column[row]! -= factor * other[row]!;
    }
    for (let row = 0; row < rows; row++) column[row]! /= t[at * width + at]!;
  });
  return {
    rows,
    columns,
    y: sorted(frame.y),
    offset: frame.offset && sorted(frame.offset),
    starts,
    back: (orthogonal) => solveUpper(t, orthogonal),
    forth: (coefficients) =>
      coefficients.map((_, row) =>
        coefficients.reduce((sum, value, column) => sum + (column < row ? 0 : t[row * width + column]! * value), 0)
      )
  };
}
