import { chiSquare } from '../../../shared/distributions';
import { AppError } from '../../../shared/errors';
import { independentColumns, triangleOf } from '../../../shared/matrix';
import type { Table } from '../../../shared/table';
import { fail } from '../errors';
import { frameOf, type Frame } from '../frame';
import { inferenceOf, type Coefficients } from '../inference';
import type { RegressionOptions } from '../options';
import type { CumulativeModel } from './cumulative';
import { fitCumulative, startOf, type CumulativeFit } from './fit';
import { orderedResponse } from './response';

export interface OrdinalOptions extends Omit<RegressionOptions, 'errors' | 'cluster'> {
  /** The categories of the outcome from the lowest to the highest; needed where they are words. */
  order?: readonly string[];
  /** Whether the odds are tested for being proportional (default): one more fit a term. */
  check?: 'proportional-odds' | 'none';
}

/** Likelihood ratio test of a term's odds ratio being the same at every cut. */
export interface ProportionalOdds {
  /** A term, or `(all)`. */
  term: string;
  statistic: number | null;
  df: number;
  p: number | null;
  /** Why there is no test: the model with an odds ratio for each cut has no finite estimate. */
  reason?: string;
}

export interface OrdinalRegression extends Coefficients {
  model: 'ordinal';
  /** Categories in their order, those that occur. */
  levels: readonly string[];
  /** Logits of P(Y ≤ level) where every column is 0, named `mild|severe`. */
  thresholds: { names: string[]; estimates: Float64Array; se: Float64Array };
  proportionalOdds: ProportionalOdds[];
  logLikelihood: number;
  aic: number;
  iterations: number;
  rows: Int32Array;
}

/**
 * Proportional odds (cumulative logit) regression by maximum likelihood: logit P(Y ≤ k) = ζₖ − x·β. A coefficient is the
 * logarithm of the odds ratio for a higher category, the same at every cut.
 *
 * @throws `regression-separation`, `regression-one-class`, `regression-not-converged`, `regression-response-order`,
 *   `regression-response-level`, `regression-response-levels-many`, `formula-…`, `rows-none`, `regression-too-few`,
 *   `regression-weights-…`, `level-range`
 * @see McCullagh 1980, J R Stat Soc B 42:109; equals R `ordinal::clm` and MASS `polr`; the check is `ordinal::nominal_test`
 */
export async function ordinalRegression(
  table: Table,
  formula: string,
  options: OrdinalOptions = {}
): Promise<OrdinalRegression> {
  let names: readonly string[] = [];
  const read = (source: Table, text: string) => {
    const response = orderedResponse(source, text, options.order);
    names = response.levels;
    return response;
  };
  const frame = frameOf(table, formula, read, options);
  const { y, levels } = occurring(frame, names);
  if (levels.length < 2) throw fail('regression-one-class', { response: frame.response });
  const ones = new Float64Array(frame.n).fill(1);
  const slopes = frame.design.names.flatMap((name, column) => (name === '(Intercept)' ? [] : [column]));
  if (slopes.length === 0) throw fail('regression-design-empty');
  // A column that is constant, or repeats others, cannot be told from the thresholds.
  const found = independentColumns(triangleOf([ones, ...slopes.map((column) => frame.design.columns[column]!)]));
  const kept = found.kept.slice(1).map((place) => slopes[place - 1]!);
  const aliased = found.aliased.map((place) => slopes[place - 1]!);
  const cuts = levels.length - 1;
  if (frame.n <= kept.length + cuts) throw fail('regression-too-few', { rows: frame.n, terms: kept.length + cuts });
  const columnsOf = (places: readonly number[]) => places.map((column) => frame.design.columns[column]!);
  const model: CumulativeModel = {
    y,
    categories: levels.length,
    free: [ones],
    common: columnsOf(kept),
    ...(frame.weights && { weights: frame.weights }),
    ...(frame.offset && { offset: frame.offset })
  };
  const cutNames = levels.slice(1).map((level, cut) => `${levels[cut]}|${level}`);
  const nameOf = (at: number) => (at < cuts ? cutNames[at]! : frame.design.shown[kept[at - cuts]!]!);
  const fit = await fitCumulative(model, startOf(model), nameOf, options);
  const size = fit.parameters.length;
  const covariance = Float64Array.from({ length: kept.length ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / kept.length), at % kept.length];
    return fit.covariance[(cuts + row) * size + cuts + column]!;
  });
  const coefficients = inferenceOf(frame, {
    coefficients: fit.parameters.slice(cuts),
    covariance,
    kept,
    aliased,
    scale: 'logit',
    df: null,
    method: 'Proportional odds regression'
  });
  const proportionalOdds =
    options.check === 'none' || cuts < 2 ? [] : await checkOdds({ frame, model, fit, kept, options });
  for (const { term, p } of proportionalOdds) {
    if (p !== null && p < 0.05) coefficients.remarks.push({ code: 'regression-odds-unequal', values: { term, p } });
  }
  return {
    ...coefficients,
    model: 'ordinal',
    levels,
    thresholds: {
      names: cutNames,
      estimates: fit.parameters.slice(0, cuts),
      se: Float64Array.from(cutNames, (_, cut) => Math.sqrt(fit.covariance[cut * size + cut]!))
    },
    proportionalOdds,
    logLikelihood: fit.logLikelihood,
    aic: -2 * fit.logLikelihood + 2 * size,
    iterations: fit.iterations,
    rows: frame.design.rows
  };
}

/** The categories of the used rows, without those that do not occur. */
function occurring(frame: Frame, names: readonly string[]): { y: Uint8Array; levels: string[] } {
  const used = new Uint8Array(names.length);
  for (const category of frame.y) used[category] = 1;
  const levels = names.filter((_, category) => used[category] === 1);
  const unused = names.filter((_, category) => used[category] === 0);
  if (unused.length > 0) frame.remarks.push({ code: 'regression-level-unused', values: { levels: unused.join(', ') } });
  const place = names.map((name) => levels.indexOf(name));
  return { y: Uint8Array.from(frame.y, (category) => place[category]!), levels };
}

interface Checked {
  frame: Frame;
  model: CumulativeModel;
  fit: CumulativeFit;
  kept: readonly number[];
  options: OrdinalOptions;
}

/** Each term, and all together, with coefficients of their own at every cut. */
async function checkOdds(checked: Checked): Promise<ProportionalOdds[]> {
  const { frame, kept, options } = checked;
  const tests: ProportionalOdds[] = [];
  const labels = frame.design.labels;
  for (const [place, term] of labels.entries()) {
    options.progress?.({ step: 'regression-odds', done: place, total: labels.length + 1 });
    const own = kept.flatMap((column, index) => (frame.design.termOf[column] === place ? [index] : []));
    if (own.length > 0) tests.push(await testOdds(checked, term, own));
  }
  const all = kept.map((_, index) => index);
  return labels.length > 1 ? [...tests, await testOdds(checked, '(all)', all)] : tests;
}

async function testOdds(
  { model, fit, options }: Checked,
  term: string,
  own: readonly number[]
): Promise<ProportionalOdds> {
  const cuts = model.categories - 1;
  const df = own.length * (cuts - 1);
  const rest = model.common.flatMap((_, index) => (own.includes(index) ? [] : [index]));
  const freer: CumulativeModel = {
    ...model,
    free: [...model.free, ...own.map((index) => model.common[index]!)],
    common: rest.map((index) => model.common[index]!)
  };
  const beta = (index: number) => fit.parameters[cuts + index]!;
  const start = Float64Array.from([
    ...Array.from({ length: cuts }, (_, cut) => [fit.parameters[cut]!, ...own.map((index) => -beta(index))]).flat(),
    ...rest.map(beta)
  ]);
  try {
    const free = await fitCumulative(freer, start, () => term, options);
    const statistic = Math.max(0, 2 * (free.logLikelihood - fit.logLikelihood));
    return { term, statistic, df, p: chiSquare(df).upper(statistic) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'stopped') throw error;
    return { term, statistic: null, df, p: null, reason: error.code };
  }
}
