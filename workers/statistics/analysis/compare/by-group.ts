import { may, need } from '../../../shared/call-arguments';
import type { Column, Table } from '../../../shared/table';
import { TableBuilder } from '../../../shared/column-builder';
import { numbersOf } from '../../columns';
import { summaryOf, type Summary } from '../../descriptive';
import type { StatisticsRemark } from '../../estimate';
import type { TestResult } from '../../tests';
import { adjustTakes } from '../adjusted';
import type { AnalysisTest, ShownCell, ShownTable } from '../contract';
import type { BoxesFigure } from '../figures';
import type { Given } from '../given';
import { fail } from '../../errors';
import { comparedGroups, samplesOf, type ComparedGroups } from '../groups';
import { count, decimalsOf, FEW, isFew, saidText, word } from '../shown-table';
import { remark } from '../tidy';

/** Keys of outcomes that are compared between groups. */
export const byGroupTakes = [
  need('outcomes', 'columns'),
  may('group', 'column'),
  may('reference', 'text'),
  adjustTakes,
  may('level', 'number')
];

/** More figures than that are not looked at. */
const MOST_BOXES = 6;

/** One outcome of numbers, by group. */
export interface Outcome {
  column: Column;
  samples: Float64Array[];
  summaries: Summary[];
  n: number;
}

export interface Outcomes {
  groups: ComparedGroups;
  all: Outcome[];
  n: number;
  nDropped: number;
}

/**
 * @param needed values that each group needs
 * @throws `column-…`, `groups-…`, `group-values-few`, `event-absent`, `summary-large`, `level-range`
 */
export function outcomesOf(given: Given, level: number, needed: number): Outcomes {
  const groups = comparedGroups(given);
  const used = new Uint8Array(given.table.rows);
  const all = given.columns('outcomes').map((column): Outcome => {
    const numbers = numbersOf(column);
    numbers.forEach((value, row) => {
      if (groups.codes[row]! >= 0 && !Number.isNaN(value)) used[row] = 1;
    });
    const samples = samplesOf(numbers, groups);
    const few = samples.findIndex(({ length }) => length < needed);
    if (few >= 0) throw fail('group-values-few', { group: groups.labels[few]!, values: samples[few]!.length, column: column.name, needed }); // prettier-ignore
    const summaries = samples.map((sample) => summaryOf(sample, { level, name: column.name }));
    return { column, samples, summaries, n: summaries.reduce((sum, { n }) => sum + n, 0) };
  });
  const n = used.reduce((sum, one) => sum + one, 0);
  return { groups, all, n, nDropped: given.table.rows - n };
}

/** Groups of which a comparison cannot tell much. */
export function smallGroups({ groups, all }: Outcomes): StatisticsRemark[] {
  const small = groups.labels.filter((_, group) => all.some(({ samples }) => samples[group]!.length < FEW));
  return small.length === 0 ? [] : [remark('test-groups-small', { groups: small.join(', '), least: FEW })];
}

/** A row an outcome and group, the group missing where there is none. */
export function groupsTable(names: readonly string[], all: readonly Pick<Outcome, 'column' | 'summaries'>[]): Table {
  const figures = ['n', 'mean', 'sd', 'lower', 'upper', 'min', 'q1', 'median', 'q3', 'max'] as const;
  const builder = new TableBuilder([
    { name: 'outcome', type: 'text' },
    { name: 'group', type: 'text' },
    ...figures.map((name) => ({ name, type: 'float64' }) as const)
  ]);
  for (const { column, summaries } of all) {
    summaries.forEach((summary, group) => {
      builder.push(column.name, names[group], ...figures.map((name) => summary[name] ?? undefined));
    });
  }
  return builder.finish();
}

/** Groups with their means and medians, to be read. */
export function shownGroups(
  labels: readonly string[],
  all: readonly Pick<Outcome, 'column' | 'summaries'>[]
): ShownTable {
  const several = all.length > 1;
  return {
    title: 'groups',
    head: [several ? word('group') : saidText(all[0]?.column.name ?? ''), word('n'), word('mean'), word('median')],
    rows: all.flatMap(({ column, summaries }) => [
      ...(several ? [{ cells: [saidText(withUnit(column)), ...NONE], look: 'heading' as const }] : []),
      ...summaries.map(({ n, mean, sd, median, q1, q3 }, group) => ({
        cells: [
          saidText(labels[group] ?? ''),
          count(n),
          { as: 'mean' as const, value: mean, sd, decimals: decimalsOfAll(summaries, (one) => one.sd), ...isFew(n) },
          { as: 'median' as const, value: median, q1, q3, decimals: decimalsOfAll(summaries, (one) => (one.q3 ?? 0) - (one.q1 ?? 0)), ...isFew(n) } // prettier-ignore
        ],
        ...(several && { look: 'part' as const })
      }))
    ])
  };
}

/** Groups beside each other have the decimals of the one that spreads most. */
const decimalsOfAll = (summaries: readonly Summary[], spread: (one: Summary) => number | null): number =>
  decimalsOf(summaries.reduce((most, one) => Math.max(most, spread(one) ?? 0), 0));

const NONE = Array<ShownCell>(3).fill({ as: 'none' });

export const withUnit = ({ name, unit }: Pick<Column, 'name' | 'unit'>): string =>
  unit === undefined ? name : `${name}, ${unit}`;

export function boxesOf(
  labels: readonly string[],
  all: readonly Pick<Outcome, 'column' | 'summaries'>[]
): BoxesFigure[] {
  return all.slice(0, MOST_BOXES).map(({ column, summaries }) => ({
    kind: 'boxes',
    value: column.name,
    ...(column.unit !== undefined && { unit: column.unit }),
    rows: summaries.flatMap(({ n, min, q1, median, q3, max, mean, lower, upper }, group) =>
      min === null || q1 === null || median === null || q3 === null || max === null || mean === null
        ? []
        : [{ name: labels[group] ?? '', n, low: min, q1, median, q3, high: max, mean, lower, upper }]
    )
  }));
}

/** A test of a room as a result tells it. */
export function testOf(code: string, { statistic, df, p }: TestResult, of?: string): AnalysisTest {
  return { code, ...(of !== undefined && { of }), ...(statistic && { statistic }), df, p };
}

/** Names of what is compared: unique within a result, and saying which way. */
export const differenceName = (group: string, reference: string, of?: string): string =>
  `${of === undefined ? '' : `${of}: `}${group} − ${reference}`;

export const ratioName = (group: string, reference: string, of?: string): string =>
  `${of === undefined ? '' : `${of}: `}${group} / ${reference}`;

/** The tests as a table: test, of, statistic_name, statistic, df, df2, p, p_adjusted. */
export function testsTable(tests: readonly AnalysisTest[]): Table {
  const builder = new TableBuilder([
    ...['test', 'of', 'statistic_name'].map((name) => ({ name, type: 'text' }) as const),
    ...['statistic', 'df', 'df2', 'p', 'p_adjusted'].map((name) => ({ name, type: 'float64' }) as const)
  ]);
  for (const { code, of, statistic, df, p, adjusted } of tests) {
    builder.push(code, of, statistic?.name, statistic?.value, df[0], df[1], p, adjusted);
  }
  return builder.finish();
}
