import type { Benchmark } from '$workers/statistics';
import type { Column, Table } from '$workers/shared/table';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { spoken } from '$lib/messages/language.svelte';
import { inLanguage } from '$lib/messages/separators';
import { isSmall } from '$lib/ui/profile/strip-bars';

export type Position = 'inside' | 'above 95 %' | 'above 99.8 %' | 'below 95 %' | 'below 99.8 %';

/** One hospital as it is shown. What an audience must not see is undefined. */
export interface HospitalRow {
  name: string;
  /** Of few cases or few events, before an audience: no figure that tells them. */
  hidden: boolean;
  cases: number;
  observed: number;
  rate: Range;
  ratePosition: Position | undefined;
  expected: number | undefined;
  ratio: Range | undefined;
  pHolm: number | undefined;
  position: Position | undefined;
}

export interface Range {
  value: number;
  lower: number;
  upper: number;
}

/** Hospitals in the order of their names, never of their results. */
export function hospitalRows({ table }: Benchmark, hides: boolean): HospitalRow[] {
  const column = (name: string) => table.columns.find((one) => one.name === name);
  const number = (name: string, row: number) => {
    const found = column(name);
    return found && Number(found.values[row]);
  };
  const text = (name: string, row: number) => {
    const found = column(name);
    return found && (textAt(found, row) as Position);
  };
  const range = (prefix: string, row: number): Range => ({
    value: number(prefix, row) as number,
    lower: number(`${prefix}_lower`, row) as number,
    upper: number(`${prefix}_upper`, row) as number
  });
  return Array.from({ length: table.rows }, (_, row) => {
    const cases = number('cases', row) as number;
    const observed = number('observed', row) as number;
    return {
      name: hospitalName(column('hospital') as Column, row),
      hidden: hides && (isSmall(cases) || isSmall(observed) || isSmall(cases - observed)),
      cases,
      observed,
      rate: range('rate', row),
      ratePosition: text('rate_position', row),
      expected: number('expected', row),
      ratio: column('ratio') && range('ratio', row),
      pHolm: number('p_holm', row),
      position: text('position', row)
    };
  });
}

/** A bare number is not a name: "Hospital 4". */
export function hospitalName(column: Column, row: number): string {
  return column.type === 'text' ? textAt(column, row) : words.hospitalOf(textAt(column, row));
}

export function textAt(column: Column, row: number): string {
  const value = column.values[row];
  return column.type === 'text' ? (column.dictionary[Number(value)] ?? '') : String(value);
}

/** "1.42 (0.90 to 2.13)" */
export function rangeText({ value, lower, upper }: Range): string {
  return words.range(twoDecimals(value), twoDecimals(lower), twoDecimals(upper));
}

/** "2.9 % (1.8 to 4.3 %)" */
export function rateText({ value, lower, upper }: Range): string {
  return words.range(formatShare(value), formatShare(lower), formatShare(upper));
}

/** Ratios stand below each other: 0.90 and 12.34 with the same decimals. */
export function twoDecimals(value: number): string {
  return decimals(value, 2);
}

/** With so many decimals, whatever they are. */
export function decimals(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  const sign = value < 0 && Number(text) !== 0 ? '\u2212' : '';
  return inLanguage(`${sign}${text}`, spoken.language);
}

/** All hospitals together, as a paper says it. Where a hospital is hidden, its count must not follow from the others'. */
export function togetherText(found: Benchmark, rows: readonly HospitalRow[], event: string, days: number): string {
  if (rows.some(({ hidden }) => hidden)) return words.togetherHidden(found.used, rows.length);
  const { used, observed, rate, all, level } = found;
  const share = formatShare(rate.estimate);
  const first = words.together(used, rows.length, observed, share, event, days);
  if (!all) return first;
  const limits = words.range(twoDecimals(all.ratio), twoDecimals(all.lower), twoDecimals(all.upper));
  return `${first} ${words.expectedOf(formatNumber(Math.round(all.expected * 10) / 10), limits, formatShare(level))}`;
}

/** "8 of 800 cases are left out: …", or that none is. */
export function excludedText({ excluded, cases }: Benchmark): string {
  const left = excluded.reduce((sum, [, n]) => sum + n, 0);
  if (left === 0) return words.excludedNone(cases);
  const reasons = excluded.map(([reason, n]) => `${formatCount(n)} ${words.exclusions[reason]}`);
  return words.excluded(left, cases, reasons.join(', '));
}

/** What a reader must know before reading a place in the funnel. */
export function cautions(found: Benchmark, rows: readonly HospitalRow[]): string[] {
  const { all } = found;
  const few = rows.filter(({ expected, cases }) => (expected ?? cases * found.rate.estimate) < 5).length;
  const off = all && (all.lower > 1 || all.upper < 1) && !rows.some(({ hidden }) => hidden);
  return [
    ...(off ? [words.miscalibrated(twoDecimals(all.ratio))] : []),
    ...(found.shift === undefined ? [] : [words.recalibrated(twoDecimals(Math.exp(found.shift)))]),
    ...(few > 0 ? [words.fewExpected(few, rows.length)] : []),
    ...(rows.length > 1 ? [words.byChance(rows.length, formatNumber(Math.round(rows.length * 5) / 100))] : [])
  ];
}

export interface RateRow {
  event: string;
  /** By hospital: "3 of 40, 7.5 % (1.6 to 20 %)". */
  cells: readonly string[];
}

/** The hospitals of a table of rates, in its order: also those without a case that has an outcome. */
export function rateHospitals(table: Table): string[] {
  const hospital = table.columns.find(({ name }) => name === 'hospital') as Column;
  return [...new Set(Array.from({ length: table.rows }, (_, row) => hospitalName(hospital, row)))];
}

/** A row an event, a column a hospital. */
export function rateRows(table: Table, hides: boolean): RateRow[] {
  const of = (name: string) => table.columns.find((one) => one.name === name) as Column;
  const number = (name: string, row: number) => Number(of(name).values[row]);
  const byEvent = new Map<string, string[]>();
  for (let row = 0; row < table.rows; row++) {
    const event = textAt(of('event'), row);
    const [cases, events] = [number('cases', row), number('events', row)];
    const range = { value: number('rate', row), lower: number('lower', row), upper: number('upper', row) };
    const isHidden = hides && (isSmall(cases) || isSmall(events) || isSmall(cases - events));
    const cell = cases === 0 ? words.noValue : isHidden ? words.few : words.rateCell(events, cases, rateText(range));
    byEvent.set(event, [...(byEvent.get(event) ?? []), cell]);
  }
  return [...byEvent].map(([event, cells]) => ({ event, cells }));
}
