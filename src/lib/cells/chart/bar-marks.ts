import type { Markish } from '@observablehq/plot';
import { chart as words } from '$lib/messages/chart';
import type { Drawn } from './drawn';
import { columnLabel } from './labels';
import { mark, present, shared, type Plot } from './mark';

/** Bars and histograms: from zero, stacked by colour. */
export function bars(Plot: Plot, drawn: Drawn): Markish[] {
  const { stack } = drawn.output.spec;
  const { key, value } = drawn;
  const figure = drawn.figure();
  const length =
    stack === 'none'
      ? { [`${value}1`]: 0, [`${value}2`]: figure, fillOpacity: 0.6 }
      : { [value]: figure, offset: stack === 'share' ? 'normalize' : undefined };
  const options = { ...shared(drawn), ...length, fill: drawn.channel('color') ?? 'var(--c1-area)' };
  const upright = value === 'y';
  if (!drawn.isCut(key))
    return [mark(Plot, upright ? 'barY' : 'barX', drawn, { ...options, [key]: drawn.channel(key) })];
  const ends = { [`${key}1`]: drawn.channel(key), [`${key}2`]: drawn.vector(`${key}_end`) };
  // A gap of one pixel tells bars apart without an outline.
  const inset = upright ? { insetLeft: 0.5, insetRight: 0.5 } : { insetTop: 0.5, insetBottom: 0.5 };
  return [mark(Plot, upright ? 'rectY' : 'rectX', drawn, { ...options, ...ends, ...inset })];
}

/** Tukey's boxes: quarters, median, whiskers, and every value beyond them. */
export function boxes(Plot: Plot, drawn: Drawn, outliers: Drawn): Markish[] {
  const { key, value, output } = drawn;
  const upright = value === 'y';
  const { tip, ...facets } = shared(drawn);
  const place = { ...facets, [key]: drawn.channel(key) };
  const ends = (low: string, high: string) => ({ [`${value}1`]: drawn.vector(low), [`${value}2`]: drawn.vector(high) });
  const column = output.layout.channels.get(value)?.column;
  const label = column && columnLabel(column);
  const parts = Object.entries(words.boxParts).map(([name, said]) => [said, drawn.channel(name, said)] as const);
  const channels = present(Object.fromEntries([...parts, [words.rowsLabel, drawn.channel('n', words.rowsLabel)]]));
  const beyond = {
    fx: outliers.vector('fx'),
    fy: outliers.vector('fy'),
    [key]: outliers.vector(key),
    [value]: outliers.channel('value', label)
  };
  const box = { ...place, ...ends('q1', 'q3'), fill: drawn.channel('color') ?? 'var(--c1-area)', tip, channels };
  return [
    mark(Plot, upright ? 'ruleX' : 'ruleY', drawn, { ...place, ...ends('low', 'high'), stroke: 'var(--line-strong)' }),
    mark(Plot, upright ? 'barY' : 'barX', drawn, { ...box, inset: 2 }),
    mark(Plot, upright ? 'tickY' : 'tickX', drawn, {
      ...place,
      [value]: drawn.channel('median', label),
      stroke: 'var(--surface)',
      strokeWidth: 2
    }),
    mark(Plot, 'dot', outliers, { ...beyond, r: 1.5, fill: 'var(--ink-soft)', fillOpacity: 0.7 })
  ];
}

/** A heat map: cells where both axes are categories, rectangles where bins cut them. */
export function heatCells(Plot: Plot, drawn: Drawn): Markish[] {
  const fill = drawn.figureColor() ?? drawn.channel('color');
  const along = (axis: 'x' | 'y') =>
    drawn.isCut(axis)
      ? { [`${axis}1`]: drawn.channel(axis), [`${axis}2`]: drawn.vector(`${axis}_end`) }
      : { [axis]: drawn.channel(axis) };
  const options = { ...shared(drawn), ...along('x'), ...along('y'), fill, inset: 0.5 };
  const cut = [drawn.isCut('x'), drawn.isCut('y')];
  const name = cut[0] && cut[1] ? 'rect' : cut[0] ? 'barX' : cut[1] ? 'barY' : 'cell';
  return [mark(Plot, name, drawn, options)];
}
