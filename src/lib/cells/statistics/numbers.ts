import { formatNumber, formatShare } from '$lib/messages/figures';
import { spoken } from '$lib/messages/language.svelte';
import { inLanguage } from '$lib/messages/separators';
import { statisticsWords as words } from '$lib/messages/statistics';
import { formatP } from '$workers/shared/number-format';
import type { Measure, MeasuredEstimate } from '$workers/statistics';
import { readName } from './names';
import { isRatio } from './vocabulary';

const asShares: ReadonlySet<Measure> = new Set(['proportion', 'risk-difference', 'survival', 'incidence', 'sensitivity', 'specificity', 'positive-predictive-value', 'negative-predictive-value', 'calibration-error', 'power']); // prettier-ignore
/** Between −1 and 1, told by their decimals. */
const asDecimals: ReadonlySet<Measure> = new Set(['correlation', 'auc', 'auc-difference', 'average-precision', 'brier', 'scaled-brier', 'log-loss', 'f1', 'matthews-correlation', 'balanced-accuracy', 'net-benefit', 'net-benefit-difference', 'kappa', 'intraclass-correlation', 'concordance-correlation', 'standardised-difference']); // prettier-ignore
/** Told in per cent, on axes too. */
export const isToldAsShare = (measure: Measure): boolean => asShares.has(measure);
const asCounts: ReadonlySet<Measure> = new Set(['sample-size']);

const fixed = (value: number, places: number) => {
  const text = Math.abs(value).toFixed(places);
  return inLanguage(`${value < 0 && Number(text) !== 0 ? '\u2212' : ''}${text}`, spoken.language);
};

/**
 * Values of one measure, written alike: ratios by two decimals (three digits below 0.1), shares in per cent, everything else
 * by as many decimals as the narrowest of them asks for.
 */
export function writtenAs(measure: Measure, values: readonly (number | null)[]): string[] {
  const real = values.filter((one): one is number => one !== null && Number.isFinite(one));
  const places = placesOf(measure, values, real);
  return values.map((value) => {
    if (value === null) return words.noLimit;
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '\u2212∞';
    if (asCounts.has(measure)) return formatNumber(Math.ceil(value));
    if (asShares.has(measure)) return shareText(measure, value, places);
    if (isRatio(measure) && value > 0 && value < 0.1) return formatNumber(value, 2);
    const size = Math.abs(value);
    return size >= 1000 || (size > 0 && size < 1e-4) ? formatNumber(value, 4) : fixed(value, places);
  });
}

function placesOf(measure: Measure, values: readonly (number | null)[], real: readonly number[]): number {
  if (asShares.has(measure)) return real.some(isSmallShare) ? 1 : 0;
  if (asDecimals.has(measure)) return 3;
  // Medians of whole days are whole days.
  if (measure === 'median-time' && real.every(Number.isInteger)) return 0;
  if (!isRatio(measure)) return decimalsFor(real);
  const places = ratioPlaces(real);
  // A limit that is not 1 does not read as 1: beside a small p it would look like a mistake.
  const [, ...limits] = values.length === 3 ? values : [];
  return limits.some((one) => one !== null && one !== 1 && Number(one.toFixed(places)) === 1) ? places + 1 : places;
}

/** Below ten per cent, or nearly all: a decimal says something. */
const isSmallShare = (share: number) => (share !== 0 && Math.abs(share) < 0.0995) || (share > 0.99 && share < 1);

/** Shares of one measure have the same decimals: 3.0 % (−3.0 % to 8.9 %). */
function shareText(measure: Measure, share: number, places: number): string {
  // What is nearly none or nearly all of some is neither; a difference may be nearly none.
  const isNear = measure !== 'risk-difference' && (share < 0.001 || share > 0.999);
  if (isNear || share === 0 || Math.abs(share) === 1) return share < 0 ? `\u2212${formatShare(-share)}` : formatShare(share); // prettier-ignore
  return `${fixed(100 * share, places)}\u00a0%`;
}

/** Two decimals; more where values lie so close together that two would not tell them apart: 0.986 (0.969 to 1.003). */
function ratioPlaces(values: readonly number[]): number {
  const [least, greatest] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), 0)
  ];
  const spread = greatest - least;
  return values.length < 2 || spread <= 0 || spread >= 0.1 ? 2 : Math.min(5, 1 - Math.floor(Math.log10(spread)));
}

/** Three digits of the largest, at most four decimals. */
function decimalsFor(values: readonly number[]): number {
  const largest = values.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return largest === 0 ? 1 : Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(largest))));
}

const back = {
  identity: (value: number) => value,
  log: Math.exp,
  logit: (value: number) => 1 / (1 + Math.exp(-value))
} as const;

export interface ShownEstimate {
  name: string;
  measure: string;
  /** "1.42" */
  value: string;
  /** "1.10 to 1.83", or empty where the method has no interval. */
  limits: string;
  p: string;
  /** p adjusted for the number of comparisons, empty where it stands alone. */
  adjusted: string;
  n: string;
}

/** What an estimate is of, beside its measure: "H1, at 90". */
function nameOf({ name, of = name, at, measure }: MeasuredEstimate): string {
  const said = of === '' ? words.everybody : words.ofData(of);
  if (at === undefined) return said;
  // A risk from which on somebody would act.
  if (measure.startsWith('net-benefit')) return `${said} ≥ ${formatNumber(at)}`;
  return measure.startsWith('restricted-mean')
    ? words.upTo(said, formatNumber(at))
    : words.atTime(said, formatNumber(at));
}

/** An estimate as it is read: ratios as ratios. */
export function shownEstimate(one: MeasuredEstimate): ShownEstimate {
  const of = back[one.scale];
  const orNull = (value: number | null) => (value === null ? null : of(value));
  const [value, lower, upper] = writtenAs(one.measure, [of(one.estimate), orNull(one.lower), orNull(one.upper)]) as [string, string, string]; // prettier-ignore
  return {
    name: one.named ? readName(one) : nameOf(one),
    measure: words.measures[one.measure],
    value,
    limits: one.lower === null && one.upper === null ? '' : words.limits(lower, upper),
    p: one.p === null ? '' : inLanguage(formatP(one.p), spoken.language),
    adjusted: typeof one.adjusted === 'number' ? inLanguage(formatP(one.adjusted), spoken.language) : '',
    n: formatNumber(one.n)
  };
}
