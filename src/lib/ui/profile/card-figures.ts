import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { profileWords as words } from '$lib/messages/profile';
import type { ColumnDetails, ColumnProfile, Figures, ProfileFlag } from '$workers/shared/profile';
import { shortValue } from './shown-figures';

/** A word and its figure. */
export type CardFigure = readonly [name: string, value: string];

/**
 * The figures of a card, in pairs of columns. Of a sample they are estimates: ≈.
 *
 * @param hidesRows least and greatest are values of single rows: no audience sees them
 */
export function cardFigures({ profile, figures, sample }: ColumnDetails, { hidesRows = false } = {}): CardFigure[] {
  const { card } = words;
  const roughly = (text: string) => (sample === undefined ? text : `≈ ${text}`);
  const count = (n: number) => roughly(formatCount(n));
  const present = profile.rows - profile.missing.n;
  const missing = card.share(
    formatCount(profile.missing.n),
    formatShare(profile.rows ? profile.missing.n / profile.rows : 0)
  );
  const all: CardFigure[] = [
    [card.n, count(present)],
    [card.missing, profile.missing.n === 0 ? '0' : roughly(missing)],
    [card.distinct, profile.distinct === undefined ? '–' : count(profile.distinct)],
    ...ofKind(figures, profile, roughly)
  ];
  if (profile.least !== undefined && profile.greatest !== undefined && !hidesRows) {
    all.push([card.least, roughly(shortValue(profile.least, profile.kind))]);
    all.push([card.greatest, roughly(shortValue(profile.greatest, profile.kind))]);
  }
  if (profile.notFinite > 0) all.push([card.notFinite, count(profile.notFinite)]);
  if (figures.of === 'number') all.push([card.unit, profile.unit ?? card.unitNone]);
  return all;
}

function ofKind(figures: Figures, { kind }: ColumnProfile, roughly: (text: string) => string): CardFigure[] {
  const { card } = words;
  const number = (value: number) => (Number.isFinite(value) ? roughly(formatNumber(value)) : '–');
  const count = (n: number) => roughly(formatCount(n));
  switch (figures.of) {
    case 'number':
      return [
        [card.mean, number(figures.mean)],
        [card.p1, number(figures.p1)],
        [card.sd, number(figures.sd)],
        [card.p25, number(figures.p25)],
        [card.zeros, count(figures.zeros)],
        [card.p75, number(figures.p75)],
        [card.negative, count(figures.negative)],
        [card.p99, number(figures.p99)],
        [card.p50, number(figures.median)]
      ];
    case 'text':
      return [
        [card.blank, count(figures.blank)],
        ...(kind === 'text' ? [] : ([[card.variants, count(figures.variants)]] as const)),
        [card.shortest, number(figures.shortest)],
        [card.longest, number(figures.longest)],
        [card.meanLength, number(figures.meanLength)]
      ];
    case 'time':
      return [
        [card.span, card.days(number(figures.spanDays))],
        [card.gap, card.days(number(figures.longestGapDays))],
        [card.midnight, count(figures.atMidnight)],
        [card.january, count(figures.onFirstOfJanuary)],
        [card.future, count(figures.future)]
      ];
    case 'id':
      return [
        [card.duplicates, count(figures.duplicates)],
        [card.patterns, count(figures.patterns)],
        ...(figures.pattern === undefined ? [] : ([[card.pattern, figures.pattern]] as const)),
        [card.shortest, number(figures.shortest)],
        [card.longest, number(figures.longest)]
      ];
    case 'bool':
      return [
        [card.yes, count(figures.yes)],
        [card.no, count(figures.no)]
      ];
    case 'none':
      return [];
  }
}

/** A flag in words. */
export function flagWords(flag: ProfileFlag): string {
  const { flags } = words;
  switch (flag.flag) {
    case 'duplicate':
      return flags.duplicate(flag.of);
    case 'outliers':
    case 'future-dates':
    case 'default-dates':
    case 'not-finite':
      return flags[flag.flag](flag.n);
    case 'implausible':
      return flags.implausible(flag.n, `${formatNumber(flag.low)}–${formatNumber(flag.high)} ${flag.unit}`.trim());
    case 'mixed-units':
      return flags['mixed-units'](flag.n, flag.unit, flag.other);
    case 'small-groups':
      return flags['small-groups'](flag.groups, flag.below);
    default:
      return flags[flag.flag];
  }
}

/** Whether most bars would be too low to see: a tail a hundred times as long as the middle, or a peak as much higher. */
export function wantsLog({ shape, greatest }: ColumnProfile, median: number | undefined): boolean {
  if (shape.of !== 'bins') return false;
  const counts = shape.bins.map(({ n }) => n).filter((n) => n > 0);
  const middle = counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? Infinity;
  const isLong = median !== undefined && median > 0 && Number(greatest) / median > 100;
  return isLong || Math.max(...counts) > 100 * middle;
}
