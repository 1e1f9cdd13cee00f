import type { Benchmark } from '$workers/statistics';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import { unitsOf } from './course';
import { twoDecimals, type HospitalRow, type Position } from './shown';
import { follows, type BenchmarkSpec } from './spec';
import { stayRows, stayUnit } from './stays';

/** What is said first: of the first part that is shown, and of nothing that is not. */
export function headlineOf(
  { show }: Pick<BenchmarkSpec, 'show'>,
  found: Benchmark,
  { rows, hides }: { rows: readonly HospitalRow[]; hides: boolean }
): string {
  if (show.includes('funnel') || show.includes('oe')) {
    return funnelFinding(rows, ({ position, ratePosition }) => position ?? ratePosition);
  }
  if (follows({ show })) return courseFinding(show, found, hides);
  if (show.includes('stay') && !show.includes('rates') && found.stays) return stayFinding(found.stays, hides);
  return funnelFinding(rows, ({ ratePosition }) => ratePosition);
}

/** Which hospitals lie outside, on which side and how far; no more than that. */
export function funnelFinding(
  rows: readonly HospitalRow[],
  placeOf: (row: HospitalRow) => Position | undefined
): string {
  const seen = rows.filter((row) => !row.hidden);
  if (rows.length > 0 && rows.every((row) => placeOf(row) === undefined)) return words.funnelNone;
  const sides = (['above 99.8 %', 'below 99.8 %', 'above 95 %', 'below 95 %'] as const).flatMap((place) => {
    const names = seen.filter((row) => placeOf(row) === place).map(({ name }) => name);
    return names.length > 0 ? [words.outside[place](names)] : [];
  });
  if (sides.length > 0) return begun(sides.join('; '));
  // Of what is hidden nothing is said: it may lie anywhere.
  if (seen.length === rows.length) return words.outsideNone;
  return seen.length === 0 ? words.noneShown : words.outsideNoneShown;
}

const begun = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Who raised an alarm, and in which direction; of the lines themselves nothing but what they are. */
function courseFinding(show: BenchmarkSpec['show'], found: Benchmark, hides: boolean): string {
  if (hides || !show.includes('cusum')) return show.includes('vlad') ? words.vladTitle : words.cusumTitle;
  const units = unitsOf(found);
  if (units.length === 0) return words.courseNone;
  const of = (way: 'worse' | 'better') =>
    units.filter(({ firstAlarm }) => firstAlarm[way] !== undefined).map(({ name }) => name);
  return words.alarms(of('worse'), of('better'));
}

function stayFinding(stays: NonNullable<Benchmark['stays']>, hides: boolean): string {
  const medians = stayRows(stays, hides).flatMap(({ quartiles }) => quartiles?.median ?? []);
  const ends = medians.sort((a, b) => a - b);
  const [least, most] = [ends[0], ends.at(-1)];
  if (least === undefined || most === undefined) return words.lengthOfStay;
  return words.stayFinding(twoDecimals(least), twoDecimals(most), stayUnit(stays));
}
