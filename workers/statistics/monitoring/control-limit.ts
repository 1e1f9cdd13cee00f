import { breathe } from '../../shared/breathe';
import { binomial } from '../../shared/distributions';
import type { JobOptions } from '../../shared/job';
import { normalQuantile } from '../../shared/normal';
import { checkRisks } from './cases';
import { checkControlOptions, MOST_STEPS, tooMuch, type ControlLimitOptions } from './control-options';
import { checkOddsRatio } from './cusum';
import { fail } from './errors';
import { InControl, type Run } from './in-control';

const BREATH_MS = 40;
const PROGRESS_MS = 100;
/** How much further each look for a mean run length goes. */
const CAP_STEP = 0.25;

export interface ControlLimit {
  /** An alarm is S ≥ limit. */
  limit: number;
  /** Where the limit lies with 95 % confidence, given the number of runs. */
  lower: number;
  upper: number;
  /** What the simulation had at this limit: share of runs with an alarm, or mean number of cases until one. */
  achieved: number;
  runs: number;
  seed: number;
}

/**
 * Control limit of a risk-adjusted CUSUM by simulation in control: cases drawn from the unit's own case mix with
 * replacement, events with exactly the expected risks. The same seed gives the same limit on every machine.
 *
 * @param risk the case mix: expected risks of the unit's cases
 * @throws `risk-outside`, `cases-none`, `odds-ratio-range`, `control-options`, `control-work`, `stopped`
 * @see Steiner et al. 2000, Biostatistics 1:441, §3
 */
export async function controlLimit(
  risk: Float64Array,
  { oddsRatio, target, runs = 2000, seed }: ControlLimitOptions,
  job: JobOptions = {}
): Promise<ControlLimit> {
  checkRisks(risk);
  checkOddsRatio(oddsRatio);
  checkControlOptions({ target, runs, seed });
  const process = new InControl(risk, oddsRatio, seed);
  const pace = pacer(job, process, runs * ('falseAlarm' in target ? target.cases : target.averageRunLength));
  const found =
    'falseAlarm' in target
      ? await byFalseAlarm(process, target, runs, pace)
      : await byRunLength(process, target.averageRunLength, runs, pace);
  return { ...found, runs, seed };
}

type Pace = () => Promise<void>;
type Found = Omit<ControlLimit, 'runs' | 'seed'>;

/** The limit is a quantile of the highest S of each run. */
async function byFalseAlarm(
  process: InControl,
  { falseAlarm, cases }: { falseAlarm: number; cases: number },
  runs: number,
  pace: Pace
): Promise<Found> {
  const highest = new Float64Array(runs);
  for (let index = 0; index < runs; index++) {
    const run = process.run(index);
    while (!process.goOn(run, { cases })) await pace();
    highest[index] = run.highest;
    await pace();
  }
  highest.sort();
  const allowed = Math.floor(falseAlarm * runs);
  const limit = above(highest, runs - 1 - allowed);
  const alarms = highest.reduce((sum, value) => sum + Number(value >= limit), 0);
  // Order statistics around it: the number of runs beyond a quantile is binomial.
  const beyond = binomial(runs, falseAlarm);
  return {
    limit,
    lower: above(highest, runs - 1 - Math.min(runs - 1, beyond.quantile(0.975))),
    upper: above(highest, runs - 1 - beyond.quantile(0.025)),
    achieved: alarms / runs
  };
}

/** Halfway to the next higher value: no run that reached only this one gives an alarm. */
function above(sorted: Float64Array, index: number): number {
  const value = sorted[index] as number;
  const next = sorted.find((other) => other > value);
  return next === undefined ? value * (1 + 1e-9) + 1e-12 : value + (next - value) / 2;
}

/** All runs go on until they pass a height whose mean time is long enough; below it, times are known. */
async function byRunLength(process: InControl, wanted: number, runs: number, pace: Pace): Promise<Found> {
  const all = Array.from({ length: runs }, (_, index) => process.run(index));
  const least = runs * process.leastCasesTo(CAP_STEP);
  if (least > MOST_STEPS) throw tooMuch(least);
  const meanAt = (height: number) => all.reduce((sum, run) => sum + process.timeTo(run, height), 0) / runs;
  let cap = 0;
  do {
    cap += CAP_STEP;
    for (const run of all) {
      while (!process.goOn(run, { height: cap })) await pace();
      await pace();
    }
  } while (meanAt(cap) < wanted * 1.2);
  const limit = heightOf(meanAt, wanted, cap);
  const mean = meanAt(limit);
  const error = Math.sqrt(spread(all, process, limit, mean) / runs) * normalQuantile(0.975);
  return {
    limit,
    lower: heightOf(meanAt, Math.max(1, wanted - error), cap),
    upper: heightOf(meanAt, wanted + error, cap),
    achieved: mean
  };
}

function spread(all: readonly Run[], process: InControl, height: number, mean: number): number {
  const squares = all.reduce((sum, run) => {
    const difference = process.timeTo(run, height) - mean;
    return sum + difference * difference;
  }, 0);
  return squares / (all.length - 1);
}

/** The lowest height whose mean time is long enough, by halving; the mean time rises with the height. */
function heightOf(meanAt: (height: number) => number, wanted: number, cap: number): number {
  let low = 0;
  let high = cap;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (meanAt(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** Lets messages in every 40 ms, tells ten times a second how far it is, and ends what would take too long. */
function pacer({ signal, progress }: JobOptions, process: InControl, total: number): Pace {
  let breathed = -Infinity;
  let told = -Infinity;
  return async () => {
    if (process.steps > 2 * MOST_STEPS) throw tooMuch(process.steps);
    if (performance.now() - breathed >= BREATH_MS) {
      await breathe();
      if (signal?.aborted) throw fail('stopped');
      breathed = performance.now();
    }
    if (performance.now() - told >= PROGRESS_MS) {
      told = performance.now();
      progress?.({ step: 'control-limit', done: Math.min(process.steps, total), total });
    }
  };
}
