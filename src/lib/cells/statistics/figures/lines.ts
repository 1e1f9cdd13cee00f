import type { PlotOptions } from '@observablehq/plot';
import { formatNumber } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import { largestOf, smallestOf } from '$workers/shared/extent';
import { chartWidth } from '$workers/shared/chart-defaults';
import type { LinesFigure, LinesSeries } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import type { Drawing } from './drawing';
import type { AxisLook, LinesLook } from './lines/look';
import { linesLooks } from './lines/looks';

/** More points than a screen has columns draw the same line. */
const MOST_POINTS = 2000;
/** Rows of each series in the table. */
const MOST_ROWS = 20;
/** Bars stand at the foot, so high at most, of the whole height. */
const FOOT = 0.14;
const SQUARE_PX = 500;
const margins = { marginTop: 28, marginRight: 24, marginBottom: 40, marginLeft: 52 } as const;

interface Point {
  series: string;
  x: number;
  y: number;
  lower: number;
  upper: number;
}

interface Drawn {
  series: LinesSeries;
  name: string;
  hue: `--${string}`;
  points: Point[];
}

/** Lines in a plane, whatever they say: `lines/<what>.ts` words them. */
export function linesDrawing(figure: LinesFigure): Drawing {
  const look = linesLooks[figure.what];
  if (!look) throw new RangeError(`no drawing of ${figure.what}`);
  const drawn = figure.series.map((series, at): Drawn => {
    const name = look.seriesName?.(series) ?? series.name;
    return { series, name, hue: look.hue?.(series, at) ?? `--c${(at % 6) + 1}`, points: pointsOf(series, name) };
  });
  const [x, y] = [look.x(figure), look.y(figure)];
  const title = look.title(figure);
  const caption = look.caption?.(figure);
  const names = drawn.map(({ name }) => name).join(', ');
  return {
    title,
    description: words.figures.lines.description(title, names, `${x.label}: ${extentText(drawn, 'x', x)}`, `${y.label}: ${extentText(drawn, 'y', y)}`), // prettier-ignore
    ...(caption !== undefined && { caption }),
    key: keyOf(figure, drawn, look),
    table: tableOf(drawn, x, y),
    ...(look.square && { height: SQUARE_PX - 4 }),
    options: (Plot, width) => {
      const side = Math.min(SQUARE_PX, chartWidth(width));
      const [domainX, domainY] = [figure.domainX ?? x.domain, figure.domainY ?? y.domain];
      const of = (kind: LinesSeries['look']) => drawn.filter(({ series }) => series.look === kind);
      const line = ({ points, hue }: Drawn, more: object) =>
        Plot.lineY(points, { x: 'x', y: 'y', stroke: `var(${hue})`, strokeWidth: 2, clip: true, ...more });
      const axis = (domain: readonly [number, number] | undefined, { label, percent, log }: AxisLook) => ({
        label: percent ? `${label}, %` : label,
        ...(percent && { percent: true }),
        ...(log && { type: 'log' as const, ticks: 5, tickFormat: (value: number) => formatNumber(value, 3) }),
        ...(domain && { domain: percent ? [100 * domain[0], 100 * domain[1]] : [...domain] })
      });
      const shown = drawn.filter(({ series }) => series.look !== 'bars').flatMap(({ points }) => points);
      const tip = { x: 'x', y: 'y', title: (point: Point) => tipText(point, x, y) };
      return {
        ...(look.square && { width: side, height: side - 4, ...margins }),
        x: { ...axis(domainX, x), ...(look.square && { grid: true }) },
        y: axis(domainY, y),
        marks: [
          ...of('bars').map((one) => bars(Plot, one, domainY ?? [0, largestOf(shown.map((point) => point.y))])),
          ...(figure.diagonal ? [diagonal(Plot, domainX ?? [0, 1], domainY ?? [0, 1])] : []),
          Plot.ruleX(figure.acrossX ?? [], { stroke: 'var(--ink-faint)', strokeDasharray: '5 3' }),
          Plot.ruleY(figure.acrossY ?? [], { stroke: 'var(--ink-faint)', strokeDasharray: '5 3' }),
          ...drawn
            .filter(({ series }) => series.lower && series.look !== 'points')
            .map(
              ({ points, hue }) =>
              Plot.areaY(points.filter(hasLimits), { x: 'x', y1: 'lower', y2: 'upper', fill: `var(${hue})`, fillOpacity: 0.14, clip: true }) // prettier-ignore
            ),
          ...of('dashed').map((one) => line(one, { strokeDasharray: '6 3', strokeWidth: 1.75 })),
          ...of('line').map((one) => line(one, {})),
          ...of('step').map((one) => line(one, { curve: 'step-after' })),
          ...of('points').flatMap(({ points, hue }) => [
            Plot.link(points.filter(hasLimits), { x1: 'x', x2: 'x', y1: 'lower', y2: 'upper', stroke: `var(${hue})`, strokeWidth: 1.5 }), // prettier-ignore
            Plot.dot(points, { x: 'x', y: 'y', r: 4, fill: `var(${hue})`, stroke: 'var(--surface)' })
          ]),
          Plot.tip(shown, look.points === 'nearest' ? Plot.pointer(tip) : Plot.pointerX(tip))
        ]
      };
    }
  };
}

type Plot = Parameters<Drawing['options']>[0];
type Marks = NonNullable<PlotOptions['marks']>[number];

const hasLimits = ({ lower, upper }: Point) => Number.isFinite(lower) && Number.isFinite(upper);

const diagonal = (Plot: Plot, [x1, x2]: readonly [number, number], [y1, y2]: readonly [number, number]): Marks => {
  // Corner to corner of what both axes show.
  const [from, to] = [Math.max(x1, y1), Math.min(x2, y2)];
  return Plot.link([[from, to]], { x1: from, y1: from, x2: to, y2: to, stroke: 'var(--ink-faint)', strokeDasharray: '5 3' }); // prettier-ignore
};

/** Counts at their places, on a scale of their own: they are not what the axis says. */
function bars(Plot: Plot, { points, hue }: Drawn, [low, high]: readonly [number, number]): Marks {
  const most = largestOf(points.map(({ y }) => y)) || 1;
  const gaps = points.slice(1).map(({ x }, at) => x - (points[at]?.x ?? x));
  const half = smallestOf([0.05, ...gaps.filter((gap) => gap > 0)]) / 2;
  return Plot.rect(
    points.filter(({ y }) => y > 0),
    {
      x1: ({ x }: Point) => x - 0.9 * half,
      x2: ({ x }: Point) => x + 0.9 * half,
      y1: low,
      y2: ({ y }: Point) => low + (FOOT * (high - low) * y) / most,
      fill: `var(${hue})`,
      fillOpacity: 0.4,
      clip: true
    }
  );
}

function pointsOf({ x, y, lower, upper }: LinesSeries, series: string): Point[] {
  const step = Math.max(1, Math.ceil(x.length / MOST_POINTS));
  const points: Point[] = [];
  x.forEach((one, at) => {
    if (at % step !== 0 && at !== x.length - 1) return;
    const value = y[at] ?? NaN;
    if (Number.isFinite(one) && Number.isFinite(value)) {
      points.push({ series, x: one, y: value, lower: lower?.[at] ?? NaN, upper: upper?.[at] ?? NaN });
    }
  });
  return points;
}

const signs = { line: 'line', step: 'line', dashed: 'dashed', points: 'dot', bars: 'area' } as const;

function keyOf({ diagonal: isDiagonal, what }: LinesFigure, drawn: readonly Drawn[], look: LinesLook): KeyPart[] {
  const banded = drawn.find(({ series }) => series.lower && series.look !== 'points');
  const corner = words.figures.lines.diagonals[what as keyof typeof words.figures.lines.diagonals];
  return [
    ...(look.unnamed ? [] : drawn).map(({ name, hue, series }): KeyPart => ({
      look: signs[series.look],
      color: hue,
      words: name
    })),
    ...(banded ? [{ look: 'area', color: banded.hue, words: look.band?.() ?? words.figures.lines.band } as const] : []),
    ...(isDiagonal ? [{ look: 'dashed', color: '--ink-faint', words: corner } as const] : [])
  ];
}

const written = (value: number, { percent }: AxisLook) =>
  percent ? `${formatNumber(100 * value, 3)}\u00a0%` : formatNumber(value, 3);

function tipText({ series, x, y, lower, upper }: Point, ofX: AxisLook, ofY: AxisLook): string {
  const interval = hasLimits({ series, x, y, lower, upper }) ? ` (${words.limits(written(lower, ofY), written(upper, ofY))})` : ''; // prettier-ignore
  return `${series}\n${ofX.label}: ${written(x, ofX)}\n${ofY.label}: ${written(y, ofY)}${interval}`;
}

function extentText(drawn: readonly Drawn[], key: 'x' | 'y', axis: AxisLook): string {
  const values = drawn.filter(({ series }) => series.look !== 'bars').flatMap(({ points }) => points.map((one) => one[key])); // prettier-ignore
  return values.length === 0 ? '' : words.limits(written(smallestOf(values), axis), written(largestOf(values), axis));
}

/** Some points of each series in words; bars stay out, since few persons may have a risk. */
function tableOf(drawn: readonly Drawn[], x: AxisLook, y: AxisLook) {
  const rows = drawn
    .filter(({ series }) => series.look !== 'bars')
    .flatMap(({ points }) => {
      const step = Math.max(1, Math.ceil(points.length / MOST_ROWS));
      return points.filter((_, at) => at % step === 0 || at === points.length - 1);
    });
  const column = (name: string, of: (point: Point) => string) => textColumnOf(name, rows.map(of));
  const limits = rows.some(hasLimits);
  return {
    rows: rows.length,
    columns: [
      column(words.figures.lines.series, ({ series }) => series),
      column(x.label, (point) => written(point.x, x)),
      column(y.label, (point) => written(point.y, y)),
      ...(limits
        ? [
            column(words.figures.lines.band, (point) =>
              hasLimits(point) ? words.limits(written(point.lower, y), written(point.upper, y)) : ''
            )
          ]
        : [])
    ]
  };
}
