import { exactText, isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { textColumn } from '../columns';
import type { TableOne } from './table-one';

/** Digits that the spread of a variable is written with; its values have as many decimals. */
const DIGITS = 2;
const MOST_DECIMALS = 6;

const SHOWN: Readonly<Record<string, string>> = { mean: 'mean (sd)', median: 'median [Q1, Q3]', levels: 'n (%)' };

/**
 * Table 1 as a paper prints it, all of it text: variable, level, shown, a column a group (named with its rows), all, missing, and
 * with groups p, smd and test in the first row of each variable. Values have the decimals that give their spread two digits.
 */
export function wideTableOne({ groups, sizes, cells, comparisons, n }: TableOne): Table {
  const of = (table: Table, name: string) => table.columns.find((column) => column.name === name)!;
  const word = (table: Table, name: string, row: number) => exactText(of(table, name), row);
  const figure = (name: string, row: number) => numberAt(of(cells, name), row);
  const names = groups ? sizes.map((_, group) => exactText(groups, group)) : [];
  // A row a group and one for all together follow each other.
  const step = names.length + 1;
  const rows: string[][] = [];
  let before: string | undefined;
  let compared = -1;
  for (let start = 0; start < cells.rows; start += step) {
    const variable = word(cells, 'variable', start);
    const isFirst = variable !== before;
    before = variable;
    if (isFirst) compared += 1;
    const shown = word(cells, 'shown', start);
    const all = start + step - 1;
    const decimals = decimalsOf(shown === 'mean' ? figure('sd', all) : spread(figure('q1', all), figure('q3', all)));
    const written = Array.from({ length: step }, (_, at) => entry(shown, decimals, (name) => figure(name, start + at)));
    const figures = comparisons.rows > 0 ? comparison(comparisons, compared) : [];
    rows.push([
      variable,
      word(cells, 'level', start),
      SHOWN[shown] ?? '',
      ...written,
      isFirst ? String(figure('missing', all)) : '',
      ...figures.map((text) => (isFirst ? text : ''))
    ]);
  }
  const heads = [
    ...['variable', 'level', 'shown'],
    ...names.map((name, group) => `${name} (n = ${sizes[group]})`),
    `all (n = ${n})`,
    'missing',
    ...(comparisons.rows > 0 ? ['p', 'smd', 'test'] : [])
  ];
  return { rows: rows.length, columns: heads.map((head, at) => textColumn(head, rows.map((row) => row[at] ?? ''))) }; // prettier-ignore
}

type Figure = (name: string) => number | undefined;

function entry(shown: string, decimals: number, figure: Figure): string {
  const text = (name: string) => figure(name)?.toFixed(decimals);
  if (shown === 'levels') {
    const share = figure('share');
    return `${figure('count')}${share === undefined ? '' : ` (${(100 * share).toFixed(1)})`}`;
  }
  if (shown === 'mean') return figure('mean') === undefined ? '' : `${text('mean')} (${text('sd') ?? '–'})`;
  return figure('median') === undefined ? '' : `${text('median')} [${text('q1')}, ${text('q3')}]`;
}

function comparison(comparisons: Table, row: number): string[] {
  const number = (name: string) =>
    numberAt(
      comparisons.columns.find((column) => column.name === name)!,
      row
    );
  const p = number('p');
  const test = comparisons.columns.find(({ name }) => name === 'test')!;
  return [
    p === undefined ? '' : p < 0.001 ? '< 0.001' : p.toFixed(3),
    number('smd')?.toFixed(2) ?? '',
    exactText(test, row)
  ];
}

function numberAt(column: Column, row: number): number | undefined {
  return isPresent(column, row) ? Number(column.values[row]) : undefined;
}

function spread(q1: number | undefined, q3: number | undefined): number | undefined {
  return q1 === undefined || q3 === undefined ? undefined : q3 - q1;
}

function decimalsOf(spreadOf: number | undefined): number {
  if (!spreadOf) return 1;
  const power = Number(spreadOf.toExponential(DIGITS - 1).split('e')[1]);
  return Math.min(MOST_DECIMALS, Math.max(0, DIGITS - 1 - power));
}
