import { chiSquare, normalLower } from '../../../shared/distributions';
import { AppError } from '../../../shared/errors';
import { largestOf, smallestOf } from '../../../shared/extent';
import { normalQuantile } from '../../../shared/normal';
import { quantileOf } from '../../../shared/quantile';
import { float64Column } from '../../columns';
import type { StatisticsRemark } from '../../estimate';
import { linearRegression } from '../../regression';
import { shapiroWilkTest } from '../../tests';
import type { AnalysisTest } from '../contract';
import type { PointsFigure } from '../figures';

/** From so many residuals on, quantiles are drawn, each of which stands for several persons. */
const MANY = 500;
const QUANTILES = 99;
/** Persons beyond the outermost quantile, and at the least in a mean. */
const FEWEST = 5;
const IN_A_MEAN = 10;
const MOST_MEANS = 20;
const MOST_FOR_NORMALITY = 5000;

/** Residuals over their standard deviation, and the values they were left from; one a used row. */
export interface Residuals {
  standardised: Float64Array;
  fitted: Float64Array;
}

/** Residuals against the normal distribution, and their means along the fitted values. */
export function residualFigures({ standardised, fitted }: Residuals, outcome: string): PointsFigure[] {
  return [quantiles(standardised), ...means(standardised, fitted, outcome)];
}

function quantiles(standardised: Float64Array): PointsFigure {
  const sorted = standardised.slice().sort();
  const n = sorted.length;
  const isMany = n >= MANY;
  const end = -normalQuantile(FEWEST / n);
  const x = isMany
    ? Float64Array.from({ length: QUANTILES }, (_, at) => end * ((2 * at) / (QUANTILES - 1) - 1))
    : Float64Array.from({ length: n }, (_, at) => normalQuantile((at + 0.5) / n));
  const y = isMany ? x.map((z) => quantileOf(sorted, normalLower(z))) : sorted;
  const line = Float64Array.of(x[0] ?? 0, x.at(-1) ?? 0);
  return {
    kind: 'points',
    what: 'quantiles',
    x,
    y,
    lines: [],
    limits: [{ name: 'normal', x: line, y: line }],
    ...(!isMany && { individual: true as const })
  };
}

/** Means of as many residuals each, in the order of the fitted values. */
function means(standardised: Float64Array, fitted: Float64Array, outcome: string): PointsFigure[] {
  const n = fitted.length;
  const groups = Math.min(MOST_MEANS, Math.floor(n / IN_A_MEAN));
  if (groups < 5 || !(largestOf(fitted) > smallestOf(fitted))) return [];
  const order = Int32Array.from(fitted, (_, row) => row).sort((a, b) => fitted[a]! - fitted[b]! || a - b);
  const [x, y] = [new Float64Array(groups), new Float64Array(groups)];
  for (let group = 0; group < groups; group++) {
    const rows = order.subarray(Math.floor((group * n) / groups), Math.floor(((group + 1) * n) / groups));
    const mean = (values: Float64Array) => rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
    [x[group], y[group]] = [mean(fitted), mean(standardised)];
  }
  return [{ kind: 'points', what: 'residuals', x, y, xName: outcome, lines: [{ code: 'zero', value: 0 }] }];
}

/**
 * Whether residuals are normal and vary alike, as least squares assumes: tests and what they say.
 *
 * @param robust errors that do not ask for equal variances are used: these are then not tested
 * @see Royston 1995, Applied Statistics 44:547; Koenker 1981, J Econometrics 17:107, by the fitted values, as R lmtest
 *   `bptest(fit, ~ fitted(fit))`
 */
export async function checkResiduals(
  { standardised, fitted }: Residuals,
  { robust }: { robust: boolean }
): Promise<{ tests: AnalysisTest[]; remarks: StatisticsRemark[] }> {
  const n = standardised.length;
  const tests: AnalysisTest[] = [];
  const remarks: StatisticsRemark[] = [];
  if (n >= 3 && n <= MOST_FOR_NORMALITY) {
    const normality = await unlessRefused(() => shapiroWilkTest(standardised));
    if (normality) {
      const { p, statistic } = normality;
      tests.push({ code: 'normal-residuals', ...(statistic && { statistic }), df: [], p });
      remarks.push({ code: p < 0.05 ? 'regression-normal-rejected' : 'regression-normal-checked', values: { p, n } });
    }
  }
  const spread = robust ? undefined : await unlessRefused(() => spreadTest({ standardised, fitted }));
  if (spread) {
    tests.push(spread);
    const code = spread.p < 0.05 ? 'regression-spread-rejected' : 'regression-spread-checked';
    remarks.push({ code, values: { p: spread.p } });
  }
  return { tests, remarks };
}

async function spreadTest({ standardised, fitted }: Residuals): Promise<AnalysisTest | undefined> {
  if (fitted.length < 8 || !(largestOf(fitted) - smallestOf(fitted) > 1e-9 * Math.abs(largestOf(fitted)))) return undefined; // prettier-ignore
  const columns = [float64Column('square', standardised.map((one) => one * one)), float64Column('fitted', fitted)]; // prettier-ignore
  const { rSquared, n, degreesOfFreedom } = await linearRegression({ rows: fitted.length, columns }, 'square ~ fitted');
  if (n - degreesOfFreedom < 2) return undefined;
  const statistic = n * rSquared;
  return {
    code: 'equal-spread',
    statistic: { name: 'χ²', value: statistic },
    df: [1],
    p: chiSquare(1).upper(statistic)
  };
}

/** What cannot be tested is not: a check never keeps a result back. */
async function unlessRefused<Result>(run: () => Result | Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && error.code !== 'stopped') return undefined;
    throw error;
  }
}
