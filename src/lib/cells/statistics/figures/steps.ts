import { formatCount, formatNumber } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import { palette } from '$workers/shared/chart-defaults';
import type { StepsCurve, StepsFigure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import { FEW, isFew } from '../few';
import type { Drawing, DrawingGiven } from './drawing';
import { shortened } from './forest-layout';

const ROW_PX = 20;
/** More points than a screen has columns draw the same line. */
const MOST_POINTS = 2000;

interface Point {
  group: string;
  time: number;
  value: number;
  lower: number;
  upper: number;
}

/** Curves as steps, with bands, marks where somebody was censored, and the numbers at risk below. */
export function stepsDrawing(figure: StepsFigure, { hides }: DrawingGiven): Drawing {
  const { what, curves, atRisk, unit, time } = figure;
  const start = what === 'survival' ? 1 : 0;
  const longest = curves.reduce((most, { time }) => Math.max(most, time.at(-1) ?? 0), 0);
  const shownOf = (name: string) => (name === '' ? words.everybody : name);
  // Where few are left, a step is a person.
  const points = curves.map((curve) => pointsOf(hides ? untilFew(curve) : curve, start));
  const count = (n: number) => (hides && isFew(n) ? words.few : formatCount(n));
  const title = words.figures.steps.titles[what](figure.event);
  const rows = (atRisk?.rows ?? []).map((row) => ({ ...row, name: shownOf(row.name) }));
  const names = curves.map(({ name }) => shownOf(name));
  const hue = (name: string) => palette[names.indexOf(name) % palette.length] ?? palette[0];
  const plotHeight = 320;
  return {
    title,
    description: words.figures.steps.description(title, curves.length, formatNumber(longest)),
    key: [
      ...(curves.length > 1
        ? names.map((name, at) => ({ look: 'line', color: `--c${(at % palette.length) + 1}`, words: name }) as const)
        : []),
      ...(curves.some(({ censored }) => (censored?.length ?? 0) > 0) && !hides
        ? [{ look: 'bar', color: '--ink-soft', words: words.figures.steps.censored } as const]
        : []),
      ...(curves.some(({ lower }) => lower) ? [{ look: 'area', color: '--c1', words: words.figures.steps.band } as const] : []) // prettier-ignore
    ],
    ...(atRisk && {
      table: {
        rows: atRisk.times.length,
        columns: [
          textColumnOf(
            words.figures.steps.time(unit, time),
            atRisk.times.map((one) => formatNumber(one))
          ),
          ...rows.flatMap(({ name, counts }, at) => [
            textColumnOf(
              `${name}: ${words.figures.steps.axis[what]}`,
              atRisk.times.map((one) => valueAt(points[at] ?? [], one))
            ),
            textColumnOf(`${name}: ${words.figures.steps.atRisk}`, counts.map(count))
          ])
        ]
      }
    }),
    height: plotHeight + 28 + ROW_PX * rows.length,
    options: (Plot, width) => {
      const all = points.flat();
      const censored = hides ? [] : curves.flatMap((curve, at) => censorings(curve, points[at] ?? []));
      // The first count stands around 0: names end before it.
      const dx = -8 - 4 * rows.reduce((most, { counts }) => Math.max(most, count(counts[0] ?? 0).length), 2);
      const letters = Math.max(4, Math.floor((width * 0.34 + dx) / 7));
      const marginLeft = 8 - dx + 7 * rows.reduce((most, { name }) => Math.max(most, Math.min(letters, name.length)), words.figures.steps.atRisk.length); // prettier-ignore
      const line = { x: 'time', z: 'group', curve: 'step-after' } as const;
      return {
        height: plotHeight + 28 + ROW_PX * rows.length,
        marginBottom: 44 + (rows.length > 0 ? 24 + ROW_PX * rows.length : 0),
        ...(rows.length > 0 && { marginLeft }),
        x: { domain: [0, Math.max(longest, figure.until ?? 0)], label: words.figures.steps.time(unit, time), ...(atRisk && { ticks: [...atRisk.times] }) }, // prettier-ignore
        y: {
          domain: [0, 1],
          label: `${words.figures.steps.axis[what]}, %`,
          percent: true,
          grid: true,
          ...yDomain(figure, all)
        },
        marks: [
          ...(figure.until === undefined ? [] : [Plot.ruleX([figure.until], { stroke: 'var(--ink-faint)', strokeDasharray: '5 3' })]), // prettier-ignore
          Plot.areaY(
            all.filter(({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper)),
            { ...line, y1: 'lower', y2: 'upper', fill: ({ group }: Point) => hue(group), fillOpacity: 0.14 }
          ),
          Plot.lineY(all, { ...line, y: 'value', stroke: ({ group }: Point) => hue(group), strokeWidth: 2 }),
          Plot.text(censored, { x: 'time', y: 'value', text: () => '|', fontSize: 10, fill: ({ group }: Point) => hue(group) }), // prettier-ignore
          ...rows.flatMap(({ name, counts }, row) => [
            Plot.text(
              counts.map((n, at) => ({ time: atRisk?.times[at] ?? 0, text: count(n) })),
              { x: 'time', frameAnchor: 'bottom', dy: 62 + ROW_PX * row, text: 'text', fill: 'var(--ink)' }
            ),
            Plot.text([name], {
              frameAnchor: 'bottom-left',
              textAnchor: 'end',
              dx,
              dy: 62 + ROW_PX * row,
              text: [shortened(name, letters)],
              fill: curves.length > 1 ? hue(name) : 'var(--ink-soft)'
            })
          ]),
          ...(rows.length > 0
            ? [
                Plot.text([words.figures.steps.atRisk], {
                  frameAnchor: 'bottom-left',
                  textAnchor: 'end',
                  dx,
                  dy: 44,
                  text: [words.figures.steps.atRisk],
                  fill: 'var(--ink-faint)'
                })
              ]
            : []),
          Plot.tip(
            all,
            Plot.pointerX({
              x: 'time',
              y: 'value',
              title: ({ group, time, value }: Point) =>
                `${group}\n${formatNumber(time)}: ${formatNumber(100 * value, 3)}\u00a0%`
            })
          )
        ]
      };
    }
  };
}

/** Small incidences fill the drawing; survival keeps its whole axis, unless it is asked to be looked at closely. */
function yDomain({ what, zoom }: StepsFigure, points: readonly Point[]): { domain?: [number, number] } {
  if (what === 'survival') {
    if (!zoom) return { domain: [0, 100] };
    const lowest = points.reduce(
      (least, { value, lower }) => Math.min(least, Number.isFinite(lower) ? lower : value),
      1
    );
    return { domain: [Math.max(0, Math.floor(100 * (lowest - 0.02))), 100] };
  }
  const highest = points.reduce((most, { value, upper }) => Math.max(most, Number.isFinite(upper) ? upper : value), 0);
  return { domain: [0, 100 * Math.min(1, Math.max(0.05, highest * 1.05))] };
}

/** A curve as long as enough are followed. */
function untilFew(curve: StepsCurve): StepsCurve {
  const few = curve.atRisk.findIndex((n) => n < FEW);
  if (few < 0) return curve;
  const { lower, upper } = curve;
  return {
    name: curve.name,
    time: curve.time.subarray(0, few),
    value: curve.value.subarray(0, few),
    atRisk: curve.atRisk.subarray(0, few),
    ...(lower && { lower: lower.subarray(0, few) }),
    ...(upper && { upper: upper.subarray(0, few) })
  };
}

function pointsOf(curve: StepsCurve, start: number): Point[] {
  const { time, value, lower, upper } = curve;
  const name = curve.name === '' ? words.everybody : curve.name;
  const points: Point[] = [{ group: name, time: 0, value: start, lower: start, upper: start }];
  const step = Math.max(1, Math.ceil(time.length / MOST_POINTS));
  time.forEach((one, at) => {
    if (at % step !== 0 && at !== time.length - 1) return;
    points.push({
      group: name,
      time: one,
      value: value[at] ?? NaN,
      lower: lower?.[at] ?? NaN,
      upper: upper?.[at] ?? NaN
    });
  });
  return points;
}

/** Where on its curve somebody was censored. */
function censorings({ censored }: StepsCurve, points: readonly Point[]): Point[] {
  const marks: Point[] = [];
  let at = 0;
  for (const time of censored ?? []) {
    while ((points[at + 1]?.time ?? Infinity) <= time) at += 1;
    const point = points[at];
    if (point) marks.push({ ...point, time });
  }
  return marks;
}

function valueAt(points: readonly Point[], time: number): string {
  const last = points.findLast((point) => point.time <= time);
  return last === undefined ? '' : `${formatNumber(100 * last.value, 3)}\u00a0%`;
}
