import type { CoefficientParts, Coefficients } from '../../regression';
import type { Estimate } from '../../estimate';
import type { AnalysisTest, Measure, MeasuredEstimate, Said } from '../contract';
import type { ForestFigure, ForestRow } from '../figures';
import type { Given } from '../given';
import { forestOf, saysEstimate } from '../tidy';
import { unitOf } from './model-request';

/** What coefficients of a model measure, and how they are told. */
export interface Scale {
  measure: Measure;
  intercept: Measure;
  scale: Estimate['scale'];
  /** Beginning of the codes of sentences. */
  tells: 'mean' | 'odds' | 'rate' | 'higher';
}

/** More sentences than this nobody reads; the table has them all. */
const MOST_SENTENCES = 4;

const isIntercept = (parts: CoefficientParts, at: number) => parts.termOf[at] === -1;

/** Places of the slopes in a fit, then of the intercept: sentences speak of the first ones. */
export function orderOf({ parts }: Pick<Coefficients, 'parts'>): number[] {
  const places = parts.termOf.map((_, at) => at);
  return [...places.filter((at) => !isIntercept(parts, at)), ...places.filter((at) => isIntercept(parts, at))];
}

/** The estimates of a fit with names as they are read and what they measure, the intercept last. */
export function estimatesOf(fit: Coefficients, { measure, intercept, scale }: Scale): MeasuredEstimate[] {
  return orderOf(fit).map((at) => ({
    ...fit.estimates[at]!,
    name: nameOf(fit.parts, at),
    scale,
    measure: isIntercept(fit.parts, at) ? intercept : measure
  }));
}

/** As it is read: "sex boy vs girl", "age". */
function nameOf({ levels, references, shown }: CoefficientParts, at: number): string {
  const level = levels[at];
  return level ? `${level.variable} ${level.level} vs ${references[level.variable] ?? ''}` : shown[at]!;
}

/** A forest of the slopes, categories with the level that the others are compared with. */
export function forestOfModel(
  estimates: readonly MeasuredEstimate[],
  fit: Pick<Coefficients, 'parts'>,
  { measure }: Scale
): ForestFigure[] {
  const { parts } = fit;
  // A coefficient of a spline means nothing by itself: its curve is drawn.
  const bent = new Set(parts.bends.flatMap(({ coefficients }) => coefficients));
  const straight = orderOf(fit).flatMap((at, place) => (bent.has(at) ? [] : [{ at, one: estimates[place]! }]));
  const told = new Set<string>();
  return forestOf(
    straight.map(({ one }) => one),
    measure
  ).map((figure) => ({
    ...figure,
    rows: figure.rows.flatMap((row, place): ForestRow[] => {
      const level = parts.levels[straight[place]!.at];
      if (!level || told.has(level.variable)) return [row];
      told.add(level.variable);
      const name = `${level.variable} ${parts.references[level.variable] ?? ''}`;
      return [{ name, estimate: figure.null, look: 'reference' }, row];
    })
  }));
}

/** What the coefficients say, in the order of the formula: each with what is compared with what. */
export function saysOfModel(
  given: Given,
  estimates: readonly MeasuredEstimate[],
  fit: Pick<Coefficients, 'parts'> & Partial<Pick<Coefficients, 'terms'>>,
  { outcome, tells }: { outcome: string; tells: Scale['tells'] }
): Said[] {
  const { parts } = fit;
  const order = orderOf(fit);
  const says = parts.labels.flatMap((label, term): Said[] => {
    const own = order.flatMap((at, place) => (parts.termOf[at] === term ? [{ at, one: estimates[place]! }] : []));
    const [first] = own;
    if (!first) return [];
    if (parts.levels[first.at]) {
      return own.map(({ at, one }) => {
        const { variable, level } = parts.levels[at]!;
        const reference = parts.references[variable] ?? '';
        return { code: `${tells}-by-level`, values: { ...saysEstimate(one).values, outcome, of: variable, with: level, reference } }; // prettier-ignore
      });
    }
    if (own.length > 1) {
      const bend = parts.bends.find(({ term: bent }) => bent === label);
      return jointSentence(bend?.of ?? label, outcome, fit.terms?.find((test) => test.term === label)?.p);
    }
    const { one } = first;
    if (label.includes(':')) return [saysEstimate(one)];
    return [{ code: `${tells}-by-number`, values: { ...saysEstimate(one).values, outcome, of: label, unit: unitOf(given, label) } }]; // prettier-ignore
  });
  const adjusted: Said[] = parts.labels.length > 1 ? [{ code: 'relate-adjusted', values: {} }] : [];
  return [...says.slice(0, MOST_SENTENCES), ...adjusted];
}

/** A term of several coefficients, of which none speaks for itself: a curve, an interaction of categories. */
function jointSentence(of: string, outcome: string, p: number | undefined): Said[] {
  if (p === undefined) return [];
  return [{ code: p < 0.05 ? 'relate-term-differs' : 'relate-term-alike', values: { of, outcome, p } }];
}

/** Joint tests of the terms with several coefficients. */
export function termTests({ terms }: Pick<Coefficients, 'terms'>): AnalysisTest[] {
  return terms
    .filter(({ df }) => df > 1)
    .map(({ term, statistic, df, denominator, p }) => ({
      code: 'term',
      of: term,
      statistic: { name: denominator === null ? 'χ²' : 'F', value: statistic },
      df: denominator === null ? [df] : [df, denominator],
      p
    }));
}
