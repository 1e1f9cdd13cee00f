import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/clinical/phoenix-windows.json';
import type { Column } from '../../../shared/table';
import { phoenixWindows, type LongObservations } from '../index';
import { cellsOf, columnOf } from '../testing/columns';

interface Observation {
  t: number;
  var: string;
  v: number | string | null;
  person?: string;
  unit?: string;
}
interface OracleCourse {
  name: string;
  input: { age_months: number; obs: Observation[]; at: number[] };
  expected: Record<string, (number | null)[]> | Record<string, number | null>[];
}

function long(rows: readonly Observation[]): LongObservations {
  const units = rows.map(({ unit }) => unit ?? null);
  return {
    person: textOf(rows.map(({ person }) => person ?? 'a')),
    time: columnOf(rows.map(({ t }) => t)),
    variable: textOf(rows.map((row) => row.var)),
    value: columnOf(rows.map(({ v }) => v)),
    ...(units.some((unit) => unit !== null) && { unit: columnOf(units) })
  };
}

/** A text column also of no rows. */
function textOf(texts: readonly string[]): Column {
  const dictionary = [...new Set(texts)];
  return { name: 'text', type: 'text', dictionary, values: Int32Array.from(texts, (text) => dictionary.indexOf(text)) };
}

function times(at: readonly number[], age = 30, person = 'a') {
  return {
    person: textOf(at.map(() => person)),
    time: columnOf(at),
    age_months: columnOf(at.map(() => age))
  };
}

// Expected: the published tables of the authors' implementation notes, and an independent implementation.
describe('whole courses equal the oracle', () => {
  test.each(oracle.cases as unknown as OracleCourse[])('$name', async ({ input, expected }) => {
    const { table } = await phoenixWindows(long(input.obs), times(input.at, input.age_months));
    const columns = Array.isArray(expected)
      ? Object.fromEntries(
          Object.keys(expected[0]!)
            .filter((name) => name !== 't')
            .map((name) => [name, expected.map((row) => row[name] ?? null)])
        )
      : expected;
    for (const [name, values] of Object.entries(columns)) {
      const found = cellsOf(table, name);
      values.forEach((value, row) => {
        const place = `${name} at ${input.at[row]}`;
        // The oracle counts 0 agents where nothing was recorded; we say missing, which scores the same.
        const own = name === 'vasoactives' ? (found[row] ?? 0) : found[row];
        if (value === null) expect(own, place).toBeNull();
        else expect(Math.abs(Number(own ?? NaN) - value), place).toBeLessThanOrEqual(1e-9);
      });
    }
  });
});

async function at(rows: readonly Observation[], now: readonly number[], name: string) {
  return cellsOf((await phoenixWindows(long(rows), times(now))).table, name);
}

describe('look-back', () => {
  test.each([
    ['lactate', 5, 'cardiovascular', 360],
    ['pupils', 1, 'neurologic', 360],
    ['imv', 1, 'other_respiratory_support', 360],
    ['map', 20, 'cardiovascular', 360],
    ['milrinone', 0.5, 'cardiovascular', 720],
    ['gcs', 8, 'neurologic', 720],
    ['platelets', 50, 'coagulation', 1440],
    ['inr', 2, 'coagulation', 1440],
    ['d_dimer', 3, 'coagulation', 1440],
    ['fibrinogen', 50, 'coagulation', 1440]
  ])('%s %d counts in %s for %i minutes and not one longer', async (variable, value, component, minutes) => {
    const [last, past] = await at([{ t: 100, var: variable, v: value }], [100 + minutes, 101 + minutes], component);
    expect(last).toBeGreaterThan(0);
    expect(past ?? 0).toBe(0);
  });

  test('a value of the future is not known yet', async () => {
    expect(await at([{ t: 100, var: 'lactate', v: 12 }], [99, 100], 'cardiovascular')).toEqual([0, 2]);
  });

  test('of equal times the later row counts', async () => {
    const rows = [
      { t: 0, var: 'lactate', v: 12 },
      { t: 0, var: 'lactate', v: 6 }
    ];
    expect(await at(rows, [0], 'cardiovascular')).toEqual([1]);
    expect(await at(rows.toReversed(), [0], 'cardiovascular')).toEqual([2]);
  });

  test('an impossible value is as if it had not been recorded', async () => {
    const result = await phoenixWindows(
      long([
        { t: 0, var: 'lactate', v: 6 },
        { t: 10, var: 'lactate', v: 500 },
        { t: 20, var: 'lactate', v: null }
      ]),
      times([30])
    );
    expect(cellsOf(result.table, 'cardiovascular')).toEqual([1]);
    expect(result.observations.find(({ name }) => name === 'lactate')).toEqual({
      name: 'lactate',
      values: 1,
      rejected: 1
    });
  });
});

describe('what is made of several observations', () => {
  test('SpO2 above 97 % is measured and gives no ratio; no SpO2 is missing', async () => {
    const { table } = await phoenixWindows(
      long([
        { t: 0, var: 'spo2', v: 98 },
        { t: 0, var: 'fio2', v: 1 }
      ]),
      times([0, 361])
    );
    const missing = cellsOf(table, 'missing').map((names) => String(names).split(', ').includes('sf_ratio'));
    expect(cellsOf(table, 'sf_ratio')).toEqual([null, null]);
    expect(missing).toEqual([false, true]);
  });

  test('parts of the Glasgow Coma Scale carry each other on, until a look-back goes by without any', async () => {
    const rows = [
      { t: 0, var: 'gcs_eye', v: '4' },
      { t: 0, var: 'gcs_verbal', v: '1T' },
      { t: 5, var: 'gcs_motor', v: '5' }, // 10
      { t: 700, var: 'gcs_motor', v: '6' }, // 11, at 700
      { t: 1400, var: 'gcs_eye', v: '1' }, // 8: the others were carried on at 700
      { t: 2200, var: 'gcs_motor', v: '1' } // 800 minutes later nothing is known of the others
    ];
    expect(await at(rows, [4, 5, 700, 1400, 2120, 2121, 2200], 'neurologic')).toEqual([0, 1, 0, 1, 1, 0, 0]);
  });

  test('agents count while they run; a rate of 0 ends one at once', async () => {
    const rows = [
      { t: 0, var: 'epinephrine', v: 0.1 },
      { t: 10, var: 'milrinone', v: 0.5 },
      { t: 20, var: 'epinephrine', v: 0 }
    ];
    expect(await at(rows, [0, 10, 20, 731, 741], 'vasoactives')).toEqual([1, 2, 1, 0, null]);
  });

  test('an arterial mean outside its own pair gives way to the pair', async () => {
    const rows = [
      { t: 0, var: 'map_art', v: 90 },
      { t: 0, var: 'sbp_art', v: 60 },
      { t: 0, var: 'dbp_art', v: 30 },
      { t: 0, var: 'map_cuff', v: 70 },
      { t: 1, var: 'map_art', v: 90 } // alone it cannot be judged
    ];
    expect(await at(rows, [0, 1], 'map')).toEqual([40, 90]);
  });

  test('rows may come in any order, and persons do not know of each other', async () => {
    const rows = [
      { t: 10, var: 'lactate', v: 12, person: 'b' },
      { t: 20, var: 'lactate', v: 6, person: 'a' },
      { t: 0, var: 'lactate', v: 1, person: 'a' },
      { t: 5, var: 'heart_rate', v: 100, person: 'a' }
    ];
    const when = { person: textOf(['a', 'c', 'b', 'a']), time: columnOf([20, 20, 20, 19]) };
    const { table, remarks } = await phoenixWindows(long(rows), when);
    expect(cellsOf(table, 'cardiovascular')).toEqual([1, 0, 2, 0]);
    expect(remarks.find(({ code }) => code === 'windows-other')?.values).toEqual({ rows: 1 });
  });

  test('ids above 2^53 are kept apart', async () => {
    const ids = (...values: bigint[]): Column => ({ name: 'id', type: 'int64', values: BigInt64Array.from(values) });
    const rows = long([
      { t: 0, var: 'lactate', v: 12 },
      { t: 0, var: 'lactate', v: 6 }
    ]);
    const { table } = await phoenixWindows(
      { ...rows, person: ids(9007199254740993n, 9007199254740992n) },
      { person: ids(9007199254740992n, 9007199254740993n), time: columnOf([0, 0]) }
    );
    expect(cellsOf(table, 'cardiovascular')).toEqual([1, 2]);
  });

  test('each row may have its own unit', async () => {
    const rows = [
      { t: 0, var: 'lactate', v: 45.05, unit: 'mg/dL' },
      { t: 10, var: 'lactate', v: 11, unit: 'mmol/L' },
      { t: 20, var: 'lactate', v: 4 }
    ];
    expect(await at(rows, [0, 10, 20], 'cardiovascular')).toEqual([1, 2, 0]);
    await expect(at([{ t: 0, var: 'lactate', v: 1, unit: 'mmHg' }], [0], 'total')).rejects.toMatchObject({
      code: 'score-unit-unknown'
    });
  });
});

test('a wide table gives what the same values give one a row', async () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 110 }) }
  );
  const names = ['spo2', 'lactate', 'map', 'platelets', 'gcs', 'milrinone', 'fio2'];
  const row = fc.record({
    person: fc.constantFrom('a', 'b'),
    t: fc.integer({ min: 0, max: 2000 }),
    cells: fc.tuple(...names.map(() => cell))
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      const keys = { person: textOf(rows.map(({ person }) => person)), time: columnOf(rows.map(({ t }) => t)) };
      const variables = Object.fromEntries(
        names.map((name, at) => [name, columnOf(rows.map(({ cells }) => cells[at] ?? null))])
      );
      const flat = rows.flatMap(({ person, t, cells }) =>
        names.map((name, at) => ({ person, t, var: name, v: cells[at] ?? null }))
      );
      const wide = await phoenixWindows({ ...keys, variables }, keys);
      const other = await phoenixWindows(long(flat), keys);
      expect(wide.table).toEqual(other.table);
      expect(wide.observations).toEqual(other.observations);
    }),
    { numRuns: 40 }
  );
});

test('ages are compared to the minute: 30 seconds beyond a look-back count as in it, a minute does not', async () => {
  const keys = { person: textOf(['a', 'a', 'a', 'a', 'a']), time: columnOf([0.1, 6.1, 6.1 + 0.5 / 60, 6.1 + 59.999999 / 3600, 6.1 + 1 / 60], 'h') }; // prettier-ignore
  const lactate = columnOf([6, null, null, null, null]);
  const { table } = await phoenixWindows({ ...keys, variables: { lactate } }, keys);
  expect(cellsOf(table, 'cardiovascular')).toEqual([1, 1, 1, 1, 0]);
});

test('hours in an int32 column and timestamps give the same', async () => {
  const hours: Column = { name: 'hour', type: 'int32', unit: 'h', values: Int32Array.of(0, 6, 7) };
  const stamps: Column = {
    name: 'time',
    type: 'timestamp',
    values: BigInt64Array.from([0n, 6n, 7n], (hour) => 1_700_000_000_000_000n + hour * 3_600_000_000n)
  };
  const person = textOf(['a', 'a', 'a']);
  for (const time of [hours, stamps]) {
    const { table } = await phoenixWindows(
      { person, time, variables: { lactate: columnOf([6, null, null]) } },
      { person, time }
    );
    expect(cellsOf(table, 'cardiovascular')).toEqual([1, 1, 0]);
  }
});

describe('bad input', () => {
  const one = long([{ t: 0, var: 'lactate', v: 6 }]);

  test('no observations and no times give an empty or all-missing result', async () => {
    const none = long([]);
    expect((await phoenixWindows(none, times([]))).table.rows).toBe(0);
    const { table } = await phoenixWindows(none, { person: textOf(['a']), time: columnOf([0]) });
    expect(cellsOf(table, 'total')).toEqual([0]);
    expect((await phoenixWindows(one, times([]))).table.rows).toBe(0);
  });

  test('a row without person or time is left out, or all missing', async () => {
    const { table, remarks } = await phoenixWindows(
      { ...one, time: columnOf([null]) },
      { person: columnOf(['a', null]), time: columnOf([0, 0]) }
    );
    expect(cellsOf(table, 'total')).toEqual([0, 0]);
    expect(remarks.map(({ code }) => code)).toEqual(expect.arrayContaining(['windows-lost', 'windows-unknown']));
  });

  test.each<[string, Partial<LongObservations>]>([
    ['windows-person-type', { person: columnOf([1.5]) }],
    ['windows-person-type', { person: { name: 'i', type: 'int32', values: Int32Array.of(1) } }],
    ['windows-time-type', { time: textOf(['now']) }],
    ['windows-time-unit', { time: columnOf([1], 'fortnight') }],
    ['windows-time-mixed', { time: { name: 't', type: 'timestamp', values: BigInt64Array.of(0n) } }],
    ['score-input-type', { variable: columnOf([1]) }],
    ['score-input-type', { value: { name: 'd', type: 'date', values: Int32Array.of(1) } }],
    ['score-rows-differ', { value: columnOf([1, 2]) }]
  ])('%s', async (code, wrong) => {
    await expect(phoenixWindows({ ...one, ...wrong }, times([0]))).rejects.toMatchObject({ name: 'AppError', code });
  });

  test('a wide table with an unknown variable is refused, and so is text for a number', async () => {
    const keys = { person: textOf(['a']), time: columnOf([0]) };
    await expect(phoenixWindows({ ...keys, variables: { lactat: columnOf([1]) } }, keys)).rejects.toMatchObject({
      values: { near: 'lactate' }
    });
    await expect(phoenixWindows({ ...keys, variables: { lactate: columnOf(['high']) } }, keys)).rejects.toMatchObject({
      code: 'score-input-type'
    });
  });

  test('two columns for one variable are refused', async () => {
    const keys = { person: textOf(['a']), time: columnOf([0]) };
    const variables = { map: columnOf([50]), map_cuff: columnOf([60]) };
    await expect(phoenixWindows({ ...keys, variables }, keys)).rejects.toMatchObject({
      code: 'windows-variable-twice'
    });
  });

  test('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(phoenixWindows(one, times([0]), {}, { signal: controller.signal })).rejects.toMatchObject({
      code: 'stopped'
    });
  });
});
