import { breathe } from '../../shared/breathe';
import type { JobOptions } from '../../shared/job';
import { quantileOf } from '../../shared/quantile';
import type { Table } from '../../shared/table';
import { checkedDisposition } from './disposition';
import { sampler } from './draws';
import { fail } from './errors';
import type { Individual } from './individual';
import { movedParameters } from './model';
import { checkDoses, isHours, type Doses } from './schedule';
import { timelineOf, walkedLevels } from './walk';

export interface CurveOptions {
  fromHour: number;
  toHour: number;
  /** Default a 500th of the time. */
  stepHours?: number;
  /** At these times besides, rising: beginnings of doses, whose peaks lie between two steps. */
  besides?: Float64Array;
  /** Curves drawn for the band, default 1000; 0 for no band. */
  samples?: number;
  /** Whole, from 0 to 2^53 − 1; default 1. */
  seed?: number;
  /** Share of the drawn curves within the band at each time, default 0.95. */
  level?: number;
}

/** Levels held at once, at most: 160 MB. */
const MOST_LEVELS = 20_000_000;
const SAMPLES_BETWEEN_BREATHS = 50;

/**
 * The curve of a person under any doses, and the band of what their η leave open: at each time the middle `level` of curves
 * drawn from N(η, covariance). The residual error of a measurement is not in it.
 *
 * @returns columns time (h), level, and with samples lower and upper (IU/dL)
 * @throws `pk-option-impossible`, `pk-curve-large`, `pk-parameters-impossible`, `pk-stopped`, and for doses that cannot be
 */
export async function curve(
  individual: Individual,
  doses: Doses,
  options: CurveOptions,
  job: JobOptions = {}
): Promise<Table> {
  checkDoses(doses);
  const { samples, seed, level, times } = checkedOptions(options);
  const timeline = timelineOf(doses);
  const { disposition, endogenous } = individual;
  const column = (name: string, values: Float64Array, unit = 'IU/dL') =>
    ({ name, type: 'float64', values, unit }) as const;
  const columns = [column('time', times, 'h'), column('level', walkedLevels(disposition, timeline, times, endogenous))];
  if (samples === 0) return { rows: times.length, columns };

  // One row a time: a time's levels lie together to be sorted.
  const drawn = new Float64Array(times.length * samples);
  const draw = sampler(individual, seed);
  for (let sample = 0; sample < samples; sample++) {
    if (sample % SAMPLES_BETWEEN_BREATHS === 0) {
      job.progress?.({ step: 'pk-samples', done: sample, total: samples });
      await breathe();
      if (job.signal?.aborted) throw fail('pk-stopped');
    }
    const parameters = movedParameters(individual.model, individual.typical, draw());
    const levels = walkedLevels(checkedDisposition(parameters), timeline, times, endogenous);
    for (let row = 0; row < times.length; row++) drawn[row * samples + sample] = levels[row]!;
  }
  const lower = new Float64Array(times.length);
  const upper = new Float64Array(times.length);
  for (let row = 0; row < times.length; row++) {
    const sorted = drawn.subarray(row * samples, (row + 1) * samples).sort();
    lower[row] = quantileOf(sorted, (1 - level) / 2);
    upper[row] = quantileOf(sorted, (1 + level) / 2);
  }
  return { rows: times.length, columns: [...columns, column('lower', lower), column('upper', upper)] };
}

function checkedOptions(options: CurveOptions) {
  const { fromHour, toHour, samples = 1000, seed = 1, level = 0.95 } = options;
  if (!(isHours(fromHour) && isHours(toHour) && fromHour < toHour)) {
    throw fail('pk-option-impossible', { option: 'The time of the curve', wanted: 'a time that ends after it begins' });
  }
  const { stepHours = (toHour - fromHour) / 500 } = options;
  if (!(stepHours > 0 && stepHours < Infinity)) {
    throw fail('pk-option-impossible', { option: 'The step', wanted: 'a number of hours above 0' });
  }
  if (!Number.isInteger(samples) || samples < 0) {
    throw fail('pk-option-impossible', { option: 'The number of samples', wanted: 'a whole number from 0 up' });
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    const wanted = 'a whole number from 0 to 9,007,199,254,740,991';
    throw fail('pk-option-impossible', { option: 'The seed', wanted });
  }
  if (!(level > 0 && level < 1)) {
    throw fail('pk-option-impossible', { option: 'The level of the band', wanted: 'a number between 0 and 1' });
  }
  // A step that fits the time but for rounding ends on its last hour.
  const steps = Math.floor(((toHour - fromHour) / stepHours) * (1 + 1e-12)) + 1;
  const { besides = new Float64Array(0) } = options;
  const points = steps + besides.length;
  if (points * Math.max(1, samples) > MOST_LEVELS) throw fail('pk-curve-large', { points, samples });
  const even = Float64Array.from({ length: steps }, (_, point) => Math.min(toHour, fromHour + point * stepHours));
  return { samples, seed, level, times: joined(even, besides) };
}

/** All times once, rising. */
function joined(even: Float64Array, besides: Float64Array): Float64Array {
  if (besides.length === 0) return even;
  return Float64Array.from(new Set([...even, ...besides])).sort();
}
