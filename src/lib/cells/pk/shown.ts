import type { BleedingGroup, PkFigure } from '$workers/clinical';
import { PK_MODELS } from '$workers/clinical/contract';
import { quantileOf } from '$workers/shared/quantile';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { pkWords as words } from '$lib/messages/pk';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { CurveOutput } from './run-curve';
import type { AdherenceOutput, BleedingOutput } from './run-groups';
import type { AdherenceSpec, CurveSpec } from './spec';

/** What stands in the drawing itself, wherever it goes. */
export function noticesOf({ model }: CurveSpec): string[] {
  const isOwn = 'json' in model;
  const builtIn = isOwn ? undefined : PK_MODELS.find(({ name }) => name === model.name);
  return [
    words.research,
    ...(builtIn?.perioperative ? [words.perioperative] : []),
    ...(isOwn ? [words.unverifiedModel] : [])
  ];
}

export function curveTitle({ study }: CurveOutput): string {
  return words.curveTitle(study.model.factor, study.levels.rows);
}

export function curveDescription({ study, doses }: CurveOutput): string {
  const { from, to } = study.window;
  return words.described(formatNumber(from), formatNumber(to), study.levels.rows, doses);
}

/** What a reader of the curve must know. */
export function curveRemarks({ study, leftOut, inhibitor }: CurveOutput, spec: CurveSpec): string[] {
  const { from, to } = study.window;
  const times = study.levels.columns.find(({ name }) => name === 'time')?.values as Float64Array;
  const outside = times.filter((time) => time < from || time > to).length;
  const { note } = study.model;
  return [
    words.researchLong,
    ...(note === undefined ? [] : [words.unverified(note)]),
    ...('json' in spec.model ? [words.unverifiedModel] : []),
    study.isEstimated ? words.bandNote : words.spreadNote,
    ...(study.belowQuantification > 0 ? [words.belowCounted(study.belowQuantification)] : []),
    ...(outside > 0 ? [words.outside(outside)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(inhibitor && inhibitor.from < to && inhibitor.to > from ? [words.inhibitorNote] : [])
  ];
}

export interface FigureRow {
  label: string;
  value: string;
  limits: string;
  population: string;
}

/** A figure as people read it: 3 digits, its unit behind it. */
export function figureRow(
  { name, threshold, unit, value, lower, upper, population }: PkFigure,
  spec: CurveSpec
): FigureRow {
  const figure = (of: number | undefined) =>
    of === undefined ? words.never : name === 'dose-for-trough' ? formatCount(of) : formatNumber(of, 3);
  const every = name === 'dose-for-trough' ? spec.target?.everyHours : undefined;
  const label = words.figures[name](threshold === undefined ? '' : formatNumber(threshold));
  return {
    label: every === undefined ? label : `${label}, ${words.everyHours(formatNumber(every))}`,
    value: value === undefined ? words.never : `${figure(value)} ${unit}`,
    limits: lower === undefined || upper === undefined ? '' : `${figure(lower)} – ${figure(upper)}`,
    population: figure(population)
  };
}

export function groupName({ show, groups }: BleedingOutput, name: string): string {
  if (show === 'inhibitor') return words.parts[name] ?? name;
  return name !== '' ? name : groups.length === 1 ? words.all : words.noGroup;
}

/** Before an audience a group of few is no number. */
export function shownGroups({ groups }: BleedingOutput, hides: boolean): BleedingGroup[] {
  return groups.filter(({ persons }) => !hides || !isSmall(persons));
}

/** Persons differ by more than chance where Pearson's χ² is well above its degrees of freedom. */
const DISPERSED = 1.5;

export function rateRemarks(output: BleedingOutput): string[] {
  const { groups, leftOut, strangers } = output;
  const isDispersed = groups.some(({ dispersion, persons }) => persons > 4 && (dispersion ?? 0) > DISPERSED);
  return [
    words.researchLong,
    isDispersed ? words.dispersed : words.exact,
    ...(leftOut > 0 ? [words.noYears(leftOut)] : []),
    ...(strangers > 0 ? [words.strangers(strangers)] : [])
  ];
}

export function rateDescription(output: BleedingOutput, hides: boolean): string {
  const facts = shownGroups(output, hides).map(({ name, rate, lower, upper }) =>
    words.groupFact(groupName(output, name), formatNumber(rate, 3), formatNumber(lower, 3), formatNumber(upper, 3))
  );
  return words.bleedingDescribed(facts.join('; '));
}

const BAR_PERCENT = 5;

/** Persons by share of doses, 5 % a bar; 100 % is in the last. */
export function shareBars({ shares }: AdherenceOutput): { from: number; to: number; n: number }[] {
  const bars = Array.from({ length: 100 / BAR_PERCENT }, (_, bar) => ({
    from: bar * BAR_PERCENT,
    to: (bar + 1) * BAR_PERCENT,
    n: 0
  }));
  for (const share of shares) {
    const bar = bars[Math.min(bars.length - 1, Math.floor((share * 100) / BAR_PERCENT))];
    if (bar) bar.n++;
  }
  return bars;
}

const GOOD_SHARE = 0.8;

export function adherenceFacts({ shares, gaps, planned, taken }: AdherenceOutput): (readonly [string, string])[] {
  const head = words.adherenceHead;
  const good = shares.filter((share) => share >= GOOD_SHARE).length;
  return [
    [head.median, formatShare(quantileOf(shares, 0.5))],
    [head.quarter, formatShare(quantileOf(shares, 0.25))],
    [head.all, formatShare(taken / planned)],
    [head.least, words.ofPersons(formatCount(good), shares.length)],
    ...(gaps.length > 0 ? [[head.gap, `${formatNumber(quantileOf(gaps, 0.5), 3)} h`] as const] : [])
  ];
}

export function adherenceDescription({ shares }: AdherenceOutput): string {
  return words.adherenceDescribed(shares.length, formatShare(quantileOf(shares, 0.5)));
}

export function adherenceRemarks(spec: AdherenceSpec): string[] {
  return [words.researchLong, words.toleranceNote(formatNumber(spec.toleranceHours))];
}
