import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/clinical/sepsis-utility.json';
import { TableBuilder, type CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { patientUtilities, sepsisUtility, utilityByThreshold } from './index';

const columns = { patient: 'patient', hour: 'hour', label: 'label', call: 'call' };

function hoursTable(rows: readonly (readonly CellInput[])[], patient: 'text' | 'int64' | 'int32' = 'int32'): Table {
  const builder = new TableBuilder([
    { name: 'patient', type: patient },
    { name: 'hour', type: 'int32' },
    { name: 'label', type: 'int32' },
    { name: 'call', type: 'bool' },
    { name: 'score', type: 'float64' }
  ]);
  for (const row of rows) builder.push(...row, ...Array.from({ length: 5 - row.length }, () => undefined));
  return builder.finish();
}

function patientsTable(labels: readonly number[][], calls: readonly number[][]): Table {
  return hoursTable(
    labels.flatMap((one, patient) => one.map((label, hour) => [patient, hour, label, calls[patient]![hour]]))
  );
}

function column(table: Table, name: string): number[] {
  return Array.from(table.columns.find((one) => one.name === name)!.values, Number);
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
}

interface OracleCase {
  name: string;
  input: { labels: number[][]; predictions: number[][] };
  expected: { utilities?: number[]; observed?: number; best?: number; inaction?: number; normalised?: number | null };
}

// Source: the challenge's definition of the evaluation, checked against its published example.
describe.each(oracle.cases as OracleCase[])('oracle: $name', ({ input, expected }) => {
  const table = patientsTable(input.labels, input.predictions);
  const isNear = (got: number, wanted: number) => Math.abs(got - wanted) <= oracle.tolerance.abs;

  test('utility of each patient', () => {
    const utilities = column(patientUtilities(table, columns).table, 'utility');
    const wanted = expected.utilities ?? utilities;
    expect(utilities).toHaveLength(wanted.length);
    utilities.forEach((utility, patient) => expect(isNear(utility, wanted[patient]!)).toBe(true));
  });

  test('the cohort, or the failure where nobody is septic', () => {
    const run = () => sepsisUtility(table, columns);
    if (expected.normalised === null) {
      expect(codeOf(run)).toBe('utility-no-septic-patient');
      return;
    }
    const got = run();
    expect(got.shiftHours).toBe(6);
    for (const name of ['observed', 'best', 'inaction', 'normalised'] as const) {
      const wanted = expected[name];
      if (typeof wanted === 'number') expect(isNear(got[name], wanted), name).toBe(true);
    }
  });
});

describe('the onset', () => {
  const labels = Array.from({ length: 20 }, (_, hour) => Number(hour >= 14));
  const calls = labels.map((_, hour) => Number(hour >= 8));
  const table = patientsTable([labels], [calls]);

  test.each([
    [6, 20],
    [0, 14],
    [2.5, 16.5]
  ])('lies %d hours after the first label: hour %d', (shiftHours, onset) => {
    const got = sepsisUtility(table, columns, { shiftHours });
    expect(column(got.table, 'onset_hour')).toEqual([onset]);
    expect(got.shiftHours).toBe(shiftHours);
  });

  test('labels at the onset with no shift are those of the challenge with a shift of six', () => {
    const early = patientsTable([labels.map((_, hour) => Number(hour >= 8))], [calls]);
    expect(sepsisUtility(table, columns, { shiftHours: 0 })).toMatchObject({
      normalised: sepsisUtility(early, columns).normalised
    });
  });

  test.each([-1, NaN, Infinity, 49])('a shift of %d is refused', (shiftHours) => {
    expect(codeOf(() => sepsisUtility(table, columns, { shiftHours }))).toBe('utility-shift-range');
  });

  test('beyond all hours no call is of use', () => {
    expect(codeOf(() => sepsisUtility(table, columns, { shiftHours: 30 }))).toBe('utility-no-gain');
  });
});

describe('rows', () => {
  const labels = [
    [0, 0, 0, 0, 0, 0, 1, 1, 1],
    [0, 0, 0, 0]
  ];
  const calls = [
    [0, 1, 0, 1, 1, 0, 1, 0, 1],
    [0, 1, 0, 1]
  ];
  const rows = labels.flatMap((one, patient) =>
    one.map((label, hour) => [patient, hour, label, calls[patient]![hour]] as CellInput[])
  );
  const expected = sepsisUtility(hoursTable(rows), columns);

  test('in any order, hours that begin anywhere', () => {
    const shuffle = fc.shuffledSubarray(rows, { minLength: rows.length });
    fc.assert(
      fc.property(shuffle, fc.integer({ min: -9, max: 9 }), (shuffled, begin) => {
        const moved = shuffled.map(([patient, hour, ...rest]): CellInput[] => [patient, Number(hour) + begin, ...rest]);
        expect(sepsisUtility(hoursTable(moved), columns).normalised).toBeCloseTo(expected.normalised, 12);
      }),
      { numRuns: 50 }
    );
  });

  test('ids above 2^53 stay apart and keep their type', () => {
    const first = 9007199254740992n;
    const large = rows.map(([patient, ...rest]) => [first + BigInt(Number(patient)), ...rest]);
    const got = sepsisUtility(hoursTable(large, 'int64'), columns);
    expect(got.normalised).toBe(expected.normalised);
    expect(got.table.columns[0]!.values).toEqual(BigInt64Array.of(first, first + 1n));
  });

  test('what is missing is left out and counted; a patient called NA is one', () => {
    const text = rows.map(([patient, ...rest]) => [patient === 0 ? 'NA' : 'B', ...rest]);
    const holes = [
      [undefined, 1, 0, 0],
      ['B', undefined, 0, 0],
      ['B', 90, undefined, 0],
      ['B', 91, 0, undefined]
    ];
    const got = sepsisUtility(hoursTable([...text, ...holes], 'text'), columns);
    expect(got.dropped).toEqual({ missingPatient: 1, missingHour: 1, missingLabel: 1, missingCall: 1 });
    expect(got).toMatchObject({ patients: 2, septicPatients: 1, hours: 13, calls: 7, normalised: expected.normalised });
  });

  test('an hour left out shifts no other, and is told', () => {
    const got = sepsisUtility(hoursTable(rows.filter((_, row) => row !== 2)), columns);
    expect(got.patientsWithGaps).toBe(1);
    expect(column(got.table, 'onset_hour')[0]).toBe(12);
  });

  test('onset of a patient who is not septic is missing', () => {
    const onset = expected.table.columns.find((one) => one.name === 'onset_hour')!;
    expect(onset.validity).toEqual(Uint8Array.of(1));
  });

  test.each([
    ['utility-hour-twice', [...rows, rows[0]!], {}],
    ['utility-not-binary', [[0, 0, 2, 0]], {}],
    ['utility-no-septic-patient', [], {}],
    ['utility-no-septic-patient', [[0, 0, undefined, 1]], {}],
    ['utility-column-unknown', rows, { label: 'labels' }],
    ['utility-column-type', rows, { patient: 'score' }],
    ['utility-column-type', [], { hour: 'name' }]
  ] as const)('%s', (code, some, names) => {
    const table = hoursTable(some);
    const name = { name: 'name', type: 'text', values: new Int32Array(table.rows), dictionary: [''] } as const;
    expect(codeOf(() => sepsisUtility({ ...table, columns: [...table.columns, name] }, { ...columns, ...names }))).toBe(
      code
    );
  });
});

describe('scores', () => {
  const scored = fc
    .array(fc.record({ label: fc.constantFrom(0, 0, 0, 1), score: fc.integer({ min: 0, max: 5 }) }), {
      minLength: 1,
      maxLength: 30
    })
    .filter((hours) => hours.some(({ label }) => label === 1));
  const names = { patient: 'patient', hour: 'hour', label: 'label', score: 'score' };

  test('every threshold gives the utility of its calls, and the best is the greatest', () => {
    fc.assert(
      fc.property(scored, scored, (one, other) => {
        const rows = [one, other].flatMap((hours, patient) =>
          hours.map(({ label, score }, hour): CellInput[] => [patient, hour, label, undefined, score / 5])
        );
        const table = hoursTable(rows);
        const search = utilityByThreshold(table, names);
        const [thresholds, calls, normalised] = ['threshold', 'calls', 'normalised'].map((name) =>
          column(search.table, name)
        );
        thresholds!.forEach((threshold, place) => {
          const alone = sepsisUtility(table, { ...names, threshold });
          expect(normalised![place]).toBeCloseTo(alone.normalised, 12);
          expect(calls![place]).toBe(alone.calls);
        });
        expect(search.best.normalised).toBe(Math.max(0, ...normalised!));
        if (search.best.threshold === undefined) expect(search.best.normalised).toBe(0);
      }),
      { numRuns: 100 }
    );
  });

  test.each([NaN, Infinity])('a threshold of %d is refused', (threshold) => {
    expect(codeOf(() => sepsisUtility(hoursTable([[0, 0, 1, 1, 0.5]]), { ...names, threshold }))).toBe(
      'utility-threshold-range'
    );
  });
});
