import { isClear } from '../clear';
import type { CoefficientParts, Coefficients } from '../../regression';
import type { Estimate } from '../../estimate';
import type { AnalysisTest, Measure, MeasuredEstimate, Said } from '../contract';
import type { ForestFigure, ForestRow } from '../figures';
import type { Given } from '../given';
import { forestOf, ownName, saysEstimate } from '../tidy';
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
const MOST_SENTENCES = 5;
/** A category of more levels is told by one sentence, not by one for each. */
const MOST_LEVELS = 2;

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
    ...(isIntercept(fit.parts, at) ? ownName('(Intercept)') : { name: nameOf(fit.parts, at) }),
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

interface Told {
  outcome: string;
  /** Unit of the outcome's mean. */
  unit?: string;
  tells: Scale['tells'];
}

/** What the coefficients say, in the order of the formula: each with what is compared with what. */
export function saysOfModel(
  given: Given,
  estimates: readonly MeasuredEstimate[],
  fit: Pick<Coefficients, 'parts'> & Partial<Pick<Coefficients, 'terms'>>,
  { outcome, unit = '', tells }: Told
): Said[] {
  const { parts } = fit;
  const order = orderOf(fit);
  const says = parts.labels.map((label, term): Said[] => {
    const own = order.flatMap((at, place) => (parts.termOf[at] === term ? [{ at, one: estimates[place]! }] : []));
    const [first] = own;
    if (!first) return [];
    const { one } = first;
    const joint = () => jointSentence(parts.bends.find(({ term: bent }) => bent === label)?.of ?? label, outcome, fit.terms?.find((test) => test.term === label)?.p, given.level); // prettier-ignore
    if (label.includes(':')) return own.length > 1 ? joint() : [{ code: `${tells}-by-both`, values: { ...saysEstimate(one).values, outcome, of: one.name, outcomeUnit: unit } }]; // prettier-ignore
    const where = conditionOf(label, parts);
    const about = { outcome, outcomeUnit: unit, ...(where !== undefined && { where }) };
    if (parts.levels[first.at]) {
      const whole = own.length > MOST_LEVELS && where === undefined ? joint() : [];
      if (whole.length > 0) return whole;
      return own.map(({ at, one: each }) => {
        const { variable, level } = parts.levels[at]!;
        const reference = parts.references[variable] ?? '';
        return { code: `${tells}-by-level`, values: { ...saysEstimate(each).values, ...about, of: variable, with: level, reference } }; // prettier-ignore
      });
    }
    if (own.length > 1) return where === undefined ? joint() : [];
    return [{ code: `${tells}-by-number`, values: { ...saysEstimate(one).values, ...about, of: label, unit: unitOf(given, label) } }]; // prettier-ignore
  });
  const terms = parts.labels.length;
  const told = says.flat().slice(0, MOST_SENTENCES);
  // Also of a curve that is pooled, which has no test of its own.
  const untold = says.filter((ofTerm, term) => parts.termOf.includes(term) && !ofTerm.some((one) => told.includes(one))).length; // prettier-ignore
  return [
    ...told,
    ...(untold > 0 ? [{ code: 'relate-others', values: { terms: untold } }] : []),
    ...(terms > 1 ? [{ code: 'relate-adjusted', values: {} }] : [])
  ];
}

/**
 * Where the coefficient of a term holds that interacts with others: at their references, and at 0 of numbers. Undefined
 * where it interacts with none.
 */
function conditionOf(label: string, { labels, references }: CoefficientParts): string | undefined {
  const partners = new Set(
    labels
      .filter((one) => one.includes(':') && one.split(':').includes(label))
      .flatMap((one) => one.split(':'))
      .filter((one) => one !== label)
  );
  if (partners.size === 0) return undefined;
  return [...partners].map((one) => `${one} = ${references[one] ?? '0'}`).join(', ');
}

/** A term of several coefficients, of which none speaks for itself: a curve, an interaction of categories. */
function jointSentence(of: string, outcome: string, p: number | undefined, level: number): Said[] {
  if (p === undefined) return [];
  return [{ code: isClear({ p, level }) ? 'relate-term-differs' : 'relate-term-alike', values: { of, outcome, p } }];
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
