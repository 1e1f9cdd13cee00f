import { expect, type TestContext } from 'vitest';
import { AppError } from '../../shared/errors';
import { randomStream, type RandomStream } from '../../shared/random';
import { tellMeasured } from '../../shared/testing/measured';
import type { Estimate } from '../estimate';

/** What an interval of level 0.95 is to hold, and how often it does in simulated studies. */
export interface Simulation {
  /** On the scale of the estimate. */
  truth: number;
  /** One simulated study: the estimate whose interval is looked at. */
  study: (stream: RandomStream) => Pick<Estimate, 'lower' | 'upper'> | Promise<Pick<Estimate, 'lower' | 'upper'>>;
  /** 2,000 unless given; the standard error of a coverage is then 0.005. */
  runs?: number;
}

const MOST_REFUSED = 0.01;

/**
 * The share of simulated studies whose interval of level 0.95 holds the truth; told to the report of the tests. A study that
 * is refused, as one without an event, is left out and counted; more than one in a hundred is another regime.
 */
export async function coverageOf(
  context: TestContext,
  name: string,
  { truth, study, runs = 2000 }: Simulation
): Promise<number> {
  let [covered, below, above, refused] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run++) {
    try {
      const { lower, upper } = await study(randomStream(run, name));
      if (lower === null || upper === null) refused++;
      else if (truth < lower) below++;
      else if (truth > upper) above++;
      else covered++;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused++;
    }
  }
  expect(refused / runs).toBeLessThanOrEqual(MOST_REFUSED);
  const coverage = covered / (runs - refused);
  tellMeasured(context, { coverage, runs, refused, below, above });
  return coverage;
}

/** Holds that intervals of level 0.95 cover the truth in 93 to 97 of 100 studies. */
export async function expectCover(context: TestContext, name: string, simulation: Simulation): Promise<void> {
  const coverage = await coverageOf(context, name, simulation);
  expect(coverage).toBeGreaterThanOrEqual(0.93);
  expect(coverage).toBeLessThanOrEqual(0.97);
}

/** The estimate of that name. */
export function named({ estimates }: { estimates: readonly Estimate[] }, name: string): Estimate {
  const found = estimates.find((one) => one.name === name);
  if (!found) throw new Error(`no estimate ${name}`);
  return found;
}

/** So many numbers of a stream. */
export const numbers = (n: number, of: (place: number) => number) =>
  Float64Array.from({ length: n }, (_, at) => of(at));
