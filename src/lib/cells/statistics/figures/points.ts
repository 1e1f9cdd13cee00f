import { formatCount, formatNumber } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import { chartHeight, chartWidth } from '$workers/shared/chart-defaults';
import { largestOf, smallestOf } from '$workers/shared/extent';
import type { PointsFigure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import type { Drawing, DrawingGiven } from './drawing';
import { labelPlaces } from './points/label-places';
import type { PointsLook } from './points/look';
import { pointsLooks } from './points/looks';

/** More dots than this make the page slow and say no more. */
const MOST_DOTS = 4000;
const MOST_ROWS = 200;
const SQUARE_PX = 500;
const [TOP, BOTTOM] = [28, 40];

interface Dot {
  x: number;
  y: number;
  name: string;
}

/** A point each, with lines across and limits; `points/<what>.ts` words them. */
export function pointsDrawing(all: PointsFigure, { hides }: DrawingGiven): Drawing {
  const figure = hides ? withoutFew(all) : all;
  const left = all.x.length - figure.x.length;
  const look = pointsLooks[figure.what];
  if (!look) throw new RangeError(`no drawing of ${figure.what}`);
  const [x, y, title] = [look.x(figure), look.y(figure), look.title(figure)];
  const dots = dotsOf(figure);
  const lines = figure.lines.map((line) => ({ ...line, text: look.line?.(line.code) ?? line.code }));
  const captions = [
    look.caption?.(figure),
    ...(dots.length < figure.x.length
      ? [words.figures.points.some(formatCount(dots.length), formatCount(figure.x.length))]
      : []),
    ...(left > 0 ? [words.figures.few(left)] : [])
  ].filter((one) => one !== undefined);
  return {
    title,
    description: words.figures.points.description(title, figure.x.length, x, y, lines.map(({ text, value }) => `${text} ${formatNumber(value, 3)}`).join(', ')), // prettier-ignore
    ...(captions.length > 0 && { caption: captions.join(' ') }),
    key: keyOf(figure, look),
    // A row a mark: where single persons are not to be told, their values are not either.
    ...(!(hides && figure.individual) && { table: tableOf(figure, dots, x, y) }),
    ...(look.square && { height: SQUARE_PX - 4 }),
    options: (Plot, width) => {
      const room = chartWidth(width);
      const side = Math.min(SQUARE_PX, room);
      const height = look.square ? side - 4 : chartHeight(room);
      const domainY = domainOf(look, figure, 'y');
      const domainX = domainOf(look, figure, 'x');
      const labels = lines.map(({ text, value }) => `${text} ${formatNumber(value, 3)}`);
      // Beside the drawing where there is room, else above their lines.
      const isWide = room >= 620 && lines.length > 0 && !look.upright;
      const places = labelPlaces(lines.map(({ value }) => value), domainY, { height: height - TOP - BOTTOM, gap: 18 }); // prettier-ignore
      const right = isWide ? 24 + 7 * largestOf(labels.map((label) => label.length)) : 24;
      return {
        height,
        marginRight: right,
        marginLeft: 52,
        marginTop: TOP,
        marginBottom: BOTTOM,
        ...(look.square && { width: side }),
        x: { label: x, domain: domainX, grid: true, ...(isLog(look, figure, 'x') && logAxis) },
        y: { label: y, domain: look.reverseY ? [domainY[1], domainY[0]] : domainY, ...(isLog(look, figure, 'y') && logAxis) }, // prettier-ignore
        marks: [
          ...(look.upright
            ? uprightLines(
                Plot,
                lines.map(({ value }) => value),
                labels
              )
            : lines.flatMap(({ code, value, lower, upper }) => [
                ...(typeof lower === 'number' && typeof upper === 'number'
                  ? [Plot.rect([code], { y1: lower, y2: upper, fill: 'var(--c2)', fillOpacity: 0.12, clip: true })]
                  : []),
                Plot.ruleY([value], { stroke: 'var(--c2)', strokeWidth: 1.75, ...(code !== 'bias' && { strokeDasharray: '6 3' }) }) // prettier-ignore
              ])),
          ...(figure.limits ?? []).map(
            (limit) =>
            Plot.lineY(Array.from(limit.x, (one, at) => ({ x: one, y: limit.y[at] ?? NaN })), { x: 'x', y: 'y', stroke: 'var(--ink-faint)', strokeDasharray: '5 3', strokeWidth: 1.5, clip: true }) // prettier-ignore
          ),
          Plot.dot(dots, {
            x: 'x',
            y: 'y',
            r: dots.length > 500 ? 2 : 3,
            fill: 'var(--c1)',
            fillOpacity: dots.length > 500 ? 0.4 : 0.7,
            clip: true
          }),
          ...(look.upright ? [] : lines).map(({ value }, at) =>
            Plot.text([value], {
              y: [value],
              text: [labels[at] ?? ''],
              frameAnchor: 'right',
              ...(isWide
                ? { textAnchor: 'start', dx: 10, dy: places[at] ?? 0 }
                : { textAnchor: 'end', dx: -4, dy: (places[at] ?? 0) - 9, stroke: 'var(--surface)', strokeWidth: 4 }),
              fill: 'var(--ink)'
            })
          ),
          Plot.tip(
            dots,
            Plot.pointer({
              x: 'x',
              y: 'y',
              title: ({ name, ...dot }: Dot) =>
                `${name === '' ? '' : `${name}\n`}${x}: ${formatNumber(dot.x)}\n${y}: ${formatNumber(dot.y)}`
            })
          )
        ]
      };
    }
  };
}

/** What tells of few is left out before an audience. */
function withoutFew({ few, ...figure }: PointsFigure): PointsFigure {
  if (!few) return figure;
  const isKept = (_: unknown, at: number) => few[at] !== true;
  return { ...figure, x: figure.x.filter(isKept), y: figure.y.filter(isKept), ...(figure.names && { names: figure.names.filter(isKept) }) }; // prettier-ignore
}

/** Lines that stand at values of the axis across, told at their tops. */
function uprightLines(Plot: Parameters<Drawing['options']>[0], values: readonly number[], labels: readonly string[]) {
  return values.flatMap((value, at) => [
    Plot.ruleX([value], { stroke: 'var(--c2)', strokeWidth: 1.75, strokeDasharray: '6 3' }),
    Plot.text([value], { x: [value], text: [labels[at] ?? ''], frameAnchor: 'top', dy: -18, fill: 'var(--ink)' })
  ]);
}

const logAxis = { type: 'log' as const, ticks: 5, tickFormat: (value: number) => formatNumber(value, 3) };

const isLog = ({ log }: PointsLook, figure: PointsFigure, axis: 'x' | 'y'): boolean =>
  (typeof log === 'function' ? log(figure) : (log ?? '')).includes(axis);

/** Evenly many of them in the order of the rows, where there are too many to draw. */
function dotsOf({ x, y, names }: PointsFigure): Dot[] {
  const share = Math.min(1, MOST_DOTS / x.length);
  const dots: Dot[] = [];
  x.forEach((one, at) => {
    if (Math.floor((at + 1) * share) === Math.floor(at * share)) return;
    const value = y[at] ?? NaN;
    if (Number.isFinite(one) && Number.isFinite(value)) dots.push({ x: one, y: value, name: names?.[at] ?? '' });
  });
  return dots;
}

/** All dots, lines with their intervals, and limits, with some room; both axes alike where the drawing is square. */
function domainOf(look: PointsLook, figure: PointsFigure, axis: 'x' | 'y') {
  const { x, y, lines, limits } = figure;
  const square = look.square && !look.ownScales;
  const real = (value: number | null | undefined): value is number => Number.isFinite(value);
  const taken = square ? [x, y] : [axis === 'x' ? x : y];
  const across = axis === (look.upright ? 'x' : 'y') || square ? lines.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter(real) : []; // prettier-ignore
  const bent = (limits ?? []).map((limit) => limit[axis].filter(Number.isFinite));
  const all = [...taken.map((values) => values.filter(Number.isFinite)), across, ...bent];
  const low = smallestOf(all.map(smallestOf));
  const high = largestOf(all.map(largestOf));
  if (!(high >= low)) return [0, 1] as [number, number];
  if (isLog(look, figure, axis) && low > 0) return [low / 1.15, high * 1.15] as [number, number];
  const room = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room] as [number, number];
}

function keyOf({ lines, limits }: PointsFigure, look: PointsLook): KeyPart[] {
  const hasBand = lines.some(({ lower }) => typeof lower === 'number');
  return [
    ...(hasBand ? [{ look: 'area', color: '--c2', words: words.figures.points.band } as const] : []),
    ...(limits ?? []).slice(0, 1).map(({ name }): KeyPart => ({ look: 'dashed', color: '--ink-faint', words: look.limit?.(name) ?? name })) // prettier-ignore
  ];
}

function tableOf(figure: PointsFigure, dots: readonly Dot[], x: string, y: string) {
  const shown = dots.slice(0, MOST_ROWS);
  const column = (name: string, of: (dot: Dot) => string) => textColumnOf(name, shown.map(of));
  return {
    rows: shown.length,
    columns: [
      ...(figure.names ? [column(words.head.term, ({ name }) => name)] : []),
      column(x, (dot) => formatNumber(dot.x)),
      column(y, (dot) => formatNumber(dot.y))
    ]
  };
}
