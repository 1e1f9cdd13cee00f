import type { RenderFunction } from '@observablehq/plot';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import { largestOf } from '$workers/shared/extent';
import type { ForestFigure, ForestRow, Measure } from '$workers/statistics';
import { textColumnOf } from '../../text-column';
import { readName } from '../names';
import { isToldAsShare, writtenAs } from '../numbers';
import { isRatio } from '../vocabulary';
import type { Drawing, DrawingGiven } from './drawing';
import { forestLayout } from './forest-layout';
import { ratioTicks } from './ratio-ticks';

const ROW_PX = 28;
/** Beyond so many times the narrow half of all limits an interval leaves the drawing, with an arrow. */
const WIDEST = 3;

interface Mark {
  at: string;
  name: string;
  look: NonNullable<ForestRow['look']>;
  estimate: number;
  lower: number;
  upper: number;
  size: number;
  cutLeft: boolean;
  cutRight: boolean;
  text: string;
  side: string;
}

/** Estimates below each other, squares with intervals; pooled ones as diamonds. */
export function forestDrawing({ rows: all, ...rest }: ForestFigure, { hides }: DrawingGiven): Drawing {
  const figure = { ...rest, rows: all.filter(({ few }) => !hides || !few) };
  const hidden = all.length - figure.rows.length;
  const measure = words.measures[figure.measure];
  const level = formatShare(figure.level);
  const texts = rowTexts(figure);
  const sides = sideTexts(figure);
  const isLog = figure.scale === 'log';
  const isPooled = figure.rows.some(({ look }) => look === 'pooled');
  const height = 64 + ROW_PX * Math.max(1, figure.rows.length);
  return {
    title: words.figures.forest.title(measure, level),
    description: words.figures.forest.description(
      measure,
      figure.rows.map((row, at) => `${readName(row)}: ${texts[at] ?? ''}.`).join(' ')
    ),
    ...(hidden > 0 && { caption: words.figures.few(hidden) }),
    key: [
      { look: 'interval', color: '--c1', words: words.figures.forest.key.estimate },
      ...(isPooled ? [{ look: 'diamond', color: '--c2', words: words.figures.forest.key.pooled } as const] : []),
      { look: 'dashed', color: '--ink-faint', words: words.figures.forest.key.none }
    ],
    table: {
      rows: figure.rows.length,
      columns: [
        textColumnOf(words.head.term, figure.rows.map(readName)),
        textColumnOf(`${measure} (${words.interval(level)})`, texts),
        ...(sides ? [textColumnOf(sides.title, sides.texts)] : [])
      ]
    },
    height,
    options: (Plot, width) => {
      const domain = domainOf(figure);
      const marks = marksOf(figure, { texts, sides }, domain);
      const textRoom = 12 + 7 * marks.reduce((most, { text }) => Math.max(most, text.length), 0);
      const sideRoom = sides ? 12 + 7 * largestOf([sides.title, ...sides.texts].map(({ length }) => length)) : 0;
      const names = figure.rows.map(readName);
      const layout = forestLayout(names, { width, room: textRoom + sideRoom, at: texts.map((text, at) => [text, sides?.texts[at] ?? ''].filter((one) => one !== '').join(' · ')) }); // prettier-ignore
      const { isWide, left } = layout;
      const right = isWide ? 12 + textRoom + sideRoom : 24;
      const of = (look: (one: Mark['look']) => boolean) => marks.filter((mark) => look(mark.look));
      const label = isLog ? `${measure}, ${words.figures.forest.log}` : measure;
      return {
        height: isWide ? height : 64 + layout.rowPx * Math.max(1, figure.rows.length),
        marginRight: right,
        marginLeft: left,
        // Squares are as large as they say.
        r: { type: 'identity' },
        x: { type: isLog ? 'log' : 'linear', domain, label, ...(isLog && { ticks: ratioTicks(domain, width - right - left), tickFormat: (value: number) => formatNumber(value, 3) }), ...(isToldAsShare(figure.measure) && { tickFormat: percentTick }) }, // prettier-ignore
        y: {
          type: 'band',
          domain: names.map((_, at) => keyOf(at)),
          label: null,
          ...(isWide ? { tickFormat: (key: string) => names[Number(key)] ?? '' } : { axis: null })
        },
        marks: [
          Plot.ruleX([figure.null], { stroke: 'var(--ink-faint)', strokeDasharray: '5 3' }),
          Plot.link(
            of((look) => look === 'prediction'),
            { x1: 'lower', x2: 'upper', y1: 'at', y2: 'at', stroke: 'var(--c2)', strokeWidth: 4, strokeOpacity: 0.45 }
          ),
          Plot.link(
            of((look) => look === 'estimate'),
            { x1: 'lower', x2: 'upper', y1: 'at', y2: 'at', stroke: 'var(--c1)', strokeWidth: 1.75 }
          ),
          arrows(Plot, marks, 'cutLeft'),
          arrows(Plot, marks, 'cutRight'),
          Plot.dot(
            of((look) => look === 'estimate'),
            { x: 'estimate', y: 'at', r: 'size', symbol: 'square', fill: 'var(--c1)', stroke: 'var(--surface)' }
          ),
          Plot.dot(
            of((look) => look === 'reference'),
            { x: 'estimate', y: 'at', r: 4, symbol: 'square', stroke: 'var(--ink-faint)', fill: 'var(--surface)' }
          ),
          diamonds(of((look) => look === 'pooled')),
          ...(isWide
            ? [
                Plot.text(marks, {
                  y: 'at',
                  frameAnchor: 'right',
                  textAnchor: 'start',
                  dx: 12,
                  text: 'text',
                  fill: 'var(--ink)'
                }),
                ...(sides
                  ? [
                      Plot.text(
                        figure.rows.map((_, at) => at),
                        {
                          y: keyOf,
                          frameAnchor: 'right',
                          textAnchor: 'end',
                          dx: textRoom + sideRoom,
                          text: (at: number) => sides.texts[at] ?? '',
                          fill: 'var(--ink)'
                        }
                      ),
                      Plot.text([sides.title], { frameAnchor: 'top-right', textAnchor: 'end', dx: textRoom + sideRoom, dy: -16, text: (title: string) => title, fill: 'var(--ink-soft)' }) // prettier-ignore
                    ]
                  : [])
              ]
            : layout.lines.flatMap((line, at) => [
                Plot.text([line.name], { y: [keyOf(at)], frameAnchor: 'left', textAnchor: 'start', dy: layout.dy, text: [line.name], ...above }), // prettier-ignore
                Plot.text([line.text], { y: [keyOf(at)], frameAnchor: 'right', textAnchor: 'end', dx: 20, dy: layout.dy, text: [line.text], ...above }) // prettier-ignore
              ])),
          Plot.tip(
            marks,
            Plot.pointerY({
              x: 'estimate',
              y: 'at',
              title: ({ name, text, side }: Mark) => [name, text, side].filter((one) => one !== '').join('\n')
            })
          )
        ]
      };
    }
  };
}

/** 0.05 is 5 %. */
export const percentTick = (share: number) => `${formatNumber(100 * share, 3)}\u00a0%`;

/** Texts that stand in the drawing, on lines that rise behind them. */
const above = { fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 5 } as const;

/** Names may repeat: a band has its place as its key. */
const keyOf = (at: number) => String(at);

function rowTexts({ measure, rows }: ForestFigure): string[] {
  const numbers = rows.map(({ estimate, lower, upper }) => [estimate ?? null, lower ?? null, upper ?? null]);
  // By as many decimals as its own interval needs, as in the table: 0.991 (0.985 to 0.996), not 0.99 (0.99 to 1.00). So have
  // coefficients, each of its own unit: beside a large one 0.003 (−0.025 to 0.030) is not 0.0 (0.0 to 0.0).
  const texts =
    isRatio(measure) || measure === 'coefficient'
      ? numbers.flatMap((row) => writtenAs(measure, row))
      : writtenAs(measure, numbers.flat());
  return rows.map(({ estimate, lower, upper, look }, at) => {
    if (estimate === undefined || look === 'heading') return '';
    const [value, from, to] = texts.slice(3 * at, 3 * at + 3) as [string, string, string];
    if (look === 'reference') return words.figures.forest.reference(value);
    if (look === 'prediction') return words.limits(from, to);
    return (lower ?? null) === null && (upper ?? null) === null ? value : `${value} (${words.limits(from, to)})`;
  });
}

/** A column beside the estimates: the weight of a study, or how many there are of something. */
interface Side {
  title: string;
  texts: readonly string[];
}

function sideTexts({ rows, measure }: ForestFigure): Side | undefined {
  if (rows.some(({ weight }) => weight !== undefined)) {
    return { title: words.figures.forest.weight, texts: weightTexts(rows) }; // prettier-ignore
  }
  if (!ofReports.has(measure)) return undefined;
  return { title: words.figures.points.signals.x, texts: rows.map(({ n }) => (n === undefined ? '' : formatCount(n))) };
}

/** Weights are shares, with as many decimals each. */
function weightTexts(rows: ForestFigure['rows']): string[] {
  const texts = writtenAs('proportion', rows.map(({ weight }) => weight ?? null)); // prettier-ignore
  return rows.map(({ weight }, at) => (weight === undefined ? '' : (texts[at] ?? '')));
}

const ofReports: ReadonlySet<Measure> = new Set(['empirical-bayes-ratio', 'information-component', 'reporting-odds-ratio', 'proportional-reporting-ratio']); // prettier-ignore

/** As wide as their interval: what studies say together. */
function diamonds(marks: readonly Mark[]): RenderFunction {
  return (_, scales, __, ___, context) => {
    const [x, y] = [scales.x, scales.y] as unknown as [(value: number) => number, ((key: string) => number) & { bandwidth: () => number }]; // prettier-ignore
    const group = context.document.createElementNS(SVG, 'g');
    for (const { at, estimate, lower, upper } of marks) {
      const middle = y(at) + y.bandwidth() / 2;
      const shape = context.document.createElementNS(SVG, 'polygon');
      const points = [[x(lower), middle], [x(estimate), middle - 7], [x(upper), middle], [x(estimate), middle + 7]]; // prettier-ignore
      shape.setAttribute('points', points.map((point) => point.join(',')).join(' '));
      shape.setAttribute('fill', 'var(--c2)');
      group.append(shape);
    }
    return group;
  };
}

const SVG = 'http://www.w3.org/2000/svg';
type Domain = [number, number];

/** All limits, but what lies far beyond most of them leaves the drawing. */
function domainOf({ scale, null: none, rows }: ForestFigure): Domain {
  const to = scale === 'log' ? Math.log : (value: number) => value;
  const from = scale === 'log' ? Math.exp : (value: number) => value;
  const real = (value: number | null | undefined): value is number =>
    value !== null && value !== undefined && Number.isFinite(value) && (scale === 'identity' || value > 0);
  const middle = rows.flatMap(({ estimate }) => (real(estimate) ? [to(estimate)] : []));
  const spans = rows.flatMap(({ estimate, lower, upper }) =>
    real(estimate) ? [lower, upper].flatMap((one) => (real(one) ? [Math.abs(to(one) - to(estimate))] : [])) : []
  );
  const reach = WIDEST * ([...spans].sort((a, b) => a - b)[Math.floor(spans.length / 2)] ?? 0);
  let [low, high] = [to(none), to(none)];
  for (const one of middle) [low, high] = [Math.min(low, one), Math.max(high, one)];
  const [least, greatest] = [low - reach, high + reach];
  for (const { lower, upper } of rows) {
    if (real(lower)) low = Math.min(low, Math.max(least, to(lower)));
    if (real(upper)) high = Math.max(high, Math.min(greatest, to(upper)));
  }
  const room = (high - low) * 0.05 || 0.5;
  return [from(low - room), from(high + room)];
}

function marksOf(
  { rows }: ForestFigure,
  { texts, sides }: { texts: readonly string[]; sides: Side | undefined },
  [low, high]: Domain
): Mark[] {
  const weightiest = rows.reduce((most, { weight = 0 }) => Math.max(most, weight), 0);
  return rows.flatMap((row, at): Mark[] => {
    const { estimate, lower, upper, weight, look = 'estimate' } = row;
    if (estimate === undefined || look === 'heading') return [];
    return [
      {
        at: keyOf(at),
        name: readName(row),
        look,
        estimate: Math.min(high, Math.max(low, estimate)),
        lower: Math.max(low, lower ?? (lower === null ? low : estimate)),
        upper: Math.min(high, upper ?? (upper === null ? high : estimate)),
        size: weight === undefined || weightiest === 0 ? 4.5 : 1.5 + 7 * Math.sqrt(weight / weightiest),
        cutLeft: look !== 'reference' && (lower === null || (lower !== undefined && lower < low)),
        cutRight: look !== 'reference' && (upper === null || (upper !== undefined && upper > high)),
        text: texts[at] ?? '',
        side: sides?.texts[at] ? `${sides.title}: ${sides.texts[at]}` : ''
      }
    ];
  });
}

function arrows(Plot: Parameters<Drawing['options']>[0], marks: readonly Mark[], side: 'cutLeft' | 'cutRight') {
  return Plot.dot(
    marks.filter((mark) => mark[side]),
    {
      x: side === 'cutLeft' ? 'lower' : 'upper',
      y: 'at',
      symbol: 'triangle',
      rotate: side === 'cutLeft' ? -90 : 90,
      r: 4,
      fill: 'var(--c1)'
    }
  );
}
