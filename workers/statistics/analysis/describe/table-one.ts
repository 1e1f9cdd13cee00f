import { may, need } from '../../../shared/call-arguments';
import { exactText, isPresent } from '../../../shared/exact-text';
import type { Column, Table } from '../../../shared/table';
import { tableOne, wideTableOne, type Shown, type TableOne } from '../../descriptive';
import { fail } from '../../errors';
import { adjustTakes, ADJUSTMENTS } from '../adjusted';
import { differenceName } from '../compare/by-group';
import type { AnalysisTest, MeasuredEstimate, Measure } from '../contract';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { labelOf } from '../groups';
import { estimatesTable } from '../tidy';
import { shownTableOne } from './shown-table-one';
import { codeOf } from './test-codes';

const SHOWN: readonly Shown[] = ['mean', 'median', 'levels'];

export const tableOneAnalysis = defineAnalysis({
  name: 'table-one',
  question: 'describe',
  source: 'Austin 2009, Stat Med 28:3083; Yang and Dalton 2012, SAS Global Forum, paper 335',
  takes: [
    need('variables', 'columns'),
    may('group', 'column'),
    may('show', 'object'),
    may('tests', 'truth'),
    adjustTakes,
    may('level', 'number')
  ],
  async run(given, job) {
    const columns = given.columns('variables');
    const group = given.has('group') ? given.column('group') : undefined;
    const adjust = given.choice('adjust', ADJUSTMENTS, 'holm');
    const found = await tableOne(
      columns,
      {
        ...(group && { group }),
        show: showOf(given),
        level: given.level,
        adjustment: adjust === 'unadjusted' ? 'holm' : adjust
      },
      job
    );
    const withTests = group !== undefined && (given.option<boolean>('tests') ?? true);
    const comparisons = adjust === 'unadjusted' ? without(found.comparisons, 'p_adjusted') : found.comparisons;
    const tests = withTests ? testsOf(comparisons) : [];
    const labels = groupLabels(found, group);
    const estimates = found.estimates.map((one) => measuredDifference(one, found, labels));
    const largest = largestDifference(found, group);
    const several = found.comparisons.rows > 1 && adjust !== 'unadjusted';
    return {
      name: withTests && several ? found.method : 'Table 1',
      says: [
        group
          ? {
              code: 'table-one-groups',
              values: { variables: columns.length, groups: found.sizes.length, column: group.name }
            }
          : { code: 'table-one', values: { variables: columns.length } },
        ...(largest ? [{ code: `smd-${Math.abs(largest.smd) > 0.1 ? 'differs' : 'alike'}`, values: { variable: largest.variable, ...(labels.length > 2 && { pair: largest.pair }), smd: Math.round(100 * Math.abs(largest.smd)) / 100 } }] : []), // prettier-ignore
        ...(group && found.sizes.length > 1 ? [{ code: 'table-one-baseline', values: {} }] : [])
      ],
      estimates,
      tests,
      table: found.cells,
      shown: shownTableOne({ ...found, comparisons }, { columns, labels, withTests }),
      more: [
        { name: 'comparisons', table: comparisons },
        { name: 'differences', table: found.differences },
        { name: 'estimates', table: estimatesTable(estimates) },
        { name: 'wide', table: wideTableOne(found) }
      ],
      remarks: found.remarks.filter(({ code }) => withTests || !code.startsWith('test-')),
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

/** @throws `choice-unknown` */
function showOf(given: Given): Record<string, Shown> {
  const show = given.option<Readonly<Record<string, unknown>>>('show') ?? {};
  return Object.fromEntries(
    Object.entries(show).map(([column, value]) => {
      const found = SHOWN.find((one) => one === value);
      if (!found) throw fail('choice-unknown', { key: column, value: String(value), known: SHOWN.join(', ') });
      return [column, found];
    })
  );
}

const groupLabels = ({ groups, sizes }: TableOne, column: Column | undefined): string[] =>
  groups && column ? sizes.map((_, row) => labelOf(column, exactText(groups, row))) : [];

const columnOf = (table: Table, name: string): Column => table.columns.find((column) => column.name === name)!;
const without = (table: Table, name: string): Table => ({ ...table, columns: table.columns.filter((column) => column.name !== name) }); // prettier-ignore

/** What an estimate of two groups measures follows from how its variable is shown. */
function measuredDifference(
  one: TableOne['estimates'][number],
  { cells }: TableOne,
  [reference = '', group = '']: readonly string[]
): MeasuredEstimate {
  const [variable, shown] = [columnOf(cells, 'variable'), columnOf(cells, 'shown')];
  const row = Array.from({ length: cells.rows }, (_, at) => at).find((at) => exactText(variable, at) === one.name) ?? 0;
  const how = exactText(shown, row);
  const measure: Measure = how === 'mean' ? 'mean-difference' : how === 'median' ? 'location-shift' : 'risk-difference';
  return { ...one, measure, name: differenceName(group, reference, one.name) };
}

const numberIn = (table: Table, name: string, row: number): number | undefined => {
  const column = table.columns.find((one) => one.name === name);
  return column && isPresent(column, row) ? Number(column.values[row]) : undefined;
};

/** The test of each variable, named by its method in the table: here by its kind. */
function testsOf(comparisons: Table): AnalysisTest[] {
  const [variable, test, statistic] = ['variable', 'test', 'statistic_name'].map((name) => columnOf(comparisons, name)) as [Column, Column, Column]; // prettier-ignore
  return Array.from({ length: comparisons.rows }, (_, row) => row).flatMap((row): AnalysisTest[] => {
    const p = numberIn(comparisons, 'p', row);
    if (p === undefined) return [];
    const [value, adjusted] = [numberIn(comparisons, 'statistic', row), numberIn(comparisons, 'p_adjusted', row)];
    const df = [numberIn(comparisons, 'df', row), numberIn(comparisons, 'df2', row)].filter((one) => one !== undefined);
    return [
      {
        code: codeOf(exactText(test, row)),
        of: exactText(variable, row),
        ...(value !== undefined && { statistic: { name: exactText(statistic, row), value } }),
        df,
        p,
        ...(adjusted !== undefined && comparisons.rows > 1 && { adjusted })
      }
    ];
  });
}

/** The standardised difference that is the largest in size, and between which groups it is. */
function largestDifference(
  { differences }: TableOne,
  group: Column | undefined
): { variable: string; pair: string; smd: number } | undefined {
  let largest: { variable: string; pair: string; smd: number } | undefined;
  for (let row = 0; row < differences.rows; row++) {
    const smd = numberIn(differences, 'smd', row);
    if (smd === undefined || !group || (largest && Math.abs(smd) <= Math.abs(largest.smd))) continue;
    const said = (name: string) => exactText(columnOf(differences, name), row);
    largest = { variable: said('variable'), pair: differenceName(labelOf(group, said('group')), labelOf(group, said('reference'))), smd }; // prettier-ignore
  }
  return largest;
}
