import type { Markish } from '@observablehq/plot';
import { chart as words } from '$lib/messages/chart';
import type { Drawn } from './drawn';

export type Plot = typeof import('@observablehq/plot');
type MarkName =
  | 'areaY'
  | 'barX'
  | 'barY'
  | 'cell'
  | 'density'
  | 'dot'
  | 'line'
  | 'rect'
  | 'rectX'
  | 'rectY'
  | 'ruleX'
  | 'ruleY'
  | 'tickX'
  | 'tickY';

export type MarkOptions = Readonly<Record<string, unknown>>;

/** One mark over the columns of a chart. Channels that the chart does not have may stand as `undefined`. */
export function mark(Plot: Plot, name: MarkName, drawn: Drawn, options: MarkOptions): Markish {
  // Plot's types know neither an absent channel nor columns behind a bare length; its documentation has both.
  const make = Plot[name] as unknown as (data: { length: number }, options: MarkOptions) => Markish;
  return make({ length: drawn.length }, present(options));
}

export function present(options: MarkOptions): MarkOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** What every mark of a chart carries: its facets, its tip, and how many rows are behind an aggregate. */
export function shared(drawn: Drawn): MarkOptions {
  const { spec, layout } = drawn.output;
  const n = drawn.channel('n', words.rowsLabel);
  const averaged = layout.aggregate !== 'count' && layout.aggregate !== 'none';
  return {
    fx: drawn.vector('fx'),
    fy: drawn.vector('fy'),
    tip: spec.tips,
    // A domain that cuts values off must not let them run over the axes.
    clip: spec.scales.x.domain || spec.scales.y.domain ? true : undefined,
    channels: n && averaged ? { n } : undefined
  };
}
