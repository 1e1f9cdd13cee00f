import type { PlotOptions } from '@observablehq/plot';
import { isPresent } from '$workers/shared/exact-text';
import type { Column, Table } from '$workers/shared/table';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import { formatCount } from '$lib/messages/figures';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { isSmall } from '$lib/ui/profile/strip-bars';
import { hospitalName, rangeText } from './shown';
import { textColumnOf } from '../text-column';

/** Lengths of stay of a hospital as they are shown. */
export interface StayRow {
  name: string;
  cases: number;
  missing: number;
  impossible: number;
  /** Absent where no case has a length, and before an audience where few have. */
  quartiles: { lower: number; median: number; upper: number } | undefined;
  hidden: boolean;
}

const ROW_PX = 34;

/** Hospitals in the order of their names. */
export function stayRows(table: Table, hides: boolean): StayRow[] {
  const of = (name: string) => table.columns.find((one) => one.name === name) as Column;
  const number = (name: string, row: number) => Number(of(name).values[row]);
  return Array.from({ length: table.rows }, (_, row) => {
    const cases = number('cases', row);
    const hidden = hides && isSmall(cases);
    const quartiles = {
      lower: number('lower_quartile', row),
      median: number('median', row),
      upper: number('upper_quartile', row)
    };
    return {
      name: hospitalName(of('hospital'), row),
      cases,
      missing: number('missing', row),
      impossible: number('impossible', row),
      quartiles: hidden || !isPresent(of('median'), row) ? undefined : quartiles,
      hidden
    };
  });
}

export function stayUnit(table: Table): string | undefined {
  return table.columns.find(({ name }) => name === 'median')?.unit;
}

/** "4.00 (2.50 to 7.00)": they stand below each other. */
export function stayText({ quartiles, hidden }: StayRow): string {
  if (hidden) return words.few;
  if (!quartiles) return words.noValue;
  return rangeText({ ...quartiles, value: quartiles.median });
}

/** Each hospital in words, for those who do not see the drawing. */
export function stayDescription(rows: readonly StayRow[]): string {
  return words.stayDescription(rows.map((row) => `${row.name}: ${stayText(row)}.`).join(' '));
}

/** What is drawn, as a table: with how many cases each hospital has, and how many say nothing. */
export function stayTable(rows: readonly StayRow[], unit: string | undefined, hides: boolean): Table {
  const count = (n: number) => (hides && isSmall(n) && n > 0 ? words.few : formatCount(n));
  const columns: [string, (row: StayRow) => string][] = [
    [words.head.hospital, ({ name }) => name],
    [words.head.cases, ({ cases }) => count(cases)],
    [words.stayHead(unit), stayText],
    [words.stayMissing, ({ missing }) => count(missing)],
    ...(rows.some(({ impossible }) => impossible > 0)
      ? [[words.stayImpossible, ({ impossible }: StayRow) => count(impossible)] as [string, (row: StayRow) => string]]
      : [])
  ];
  return { rows: rows.length, columns: columns.map(([name, of]) => textColumnOf(name, rows.map(of))) };
}

/** Room for the hospitals and the axis. */
export const stayHeight = (rows: readonly StayRow[]): number => 70 + ROW_PX * Math.max(1, rows.length);

/** A dot for the median of each hospital, a line from quartile to quartile. Pure. */
export function stayOptions(Plot: Plot, rows: readonly StayRow[], unit: string | undefined): PlotOptions {
  const shown = rows.flatMap(({ name, quartiles }) => (quartiles ? [{ name, ...quartiles }] : []));
  const said = new Map(rows.map((row) => [row.name, `${row.name}\n${stayText(row)}`]));
  return {
    height: stayHeight(rows),
    x: { label: words.stayHead(unit), zero: true, nice: true, grid: true },
    y: { type: 'band', domain: rows.map(({ name }) => name), label: null },
    marks: [
      Plot.ruleY(shown, {
        y: 'name',
        x1: 'lower',
        x2: 'upper',
        stroke: 'var(--c1)',
        strokeWidth: 3,
        strokeOpacity: 0.45
      }),
      Plot.dot(shown, { y: 'name', x: 'median', r: 5, fill: 'var(--c1)', stroke: 'var(--surface)' }),
      Plot.tip(shown, Plot.pointerY({ y: 'name', x: 'median', title: ({ name }: { name: string }) => said.get(name) }))
    ]
  };
}
