import type { PlotOptions } from '@observablehq/plot';
import type { Benchmark } from '$workers/statistics';
import type { Column, Table } from '$workers/shared/table';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import { formatNumber } from '$lib/messages/figures';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { placeLabels } from './place-labels';
import { rangeText, rateText, type HospitalRow } from './shown';

/** Of ratios observed to expected, or of proportions. */
export type FunnelSort = 'adjusted' | 'crude';

interface Point {
  x: number;
  y: number;
  name: string;
  isOutside: boolean;
  words: string;
}

/** A funnel as Plot takes it. Pure: the same figures give the same drawing. */
export function funnelOptions(
  Plot: Plot,
  found: Benchmark,
  { sort, rows, width }: { sort: FunnelSort; rows: readonly HospitalRow[]; width: number }
): PlotOptions {
  const funnel = found[sort];
  if (!funnel) throw new RangeError(`no ${sort} funnel`);
  const points = pointsOf(rows, sort);
  const curve = curveOf(funnel.curve);
  const greatest = points.reduce((most, { x }) => Math.max(most, x), curve.at(-1)?.x ?? 1) * 1.06;
  const smallest = points.reduce((least, { x }) => Math.min(least, x), Infinity);
  const seen = curve.filter(({ x }) => x >= Math.max(points.length > 0 ? smallest : 0, greatest / 12));
  // Limits of the smallest sizes go far above all that is to be seen: they leave the drawing at its top.
  const height =
    points.reduce((most, { y }) => Math.max(most, y), Math.max(funnel.target, seen[0]?.upper_998 ?? 0)) * 1.08;
  const top = sort === 'crude' ? Math.min(1, height) : height;
  const lines = { clip: true, stroke: 'var(--ink-faint)', strokeWidth: 1.25 } as const;
  const labels = placeLabels(points, { x: greatest, y: top, width: width - 70, height: 300 });
  const limit = (y: keyof Curve, dashed: boolean) =>
    Plot.line(curve, { x: 'x', y, ...lines, ...(dashed && { strokeDasharray: '5 3' }) });
  return {
    x: { domain: [0, greatest], label: sort === 'crude' ? words.casesAxis : words.expectedAxis },
    y: {
      domain: [0, sort === 'crude' ? 100 * top : top],
      label: sort === 'crude' ? words.rateAxis : words.ratioAxis,
      percent: sort === 'crude'
    },
    marks: [
      Plot.areaY(curve, {
        x: 'x',
        y1: 'lower_998',
        y2: 'upper_998',
        fill: 'var(--line)',
        fillOpacity: 0.45,
        clip: true
      }),
      limit('lower_998', false),
      limit('upper_998', false),
      limit('lower_95', true),
      limit('upper_95', true),
      Plot.ruleY([funnel.target], { stroke: 'var(--ink-soft)' }),
      // Outside is a ring more, for who does not tell the colours apart.
      Plot.dot(
        points.filter(({ isOutside }) => isOutside),
        { x: 'x', y: 'y', r: 8, stroke: 'var(--c2)', strokeWidth: 1.5 }
      ),
      Plot.dot(points, {
        x: 'x',
        y: 'y',
        r: 5,
        fill: (point: Point) => (point.isOutside ? 'var(--c2)' : 'var(--c1)'),
        stroke: 'var(--surface)'
      }),
      ...labels.map(({ anchor, dx, dy, point }) =>
        Plot.text([point], {
          x: 'x',
          y: 'y',
          text: 'name',
          textAnchor: anchor,
          dx,
          dy,
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4
        })
      ),
      Plot.tip(points, Plot.pointer({ x: 'x', y: 'y', title: 'words' }))
    ]
  };
}

function pointsOf(rows: readonly HospitalRow[], sort: FunnelSort): Point[] {
  return rows.flatMap((row) => {
    if (row.hidden) return [];
    const { name, cases, rate, ratio, expected, position, ratePosition } = row;
    if (sort === 'crude') {
      const said = words.rateTip(name, row.observed, cases, rateText(rate));
      return [{ x: cases, y: rate.value, name, isOutside: ratePosition !== 'inside', words: said }];
    }
    if (!ratio || expected === undefined) return [];
    const said = words.ratioTip(name, row.observed, formatNumber(Math.round(expected * 10) / 10), rangeText(ratio));
    return [{ x: expected, y: ratio.value, name, isOutside: position !== 'inside', words: said }];
  });
}

interface Curve {
  x: number;
  lower_95: number;
  upper_95: number;
  lower_998: number;
  upper_998: number;
}

function curveOf({ columns, rows }: Table): Curve[] {
  const of = (name: string) => (columns.find((one) => one.name === name) as Column).values;
  const size = (columns[0] as Column).values;
  const limits = ['lower_95', 'upper_95', 'lower_998', 'upper_998'] as const;
  return Array.from({ length: rows }, (_, row) => ({
    x: Number(size[row]),
    ...(Object.fromEntries(limits.map((name) => [name, Number(of(name)[row])])) as Omit<Curve, 'x'>)
  }));
}
