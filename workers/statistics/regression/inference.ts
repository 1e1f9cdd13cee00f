import { chiSquare, fDistribution, normalUpper, studentT } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import { cholesky, solve } from '../../shared/optimise';
import type { Estimate, StatisticsRemark } from '../estimate';
import { fail } from './errors';
import type { Level } from './design/design';
import type { Bend } from './design/variable';
import type { Frame } from './frame';

/** A joint test of all coefficients of a term: of a category with several levels, of a spline. */
export interface TermTest {
  term: string;
  /** F with `df` and `denominator` degrees of freedom, or χ² where `denominator` is null. */
  statistic: number;
  df: number;
  denominator: number | null;
  p: number;
}

/** Part of every result of a regression: numbers one a coefficient, in the order of the formula. */
export interface Coefficients {
  /** Names as in R: `(Intercept)`, `age`, `sexm`, `age:sexm`. */
  names: string[];
  coefficients: Float64Array;
  se: Float64Array;
  /** Estimate over its standard error. */
  statistic: Float64Array;
  p: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** k × k, row by row. */
  covariance: Float64Array;
  /** Columns that repeat others and have no coefficient. */
  aliased: string[];
  terms: TermTest[];
  parts: CoefficientParts;
  estimates: Estimate[];
  n: number;
  nDropped: number;
  remarks: StatisticsRemark[];
  /** The method as a paper says it. */
  method: string;
}

/** What the coefficients are of: for those who name them and draw them. */
export interface CoefficientParts {
  /** Names as they are read: `sex: m`, `sex: m × age`. */
  shown: string[];
  /** The category and level, where a coefficient compares one with the reference. */
  levels: (Level | undefined)[];
  /** Level of each category that the others are compared with. */
  references: Readonly<Record<string, string>>;
  /** The term of each coefficient, by its place in `labels`; −1 is the intercept. */
  termOf: number[];
  labels: readonly string[];
  /** Splines that stand alone: what they bend over, and which coefficients are theirs. */
  bends: (Bend & { term: string; coefficients: number[] })[];
}

export interface Found {
  coefficients: Float64Array;
  covariance: Float64Array;
  kept: readonly number[];
  aliased: readonly number[];
  scale: Estimate['scale'];
  /** Degrees of freedom of Student's t; null is the normal distribution. */
  df: number | null | DegreesOfFreedom;
  method: string;
}

/** Degrees of freedom that differ between coefficients, as Satterthwaite's. */
export interface DegreesOfFreedom {
  each: Float64Array;
  /** Denominator of the joint test of some coefficients, by their places. */
  joint: (places: readonly number[]) => number;
}

/** Tests, intervals and names of coefficients from their covariance (Wald). */
export function inferenceOf(frame: Frame, found: Found): Coefficients {
  const { coefficients, covariance, kept, df } = found;
  const width = kept.length;
  const names = kept.map((column) => frame.design.names[column]!);
  const se = Float64Array.from(kept, (_, index) => Math.sqrt(covariance[index * width + index]!));
  se.forEach((error, index) => {
    if (!(error > 0 && Number.isFinite(error) && Number.isFinite(coefficients[index]!)))
      throw fail('regression-response-large');
  });
  const outer = (1 - frame.level) / 2;
  const references = names.map((_, index) => referenceOf(degreesOf(df, index), outer));
  const statistic = coefficients.map((value, index) => value / se[index]!);
  const p = statistic.map((value, index) => Math.min(1, 2 * references[index]!.upper(Math.abs(value))));
  const lower = coefficients.map((value, index) => value - references[index]!.factor * se[index]!);
  const upper = coefficients.map((value, index) => value + references[index]!.factor * se[index]!);
  const aliased = found.aliased.map((column) => frame.design.names[column]!);
  const remarks = [...frame.remarks];
  const repeated = found.aliased.map((column) => frame.design.shown[column]!);
  if (repeated.length > 0) remarks.push({ code: 'regression-aliased', values: { columns: repeated.join(', ') } });
  return {
    names,
    coefficients,
    se,
    statistic,
    p,
    lower,
    upper,
    covariance,
    aliased,
    terms: termTests(frame, found),
    parts: partsOf(frame, kept),
    estimates: names.map((name, index) => ({
      name,
      estimate: coefficients[index]!,
      se: se[index]!,
      lower: lower[index]!,
      upper: upper[index]!,
      level: frame.level,
      scale: found.scale,
      null: 0,
      df: degreesOf(df, index),
      p: p[index]!,
      n: frame.n,
      nDropped: frame.nDropped,
      method: found.method
    })),
    n: frame.n,
    nDropped: frame.nDropped,
    remarks,
    method: found.method
  };
}

const degreesOf = (df: Found['df'], index: number): number | null =>
  df === null || typeof df === 'number' ? df : df.each[index]!;

/** Upper tail of a statistic, and the quantile that `outer` lies above. */
function referenceOf(df: number | null, outer: number): { upper: (x: number) => number; factor: number } {
  if (df === null) return { upper: normalUpper, factor: -normalQuantile(outer) };
  const t = studentT(df);
  return { upper: (x) => t.upper(x), factor: t.upperQuantile(outer) };
}

function partsOf({ design }: Frame, kept: readonly number[]): CoefficientParts {
  const { shown, levels, references, labels, terms } = design;
  return {
    shown: kept.map((column) => shown[column]!),
    levels: kept.map((column) => levels[column]),
    references,
    termOf: kept.map((column) => design.termOf[column]!),
    labels,
    bends: design.bends.flatMap((bend, term) => {
      const place = terms.terms[term]?.[0];
      const isAlone = terms.terms.every((other, at) => at === term || place === undefined || !other.includes(place));
      const coefficients = kept.flatMap((column, at) => (design.termOf[column] === term ? [at] : []));
      // With a column left out the rest of the basis bends otherwise than its knots say.
      const isWhole = coefficients.length === design.termOf.filter((one) => one === term).length;
      return bend && isAlone && isWhole ? [{ ...bend, term: labels[term]!, coefficients }] : [];
    })
  };
}

/** Wald tests of the terms, those of one coefficient included. */
function termTests(frame: Frame, { coefficients, covariance, kept, df }: Found): TermTest[] {
  const width = kept.length;
  return frame.design.labels.flatMap((term, place) => {
    const own = kept.flatMap((column, index) => (frame.design.termOf[column] === place ? [index] : []));
    if (own.length === 0) return [];
    const block = Float64Array.from({ length: own.length ** 2 }, (_, at) => {
      return covariance[own[Math.floor(at / own.length)]! * width + own[at % own.length]!]!;
    });
    const factor = cholesky(block, own.length);
    // Robust errors of few clusters leave no test of many coefficients at once.
    if (!factor) return [];
    const values = Float64Array.from(own, (index) => coefficients[index]!);
    const square = solve(factor, values).reduce((sum, value, index) => sum + value * values[index]!, 0);
    const denominator = df === null || typeof df === 'number' ? df : df.joint(own);
    const statistic = denominator === null ? square : square / own.length;
    const p =
      denominator === null
        ? chiSquare(own.length).upper(square)
        : fDistribution(own.length, denominator).upper(statistic);
    return [{ term, statistic, df: own.length, denominator, p }];
  });
}

/** The same coefficients with other limits, as of profiles. */
export function withLimits(result: Coefficients, lower: Float64Array, upper: Float64Array): Coefficients {
  const estimates = result.estimates.map((one, index) => ({ ...one, lower: lower[index]!, upper: upper[index]! }));
  return { ...result, lower, upper, estimates };
}
