import type { Bin, ColumnProfile } from '$workers/shared/profile';
import { formatNumber } from '$workers/shared/number-format';

/** A value as DuckDB writes it, short enough for the foot of a strip. Whole numbers and dates stay as they are. */
export function shortValue(text: string, kind: ColumnProfile['kind']): string {
  if (kind === 'time') return text.replace(/ 00:00:00(\+00)?$/, '').slice(0, 16);
  if (/^-?\d{1,15}$/.test(text)) return text.replace(/^-/, '−');
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (/^-?\d+\.\d{1,3}$/.test(text) && text.length <= 8) return text.replace(/^-/, '−');
  return formatNumber(value);
}

/** Mean advance of a figure of Source Sans 3 at 12 px. */
const figurePx = 6.1;

/**
 * The least and the greatest value as they fit under a strip: one where both are the same; of times so much that they
 * differ. @returns undefined where there are none, or no room for them
 */
export function shortEnds(
  { least, greatest, kind }: Pick<ColumnProfile, 'least' | 'greatest' | 'kind'>,
  room: number
): string[] | undefined {
  if (least === undefined || greatest === undefined) return undefined;
  const fits = (ends: readonly string[]) => ends.join('  ').length * figurePx <= room;
  const choices =
    kind === 'time'
      ? [
          [least, greatest].map((end) => shortValue(end, kind)),
          [least.slice(0, 10), greatest.slice(0, 10)],
          [least.slice(0, 7), greatest.slice(0, 7)],
          [least.slice(0, 4), greatest.slice(0, 4)]
        ]
      : [
          [shortValue(least, kind), shortValue(greatest, kind)],
          [least, greatest].map((end) => formatNumber(Number(end), 3))
        ];
  const fitting = choices.find((ends) => ends[0] !== ends[1] && fits(ends));
  if (fitting) return fitting;
  const one = choices[0] as string[];
  return least === greatest && fits(one.slice(1)) ? one.slice(1) : undefined;
}

const microsecondsADay = 86_400_000_000;

/** A time from microseconds, as short as the width of its bin allows. */
export function timeText(microseconds: number, width: number): string {
  if (!Number.isFinite(microseconds)) return '';
  const text = new Date(microseconds / 1000).toISOString();
  if (width >= 365 * microsecondsADay) return text.slice(0, 10);
  return width >= microsecondsADay ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

/** The values of a bin: on a grid the first and the last that can be in it, else its edges. */
export function binEnds(bin: Bin, { kind, step }: Pick<ColumnProfile, 'kind' | 'step'>): [string, string] {
  const half = (step ?? 0) / 2;
  const [first, last] = [bin.from + half, bin.to - half];
  if (kind === 'time') return [timeText(first, step ?? bin.to - bin.from), timeText(last, step ?? bin.to - bin.from)];
  const digits = (value: number) => formatNumber(Number(value.toPrecision(9)), 6);
  return [digits(first), digits(last)];
}
