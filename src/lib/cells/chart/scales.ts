import { categoriesOf } from './order';
import { axisLabel, colorLabel, columnLabel } from './labels';
import type { Axis } from './layout';
import type { ChartOutput } from './run';
import { numericDomain } from './facts';
import { chart as words } from '$lib/messages/en/chart';
import type { ScaleOptions } from '@observablehq/plot';

const series = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'];
const rest = 'var(--line-strong)';
/** Light to dark on paper, dark to light at night: a palette of the theme, so in steps. */
const sequence = Array.from({ length: 9 }, (_, index) => `var(--seq-${index + 1})`);

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
    ...(written.reverse ? { reverse: true } : {}),
    ...(written.zero ? { zero: true } : {})
  };
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
    const range = order.map((category, index) => (category === words.missing ? rest : (series[index] ?? rest)));
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
  const range = spec.scales.color.reverse ? sequence.toReversed() : sequence;
  const ends = channel && !counted ? (numericDomain(spec, channel) ?? facts.range.get('color')) : undefined;
  return {
    type: 'quantize',
    label,
    range,
    ...(ends && ends[0] < ends[1] ? { domain: [...ends] } : {}),
    // The density of a drawing has no unit that a reader could use.
    legend: spec.mark !== 'density'
  };
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
