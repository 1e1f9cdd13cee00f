import { exp, log, logistic } from '../../shared/elementary';
import { inverseOfSquare, linearCombination } from '../../shared/matrix';
import { normalQuantile } from '../../shared/normal';
import { cholesky, inverseOf } from '../../shared/optimise';
import { Pacer } from '../../shared/pacer';
import type { Table } from '../../shared/table';
import {
  binaryResponse,
  checkEvents,
  countEvents,
  frameOf,
  inferenceOf,
  irls,
  logisticFamily,
  type Coefficients,
  type Frame
} from '../regression';
import { checkGroups, independence } from './check-groups';
import { fail } from './errors';
import { gaussHermite } from './gauss-hermite';
import { MarginalLikelihood } from './marginal-likelihood';
import { maximise, observedInformation, type Maximum } from './maximise';
import { groupedMoments } from './moments';
import { checkStop, frameOptions, type MixedOptions } from './options';
import { modesTable, spreadTest, type RandomPart } from './random-part';
import { sortedRows, type SortedRows } from './sorted-rows';

export interface LogisticMixedOptions extends MixedOptions {
  /** Nodes of the adaptive quadrature, 1 to 100, default 10; 1 is Laplace's approximation. */
  quadrature?: number;
  /** The value of the outcome that is the event, where it is words; else the later by code point. */
  event?: string;
}

export interface LogisticMixedModel extends Coefficients, RandomPart {
  model: 'logistic-mixed';
  quadrature: number;
  /** Rows with the event. */
  events: number;
  /** Share of the variance between groups on the latent scale, where a row's is π²/3. */
  icc: number;
  /** Factor by which the odds of two rows alike, of two groups by chance, differ in the middle. */
  medianOddsRatio: number;
  logLikelihood: number;
  aic: number;
  bic: number;
  iterations: number;
  /** Rows of the table that were used, and their probabilities at the groups' modes. */
  rows: Int32Array;
  fitted: Float64Array;
}

/** Variance of the standard logistic distribution. */
const LATENT = Math.PI ** 2 / 3;
/** Below this the likelihood's top is at 0, which the iteration nears by ever shorter steps. */
const NOTHING = 1e-6;
/** A change of the log-likelihood with twice the nodes that is too large to be passed over. */
const COARSE = 0.01;
const MOST_NODES = 100;
/** An error of log odds for a column's own spread, above which its interval reaches over all that can be: e^±10. */
const IMPRECISE = 5;

/**
 * Logistic regression with a random intercept: logit P(y = 1) = Xβ + b with b ~ N(0, σ_b²) for each group, by maximum
 * likelihood with adaptive Gauss-Hermite quadrature. Estimates are logarithms of odds ratios between rows of one group.
 *
 * @param formula as R's: `died ~ age + sex + (1 | hospital)`, or without the groups and `group: 'hospital'`
 * @returns errors of the observed information, σ's uncertainty included (normal distribution); modes with errors given β, σ
 * @throws `mixed-groups-few` below 3 groups, `mixed-groups-single`, `mixed-groups-fixed`, `mixed-variance-endless`,
 *   `mixed-not-converged`, `mixed-flat`, `mixed-large`, `mixed-option`, `stopped`; `one-class`, `too-few-events`,
 *   `separation`, `response-binary`, `formula-…`, `rows-none`, `level-range`
 * @see Pinheiro and Bates 1995, J Comput Graph Stat 4:12; equals R lme4 1.1 `glmer` with `nAGQ`; median odds ratio: Larsen
 *   and Merlo 2005, Am J Epidemiol 161:81
 */
export async function logisticMixedModel(
  table: Table,
  formula: string,
  options: LogisticMixedOptions = {}
): Promise<LogisticMixedModel> {
  const nodes = options.quadrature ?? 10;
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > MOST_NODES) {
    throw fail('mixed-option', { option: 'quadrature', rule: `is a whole number from 1 to ${MOST_NODES}` });
  }
  const frame = frameOf(table, formula, binaryResponse(options.event), frameOptions(options));
  const events = countEvents(frame);
  checkEvents(frame, events);
  checkGroups(frame);
  const { column: groupColumn, codes, levels } = frame.groups!;
  const moments = groupedMoments([...frame.design.columns, frame.y], codes, levels.length);
  const independent = independence(moments, groupColumn.name);
  // Where no group has both outcomes, the likelihood rises with the spread for ever.
  if (moments.means.at(-1)!.every((share) => share === 0 || share === 1)) {
    throw fail('mixed-variance-endless', { group: groupColumn.name });
  }
  const plain = await plainFit(frame, independent.kept, options);
  const kept = plain.kept.map((column) => independent.kept[column]!);
  // About ten steps, each of a gradient and an information, and four gradients for each second derivative.
  const total = 24 + 4 * (kept.length + 1);
  const pacer = new Pacer(options, { step: 'mixed-iterations', total }, () => fail('stopped'));
  await pacer.begin();
  const sorted = sortedRows(frame, kept, moments.sizes);
  const likelihood = new MarginalLikelihood(sorted, (evaluations) => pacer.step(Math.min(total - 1, evaluations)));
  const quadrature = gaussHermite(nodes);
  const without = -plain.deviance / 2;
  const start = Float64Array.of(...sorted.forth(plain.coefficients), 1);
  const found = await maximise(likelihood, quadrature, start, groupColumn.name);
  const isSingular = Math.abs(found.parameters.at(-1)!) < NOTHING || found.value <= without;
  if (isSingular) frame.remarks.push({ code: 'mixed-singular', values: { group: groupColumn.name } });
  const sigmaGroup = isSingular ? 0 : Math.abs(found.parameters.at(-1)!);
  const logLikelihood = isSingular ? without : found.value;
  const error = isSingular ? 0 : await quadratureError(likelihood, found, nodes, frame);
  const coefficients = isSingular ? plain.coefficients : sorted.back(found.parameters.slice(0, -1));
  const covariance = isSingular
    ? inverseOfSquare(plain.triangle)
    : covarianceOf(await observedInformation(likelihood, quadrature, found, error), sorted);
  const result = inferenceOf(frame, {
    coefficients,
    covariance,
    kept,
    aliased: frame.design.columns.flatMap((_, column) => (kept.includes(column) ? [] : [column])),
    scale: 'logit',
    df: null,
    method: `Logistic mixed model, random intercept (${nodes === 1 ? 'Laplace approximation' : `adaptive Gauss-Hermite quadrature, ${nodes} nodes`})`
  });
  const wild = result.names.filter(
    (_, at) => result.se[at]! * rootMeanSquare(frame.design.columns[kept[at]!]!) > IMPRECISE
  );
  if (wild.length > 0) result.remarks.push({ code: 'mixed-imprecise', values: { columns: wild.join(', ') } });
  const final = isSingular ? Float64Array.of(...sorted.forth(coefficients), 0) : found.parameters;
  await likelihood.gradient(final, gaussHermite(1));
  const modes = likelihood.modes.map((mode) => mode * final.at(-1)!);
  const fitted = linearCombination(
    kept.map((column) => frame.design.columns[column]!),
    coefficients
  );
  const parameters = kept.length + 1;
  return {
    ...result,
    model: 'logistic-mixed',
    quadrature: nodes,
    events,
    group: groupColumn.name,
    groups: levels.length,
    sigmaGroup,
    icc: sigmaGroup ** 2 / (sigmaGroup ** 2 + LATENT),
    medianOddsRatio: exp(Math.SQRT2 * sigmaGroup * normalQuantile(0.75)),
    isSingular,
    spread: spreadTest(2 * (logLikelihood - without)),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + log(frame.n) * parameters,
    iterations: found.iterations,
    rows: frame.design.rows,
    fitted: fitted.map((value, row) => logistic(value + modes[codes[row]!]! + (frame.offset ? frame.offset[row]! : 0))),
    modes: modesTable(frame, moments.sizes, modes, likelihood.curvatures.map((curvature) => sigmaGroup / Math.sqrt(curvature))) // prettier-ignore
  };
}

function rootMeanSquare(column: Float64Array): number {
  return Math.sqrt(column.reduce((sum, value) => sum + value * value, 0) / column.length);
}

/** Without groups: where the rows are separated already, the mixed model has no finite estimate either. */
function plainFit(frame: Frame, kept: readonly number[], options: LogisticMixedOptions) {
  checkStop(options);
  return irls(
    logisticFamily,
    kept.map((column) => frame.design.columns[column]!),
    frame.y,
    {
      names: kept.map((column) => frame.design.names[column]!),
      ...(frame.offset && { offset: frame.offset }),
      ...(options.signal && { signal: options.signal })
    }
  );
}

/** How the log-likelihood changes with twice the nodes; remarked where so few are too coarse. */
async function quadratureError(likelihood: MarginalLikelihood, found: Maximum, nodes: number, frame: Frame) {
  const finer = Math.min(MOST_NODES, 2 * nodes + 1);
  const { value } = await likelihood.gradient(found.parameters, gaussHermite(finer));
  const change = value - found.value;
  if (Math.abs(change) > COARSE) frame.remarks.push({ code: 'mixed-quadrature', values: { nodes, finer, change } });
  return Math.abs(change);
}

/** Covariance of the design's coefficients, σ's uncertainty included. @throws `mixed-flat` */
function covarianceOf(information: Float64Array, { back }: SortedRows): Float64Array {
  const all = Math.sqrt(information.length);
  const width = all - 1;
  const factor = information.every(Number.isFinite) ? cholesky(information, all) : undefined;
  if (!factor) throw fail('mixed-flat');
  const inverse = inverseOf(factor, all);
  const half = Array.from({ length: width }, (_, row) => back(inverse.slice(row * all, row * all + width)));
  const covariance = new Float64Array(width * width);
  for (let column = 0; column < width; column++) {
    const own = back(Float64Array.from(half, (line) => line[column]!));
    for (let row = column; row < width; row++) {
      covariance[row * width + column] = covariance[column * width + row] = own[row]!;
    }
  }
  return covariance;
}
