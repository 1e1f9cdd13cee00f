import { AppError } from '../../shared/errors';
import type { JobOptions } from '../../shared/job';
import { smallestOf } from '../../shared/extent';
import type { Estimate, StatisticsRemark } from '../estimate';
import {
  anova,
  chiSquareTest,
  fisherTableTest,
  fisherTest,
  kruskalTest,
  proportionDifference,
  rankSumTest,
  tTest,
  welchAnova,
  type TestResult
} from '../tests';
import type { LevelVariable, NumberVariable } from './variables';

/** A comparison of the groups in one variable; without a test where the data carry none, as a remark says. */
export interface Compared {
  test: TestResult | null;
  estimates: Estimate[];
  remarks: StatisticsRemark[];
}

/** Share of expected counts below 5 from which χ² gives way to Fisher's test, and the least expected count (Cochran 1954). */
const FEW_CELLS = 0.2;
const LEAST_EXPECTED = 1;

/**
 * The test that fits a variable: Welch's t test or analysis of variance for means; rank-sum or Kruskal-Wallis for medians;
 * χ² for levels, and Fisher's exact test where more than a fifth of the expected counts are below 5, or one below 1.
 */
export async function compareGroups(
  variable: NumberVariable | LevelVariable,
  options: { level: number; seed: number },
  job: JobOptions
): Promise<Compared> {
  try {
    return variable.shown === 'levels' ? await ofLevels(variable, options, job) : ofNumbers(variable, options);
  } catch (error) {
    // A variable that cannot be tested is no reason to have no table.
    if (!(error instanceof AppError) || error.code === 'stopped') throw error;
    return { test: null, estimates: [], remarks: [notTested(variable.name, error)] };
  }
}

/** Code and values of the failure too, so that the page can say it in its language. */
function notTested(variable: string, { code, message, values }: AppError): StatisticsRemark {
  const given = Object.entries(values).filter((one): one is [string, string | number] => one[1] !== undefined);
  return {
    code: 'table-one-not-tested',
    values: { ...Object.fromEntries(given), variable, reason: code, said: message }
  };
}

function ofNumbers(variable: NumberVariable, { level }: { level: number }): Compared {
  const { shown, samples } = variable;
  const [first, second] = samples as [Float64Array, Float64Array];
  if (samples.length > 2) {
    return compared(variable, shown === 'mean' ? welchOrPlain(samples) : kruskalTest(samples));
  }
  return compared(variable, shown === 'mean' ? tTest(second, first, { level }) : rankSumTest(second, first, { level }));
}

/** Welch's needs two values a group that vary; one person in a group leaves the plain analysis of variance. */
function welchOrPlain(samples: readonly Float64Array[]): TestResult {
  return samples.some(({ length }) => length === 1) ? anova(samples) : welchAnova(samples);
}

async function ofLevels(
  variable: LevelVariable,
  { level, seed }: { level: number; seed: number },
  job: JobOptions
): Promise<Compared> {
  const { counts } = variable;
  const used = counts[0]!.map((_, at) => at).filter((at) => counts.some((row) => row[at]! > 0));
  const table = counts.map((row) => used.map((at) => row[at]!));
  const chi = chiSquareTest(table);
  const cells = chi.expected.flat();
  const few = cells.filter((mean) => mean < 5).length > FEW_CELLS * cells.length || smallestOf(cells) < LEAST_EXPECTED;
  const isFour = table.length === 2 && used.length === 2;
  // By the rule the few small cells that are left do no harm.
  const withoutSmall = { ...chi, remarks: chi.remarks.filter(({ code }) => code !== 'test-expected-small') };
  const test = !few
    ? withoutSmall
    : isFour
      ? fisherTest(table, { level })
      : await fisherTableTest(table, { seed }, job);
  const both = compared(variable, test);
  if (!isFour) return { ...both, estimates: [] };
  const [first, second] = table.map(([none = 0, some = 0]) => ({ events: some, n: none + some }));
  const { estimates } = proportionDifference(second!, first!, { level });
  // The interval is that of the difference; p is that of the test in the table.
  return {
    ...both,
    estimates: estimates.map((one) => ({ ...one, name: variable.name, p: test.p, nDropped: both.test!.nDropped }))
  };
}

/** Remarks and estimates say which variable they are of, and how many of it are missing. */
function compared({ name, missing }: NumberVariable | LevelVariable, test: TestResult): Compared {
  const nDropped = missing.reduce((sum, count) => sum + count, 0);
  return {
    test: { ...test, nDropped },
    estimates: test.estimates.map((one) => ({ ...one, name, nDropped })),
    // Table 1 tells no odds ratio.
    remarks: test.remarks
      .filter(({ code }) => code !== 'test-odds-ratio-zero' && code !== 'test-odds-ratio-unbounded')
      .map(({ code, values }) => ({ code, values: { variable: name, ...values } }))
  };
}
