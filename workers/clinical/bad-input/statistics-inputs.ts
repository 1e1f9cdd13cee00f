import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import {
  BIG,
  cannot,
  cellsOf,
  column,
  gives,
  NEXT,
  refused,
  tableOf,
  type Cell,
  type Cells,
  type Given
} from './matrix';

/** How DuckDB writes `infinity`. */
export const ENDLESS_DAY = 2147483647;
export const ENDLESS = 9223372036854775807n;
export const numbersOnly = 'it takes a few numbers, no table';
export const oneByOne = 'it takes outcomes and risks one by one, without persons or times';
export const unitless = 'outcomes are yes and no, and risks are probabilities: there is no unit';
export const untimed = 'hospitals are counted without times';

/** Every argument list is refused with the code. */
export const eachRefused = <Arguments extends readonly number[]>(
  code: string,
  run: (...parts: Arguments) => unknown,
  ...all: Arguments[]
): Cell =>
  gives(
    `each of ${all.map((one) => `(${one.join(', ')})`).join(' ')} is refused: ${code}`,
    () => {
      for (const one of all) expect(() => run(...one), one.join()).toThrow(expect.objectContaining({ code }));
      return all.length;
    },
    (n) => expect(n).toBe(all.length)
  );

export const hospital = (...cells: CellInput[]) => column('hospital', 'int64', cells);
export const outcome = (...cells: CellInput[]) => column('outcome', 'float64', cells);
export const risk = (...cells: CellInput[]) => column('risk', 'float64', cells);
export const dates = (name: string, ...cells: CellInput[]) => column(name, 'date', cells);
export const cases = (outcomes: number[], risks: number[]) => ({
  outcome: Uint8Array.from(outcomes),
  risk: Float64Array.from(risks)
});

export type Columns = {
  hospital: ReturnType<typeof hospital>;
  outcome: ReturnType<typeof outcome>;
  risk: ReturnType<typeof risk>;
};
export const units = (...rows: readonly (readonly [CellInput, CellInput, CellInput])[]): Columns => ({
  hospital: hospital(...rows.map(([one]) => one)),
  outcome: outcome(...rows.map(([, one]) => one)),
  risk: risk(...rows.map(([, , one]) => one))
});

/** Results by hospital that take outcomes and, most of them, risks. */
export const byHospital = (
  run: (columns: Columns) => { table: ReturnType<typeof tableOf>; used: number; dropped: number },
  impossible: Cell
): Cells => ({
  empty: refused('cases-none', (given) => run(given(units()))),
  'one row': gives(
    'one hospital of one case',
    (given) => run(given(units([1n, 1, 0.5]))),
    ({ table, used }) => expect([table.rows, used]).toEqual([1, 1])
  ),
  'all missing': refused('cases-none', (given) => run(given(units([undefined, undefined, undefined])))),
  'impossible values': impossible,
  'mixed units': cannot(unitless),
  'ids beyond 2^53': gives(
    'two hospitals, their ids as they were',
    (given) => run(given(units([NEXT, 1, 0.5], [BIG, 0, 0.5], [undefined, 1, 0.5]))),
    ({ table, dropped }) => {
      expect(cellsOf(table, 'hospital')).toEqual([BIG, NEXT]);
      expect(dropped).toBe(1);
    }
  ),
  'duplicate times': cannot(untimed)
});

/** Cases one after the other. */
export const oneAfterOther = (
  run: (given: Given, of: ReturnType<typeof cases>) => Float64Array,
  first: number
): Cells => ({
  empty: refused('cases-none', (given) => run(given, cases([], []))),
  'one row': gives(
    'one step',
    (given) => run(given, cases([1], [0.5])),
    (curve) => expect(curve[0]).toBeCloseTo(first, 12)
  ),
  'all missing': refused('risk-outside', (given) => run(given, cases([0, 0], [NaN, NaN]))),
  'impossible values': refused('outcome-other', (given) => run(given, cases([2, 0], [0.5, 0.5]))),
  'mixed units': refused('risk-outside', (given) => run(given, cases([0, 1], [0.02, 2]))),
  'ids beyond 2^53': cannot(oneByOne),
  'duplicate times': cannot(oneByOne)
});

export const coefficients = (terms: CellInput[], values: CellInput[], levels?: CellInput[]) =>
  tableOf(
    column('term', 'text', terms),
    column('coefficient', 'float64', values),
    ...(levels ? [column('level', 'text', levels)] : [])
  );
export const weights = (...cells: CellInput[]) => tableOf(column('weight', 'float64', cells, 'kg'));

export const episodes = (...rows: readonly (readonly [CellInput, CellInput, CellInput, CellInput])[]) => ({
  episode: column(
    'episode',
    'int64',
    rows.map(([one]) => one)
  ),
  operation: dates('operation', ...rows.map(([, one]) => one)),
  death: dates('death', ...rows.map(([, , one]) => one)),
  followUp: dates('followUp', ...rows.map(([, , , one]) => one))
});

export const series = (...cells: CellInput[]) => column('y', 'float64', cells);
export const ordered = (...rows: readonly (readonly [CellInput, CellInput, CellInput])[]) => ({
  outcome: outcome(...rows.map(([one]) => one)),
  risk: risk(...rows.map(([, one]) => one)),
  time: column(
    'time',
    'timestamp',
    rows.map(([, , one]) => one)
  )
});
export const search = { oddsRatio: 2, target: { falseAlarm: 0.1, cases: 20 }, runs: 100, seed: 1 };
