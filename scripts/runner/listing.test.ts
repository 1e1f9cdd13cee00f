import { describe, expect, test } from 'vitest';
import type { NotebookOutcome } from './contract';
import { tableLines, toJson, toListing } from './listing.mjs';

const outcome = (more: Partial<NotebookOutcome>): NotebookOutcome => ({
  notebook: 'a.md',
  cells: [],
  requests: [],
  egress: [],
  ...more
});

describe('the listing', () => {
  test('a table is aligned, numbers to the right, missing and empty told apart', () => {
    const columns = [
      { name: 'unit', type: 'VARCHAR' },
      { name: 'persons', type: 'BIGINT' }
    ];
    const rows = [
      ['PICU', '1204'],
      ['', '7'],
      [null, null]
    ];
    expect(tableLines({ columns, rows, rowCount: 12 })).toEqual([
      'unit  persons',
      '────  ───────',
      'PICU     1204',
      '""          7',
      '–           –',
      '12 rows × 2, 3 shown'
    ]);
  });

  test('an error names its place and its remedy', () => {
    const error = { message: 'hourly has no column lactat.', hint: 'Write lactate.', line: 1, column: 23 };
    const text = toListing(outcome({ cells: [{ id: 'first', kind: 'sql', status: 'error', error }] }));
    expect(text).toBe('a.md\n✗ first  sql  error\n    line 1:23: hourly has no column lactat.\n    Write lactate.\n');
  });

  test('a data file that needs an answer is listed before the cells', () => {
    const problems = [{ file: 'stay.csv', message: 'The order of day and month is not plain.' }];
    const text = toListing(outcome({ problems, cells: [{ id: 'age', kind: 'input', status: 'ok', value: 3 }] }));
    expect(text).toBe('a.md\n✗ stay.csv: The order of day and month is not plain.\n✓ age  input  ok\n    3\n');
  });
});

describe('the JSON line', () => {
  test('NaN and infinity are not mistaken for missing', () => {
    const table = { columns: [{ name: 'x', type: 'DOUBLE' }], rows: [[NaN], [-Infinity], [null]], rowCount: 3 };
    const line = toJson(outcome({ cells: [{ id: 'q', kind: 'sql', status: 'ok', table }] }));
    expect(JSON.parse(line).cells[0].table.rows).toEqual([['NaN'], ['-Infinity'], [null]]);
    expect(line).not.toContain('\n');
  });
});
