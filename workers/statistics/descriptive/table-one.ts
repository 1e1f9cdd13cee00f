import { exactText } from '../../shared/exact-text';
import type { JobOptions } from '../../shared/job';
import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { commonRows, groupsOf } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { Pacer } from '../pacer';
import { checkLevel } from '../proportion';
import { adjustP, type Adjustment } from '../tests';
import { compareGroups, type Compared } from './compare-groups';
import { fail } from './errors';
import { cellTable, comparisonTable, differenceTable, pairDifferences } from './table-one-tables';
import { checkShow, readVariable, type Shown } from './variables';

export interface TableOneOptions {
  /** The columns of groups; without it, all rows are described together. */
  group?: Column | undefined;
  /** Shows a column otherwise than chosen. */
  show?: Readonly<Record<string, Shown>> | undefined;
  /** Of the intervals, default 0.95. */
  level?: number | undefined;
  /** Adjusts the p-values for their number; default Holm. */
  adjustment?: Adjustment | undefined;
  /** Of random tables, where Fisher's test needs them; default 1. */
  seed?: number | undefined;
}

export interface TableOne {
  /** The groups in the order of their values, a row a group; undefined without groups. */
  groups: Column | undefined;
  /** Rows of each group. */
  sizes: number[];
  /**
   * A row a variable, level and group, the group missing where all are together: variable, level, shown (mean, median or
   * levels), group, n, missing, count, share, mean, sd, median, q1, q3, min, max. Shares are of those not missing.
   */
  cells: Table;
  /**
   * A row a variable: variable, test, statistic_name, statistic, df, df2, p, p_adjusted, smd (the largest in size of two
   * groups). Empty without groups.
   */
  comparisons: Table;
  /** Standardised differences, a row a variable and pair of groups: variable, reference, group, smd. */
  differences: Table;
  /** Of two groups: second − first, by variable. */
  estimates: Estimate[];
  n: number;
  /** Rows without a group. */
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

const MOST_GROUPS = 20;

/**
 * Table 1: what persons are like, by group. Each variable is shown by mean (sd), median [Q1, Q3] or n (%), which is chosen
 * and said; compared by a test that is chosen and named; and by its standardised mean difference.
 *
 * @param columns the variables, all of one table
 * @throws `table-one-…`, `summary-large`, `column-…`, `columns-unlike`, `level-range`, `stopped`
 * @see standardised differences: Austin 2009, Stat Med 28:3083; Yang and Dalton 2012
 */
export async function tableOne(
  columns: readonly Column[],
  { group, show = {}, level = 0.95, adjustment = 'holm', seed = 1 }: TableOneOptions = {},
  job: JobOptions = {}
): Promise<TableOne> {
  checkLevel(level);
  checkShow(columns, show);
  const rows = commonRows(group ? [group, ...columns] : columns);
  const { codes, rows: firstRows } = group ? groupsOf(group) : { codes: new Int32Array(rows), rows: new Int32Array(1) };
  const groups = firstRows.length;
  if (group && groups > MOST_GROUPS) throw fail('table-one-groups', { column: group.name, groups, most: MOST_GROUPS });
  const sizes = Array.from({ length: groups }, () => 0);
  for (const code of codes) if (code >= 0) sizes[code]! += 1;
  const n = sizes.reduce((sum, size) => sum + size, 0);
  if (columns.length === 0 || n === 0) throw fail('table-one-empty');
  const names = group ? Array.from(firstRows, (row) => exactText(group, row)) : [];
  const pacer = new Pacer(job, { step: 'table-one', unit: 'columns', total: columns.length });
  await pacer.begin();
  const variables = [];
  const compared: Compared[] = [];
  for (const column of columns) {
    const variable = readVariable(column, { codes, groups }, show[column.name]);
    variables.push(variable);
    const none: Compared = { test: null, estimates: [], remarks: [] };
    compared.push(groups > 1 ? await compareGroups(variable, { level, seed }, job) : none);
    await pacer.step(variables.length);
  }
  const pairs = variables.map((variable) => pairDifferences(variable, groups));
  const adjusted = adjustP(
    compared.map(({ test }) => test?.p ?? null),
    adjustment
  );
  const largest = pairs.map((all) => all.map(({ smd }) => smd).reduce(larger, null));
  const medians = variables.flatMap((one): StatisticsRemark[] =>
    one.shown === 'median' && one.skewness !== undefined
      ? [{ code: 'table-one-median', values: { variable: one.name, skewness: one.skewness } }]
      : []
  );
  const apart = pairs.flat().filter(({ smd }) => smd === null);
  return {
    groups: group && takenRows(group, firstRows),
    sizes,
    cells: cellTable(variables, names),
    comparisons: comparisonTable(groups > 1 ? variables : [], compared, { adjusted, largest }),
    differences: differenceTable(pairs.flat(), names),
    estimates: groups === 2 ? compared.flatMap(({ estimates }) => estimates) : [],
    n,
    nDropped: rows - n,
    method: `Table 1${groups > 1 ? `; p-values adjusted by ${WORDS[adjustment]}` : ''}`,
    remarks: [
      ...(group && groups === 1 ? [{ code: 'table-one-single-group', values: { group: names[0] ?? '' } }] : []),
      ...medians,
      ...compared.flatMap(({ remarks }) => remarks),
      ...apart.map(({ variable, reference, group: other }) => ({
        code: 'table-one-no-smd',
        values: { variable, reference: names[reference] ?? '', group: names[other] ?? '' }
      }))
    ]
  };
}

const WORDS: Readonly<Record<Adjustment, string>> = {
  holm: 'Holm',
  bonferroni: 'Bonferroni',
  'benjamini-hochberg': 'Benjamini and Hochberg',
  'benjamini-yekutieli': 'Benjamini and Yekutieli'
};

/** The larger in size, with its sign. */
function larger(most: number | null, one: number | null): number | null {
  return one !== null && (most === null || Math.abs(one) > Math.abs(most)) ? one : most;
}
