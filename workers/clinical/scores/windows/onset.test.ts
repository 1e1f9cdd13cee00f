import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../shared/table';
import { infectionByThen, sepsisOnset, type OnsetOptions } from '../index';
import { cellsOf, columnOf } from '../testing/columns';

type Cell = number | null;
interface Row {
  person: string | null;
  hour: Cell;
  total: Cell;
  infection?: Cell;
  heart?: Cell;
  episode?: string | null;
}

const onsets = (rows: readonly Row[], options: OnsetOptions = {}) =>
  sepsisOnset(
    {
      person: columnOf(rows.map(({ person }) => person ?? null)),
      time: columnOf(
        rows.map(({ hour }) => hour),
        'h'
      ),
      total: columnOf(rows.map(({ total }) => total)),
      suspected_infection: columnOf(rows.map(({ infection = null }) => infection)),
      cardiovascular: columnOf(rows.map(({ heart = null }) => heart)),
      ...(rows.some(({ episode }) => episode !== undefined) && {
        episode: columnOf(rows.map(({ episode }) => episode ?? null))
      })
    },
    options
  );

const course = (totals: readonly Cell[], infections: readonly Cell[] = totals.map(() => 1), person = 'a'): Row[] =>
  totals.map((total, hour) => ({ person, hour, total, infection: infections[hour] ?? null }));

describe('the onset of sepsis', () => {
  test.each<[string, Cell[], Cell[], string, Cell, Cell, Cell]>([
    // totals, infection, reading, sepsis onset, onset of organ dysfunction, at first
    ['at 2 points, not at 1', [0, 1, 2, 3], [1, 1, 1, 1], 'sepsis', 2, 2, 0],
    ['at the first row', [2, 0], [1, 1], 'sepsis', 0, 0, 1],
    ['never', [1, 0, 1], [1, 1, 1], 'no organ dysfunction', null, null, null],
    ['not before an infection is suspected', [3, 3, 3], [0, 0, 1], 'sepsis', 2, 0, 0],
    [
      'not while nobody knows of an infection',
      [0, 2, 2],
      [null, null, null],
      'organ dysfunction, infection not established',
      null,
      1,
      0
    ],
    ['not without one', [0, 2, 2], [0, 0, 0], 'organ dysfunction, infection not suspected', null, 1, 0],
    [
      'not where the infection comes after the points',
      [2, 0, 0],
      [0, 0, 1],
      'organ dysfunction, infection not suspected',
      null,
      0,
      1
    ],
    ['a missing total is none', [null, null, 2], [1, 1, 1], 'sepsis', 2, 2, 0],
    ['an impossible total is none', [14, 1.5, 2], [1, 1, 1], 'sepsis', 2, 2, 0]
  ])('%s', async (_, totals, infections, reading, sepsis, dysfunction, first) => {
    const { table } = await onsets(course(totals, infections));
    expect(cellsOf(table, 'reading')).toEqual([reading]);
    expect(cellsOf(table, 'sepsis_onset')).toEqual([sepsis]);
    expect(cellsOf(table, 'dysfunction_onset')).toEqual([dysfunction]);
    expect(cellsOf(table, 'at_first')).toEqual([first]);
  });

  test('septic shock is later where the heart joins later', async () => {
    const rows = course([2, 2, 3]).map((row, at) => ({ ...row, heart: at === 2 ? 1 : 0 }));
    const { table, counts } = await onsets(rows);
    expect(cellsOf(table, 'reading')).toEqual(['septic shock']);
    expect(cellsOf(table, 'sepsis_onset')).toEqual([0]);
    expect(cellsOf(table, 'shock_onset')).toEqual([2]);
    expect(cellsOf(table, 'sepsis_total')).toEqual([2]);
    expect(counts).toMatchObject({ stays: 1, sepsis: 1, shock: 1, atFirst: 1 });
  });

  test('of rows of the same time any counts, and rows may come in any order', async () => {
    const rows: Row[] = [
      { person: 'a', hour: 5, total: 0, infection: 1 },
      { person: 'a', hour: 3, total: 0, infection: 1 },
      { person: 'a', hour: 3, total: 4, infection: 1 },
      { person: 'a', hour: 1, total: 1, infection: 1 }
    ];
    expect(cellsOf((await onsets(rows)).table, 'sepsis_onset')).toEqual([3]);
    const twice = [
      { person: 'a', hour: 1, total: 1, infection: 1 },
      { person: 'a', hour: 1, total: 2, infection: 1 }
    ];
    expect(cellsOf((await onsets(twice)).table, 'at_first')).toEqual([1]);
  });

  test('persons and episodes are told apart; rows of nobody or of no time are counted', async () => {
    const rows: Row[] = [
      { person: 'a', episode: '1', hour: 0, total: 0, infection: 1 },
      { person: 'b', episode: '1', hour: 0, total: 2, infection: 1 },
      { person: 'a', episode: '2', hour: 0, total: 0, infection: 1 },
      { person: 'a', episode: '2', hour: 7, total: 5, infection: 1 },
      { person: null, episode: '2', hour: 7, total: 5, infection: 1 },
      { person: 'c', episode: '1', hour: null, total: 5, infection: 1 }
    ];
    const { table, counts, remarks } = await onsets(rows);
    expect(table.rows).toBe(4);
    expect(cellsOf(table, 'sepsis_onset')).toEqual([null, 0, 7, null]);
    expect(cellsOf(table, 'reading')).toEqual(['no organ dysfunction', 'sepsis', 'sepsis', null]);
    expect(counts).toMatchObject({ sepsis: 2, none: 1, unknown: 1 });
    expect(remarks.find(({ code }) => code === 'onset-lost')?.values).toEqual({ rows: 2 });
  });

  test('times keep their type, to the microsecond, and ids above 2^53 stay apart', async () => {
    const base = 1_700_000_000_000_001n;
    const ids: Column = {
      name: 'person_id',
      type: 'int64',
      values: BigInt64Array.of(9007199254740993n, 9007199254740992n)
    };
    const { table } = await sepsisOnset({
      person: ids,
      time: { name: 'at', type: 'timestamp', values: BigInt64Array.of(base, base + 1n) },
      total: columnOf([3, 3]),
      suspected_infection: columnOf([1, 1])
    });
    const found = table.columns.find(({ name }) => name === 'sepsis_onset');
    expect(found?.type).toBe('timestamp');
    expect([...(found?.values as BigInt64Array)]).toEqual([base, base + 1n]);
    expect([...(table.columns[0]?.values as BigInt64Array)]).toEqual([...ids.values]);
  });

  test('equals a search through all rows', async () => {
    const row = fc.record({
      person: fc.constantFrom('a', 'b', 'c'),
      hour: fc.integer({ min: 0, max: 20 }),
      total: fc.integer({ min: 0, max: 4 }),
      infection: fc.constantFrom(0, 1, null)
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const { table } = await onsets(rows);
        const persons = [...new Set(rows.map(({ person }) => person))];
        const first = (person: string, needs: (one: Row) => boolean) => {
          const hours = rows
            .filter((one) => one.person === person && one.total >= 2 && needs(one))
            .map(({ hour }) => hour);
          return hours.length > 0 ? Math.min(...hours) : null;
        };
        expect(cellsOf(table, 'sepsis_onset')).toEqual(persons.map((one) => first(one, (r) => r.infection === 1)));
        expect(cellsOf(table, 'dysfunction_onset')).toEqual(persons.map((one) => first(one, () => true)));
      }),
      { numRuns: 60 }
    );
  });
});

describe('labels around the onset', () => {
  const label = async (rows: readonly Row[], options: OnsetOptions) => {
    const found = (await onsets(rows, options)).label;
    return { name: found?.name, cells: found && cellsOf({ rows: rows.length, columns: [found] }, found.name) };
  };
  const late = course([0, 0, 0, 0, 2, 2, 0, 0]);

  test('begin some hours before it and last to the end, as in the challenge', async () => {
    expect((await label(late, { before: 2 })).cells).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
    expect((await label(late, { before: 6 })).cells).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect((await label(late, { before: 0 })).cells).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  test('or last for some hours', async () => {
    expect((await label(late, { before: 2, length: 3 })).cells).toEqual([0, 0, 1, 1, 1, 0, 0, 0]);
  });

  test('are of organ dysfunction where nothing is known of an infection', async () => {
    const none = course([0, 2, 0], [null, null, null]);
    expect(await label(none, { before: 1 })).toEqual({ name: 'dysfunction_label', cells: [1, 1, 1] });
  });

  test('are missing of a stay whose infection alone is not known', async () => {
    const rows = [
      ...course([0, 2], [1, 1]),
      ...course([0, 2], [null, null], 'b'),
      ...course([0, 1], [null, null], 'c')
    ];
    expect(await label(rows, { before: 0 })).toEqual({ name: 'sepsis_label', cells: [0, 1, null, null, 0, 0] });
  });

  test.each<[string, OnsetOptions]>([
    ['windows-label-before', { before: -1 }],
    ['windows-label-before', { before: NaN }],
    ['windows-label-length', { before: 6, length: 0 }]
  ])('%s', async (code, options) => {
    await expect(onsets(late, options)).rejects.toMatchObject({ name: 'AppError', code });
  });
});

describe('a suspected infection', () => {
  const byThen = async (hours: Cell[], tests: Cell[], doses: Cell[]) => {
    const found = await infectionByThen({
      person: columnOf(hours.map(() => 'a')),
      time: columnOf(hours, 'h'),
      infection_test: columnOf(tests),
      antimicrobial_doses: columnOf(doses)
    });
    return cellsOf({ rows: hours.length, columns: [found] }, 'suspected_infection');
  };

  test.each<[string, Cell[], Cell[], Cell[], Cell[]]>([
    ['needs a test and two doses', [0, 1, 2, 3], [1, null, null, null], [0, 1, 0, 1], [0, 0, 0, 1]],
    ['of which the later decides', [0, 1, 2], [0, 0, 1], [2, 0, 0], [0, 0, 1]],
    ['is none from doses alone', [0, 1], [null, 0], [2, 2], [0, 0]],
    ['knows nothing of later rows', [3, 0], [1, 0], [2, 0], [1, 0]],
    ['counts what is of the same time', [0, 0], [1, 0], [1, 1], [1, 1]],
    ['is missing without a time', [null], [1], [2], [null]],
    ['takes no impossible number', [0], [1], [-5], [0]]
  ])('%s', async (_, hours, tests, doses, expected) => {
    expect(await byThen(hours, tests, doses)).toEqual(expected);
  });
});
