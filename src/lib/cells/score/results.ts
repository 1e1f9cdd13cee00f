import type { ScoreDefinition } from '$workers/clinical/contract';
import { isPresent } from '$workers/shared/exact-text';
import { quantileOf } from '$workers/shared/quantile';
import type { Column, Table } from '$workers/shared/table';

interface Named {
  name: string;
  label: string;
  /** Rows without a value. */
  missing: number;
}

/** How one of a score's results is distributed over the rows. */
export type ScoreResult = Named &
  (
    | { kind: 'points'; /** Rows by points, from 0. */ counts: readonly number[] }
    | { kind: 'flag'; n: number }
    | { kind: 'text'; counts: readonly (readonly [text: string, n: number])[] }
    | { kind: 'number'; quartiles: readonly [number, number, number] | undefined }
  );

/** Counts of every result of a score (not of its parts), in the order of its definition. */
export function resultsOf({ outputs }: ScoreDefinition, table: Table): ScoreResult[] {
  return outputs.flatMap(({ name, label, kind, max }): ScoreResult[] => {
    const column = table.columns.find((one) => one.name === name);
    if (!column) return [];
    const values = presentIn(column, table.rows);
    const named = { name, label, missing: table.rows - values.length };
    switch (kind) {
      case 'points':
        return [{ ...named, kind, counts: countsOf(values, (max ?? 0) + 1) }];
      case 'flag':
        return [{ ...named, kind, n: countsOf(values, 2)[1] ?? 0 }];
      case 'text': {
        const dictionary = column.type === 'text' ? column.dictionary : [];
        const counts = countsOf(values, dictionary.length);
        return [{ ...named, kind, counts: dictionary.map((text, code) => [text, counts[code] ?? 0]) }];
      }
      case 'number':
        return [{ ...named, kind, quartiles: quartiles(values) }];
    }
  });
}

function presentIn(column: Column, rows: number): Float64Array {
  const present = new Float64Array(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    if (isPresent(column, row)) present[n++] = Number(column.values[row]);
  }
  return present.subarray(0, n);
}

function countsOf(values: Float64Array, length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function quartiles(values: Float64Array): readonly [number, number, number] | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.slice().sort();
  return [quantileOf(sorted, 0.25), quantileOf(sorted, 0.5), quantileOf(sorted, 0.75)];
}
