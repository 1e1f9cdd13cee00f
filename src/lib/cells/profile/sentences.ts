import type { ColumnDetails } from '$workers/shared/profile';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { profileWords as words } from '$lib/messages/profile';
import { shortValue } from '$lib/ui/profile/shown-figures';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { AgeVariable } from './ages';
import type { Compared, Comparison, GroupFigures } from './compare';
import type { Missingness } from './missingness';
import type { ProfileOutput } from './run';

interface Audience {
  /** An audience looks on: no value of a single row, no group of few. */
  hidesRows: boolean;
}

/** A column in a sentence. */
export function columnSentence({ profile, figures }: ColumnDetails, { hidesRows }: Audience): string {
  const { sentence } = words.cell;
  const { rows, missing, shape } = profile;
  const present = rows - missing.n;
  if (present === 0) return sentence.nothing;
  const parts: string[] = [missing.n === 0 ? sentence.complete : sentence.missing(formatShare(missing.n / rows))];
  if (profile.kind === 'id') parts.push(sentence.id(profile.distinct ?? 0));
  else if (profile.kind === 'other') parts.push(sentence.other);
  else if (figures.of === 'number') {
    const [median, p25, p75] = [figures.median, figures.p25, figures.p75].map((value) => formatNumber(value));
    parts.push(sentence.numbers(`${median}${profile.unit ? ` ${profile.unit}` : ''}`, p25 as string, p75 as string));
  } else if (figures.of === 'time') {
    if (profile.least !== undefined && profile.greatest !== undefined && !hidesRows) {
      parts.push(
        sentence.times(...([profile.least, profile.greatest].map((end) => shortValue(end, 'time')) as [string, string]))
      );
    } else parts.push(sentence.values(profile.distinct ?? 0));
  } else if (figures.of === 'bool') parts.push(sentence.bool(formatShare(figures.yes / present)));
  else if (profile.kind === 'text' && figures.of === 'text') parts.push(sentence.text(Math.round(figures.meanLength)));
  else {
    parts.push(sentence.values(profile.distinct ?? 0));
    const most = shape.of === 'values' ? shape.values[0] : undefined;
    if (most?.text !== undefined && !(hidesRows && isSmall(most.n))) {
      parts.push(sentence.most(most.text, formatShare(most.n / present)));
    }
  }
  return parts.join(' · ');
}

/** How much is there, and how many columns deserve a look. */
export function overviewSentence({ columns }: ProfileOutput): string {
  const all = columns.reduce((sum, { profile }) => sum + profile.rows, 0);
  const missing = columns.reduce((sum, { profile }) => sum + profile.missing.n, 0);
  const calm: readonly string[] = ['constant', 'id', 'small-groups'];
  const flagged = columns.filter(({ profile }) => profile.flags.some(({ flag }) => !calm.includes(flag))).length;
  return words.cell.overview(formatShare(all === 0 ? 0 : 1 - missing / all), flagged);
}

export function missingSentence({ columns, patterns }: Missingness, rows: number): string {
  const [most] = columns;
  const complete = patterns.find(({ missing }) => !missing.includes(true))?.n ?? 0;
  if (!most) return words.cell.missingNone;
  return words.cell.missingSentence(most.name, formatShare(most.n / rows), formatShare(complete / rows));
}

export function smdText({ smd }: Compared): string {
  if (Number.isNaN(smd)) return words.cell.notKnown;
  return Number.isFinite(smd) ? formatNumber(Number(smd.toFixed(2))) : words.cell.noOverlap;
}

export function groupsSentence({ columns, groups, by }: Comparison): string {
  const [first] = columns;
  if (groups.length < 2) return words.cell.groupsOne(by);
  if (!first) return words.cell.groupsNone;
  const over = columns.filter(({ smd }) => Math.abs(smd) > 0.1).length;
  return words.cell.groupsSentence(first.column, smdText(first), over, columns.length);
}

/** The figures of a group of numbers, or nothing where it is too small to be shown. */
export function numbersText({ n, mean, sd, p25, median, p75 }: GroupFigures, { hidesRows }: Audience): string {
  if (n === 0 || (hidesRows && isSmall(n))) return '–';
  const number = (value: number) => (Number.isFinite(value) ? formatNumber(value, 3) : '–');
  return `${number(mean)} (${number(sd)}); ${number(median)} [${number(p25)}–${number(p75)}]`;
}

export function countText(count: number, n: number, { hidesRows }: Audience): string {
  if (n === 0 || (hidesRows && isSmall(count))) return '–';
  return `${formatCount(count)} (${formatShare(count / n)})`;
}

export function bandText({ from, to }: { from: number; to: number }): string {
  const { band } = words.cell;
  if (to <= 1) return band.month;
  return to <= 24 ? band.months(from, to) : band.years(from / 12, to / 12);
}

export function rangeText({ range }: AgeVariable): string {
  return `${formatNumber(range.low)}–${formatNumber(range.high)} ${range.unit}`.trim();
}

export function agesSentence(variables: readonly AgeVariable[]): string {
  const bands = variables.flatMap((variable) => variable.bands);
  if (variables.length === 0) return words.cell.agesNone;
  const sum = (of: 'impossible' | 'n') => bands.reduce((total, band) => total + band[of], 0);
  return words.cell.agesSentence(sum('impossible'), sum('n'));
}

export function sourcesText(variables: readonly AgeVariable[]): string {
  const sources = [...new Set(variables.flatMap(({ source }) => source ?? []))];
  return words.cell.agesSource(sources.length > 0 ? sources.join('; ') : words.cell.agesNoLimits);
}
