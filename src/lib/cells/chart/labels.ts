import type { RelationColumn } from '$workers/data/contract';
import { chart as words } from '$lib/messages/chart';
import { other, type Axis } from './layout';
import type { ChartOutput } from './run';
import type { Role } from './spec';

/** "Lactate (mmol/L)": what the data say about themselves, by `import` and SQL of the same name. */
export function columnLabel({ label, name, unit }: RelationColumn): string {
  const said = label ?? name;
  return unit === undefined ? said : `${said} (${unit})`;
}

/** @returns what stands at an axis; undefined where the text wants nothing there */
export function axisLabel(output: Pick<ChartOutput, 'spec' | 'layout'>, axis: Axis): string | undefined {
  const written = output.spec.scales[axis].label;
  if (written !== undefined) return written === '' ? undefined : written;
  const channel = output.layout.channels.get(axis);
  if (axis === output.layout.value && output.layout.aggregate !== 'none') return figureLabel(output, axis);
  return channel && columnLabel(channel.column);
}

/** What an aggregate is called: "Median of lactate (mmol/L)", "Rows". */
export function figureLabel({ layout }: Pick<ChartOutput, 'layout'>, role: Role): string {
  const column = layout.channels.get(role)?.column;
  if (layout.aggregate === 'none') return column ? columnLabel(column) : '';
  return column ? words.aggregateOf(layout.aggregate, columnLabel(column)) : words.countLabel;
}

/** @returns the label of the colours, of their figure where cells are counted */
export function colorLabel(output: Pick<ChartOutput, 'spec' | 'layout'>): string | undefined {
  const written = output.spec.scales.color.label;
  if (written !== undefined) return written === '' ? undefined : written;
  if (output.spec.mark === 'cell' && output.layout.aggregate !== 'none') return figureLabel(output, 'color');
  const channel = output.layout.channels.get('color');
  return channel && columnLabel(channel.column);
}

/** How many rows are drawn, and what is not: never a silent gap. */
export function countNotes({ facts, domains, layout, spec }: ChartOutput): string[] {
  const named = (role: Role) => layout.channels.get(role)?.column.name ?? '';
  const left = [...domains].filter(([, domain]) => domain.left > 0);
  const hidden = left.reduce((most, [, domain]) => Math.max(most, domain.left), 0);
  const notes = left.length > 1 ? [] : [words.n(facts.complete - hidden)];
  const said = new Set<string>();
  const say = (role: Role, n: number, sentence: (n: number, column: string) => string) => {
    const note = sentence(n, named(role));
    if (n > 0 && !said.has(note)) notes.push(note);
    said.add(note);
  };
  for (const [role, n] of facts.missing) say(role, n, words.without);
  for (const [role, n] of facts.notPositive) say(role, n, words.notPositive);
  for (const [role, n] of facts.outside)
    if (!(spec.mark === 'histogram' && role === layout.value)) say(role, n, words.outside);
  for (const [role, domain] of left) say(role, domain.left, words.notListed);
  return notes;
}

/** One sentence for those who do not see the chart. */
export function describeChart(output: ChartOutput): string {
  const { spec, layout, facts, domains } = output;
  const value: Axis = layout.value ?? (layout.channels.get('y')?.measure === 'category' ? 'x' : 'y');
  const key = layout.channels.get(other(value));
  const column = layout.channels.get(value)?.column;
  const aggregated = layout.aggregate !== 'none';
  const range = figureRange(output) ?? facts.range.get(value);
  const figure = spec.mark === 'cell' ? layout.channels.get('color')?.column : column;
  const said = figure && (figure.label ?? figure.name);
  const what = aggregated ? words.spoken(layout.aggregate, said) : said;
  return words.describe({
    mark: spec.mark,
    what: what ?? key?.column.name ?? '',
    by: what === undefined ? undefined : (key?.column.label ?? key?.column.name),
    groups: domains.get('color')?.categories.length,
    range: spec.mark === 'cell' ? figureRange(output) : range && [range[0], range[1]],
    unit: aggregated && layout.aggregate === 'count' ? undefined : column?.unit
  });
}

/** Least and greatest of what was counted or averaged. */
export function figureRange({ marks, layout }: ChartOutput): [number, number] | undefined {
  if (layout.aggregate === 'none') return undefined;
  const figures = marks.columns.find((column) => column.name === 'figure');
  if (figures?.type !== 'float64' || marks.rows === 0) return undefined;
  return figures.values.reduce<[number, number]>(
    ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
    [Infinity, -Infinity]
  );
}
