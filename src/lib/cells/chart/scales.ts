import { categoriesOf } from './order';
import { roundUp } from './bins';
import { axisLabel, colorLabel, columnLabel, figureRange } from './labels';
import type { Axis } from './layout';
import type { ChartOutput } from './run';
import { numericDomain } from './facts';
import { chart as words } from '$lib/messages/chart';
import { palette, sequential } from '$workers/shared/chart-defaults';
import { formatNumber } from '$workers/shared/number-format';
import type { ScaleOptions } from '@observablehq/plot';

const rest = 'var(--line-strong)';
/** An axis. Plot's `null` label is "nothing there"; an absent one would be guessed. */
export function axisScale(output: ChartOutput, axis: Axis): ScaleOptions {
  const { spec, layout } = output;
  const written = spec.scales[axis];
  const categories = categoriesOf(output, axis);
  const channel = layout.channels.get(axis);
  const domain = categories ?? (channel && dates(numericDomain(spec, channel), channel.measure === 'time'));
  const type = categories === undefined ? plotType(written.type) : undefined;
  return {
    label: axisLabel(output, axis) ?? null,
    ...(type === undefined ? {} : { type }),
    ...(domain === undefined ? {} : { domain: [...domain] }),
    // Plot's place for the label of categories is beside them, where it runs into their names.
    ...(categories === undefined ? {} : { labelAnchor: axis === 'x' ? 'right' : 'top', ...tickFit(categories, axis) }),
    ...(written.reverse ? { reverse: true } : {}),
    ...(written.zero ? { zero: true } : {})
  };
}

/** Numbers that name bars may be left out between others; names may not. */
export function tickFit(categories: readonly string[], axis: Axis): ScaleOptions {
  const room = axis === 'x' ? 16 : 40;
  if (categories.length <= room || !categories.every((one) => one !== '' && Number.isFinite(Number(one)))) return {};
  const every = Math.ceil(categories.length / room);
  return { ticks: categories.filter((_, index) => index % every === 0), tickRotate: 0 };
}

export function facetScale(output: ChartOutput, role: 'fx' | 'fy'): ScaleOptions | undefined {
  const channel = output.layout.channels.get(role);
  if (!channel) return undefined;
  return { label: columnLabel(channel.column), domain: [...(output.domains.get(role)?.categories ?? [])] };
}

/** Six colours that can be told apart, or nine steps of one hue. */
export function colorScale(output: ChartOutput): ScaleOptions | undefined {
  const { spec, domains, layout, facts } = output;
  const label = colorLabel(output) ?? null;
  const domain = domains.get('color');
  if (domain) {
    const own = domain.categories.filter((category) => !domain.merged.includes(category));
    const order = spec.scales.color.reverse ? own.toReversed() : own;
    const merged = domain.merged.length > 0 ? [words.other(domain.merged.length)] : [];
    const range = order.map((category, index) => (category === words.missing ? rest : (palette[index] ?? rest)));
    return {
      type: 'ordinal',
      label,
      domain: [...order, ...merged],
      range: [...range, ...merged.map(() => rest)],
      legend: true
    };
  }
  const counted = spec.mark === 'cell' && layout.aggregate !== 'none';
  const channel = layout.channels.get('color');
  if (!counted && !channel && spec.mark !== 'density') return undefined;
  const steps = spec.scales.color.reverse ? sequential.toReversed() : sequential;
  // The density of a drawing has no unit that a reader could use.
  if (spec.mark === 'density') return { type: 'quantize', label, range: steps };
  const ends = counted ? figureRange(output) : channel && (numericDomain(spec, channel) ?? facts.range.get('color'));
  const edges = ends ? colorEdges(...ends) : [];
  const range = edges.length > 0 ? spread(steps, edges.length + 1) : steps.slice(4, 6);
  const tickFormat = (value: unknown) => formatNumber(Number(value), 3);
  return {
    type: 'threshold',
    label,
    domain: edges.length > 0 ? edges : [ends?.[0] ?? 0],
    range,
    legend: true,
    tickFormat
  };
}

/** Round numbers between the colours, at most eight: a key that can be read. */
export function colorEdges(low: number, high: number): number[] {
  if (!(high > low)) return [];
  const step = roundUp((high - low) / 9);
  const first = Math.floor(low / step) + 1;
  const count = Math.ceil(high / step) - first;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Some of the nine steps, from one end to the other. */
function spread(steps: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = count > 1 ? Math.round((index * (steps.length - 1)) / (count - 1)) : 0;
    return steps[at] ?? rest;
  });
}

/** Dots: area follows the value, and zero is no dot. */
export function sizeScale(output: ChartOutput): ScaleOptions | undefined {
  const counted = output.spec.mark === 'dot' && output.layout.aggregate === 'count';
  if (!counted && !output.layout.channels.has('size')) return undefined;
  const label = output.spec.scales.size.label;
  return { range: [1, 12], ...(label === undefined ? {} : { label: label === '' ? null : label }) };
}

function plotType(type: string | undefined): 'linear' | 'log' | 'sqrt' | 'utc' | undefined {
  if (type === undefined || type === 'ordinal') return undefined;
  return type === 'time' ? 'utc' : (type as 'linear' | 'log' | 'sqrt');
}

function dates(domain: readonly [number, number] | undefined, time: boolean): readonly (number | Date)[] | undefined {
  return domain && (time ? domain.map((end) => new Date(end)) : domain);
}
