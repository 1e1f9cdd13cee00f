import { breathe } from '../../shared/breathe';
import { chiSquare } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import { largestOf } from '../../shared/extent';
import { linearCombination } from '../../shared/matrix';
import type { Table } from '../../shared/table';
import { frameOf, inferenceOf, numericResponse, type Coefficients, type Frame } from '../regression';
import { bestRatio, ratiosWithin } from './best-ratio';
import { checkGroups, independence } from './check-groups';
import { fail } from './errors';
import { groupedMoments, type GroupedMoments } from './moments';
import { checkStop, frameOptions, type MixedOptions } from './options';
import { devianceAt, type Criterion, type DevianceAt } from './profiled-deviance';
import { modesTable, spreadTest, type RandomPart } from './random-part';
import { satterthwaite } from './satterthwaite';

export interface LinearMixedOptions extends MixedOptions {
  /** Restricted maximum likelihood (default) or maximum likelihood, which compares models of different fixed effects. */
  criterion?: Criterion;
}

export interface LinearMixedModel extends Coefficients, RandomPart {
  model: 'linear-mixed';
  criterion: Criterion;
  /** Satterthwaite's degrees of freedom, one a coefficient. */
  df: Float64Array;
  /** Residual standard deviation. */
  sigma: number;
  /** Share of the variance that lies between groups, with the interval of its profile likelihood. */
  icc: { estimate: number; lower: number; upper: number };
  /** Of the criterion; with REML only comparable between models of the same fixed effects. */
  logLikelihood: number;
  aic: number;
  bic: number;
  /** Rows of the table that were used, their fitted values with the groups' modes, and what is left. */
  rows: Int32Array;
  fitted: Float64Array;
  residuals: Float64Array;
}

/** A residual sum of squares below this share of the outcome's is rounding. */
const EXACT = 1e-24;

/**
 * Linear regression with a random intercept: y = Xβ + b + ε with b ~ N(0, σ_b²) for each group and ε ~ N(0, σ²) for each row.
 *
 * @param formula as R's: `stay ~ age + sex + (1 | hospital)`, or without the groups and `group: 'hospital'`
 * @returns coefficients with Student's t and Satterthwaite's degrees of freedom; conditional errors of the modes
 * @throws `mixed-groups-few` below 3 groups, `mixed-groups-single`, `mixed-groups-fixed`, `mixed-exact`, `mixed-flat`,
 *   `mixed-large`, `mixed-option`, `stopped`; of the formula `formula-…`, `response-numeric`, `rows-none`, `level-range`
 * @see Bates et al. 2015, J Stat Softw 67(1); equals R lme4 1.1 `lmer`, degrees of freedom as by numeric differentiation
 */
export async function linearMixedModel(
  table: Table,
  formula: string,
  options: LinearMixedOptions = {}
): Promise<LinearMixedModel> {
  const criterion = options.criterion ?? 'reml';
  if (criterion !== 'reml' && criterion !== 'ml') throw fail('mixed-option', { option: 'criterion', rule: 'is one of reml, ml' }); // prettier-ignore
  const frame = frameOf(table, formula, numericResponse, frameOptions(options));
  checkGroups(frame);
  await breathe();
  checkStop(options);
  const y = frame.offset ? frame.y.map((value, row) => value - frame.offset![row]!) : frame.y;
  const { column: groupColumn, codes, levels } = frame.groups!;
  const all = groupedMoments([...frame.design.columns, y], codes, levels.length);
  await breathe();
  checkStop(options);
  const { kept, aliased, moments, left, squares } = independence(all, groupColumn.name);
  if (left.degrees < 1 || left.squares <= EXACT * squares) throw fail('mixed-exact', { response: frame.response });
  const at = (ratio: number) => devianceAt(moments, ratio, criterion);
  const best = bestRatio(at, largestOf(moments.sizes), frame.response);
  const degrees = satterthwaite(moments, best, criterion);
  const method = `Linear mixed model, random intercept (${criterion === 'reml' ? 'REML' : 'ML'}), Satterthwaite's degrees of freedom`;
  const covariance = best.inverse.map((value) => value * best.variance);
  const isSingular = best.ratio === 0;
  if (isSingular) frame.remarks.push({ code: 'mixed-singular', values: { group: groupColumn.name } });
  const coefficients = inferenceOf(frame, {
    coefficients: best.coefficients,
    covariance,
    kept,
    aliased,
    scale: 'identity',
    df: degrees,
    method
  });
  const { modes, se } = modesOf(moments, best);
  const fitted = linearCombination(
    kept.map((column) => frame.design.columns[column]!),
    best.coefficients
  );
  for (let row = 0; row < fitted.length; row++) {
    fitted[row]! += modes[codes[row]!]! + (frame.offset ? frame.offset[row]! : 0);
  }
  const parameters = kept.length + 2;
  return {
    ...coefficients,
    model: 'linear-mixed',
    criterion,
    df: degrees.each,
    group: groupColumn.name,
    groups: levels.length,
    sigma: Math.sqrt(best.variance),
    sigmaGroup: Math.sqrt(best.variance * best.ratio),
    icc: intraclass(at, best, frame),
    isSingular,
    spread: spreadTest(at(0).deviance - best.deviance),
    logLikelihood: -best.deviance / 2,
    aic: best.deviance + 2 * parameters,
    bic: best.deviance + log(frame.n) * parameters,
    rows: frame.design.rows,
    fitted,
    residuals: frame.y.map((value, row) => value - fitted[row]!),
    modes: modesTable(frame, moments.sizes, modes, se)
  };
}

/** Best linear unbiased predictions and their errors given β, σ and τ. */
function modesOf({ means, sizes }: GroupedMoments, at: DevianceAt): { modes: Float64Array; se: Float64Array } {
  const fixed = linearCombination(means.slice(0, -1), at.coefficients);
  const share = (size: number) => (at.ratio * size) / (1 + at.ratio * size);
  return {
    modes: fixed.map((value, group) => share(sizes[group]!) * (means.at(-1)![group]! - value)),
    se: Float64Array.from(sizes, (size) => Math.sqrt((at.variance * at.ratio) / (1 + at.ratio * size)))
  };
}

function intraclass(at: (ratio: number) => DevianceAt, best: DevianceAt, { level }: Frame): LinearMixedModel['icc'] {
  const { lower, upper } = ratiosWithin(at, best, chiSquare(1).upperQuantile(1 - level));
  const share = (ratio: number) => ratio / (1 + ratio);
  return { estimate: share(best.ratio), lower: share(lower), upper: share(upper) };
}
