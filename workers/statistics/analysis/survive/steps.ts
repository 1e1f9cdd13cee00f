import type { Table, TextColumn } from '../../../shared/table';
import { float64Column, numbersOf } from '../../columns';
import type { StepsCurve, StepsFigure } from '../figures';

const TICKS = 6;

/** Numbers of a column of a room's table; missing ones are NaN. */
export const numbersIn = (table: Table, name: string): Float64Array =>
  numbersOf(table.columns.find((column) => column.name === name)!);

/** Texts of a column of a room's table. */
export function textsIn(table: Table, name: string): string[] {
  const { values, dictionary } = table.columns.find((column) => column.name === name) as TextColumn;
  return Array.from(values, (code) => dictionary[code]!);
}

/** Some rows of a room's table, of texts and numbers. */
export function rowsOf(table: Table, rows: readonly number[]): Table {
  const columns = table.columns.map((column) =>
    column.type === 'text'
      ? { ...column, values: Int32Array.from(rows, (row) => column.values[row]!) }
      : float64Column(
          column.name,
          Float64Array.from(rows, (row) => numbersIn(table, column.name)[row]!)
        )
  );
  return { rows: rows.length, columns };
}

/**
 * Curves of a room's table as steps, with the numbers at risk at round times.
 *
 * @param curves group, time, at_risk, lower, upper and the value; groups stand one below the other
 * @param names of the groups, in their order; `all` alone is everybody
 */
export function stepsOf(
  curves: Table,
  value: 'survival' | 'incidence',
  { names, grouped }: { names: readonly string[]; grouped: boolean }
): Required<Pick<StepsFigure, 'curves' | 'atRisk'>> {
  const groups = textsIn(curves, 'group');
  const of = (name: string) => numbersIn(curves, name);
  const [time, atRisk] = [of('time'), of('at_risk')];
  const censored = value === 'survival' ? of('censored') : undefined;
  const [values, lower, upper] = [of(value), of('lower'), of('upper')];
  const parts = names.flatMap((name) => {
    const from = groups.indexOf(name);
    const to = groups.lastIndexOf(name) + 1;
    return from < 0 ? [] : [{ name: grouped ? name : '', from, to }];
  });
  const ticks = roundTimes(time.reduce((most, one) => Math.max(most, one), 0));
  return {
    curves: parts.map(({ name, from, to }): StepsCurve => {
      const pick = (column: Float64Array) => column.slice(from, to);
      return {
        name,
        time: pick(time),
        value: pick(values),
        lower: pick(lower),
        upper: pick(upper),
        atRisk: pick(atRisk),
        ...(censored && { censored: pick(time).filter((_, at) => censored[from + at]! > 0) })
      };
    }),
    atRisk: {
      times: ticks,
      rows: parts.map(({ name, from, to }) => ({
        name,
        counts: ticks.map((tick) => {
          const next = time.subarray(from, to).findIndex((one) => one >= tick);
          return next < 0 ? 0 : atRisk[from + next]!;
        })
      }))
    }
  };
}

/** Some round times from 0 on: 0, 10, 20 … */
export function roundTimes(longest: number): number[] {
  if (!(longest > 0)) return [0];
  const rough = longest / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => longest / one <= TICKS) ?? rough;
  // In tenths of a power of ten: 3 × 0.1 is no tick.
  return Array.from({ length: Math.floor(longest / step + 1e-9) + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** The last round time that is within the follow-up of all: where curves are told of if nobody asks for a time. */
export function horizonOf(lasts: ArrayLike<number>): number | undefined {
  const shortest = Array.from(lasts).reduce((least, one) => Math.min(least, one), Infinity);
  const last = Number.isFinite(shortest) ? roundTimes(shortest).at(-1) : undefined;
  return last === undefined || last === 0 ? (shortest > 0 && shortest < Infinity ? shortest : undefined) : last;
}
