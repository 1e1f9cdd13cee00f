import type { PlotOptions, ScaleOptions } from '@observablehq/plot';
import { largestOf } from './extent';
import { formatNumber } from './number-format';

/**
 * The house style of charts, around any options of Observable Plot 0.6. Pure, without a document: the page's charts and
 * drawings made in a worker get the same. Colours are the page's custom properties, so one drawing serves both themes.
 * What the options say themselves is kept.
 */

/** Six hues that are told apart by all eyes; more groups are to be merged or drawn apart. */
export const palette = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'] as const;
/** Nine steps, more = further from the ground. For `quantize` and `threshold` scales: CSS colours cannot be mixed. */
export const sequential = Array.from({ length: 9 }, (_, step) => `var(--seq-${step + 1})`);
/** Nine steps around a middle; the domain is to be symmetric. */
export const diverging = Array.from({ length: 9 }, (_, step) => `var(--div-${step + 1})`);
/** Beside the colour, so that series differ in print: solid, dashed, dotted, dash-dot. */
export const dashes = ['none', '6 3', '2 3', '8 3 2 3'] as const;

/** Mean advance of the interface face at 13 px. */
const letterPx = 6.5;
const style =
  'background: transparent; color: var(--ink-soft); font: 400 13px/18px var(--sans); ' +
  'font-variant-numeric: tabular-nums lining-nums; overflow: visible; --plot-background: var(--surface);';

/** Least and greatest width of a chart, px. */
export function chartWidth(room: number): number {
  return Math.min(1200, Math.max(280, Math.floor(room)));
}

/** Height without other wishes: 0.56 of the width, 240 to 480; a row for each category where they stand at the left. */
export function chartHeight(width: number, rows?: number): number {
  if (rows !== undefined) return Math.min(960, Math.max(120, rows * 26 + 64));
  return Math.round(Math.min(480, Math.max(240, width * 0.56)));
}

export function withChartDefaults(options: PlotOptions, { width: room }: { width: number }): PlotOptions {
  const width = options.width ?? chartWidth(room);
  const rows = options.fy === undefined ? categories(options.y)?.length : undefined;
  const across = categories(options.x);
  const turned = across !== undefined && textWidth(across) > width - 80;
  const upright = categories(options.y) === undefined;
  return {
    ...options,
    width,
    height: options.height ?? chartHeight(width, rows),
    marginTop: options.marginTop ?? (options.fx === undefined ? 28 : 40),
    marginRight: options.marginRight ?? (options.fy === undefined ? 24 : 16 + longest(categories(options.fy))),
    marginBottom: options.marginBottom ?? (turned ? 40 + Math.min(110, longest(across) * 0.6) : 40),
    marginLeft: options.marginLeft ?? Math.max(40, Math.min(width * 0.4, longest(categories(options.y)) + 14)),
    style: options.style ?? style,
    x: axis(options.x, { grid: !upright, turned, spare: width < 420 }),
    y: axis(options.y, { grid: upright, turned: false, spare: false }),
    ...(options.color === undefined ? {} : { color: colour(options.color) })
  };
}

interface AxisLook {
  grid: boolean;
  turned: boolean;
  /** Little room: fewer ticks. */
  spare: boolean;
}

function axis(given: ScaleOptions | undefined, look: AxisLook): ScaleOptions {
  const ordinal = categories(given) !== undefined;
  return {
    // An arrow is in none of the shipped faces.
    labelArrow: 'none',
    tickSize: 4,
    ...(ordinal ? {} : { ticks: look.spare ? 4 : 5, tickFormat: tickText as NonNullable<ScaleOptions['tickFormat']> }),
    ...(look.grid && !ordinal ? { grid: true } : {}),
    ...(look.turned ? { tickRotate: -35 } : {}),
    ...given
  };
}

function colour(given: ScaleOptions): ScaleOptions {
  const grouped = given.type === 'ordinal' || given.type === 'categorical' || categories(given) !== undefined;
  const free = given.range === undefined && given.scheme === undefined;
  return grouped && free ? { ...given, range: [...palette] } : given;
}

/** The texts along an axis, where they are known. */
function categories(scale: ScaleOptions | undefined): string[] | undefined {
  if (!scale || !scale.domain) return undefined;
  const domain = Array.from(scale.domain as Iterable<unknown>);
  const named = scale.type === 'ordinal' || scale.type === 'band' || scale.type === 'point';
  return named || domain.some((value) => typeof value === 'string') ? domain.map(String) : undefined;
}

function longest(texts: readonly string[] | undefined): number {
  return Math.max(0, largestOf((texts ?? []).map((text) => text.length))) * letterPx;
}

function textWidth(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length * letterPx + 10, 0);
}

/** What stands at a tick: a number with at most four significant digits, a time as precise as its neighbours need. */
export function tickText(value: unknown, _index?: number, all: readonly unknown[] = [value]): string {
  if (value instanceof Date) return timeText(value, all);
  if (typeof value === 'number') return formatNumber(value);
  return String(value ?? '');
}

function timeText(value: Date, all: readonly unknown[]): string {
  const iso = all.map((one) => (one instanceof Date && !Number.isNaN(one.getTime()) ? one.toISOString() : ''));
  const every = (pattern: RegExp) => iso.every((text) => text === '' || pattern.test(text));
  const own = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (every(/-01-01T00:00:00\.000Z$/)) return own.slice(0, own.indexOf('-', 1));
  if (every(/-01T00:00:00\.000Z$/)) return own.slice(0, own.indexOf('T') - 3);
  if (every(/T00:00:00\.000Z$/)) return own.slice(0, own.indexOf('T'));
  // Within a day the hour is enough; the day stands where it begins.
  return own.includes('T00:00:00') ? own.slice(5, 10) : own.slice(11, every(/:00\.000Z$/) ? 16 : 19);
}
