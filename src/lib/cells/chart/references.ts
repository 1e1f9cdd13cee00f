import type { Markish } from '@observablehq/plot';
import { axisValue } from './axis-value';
import { failChart } from './failures';
import type { ChartLayout } from './layout';
import type { Plot } from './mark';
import type { ChartOutput } from './run';
import type { ChartSpec } from './spec';

/** Lines that people compare with: dashed, with their words. */
export function references(Plot: Plot, { spec, layout }: ChartOutput): Markish[] {
  return (spec.reference ?? []).flatMap(({ x, y, label }) => {
    const axis = x === undefined || x === null ? ('y' as const) : ('x' as const);
    const measure = layout.channels.get(axis)?.measure ?? 'number';
    const at = axisValue(axis === 'x' ? x : y, measure);
    if (at === undefined) return [];
    const line = { stroke: 'var(--line-strong)', strokeDasharray: '4 3' };
    const text = { text: [label ?? ''], fill: 'var(--ink-soft)' };
    return axis === 'x'
      ? [
          Plot.ruleX([at], { ...line, x: [at] }),
          Plot.text([at], { ...text, x: [at], frameAnchor: 'top', dx: 4, textAnchor: 'start' })
        ]
      : [
          Plot.ruleY([at], { ...line, y: [at] }),
          Plot.text([at], { ...text, y: [at], frameAnchor: 'right', dy: -8, textAnchor: 'end' })
        ];
  });
}

/** @throws `chart-reference` where an axis cannot hold what a line is said to stand at */
export function checkReferences(spec: ChartSpec, layout: ChartLayout): void {
  for (const { x, y } of spec.reference ?? []) {
    const across = x !== undefined && x !== null;
    const measure = layout.channels.get(across ? 'x' : 'y')?.measure ?? 'number';
    if (axisValue(across ? x : y, measure) !== undefined) continue;
    throw failChart('chart-reference', {}, { place: spec.places.reference });
  }
}
