import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Column, Table } from '$workers/shared/table';
import { pkWords as words } from '$lib/messages/pk';
import { formatNumber } from '$workers/shared/number-format';
import { largestOf } from '$workers/shared/extent';
import type { Plot } from '$lib/ui/chart/draw-chart';
import { notice, noticeMargin } from './plot-notice';
import type { CurveOutput } from './run-curve';
import { noticesOf } from './shown';
import type { CurveSpec } from './spec';

const MILLISECONDS_AN_HOUR = 3.6e6;
/** On a log axis nothing lies lower, IU/dL. */
const LOWEST = 0.1;
const logTicks = [0.1, 0.3, 1, 3, 10, 30, 100, 300];
/** Below this a level is nothing that anybody measures, IU/dL. */
const LEAST_SAID = 0.01;
const HIGHEST_PX = 380;
/** Labels nearer than this would lie on each other. */
const LABEL_PX = 15;
/** Of a digit of a label. */
const DIGIT_PX = 7;

const valuesOf = (table: Table, name: string): Float64Array | undefined =>
  table.columns.find((column) => column.name === name)?.values as Float64Array | undefined;

/** The curve with its band, the typical person faintly, levels as points, thresholds as lines. */
export function curvePlot(Plot: Plot, output: CurveOutput, spec: CurveSpec, width: number): PlotOptions {
  const { study } = output;
  const { curve, levels, origin, window } = study;
  const start = origin === undefined ? undefined : Number(origin / 1000n);
  const place = (hour: number) => (start === undefined ? hour : new Date(start + hour * MILLISECONDS_AN_HOUR));
  const times = Array.from(valuesOf(curve, 'time') ?? [], place);
  const floor = spec.isLog ? LOWEST : 0;
  const values = (name: string) => valuesOf(curve, name)?.map((level) => Math.max(level, floor));
  const line = (name: string, options: object): Markish[] => {
    // On a log axis a line ends where the axis does.
    const y = valuesOf(curve, name)?.map((level) => (level < floor ? NaN : level));
    return y ? [Plot.line(times, { x: (time) => time, y, clip: true, ...options })] : [];
  };
  const band = (low: string, high: string, options: object): Markish[] => {
    const [y1, y2] = [values(low), values(high)];
    return y1 && y2 ? [Plot.areaY(times, { x: (time) => time, y1, y2, clip: true, ...options })] : [];
  };
  const shown = pointsOf(levels, window, floor).map((point) => ({ ...point, at: place(point.hour) }));
  const limit = spec.quantificationLimit ?? 1;
  const labels = thresholdLabels(spec, highest(output));
  const inhibitor = output.inhibitor && within(output.inhibitor, window);
  return {
    marks: [
      ...(inhibitor
        ? [Plot.rectX([inhibitor], { x1: place(inhibitor.from), x2: place(inhibitor.to), fill: 'var(--stale-soft)' })]
        : []),
      Plot.ruleY(spec.thresholds, { stroke: 'var(--line-strong)', strokeDasharray: '2 3' }),
      ...band('lower', 'upper', { fill: 'var(--c1-area)', fillOpacity: 0.2 }),
      ...band('what_if_lower', 'what_if_upper', { fill: 'var(--c2)', fillOpacity: 0.14 }),
      ...(study.isEstimated
        ? line('population', { stroke: 'var(--ink-faint)', strokeWidth: 1.5, strokeDasharray: '7 2 1.5 2' })
        : []),
      ...line('what_if', { stroke: 'var(--c2)', strokeWidth: 2, strokeDasharray: '6 3' }),
      ...line('level', { stroke: 'var(--c1)', strokeWidth: 2 }),
      Plot.dot(
        shown.filter(({ isBelow }) => !isBelow),
        { x: 'at', y: 'level', r: 4, fill: 'var(--ink)', stroke: 'var(--surface)', strokeWidth: 1.5 }
      ),
      Plot.dot(
        shown.filter(({ isBelow }) => isBelow),
        {
          x: 'at',
          y: Math.max(limit, floor),
          r: 4,
          symbol: 'triangle2',
          rotate: 180,
          fill: 'var(--surface)',
          stroke: 'var(--ink)'
        }
      ),
      Plot.text(labels, {
        y: 'at',
        text: 'text',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink-faint)'
      }),
      Plot.tip(
        times,
        Plot.pointerX({
          maxRadius: 60,
          x: (time: number | Date) => time,
          y: values('level') ?? [],
          title: (time: number | Date, row: number) => tipText(curve, row, time)
        })
      ),
      notice(Plot, noticesOf(spec))
    ],
    height: Math.min(HIGHEST_PX, Math.max(260, width * 0.56)),
    marginTop: noticeMargin,
    marginRight: Math.max(40, 12 + DIGIT_PX * largestOf(labels.map(({ text }) => text.length))),
    marginBottom: 44,
    x:
      start === undefined
        ? { label: words.axisTime }
        : { type: 'utc', label: words.axisDate, ticks: width < 420 ? 3 : 6 },
    y: {
      label: words.axisLevel,
      ...(spec.isLog
        ? {
            type: 'log' as const,
            domain: [LOWEST, highest(output)],
            ticks: logTicks.filter((tick) => tick <= highest(output))
          }
        : { zero: true, nice: true })
    }
  };
}

/** Thresholds beside their lines; those too near to each other share a label. */
function thresholdLabels({ thresholds, isLog }: CurveSpec, most: number): { at: number; text: string }[] {
  const room = HIGHEST_PX - noticeMargin - 44;
  const scale = (level: number) =>
    isLog ? (room * Math.log(level / LOWEST)) / Math.log(most / LOWEST) : (room * level) / most;
  const groups: number[][] = [];
  for (const threshold of thresholds.filter((level) => level > 0 && level <= most).toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && scale(threshold) - scale(last[0] ?? 0) < LABEL_PX * last.length) last.push(threshold);
    else groups.push([threshold]);
  }
  return groups.map((group) => ({
    at: group[Math.floor(group.length / 2)] ?? 0,
    text: group.map((level) => formatNumber(level)).join(', ')
  }));
}

interface Point {
  hour: number;
  level: number;
  isBelow: boolean;
}

function pointsOf(levels: Table, window: { from: number; to: number }, floor: number): Point[] {
  const [time, level] = [valuesOf(levels, 'time'), valuesOf(levels, 'level')];
  const below = levels.columns.find(({ name }) => name === 'below') as Column | undefined;
  if (!time || !level) return [];
  return Array.from(time, (hour, row) => ({
    hour,
    level: Math.max(level[row] ?? 0, floor),
    isBelow: below?.values[row] === 1
  })).filter(({ hour }) => hour >= window.from && hour <= window.to);
}

function within(
  { from, to }: { from: number; to: number },
  window: { from: number; to: number }
): { from: number; to: number } | undefined {
  const part = { from: Math.max(from, window.from), to: Math.min(to, window.to) };
  return part.from < part.to ? part : undefined;
}

function highest({ study: { curve, levels } }: CurveOutput): number {
  const all = ['level', 'upper', 'what_if', 'what_if_upper', 'population'].map((name) => valuesOf(curve, name));
  let most = 1;
  for (const values of [...all, valuesOf(levels, 'level')]) values?.forEach((value) => (most = Math.max(most, value)));
  return most * 1.1;
}

function tipText(curve: Table, row: number, time: number | Date): string {
  const figure = (name: string) => {
    const value = valuesOf(curve, name)?.[row];
    if (value === undefined) return undefined;
    return value < LEAST_SAID ? `< ${LEAST_SAID}` : formatNumber(value, 3);
  };
  const [value = '', lower = '', upper = ''] = [figure('level'), figure('lower'), figure('upper')];
  const at = time instanceof Date ? time.toISOString().slice(0, 16).replace('T', ' ') : `${formatNumber(time)} h`;
  const other = figure('what_if');
  return [
    at,
    `${lower === '' ? value : words.groupFact('', value, lower, upper).trim()} IU/dL`,
    `${words.key.population}: ${figure('population')}`,
    ...(other === undefined ? [] : [`${words.key.whatIf}: ${other}`])
  ].join('\n');
}
