import type { Values } from '$workers/shared/errors';
import { formatCount, formatNumber } from '$workers/shared/number-format';
import { clip } from './cells';

const holds: Record<string, string> = { number: 'numbers', time: 'times', category: 'texts' };
const held = (v: Values) => holds[String(v.holds)] ?? v.holds;
const name = (v: Values, key = 'column') => `\`${clip(v[key])}\``;

/** What a chart can say about its text and its table. */
export const chartFailures = {
  'chart-needs': {
    message: (v: Values) => `A ${name(v, 'mark')} chart needs ${v.needs === 'both' ? '`x` and `y`' : '`x` or `y`'}.`,
    hint: (v: Values) => `Add \`${v.key}:\` and the name of a column.`
  },
  'chart-unused': {
    message: (v: Values) => `${name(v, 'key')} means nothing for a ${name(v, 'mark')} chart.`,
    hint: (v: Values) => `Take the line out, or choose another mark${v.marks ? `: ${v.marks}` : ''}.`
  },
  'chart-histogram-both': {
    message: () => 'A histogram counts the rows of one column, but both `x` and `y` name one.',
    hint: () => 'Keep one of the two; use `color` or `facet` to compare groups.'
  },
  'chart-box-color': {
    message: () => '`color` and the groups of these boxes are two different columns: boxes would hide each other.',
    hint: () => 'Write `facet: {x: …}` instead of `color`, or leave out one of them.'
  },
  'chart-aggregate-needs': {
    message: (v: Values) => `There is no column to take the ${v.aggregate} of.`,
    hint: (v: Values) => `Name the column as \`${v.key}\`, or use \`aggregate: count\`.`
  },
  'chart-bin': {
    message: (v: Values) => `\`bin\` cannot be ${name(v, 'value')}.`,
    hint: () => 'Write `auto`, a width above 0, or for times hour, day, week, month, quarter or year.'
  },
  'chart-bin-type': {
    message: (v: Values) => `${name(v)} holds ${held(v)}, which \`bin: ${clip(v.value)}\` cannot divide.`,
    hint: () => 'Use a width for numbers, a unit such as month for times, and no bin for texts.'
  },
  'chart-many-bins': {
    message: (v: Values) => `\`bin: ${clip(v.value)}\` would cut ${name(v)} into ${v.n} bins.`,
    hint: () => 'Choose a greater width, or `bin: auto`.'
  },
  'chart-domain': {
    message: (v: Values) =>
      `The domain of ${name(v, 'scale')} needs ${v.measure === 'number' ? 'two numbers, the lesser first' : 'two days, the earlier first'}.`,
    hint: () => 'Write `domain: [least, greatest]`, or all categories of an ordinal scale.'
  },
  'chart-not-number': {
    message: (v: Values) =>
      `${name(v)} holds ${held(v)}; a ${name(v, 'mark')} chart needs numbers as ${name(v, 'key')}.`,
    hint: () => 'Name a column of numbers, or cast it in SQL.'
  },
  'chart-not-place': {
    message: (v: Values) =>
      `${name(v)} holds ${held(v)}; a ${name(v, 'mark')} chart needs numbers or times as ${name(v, 'key')}.`,
    hint: () => 'Name a column of numbers, dates or times, or cast it in SQL.'
  },
  'chart-scale-type': {
    message: (v: Values) => `${name(v)} holds ${held(v)} and cannot stand on a ${name(v, 'type')} scale.`,
    hint: () => 'Take `type` out, or name another column.'
  },
  'chart-beyond-exact': {
    message: (v: Values) => `${name(v)} holds whole numbers beyond 2^53, which a chart would round.`,
    hint: (v: Values) => `Use it as \`color\` or \`group\`, or write \`scales: {${v.key}: {type: ordinal}}\`.`
  },
  'chart-many-marks': {
    message: (v: Values) => `This chart would draw ${v.n} marks; up to ${v.max} can be drawn.`,
    hint: () => 'Add `aggregate: count` or `mean` with `bin: auto`, or select fewer rows in SQL.'
  },
  'chart-many-categories': {
    message: (v: Values) => `${name(v)} has more than ${v.max} different values, too many for ${name(v, 'key')}.`,
    hint: () => 'Group the values in SQL, add `bin: auto` for numbers, or name another column.'
  },
  'chart-repeats': {
    message: (v: Values) => `Several rows share one ${name(v)}, and \`aggregate\` does not say what to make of them.`,
    hint: () => 'Add `aggregate: mean`, `median`, `sum` or `count`, or make one row each in SQL.'
  },
  'chart-reference': {
    message: () => 'A reference line needs `x` or `y`: a number, a day or a category of that axis.',
    hint: () => 'Write for example `reference: [{y: 2, label: limit}]`.'
  }
};

const aggregates: Record<string, string> = {
  count: 'rows',
  mean: 'mean of',
  median: 'median of',
  sum: 'sum of',
  min: 'least',
  max: 'greatest'
};
const marks: Record<string, string> = {
  dot: 'Dots',
  line: 'Lines',
  area: 'Areas',
  bar: 'Bars',
  histogram: 'Histogram',
  box: 'Boxes',
  rule: 'Rules',
  tick: 'Ticks',
  cell: 'Cells',
  density: 'Density'
};

export const chart = {
  marks: {
    dot: 'dots',
    line: 'lines',
    area: 'areas',
    bar: 'bars',
    histogram: 'histogram',
    box: 'boxes',
    rule: 'rules',
    tick: 'ticks',
    cell: 'cells (heat map)',
    density: 'density'
  },
  from: 'From table',
  mark: 'Mark',
  x: 'Across (x)',
  y: 'Up (y)',
  color: 'Colour',
  colorHelp: 'Beyond six groups the five largest keep a colour of their own.',
  size: 'Size',
  group: 'One line for each',
  groupHelp: 'A column that tells the lines apart without a colour: a person.',
  facet: 'Facets',
  facetX: 'Facets side by side',
  facetY: 'Facets below each other',
  aggregate: 'Many rows become',
  aggregateHelp: 'Counted by the data engine, so a chart of millions of rows is quick.',
  bin: 'Bins',
  binHelp: 'auto, a width, or hour, day, week, month, quarter, year',
  stack: 'Stacking',
  sort: 'Order of categories',
  sortHelp: 'By the value of an axis; with a minus the greatest first.',
  title: 'Title',
  titleHelp: 'The finding or the question.',
  caption: 'Caption',
  tips: 'Tips',
  tipsHelp: 'Values beside the pointer.',
  height: 'Height',
  scales: 'Scales',
  scaleOf: { x: 'Scale across', y: 'Scale up', color: 'Scale of colour', size: 'Scale of size' },
  type: 'Type',
  domain: 'Domain',
  label: 'Label',
  reverse: 'Reversed',
  zero: 'Begins at zero',
  reference: 'Reference lines',
  referenceLabel: 'Label',
  missing: '(missing)',
  other: (n: number) => `other (${formatCount(n)})`,
  empty: (table: string) => `No row of ${table} has what this chart draws.`,
  emptyHint: 'Look at the table: is it empty, or are the columns missing throughout?',
  countLabel: 'Rows',
  aggregateOf: (aggregate: string, column: string) =>
    aggregate === 'count' ? `Rows with ${column}` : `${capital(aggregates[aggregate] ?? aggregate)} ${column}`,
  /** The same inside a sentence: "mean of lactate", "rows". */
  spoken: (aggregate: string, column: string | undefined) =>
    column === undefined
      ? (aggregates[aggregate] ?? aggregate)
      : aggregate === 'count'
        ? `rows with ${column}`
        : `${aggregates[aggregate] ?? aggregate} ${column}`,
  from_: (column: string) => `${column} from`,
  to_: (column: string) => `${column} below`,
  boxParts: { low: 'lower whisker', q1: 'first quarter', median: 'median', q3: 'third quarter', high: 'upper whisker' },
  rowsLabel: 'rows',
  n: (n: number) => `n = ${formatCount(n)}`,
  without: (n: number, column: string) => `${formatCount(n)} without ${column}`,
  outside: (n: number, column: string) => `${formatCount(n)} outside the shown range of ${column}`,
  notPositive: (n: number, column: string) =>
    `${formatCount(n)} at or below zero, which a log scale of ${column} cannot show`,
  notListed: (n: number, column: string) => `${formatCount(n)} of other ${column}`,
  linesRepeat: (column: string) =>
    `Several rows of one line share a \`${clip(column)}\`. Name what tells the lines apart as \`group\` or \`color\`, or add an \`aggregate\`.`,
  othersMerged: (n: number, column: string) =>
    `\`${clip(column)}\` has ${formatCount(n)} groups. The five largest have a colour, the others share one.`,
  /** "Lines, lactate by hour, 3 groups, from 1.1 to 6.2 mmol/L." */
  describe: (parts: {
    mark: string;
    what: string;
    by: string | undefined;
    groups: number | undefined;
    range: [low: number, high: number] | undefined;
    unit: string | undefined;
  }) => {
    const { mark, what, by, groups, range, unit } = parts;
    const clauses = [marks[mark] ?? mark, by === undefined ? what : `${what} by ${by}`];
    if (groups !== undefined && groups > 1) clauses.push(`${formatCount(groups)} groups`);
    if (range) {
      const of = unit ? `\u00a0${unit}` : '';
      clauses.push(`from ${formatNumber(range[0])} to ${formatNumber(range[1])}${of}`);
    }
    return `${clauses.join(', ')}.`;
  }
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
