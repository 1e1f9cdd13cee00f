import { describe, expect, test } from 'vitest';
import { TableBuilder } from '../../shared/column-builder';
import { isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';
import { keyOf } from '../columns';
import { thirtyDayOutcomes, type ThirtyDayColumns } from '../index';

type Day = number | undefined;
type Row = [episode: bigint | undefined, operation?: Day, death?: Day, followUp?: Day];

function columns(rows: Row[], type: 'date' | 'timestamp' = 'date'): ThirtyDayColumns {
  const builder = new TableBuilder([
    { name: 'episode_id', type: 'int64' },
    { name: 'operation', type },
    { name: 'death', type },
    { name: 'follow_up', type }
  ]);
  for (const [episode, operation, death, followUp] of rows) builder.push(episode, operation, death, followUp);
  const [episode, operation, death, followUp] = builder.finish().columns as [Column, Column, Column, Column];
  return { episode, operation, death, followUp };
}

function outcomes(rows: Row[], type?: 'date' | 'timestamp') {
  const got = thirtyDayOutcomes(columns(rows, type));
  const cells = (name: string) => {
    const found = got.table.columns.find((one) => one.name === name);
    if (!found) throw new Error(`no column ${name}`);
    return Array.from({ length: got.table.rows }, (_, row) => (isPresent(found, row) ? keyOf(found, row) : undefined));
  };
  return { ...got, cells };
}

describe('thirty-day mortality', () => {
  test.each<[string, Row[], number | undefined, string | undefined]>([
    ['the day of the operation', [[1n, 100, 100, 100]], 1, undefined],
    ['the thirtieth day', [[1n, 100, 130, 130]], 1, undefined],
    ['the thirty-first day', [[1n, 100, 131, 131]], 0, undefined],
    ['alive after thirty days', [[1n, 100, undefined, 130]], 0, undefined],
    ['alive, followed for twenty-nine days', [[1n, 100, undefined, 129]], undefined, 'follow-up too short'],
    ['dead, with no other follow-up', [[1n, 100, 110, undefined]], 1, undefined],
    ['alive, follow-up not known', [[1n, 100, undefined, undefined]], undefined, 'follow-up unknown'],
    ['dead before the operation', [[1n, 100, 99, 200]], undefined, 'death before operation'],
    ['an operation without a date', [[1n, undefined, 99, 200]], undefined, 'operation undated'],
    [
      'from the first operation, though the second is nearer',
      [
        [1n, 120, 145, 145],
        [1n, 100, 145, 145]
      ],
      0,
      undefined
    ],
    [
      'one of two operations without a date: it may be the first',
      [
        [1n, 120, 145, 145],
        [1n, undefined, 145, 145]
      ],
      undefined,
      'operation undated'
    ],
    [
      'two days of death',
      [
        [1n, 100, 110, 110],
        [1n, 105, 111, 110]
      ],
      undefined,
      'deaths differ'
    ],
    [
      'death told in one of two rows, the longer follow-up counts',
      [
        [1n, 100, undefined, 105],
        [1n, 101, undefined, 140]
      ],
      0,
      undefined
    ]
  ])('%s', (_, rows, died, excluded) => {
    const got = outcomes(rows);
    expect(got.cells('died')).toEqual([died]);
    expect(got.cells('excluded')).toEqual([excluded]);
  });

  test('counts everyone once, and leads back to the first operation', () => {
    const big = 9007199254740993n;
    const got = outcomes([
      [big, 120, undefined, 400],
      [undefined, 100, 101, 101],
      [big - 1n, 100, 110, 110],
      [big, 110, undefined, 400],
      [5n, 100, undefined, 110]
    ]);
    expect(got.cells('episode')).toEqual([5n, big - 1n, big]);
    expect(got.cells('row')).toEqual([4, 2, 3]);
    expect(got.cells('days')).toEqual([undefined, 10, undefined]);
    expect([got.episodes, got.deaths, got.used, got.dropped]).toEqual([3, 1, 2, 1]);
    expect(got.excluded).toEqual({
      'follow-up too short': 1,
      'follow-up unknown': 0,
      'operation undated': 0,
      'death before operation': 0,
      'deaths differ': 0
    });
  });

  test('points in time count by their calendar day, before 1970 too', () => {
    const day = 86_400_000_000;
    expect(outcomes([[1n, 99 * day + 86_399_000_000, 129 * day, undefined]], 'timestamp').cells('days')).toEqual([30]);
    expect(outcomes([[1n, -1, 0, undefined]], 'timestamp').cells('days')).toEqual([1]);
  });

  test('another number of days', () => {
    expect(thirtyDayOutcomes(columns([[1n, 100, 131, 131]]), { days: 90 }).deaths).toBe(1);
  });

  test('nothing to look at, text for a date, and half a day are refused', () => {
    expect(() => thirtyDayOutcomes(columns([]))).toThrowError(expect.objectContaining({ code: 'cases-none' }));
    const rows = columns([[1n, 100, 131, 131]]);
    expect(() => thirtyDayOutcomes({ ...rows, death: rows.episode })).toThrowError(
      expect.objectContaining({ code: 'column-not-dated' })
    );
    expect(() => thirtyDayOutcomes(rows, { days: 0.5 })).toThrowError(expect.objectContaining({ code: 'days-range' }));
  });
});
