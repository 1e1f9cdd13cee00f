import type { Markish } from '@observablehq/plot';
import { chart as words } from '$lib/messages/chart';
import type { Drawn } from './drawn';
import { mark, present, shared, type Plot } from './mark';

export function dots(Plot: Plot, drawn: Drawn): Markish[] {
  const counted = drawn.output.layout.aggregate === 'count';
  const size = counted ? drawn.channel('figure', words.countLabel) : drawn.channel('size');
  return [
    mark(Plot, 'dot', drawn, {
      ...shared(drawn),
      x: drawn.place('x'),
      y: drawn.place('y'),
      r: size ?? (drawn.length > 2000 ? 1.5 : 3),
      fill: drawn.channel('color') ?? 'var(--c1)',
      fillOpacity: 0.7,
      // Overlapping circles stay countable by their rims.
      stroke: size ? 'var(--surface)' : undefined,
      strokeWidth: size ? 0.5 : undefined
    })
  ];
}

const dashes = ['none', '6 3', '2 3', '8 3 2 3', '10 3', '1 2'];

function seriesOf(drawn: Drawn) {
  return drawn.vector('group') ?? drawn.vector('series') ?? drawn.vector('color');
}

/** One line a group; beyond two a dash tells them apart without the colour. */
export function lines(Plot: Plot, drawn: Drawn): Markish[] {
  const { tip, ...rest } = shared(drawn);
  const options = {
    ...rest,
    x: drawn.place('x'),
    y: drawn.figure(),
    z: seriesOf(drawn),
    stroke: drawn.channel('color') ?? 'var(--c1)',
    strokeWidth: 2
  };
  const texts = drawn.vector('color');
  const groups = drawn.output.domains.get('color')?.categories ?? [];
  if (groups.length <= 2 || groups.length > dashes.length || !texts)
    return [mark(Plot, 'line', drawn, { ...options, tip })];
  const parts = groups.map((group, index) => {
    // A row of another line is no gap of this one.
    const filter = Array.from({ length: drawn.length }, (_, row) => texts[row] === group);
    return mark(Plot, 'line', drawn, { ...options, filter, strokeDasharray: dashes[index] });
  });
  const pointed = present({ ...options, strokeWidth: undefined }) as Parameters<Plot['tip']>[1];
  return tip ? [...parts, Plot.tip({ length: drawn.length }, Plot.pointer(pointed as object))] : parts;
}

export function areas(Plot: Plot, drawn: Drawn): Markish[] {
  const { stack } = drawn.output.spec;
  const color = drawn.channel('color');
  const options = { ...shared(drawn), x: drawn.place('x'), z: seriesOf(drawn), fill: color ?? 'var(--c1-area)' };
  const figure = drawn.figure();
  if (stack === 'none') return [mark(Plot, 'areaY', drawn, { ...options, y1: 0, y2: figure, fillOpacity: 0.4 })];
  const offset = stack === 'share' ? 'normalize' : undefined;
  return [mark(Plot, 'areaY', drawn, { ...options, y: figure, offset, fillOpacity: color ? 0.8 : 0.6 })];
}

export function rules(Plot: Plot, drawn: Drawn): Markish[] {
  const options = { ...shared(drawn), stroke: drawn.channel('color') ?? 'var(--c1)' };
  const x = drawn.channel('x');
  const y = drawn.channel('y');
  if (x && y) return [mark(Plot, 'ruleX', drawn, { ...options, x, y1: 0, y2: y })];
  return [x ? mark(Plot, 'ruleX', drawn, { ...options, x }) : mark(Plot, 'ruleY', drawn, { ...options, y })];
}

export function ticks(Plot: Plot, drawn: Drawn): Markish[] {
  const { channels, value } = drawn.output.layout;
  const rows = value === undefined && (channels.get('x')?.measure === 'category' || !channels.has('x'));
  const options = { x: drawn.place('x'), y: drawn.place('y'), stroke: drawn.channel('color') ?? 'var(--c1)' };
  const name = value === 'y' || rows ? 'tickY' : 'tickX';
  return [mark(Plot, name, drawn, { ...shared(drawn), ...options, strokeOpacity: 0.7 })];
}

export function densities(Plot: Plot, drawn: Drawn): Markish[] {
  const color = drawn.channel('color');
  const { tip: _, ...rest } = shared(drawn);
  // Contours run beyond the last values, and would run over the axes.
  const places = { ...rest, clip: true, x: drawn.channel('x'), y: drawn.channel('y') };
  return [
    mark(Plot, 'density', drawn, { ...places, ...(color ? { stroke: color } : { fill: 'density' }) }),
    mark(Plot, 'dot', drawn, { ...places, r: 1, fill: color ?? 'var(--ink-soft)', fillOpacity: 0.3 })
  ];
}
