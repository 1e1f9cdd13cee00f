import type { Float64Column, Table } from '../../../shared/table';

/** More points of a curve than a screen tells apart. */
const MOST = 1000;

export const numbersIn = (table: Table, name: string): Float64Array =>
  (table.columns.find((column) => column.name === name) as Float64Column).values;

/** Places of the points that a line turns at, evenly fewer where there are very many; the first and last are kept. */
export function turns(x: Float64Array, y: Float64Array): Int32Array {
  const kept: number[] = [];
  for (let at = 0; at < x.length; at++) {
    const isEnd = at === 0 || at === x.length - 1;
    const straightX = x[at] === x[at - 1] && x[at] === x[at + 1];
    const straightY = y[at] === y[at - 1] && y[at] === y[at + 1];
    if (isEnd || !(straightX || straightY)) kept.push(at);
  }
  const step = Math.max(1, Math.ceil(kept.length / MOST));
  return Int32Array.from(kept.filter((_, place) => place % step === 0 || place === kept.length - 1));
}

export const picked = (values: Float64Array, places: Int32Array): Float64Array =>
  Float64Array.from(places, (place) => values[place]!);

/** A value holds up to its place from the one before: precision is never drawn straight between thresholds. */
export function stairs(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const [across, up] = [new Float64Array(2 * x.length), new Float64Array(2 * x.length)];
  x.forEach((one, at) => {
    across[2 * at] = at === 0 ? 0 : x[at - 1]!;
    across[2 * at + 1] = one;
    up[2 * at] = up[2 * at + 1] = y[at]!;
  });
  return [across, up];
}
