import { log } from '../../shared/elementary';
import type { JobOptions } from '../../shared/job';
import { randomStream } from '../../shared/random';
import { Pacer } from '../pacer';
import { marginsOf, type Counts } from './counts';
import { fail } from './errors';
import { logFactorials, randomLogSum } from './random-table';
import { halvesP } from './table-halves';
import { networkP } from './table-network';
import { finished, type TestResult } from './test-result';

export interface FisherTableOptions {
  /**
   * Partial tables that the exact way may list before it gives way to random tables. Default 100,000,000: some seconds at
   * most, enough for 200 persons in four rows and columns.
   */
  work?: number | undefined;
  /** Random tables, 1,000 to 1,000,000; default 20,000. */
  replicates?: number | undefined;
  /** Of the random tables, a whole number from 0; default 1. */
  seed?: number | undefined;
}

const MOST_CELLS = 2e8;
/** ln n! is tabled up to there. */
const MOST_PERSONS = 10_000_000;
/** Columns that make two halves of two. */
const HALVES = 4;
/** Partial tables that two halves list in the time of a step of the network. */
const NETWORK_STEP = 30;
/** Probabilities this close count as equally likely. */
const ALIKE = 1e-7;

class TooMuchWork extends Error {}

/**
 * Fisher's exact test of a table of any size (Freeman and Halton). Exact by two halves of up to four columns, or by a network
 * of partial tables, while that stays within the limit of work; otherwise the share of random tables with the same margins that are at most as likely, which
 * a remark says with its seed and error. The same seed gives the same p on every machine.
 *
 * @throws `test-table-shape`, `test-counts`, `test-margin-zero`, `test-option`, `test-work`, `test-too-many`, `stopped`
 * @see Freeman and Halton 1951, Biometrika 38:141; Mehta and Patel 1983; equals R `fisher.test`, at random as with
 *   `simulate.p.value`: (1 + as unlikely)/(1 + tables)
 */
export async function fisherTableTest(
  counts: Counts,
  { work = 100_000_000, replicates = 20_000, seed = 1 }: FisherTableOptions = {},
  job: JobOptions = {}
): Promise<TestResult> {
  const name = "Fisher's exact test";
  const { rows, columns, n } = marginsOf(name, counts);
  checkOptions({ work, replicates, seed });
  if (n > MOST_PERSONS) throw fail('test-too-many', { test: name, most: MOST_PERSONS, n });
  const factorials = logFactorials(n, log);
  const observed = counts.reduce((sum, row) => row.reduce((all, count) => all + factorials[count]!, sum), 0);
  // Few rows and many columns: what is left of the rows then takes few different forms.
  const [few, many] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const result = { statistic: null, df: [], estimates: [], n, nDropped: 0 };
  const exact = await enumerated(few, many, { observed, factorials, work, job });
  if (exact !== undefined) return finished({ method: `${name} (r × c)`, p: exact, ...result, remarks: [] });
  const cells = rows.length * columns.length * replicates;
  if (cells > MOST_CELLS) throw fail('test-work', { test: name, work: cells, most: MOST_CELLS });
  const stream = randomStream(seed, 'fisher-table');
  const pacer = new Pacer(job, { step: 'fisher-table-random', total: replicates });
  await pacer.begin();
  let unlikely = 0;
  for (let done = 0; done < replicates; done++) {
    if (randomLogSum(few, many, factorials, stream) >= observed - ALIKE) unlikely += 1;
    await pacer.step(done + 1);
  }
  const p = (unlikely + 1) / (replicates + 1);
  const error = Math.sqrt((p * (1 - p)) / replicates);
  return finished({
    method: `${name} (r × c, ${replicates} random tables)`,
    p,
    ...result,
    remarks: [{ code: 'test-monte-carlo', values: { replicates, seed, error } }]
  });
}

function checkOptions({ work, replicates, seed }: Required<{ work: number; replicates: number; seed: number }>): void {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw fail('test-option', { option: 'seed', rule: 'is a whole number from 0' });
  if (!Number.isInteger(replicates) || replicates < 1000 || replicates > 1_000_000) {
    throw fail('test-option', { option: 'replicates', rule: 'is a whole number from 1,000 to 1,000,000' });
  }
  if (!(work >= 0 && work <= 1e9))
    throw fail('test-option', { option: 'work', rule: 'lies between 0 and 1,000,000,000' });
}

/** The exact p, or undefined where it would take more steps than allowed. */
async function enumerated(
  rows: readonly number[],
  columns: readonly number[],
  { observed, factorials, work, job }: { observed: number; factorials: Float64Array; work: number; job: JobOptions }
): Promise<number | undefined> {
  let steps = 0;
  const count = (tables: number) => {
    steps += tables;
    if (steps > work) throw new TooMuchWork();
  };
  const pacer = new Pacer(job, { step: 'fisher-table-exact', total: work });
  const run =
    columns.length <= HALVES
      ? halvesP(rows, columns, { observed, factorials, step: count })
      : networkP(rows, columns, { observed, factorials, step: () => count(NETWORK_STEP) });
  try {
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
      await pacer.step(steps);
    }
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}
