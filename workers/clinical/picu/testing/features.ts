import type { Table } from '../../../shared/table';
import { heartRateNorm, mapNorm, respRateNorm } from '../norms';
import { numbers } from '../../shared/testing/read-columns';

const WINDOW = 6;

/** Last value of the same episode, without limit. */
export function carriedForward(values: Float64Array, episode: Float64Array): Float64Array {
  const carried = values.slice();
  for (let row = 1; row < carried.length; row++) {
    if (Number.isNaN(carried[row]) && episode[row] === episode[row - 1]) carried[row] = carried[row - 1] as number;
  }
  return carried;
}

/** The nine signs of the specification, by age where it matters, carried forward. */
export function signs(hours: Table): Record<string, Float64Array> {
  const episode = numbers(hours, 'episode');
  const age = numbers(hours, 'age_months');
  const relative = (name: string, norm: (months: number) => number) =>
    numbers(hours, name).map((value, row) => value / norm(age[row] as number));
  const raw = {
    heartRate: relative('heart_rate', heartRateNorm),
    respRate: relative('resp_rate', respRateNorm),
    map: relative('map', mapNorm),
    temperature: numbers(hours, 'temperature'),
    spo2: numbers(hours, 'spo2'),
    lactate: numbers(hours, 'lactate'),
    crp: numbers(hours, 'crp'),
    platelets: numbers(hours, 'platelets'),
    gcs: numbers(hours, 'gcs')
  };
  return Object.fromEntries(Object.entries(raw).map(([name, values]) => [name, carriedForward(values, episode)]));
}

/** Change over six hours, mean of six hours, difference to the running maximum: nothing of the future. */
function history(values: Float64Array, hour: Float64Array): Float64Array[] {
  const change = new Float64Array(values.length).fill(NaN);
  const average = new Float64Array(values.length).fill(NaN);
  const below = new Float64Array(values.length).fill(NaN);
  let highest = NaN;
  values.forEach((value, row) => {
    const since = hour[row] as number;
    if (since === 0) highest = NaN;
    if (!Number.isNaN(value)) highest = Number.isNaN(highest) ? value : Math.max(highest, value);
    if (since >= WINDOW) change[row] = value - (values[row - WINDOW] as number);
    const window = values.subarray(row - Math.min(since, WINDOW - 1), row + 1).filter((one) => !Number.isNaN(one));
    if (window.length > 0) average[row] = window.reduce((sum, one) => sum + one, 0) / window.length;
    below[row] = value - highest;
  });
  return [change, average, below];
}

/** The features of the specification's check, unscaled, missing as NaN. */
export function features(hours: Table): Float64Array[] {
  const hour = numbers(hours, 'hour');
  const fixed = ['age_months', 'male', 'surgical', 'central_line'].map((name) => numbers(hours, name));
  const all = Object.values(signs(hours));
  return [...fixed, hour, ...all, ...all.flatMap((values) => history(values, hour))];
}
