import { exactText, isPresent } from '../../../shared/exact-text';
import type { Column, Table } from '../../../shared/table';
import type { TableOne } from '../../descriptive';
import type { ShownCell, ShownTable } from '../contract';
import { count, decimalsOf, hiddenCounts, isFew, saidText, word } from '../shown-table';
import { truthOf } from '../../yes-no';
import { codeOf } from './test-codes';

/** Which of two levels means yes where the other means no: a paper shows it alone. -1: they are no such levels. */
function yesOf(levels: readonly string[]): number {
  if (levels.length !== 2) return -1;
  const truths = levels.join(' ') === '0 1' ? [false, true] : levels.map(truthOf);
  return truths.includes(false) ? truths.indexOf(true) : -1;
}

interface About {
  columns: readonly Column[];
  /** Of the groups, as they are read; none: all rows together. */
  labels: readonly string[];
  withTests: boolean;
}

/** Table 1 as a paper prints it: variables and their levels, a column a group, all, missing; and p, test and difference. */
export function shownTableOne(found: TableOne, { columns, labels, withTests }: About): ShownTable {
  const { cells, sizes, comparisons } = found;
  const groups = labels.length;
  const step = groups + 1;
  const hasAll = groups !== 1;
  const head: ShownCell[] = [
    word('variable'),
    ...labels.map((label, group) => word('group-n', { group: label, n: sizes[group] ?? 0 })),
    ...(hasAll ? [word('all-n', { n: found.n })] : []),
    word('missing'),
    ...(comparisons.rows > 0 ? [word('smd'), ...(withTests ? [word('test'), word(hasAdjusted(comparisons) ? 'p-adjusted' : 'p')] : [])] : []) // prettier-ignore
  ];
  const rows: ShownTable['rows'][number][] = [];
  let start = 0;
  columns.forEach((column, variable) => {
    const shown = textAt(cells, 'shown', start);
    const levels: string[] = [];
    const first = start;
    while (
      start < cells.rows &&
      textAt(cells, 'variable', start) === column.name &&
      (shown === 'levels' || start === first)
    ) {
      // prettier-ignore
      levels.push(textAt(cells, 'level', start));
      start += step;
    }
    const all = first + step - 1;
    const missing: ShownCell = count(numberAt(cells, 'missing', all) ?? 0);
    const tail = comparisons.rows > 0 ? compared(comparisons, variable, withTests) : [];
    const none = tail.map((): ShownCell => ({ as: 'none' }));
    const place = (of: (row: number, group: number) => ShownCell, at: number) =>
      Array.from({ length: hasAll ? step : groups }, (_, group) => of(first + at * step + group, group));
    const unit = column.unit === undefined ? '' : `, ${column.unit}`;
    if (shown !== 'levels') {
      const cell = (row: number) => (shown === 'mean' ? meanCell(cells, row, all) : medianCell(cells, row, all));
      const name = word(shown === 'mean' ? 'mean-of' : 'median-of', { variable: `${column.name}${unit}` });
      rows.push({ cells: [name, ...place(cell, 0), missing, ...tail] });
      return;
    }
    const counts = levels.map((_, at) => Array.from({ length: Math.max(1, groups) }, (__, group) => numberAt(cells, 'count', first + at * step + group) ?? 0)); // prettier-ignore
    const hidden = hiddenCounts(counts, { all: true });
    const cell =
      (at: number) =>
      (row: number, group: number): ShownCell => ({
        as: 'count',
        value: numberAt(cells, 'count', row) ?? 0,
        of: numberAt(cells, 'n', row) ?? 0,
        ...(hidden[at]?.[group] && { few: true as const })
      });
    const yes = yesOf(levels);
    if (yes >= 0) {
      rows.push({ cells: [word('share-of', { variable: column.name }), ...place(cell(yes), yes), missing, ...tail] });
      return;
    }
    const blank = place(() => ({ as: 'none' }), 0);
    rows.push({ cells: [word('share-of', { variable: column.name }), ...blank, missing, ...tail] });
    levels.forEach((level, at) => {
      rows.push({ cells: [saidText(level), ...place(cell(at), at), { as: 'none' }, ...none], look: 'part' });
    });
  });
  return { title: 'table-one', head, rows };
}

const columnOf = (table: Table, name: string) => table.columns.find((column) => column.name === name);

function textAt(table: Table, name: string, row: number): string {
  const column = columnOf(table, name);
  return column && isPresent(column, row) ? exactText(column, row) : '';
}

function numberAt(table: Table, name: string, row: number): number | undefined {
  const column = columnOf(table, name);
  return column && isPresent(column, row) ? Number(column.values[row]) : undefined;
}

const hasAdjusted = (comparisons: Table): boolean =>
  comparisons.rows > 1 && columnOf(comparisons, 'p_adjusted') !== undefined;
/** All groups of a variable have the decimals of all together. */
function meanCell(cells: Table, row: number, all: number): ShownCell {
  return {
    as: 'mean',
    value: numberAt(cells, 'mean', row) ?? null,
    sd: numberAt(cells, 'sd', row) ?? null,
    decimals: decimalsOf(numberAt(cells, 'sd', all)),
    ...isFew(numberAt(cells, 'n', row) ?? 0)
  };
}

function medianCell(cells: Table, row: number, all: number): ShownCell {
  const at = (name: string, place = row) => numberAt(cells, name, place);
  return {
    as: 'median',
    value: at('median') ?? null,
    q1: at('q1') ?? null,
    q3: at('q3') ?? null,
    decimals: decimalsOf((at('q3', all) ?? 0) - (at('q1', all) ?? 0)),
    ...isFew(at('n') ?? 0)
  };
}

function compared(comparisons: Table, row: number, withTests: boolean): ShownCell[] {
  const difference = numberAt(comparisons, 'smd', row);
  // Without its sign: which group is higher stands beside it.
  const smd: ShownCell = { as: 'number', value: difference === undefined ? null : Math.abs(difference), decimals: 2 };
  if (!withTests) return [smd];
  const p = numberAt(comparisons, hasAdjusted(comparisons) ? 'p_adjusted' : 'p', row);
  const test = textAt(comparisons, 'test', row);
  return [smd, test === '' ? { as: 'none' } : word(`test-${codeOf(test)}`), { as: 'p', value: p ?? null }];
}
