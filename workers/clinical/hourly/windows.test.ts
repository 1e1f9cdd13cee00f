import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column, Table, TextColumn } from '../../shared/table';
import { phoenixWindows, recognise, score, SCORES } from '../scores';
import { fillGrid, HOURLY_VARIABLES, type GridPlan } from '.';

const minute = 60_000_000;
const hour = 60 * minute;
const stay = 40;
const values = {
  lactate: [1, 6, 12],
  map: [20, 40, 60],
  sbp: [25, 50, 90],
  dbp: [10, 30, 50],
  spo2: [80, 90, 97, 98],
  pao2: [40, 70, 150],
  fio2: [0.21, 0.4, 0.7, 1],
  platelets: [50, 200],
  inr: [1, 2],
  gcs: [8, 15]
};
type Name = keyof typeof values;
const names = Object.keys(values) as Name[];
const codes = [...names, 'imv'];

function planOf(hoursLess: number): GridPlan {
  const variables = names.map((name) => {
    const known = HOURLY_VARIABLES.find((one) => one.name === name);
    if (!known) throw new RangeError(name);
    const { label, unit, carryHours } = known;
    return {
      ...{ name, label, unit, aggregate: 'last' as const, low: 0, high: 1000 },
      carryHours: carryHours - hoursLess
    };
  });
  const rules = names.map((code, variable) => ({ code, unit: undefined, variable, add: 0, multiply: 1, divide: 1 }));
  return { layout: 'long', variables, rules, ages: false };
}

interface Seen {
  name: Name;
  /** Minutes since admission. */
  at: number;
  value: number;
}

const seenEvery = (minutes: number, of: readonly Name[] = names) =>
  fc.array(
    fc.constantFrom(...of).chain((name) =>
      fc.record({
        name: fc.constant(name),
        at: fc.integer({ min: 0, max: (stay * 60) / minutes - 1 }).map((step) => step * minutes),
        value: fc.constantFrom(...values[name])
      })
    ),
    { minLength: 1, maxLength: 80 }
  );

const floats = (name: string, of: readonly number[], unit?: string): Column => ({
  name,
  type: 'float64',
  values: Float64Array.from(of),
  ...(unit !== undefined && { unit })
});
const persons = (rows: number): Column => ({ name: 'person', type: 'int64', values: new BigInt64Array(rows).fill(7n) });
const hours = Array.from({ length: stay }, (_, at) => at);
const phoenix = SCORES[0] as (typeof SCORES)[number];
const age = floats('age_months', new Array<number>(stay).fill(30), 'months');

function codesOf(seen: readonly { name: string }[]): TextColumn {
  return {
    name: 'code',
    type: 'text',
    values: Int32Array.from(seen, ({ name }) => codes.indexOf(name)),
    dictionary: codes
  };
}

function gridOf(seen: readonly Seen[], plan: GridPlan): Table {
  const value = floats('value', seen.map((one) => one.value)); // prettier-ignore
  const at = floats('at', seen.map((one) => one.at * minute)); // prettier-ignore
  const { table } = fillGrid(plan, {
    rows: { rows: seen.length, columns: [persons(seen.length), at, codesOf(seen), value] },
    stays: {
      person: persons(1),
      id: persons(1),
      start: Float64Array.of(0),
      end: Float64Array.of(stay * hour),
      hours: Int32Array.of(stay)
    }
  });
  return table;
}

/** Takes of the grid what a score recognises. */
async function scored({ columns }: Table) {
  const taken = recognise(phoenix, { columns });
  const imv = floats('imv', new Array<number>(stay).fill(1));
  return (await score('phoenix', { ...Object.fromEntries(taken), imv, age_months: age })).table;
}

async function inWindows(seen: readonly Seen[], minutesPast: number) {
  const rows = [...seen, ...hours.map((at) => ({ name: 'imv', at: at * 60, value: 1 }))];
  const time = floats('time', rows.map(({ at }) => at), 'min'); // prettier-ignore
  const asked = floats('time', hours.map((at) => at * 60 + minutesPast), 'min'); // prettier-ignore
  const value = floats('value', rows.map((one) => one.value)); // prettier-ignore
  const observations = { person: persons(rows.length), time, variable: codesOf(rows), value };
  return (await phoenixWindows(observations, { person: persons(stay), time: asked, age_months: age })).table;
}

async function expectAlike(seen: readonly Seen[], limits: { hoursLess: number; minutesPast: number }): Promise<void> {
  const [onGrid, other] = [
    await scored(gridOf(seen, planOf(limits.hoursLess))),
    await inWindows(seen, limits.minutesPast)
  ];
  for (const part of ['respiratory', 'cardiovascular', 'coagulation', 'neurologic', 'total']) {
    const of = ({ columns }: Table) => Array.from(columns.find((one) => one.name === part)?.values ?? [], Number);
    expect(of(onGrid), part).toEqual(of(other));
    expect(of(onGrid)).toHaveLength(stay);
  }
}

describe('Phoenix on the grid and in its own look-back windows', () => {
  test('agree on the hour, where values are measured on the hour', async () => {
    await fc.assert(
      fc.asyncProperty(seenEvery(60), (seen) => expectAlike(seen, { hoursLess: 0, minutesPast: 0 })),
      { numRuns: 40 }
    );
  });

  // A row holds values up to the end of its hour; there the look-back has an hour less than at its beginning.
  test('agree at the end of the hour, whenever values are measured', async () => {
    await fc.assert(
      fc.asyncProperty(seenEvery(5), (seen) => expectAlike(seen, { hoursLess: 1, minutesPast: 59 })),
      { numRuns: 40 }
    );
  });

  test('agree where oxygen alone changes', async () => {
    await fc.assert(
      fc.asyncProperty(seenEvery(20, ['spo2', 'pao2', 'fio2']), (seen) =>
        expectAlike(seen, { hoursLess: 1, minutesPast: 59 })
      ),
      { numRuns: 60 }
    );
  });
});

describe('what is made of several values', () => {
  const made = (seen: readonly Seen[], name: string, plan = planOf(0)) => {
    const column = gridOf(seen, plan).columns.find((one) => one.name === name) as Column;
    return Array.from({ length: 8 }, (_, row) =>
      column.validity && !((column.validity[row >> 3] as number) & (1 << (row & 7))) ? null : column.values[row]
    );
  };

  test('FiO2 changed after the measurement: no ratio, and none of the FiO2 before', () => {
    const seen: Seen[] = [
      { name: 'fio2', at: 0, value: 0.4 },
      { name: 'pao2', at: 10, value: 80 },
      { name: 'spo2', at: 70, value: 90 },
      { name: 'fio2', at: 130, value: 0.5 },
      { name: 'spo2', at: 130, value: 95 },
      { name: 'spo2', at: 185, value: 98 }
    ];
    expect(made(seen, 'pf_ratio')).toEqual([200, 200, null, null, null, null, null, null]);
    expect(made(seen, 'sf_ratio')).toEqual([null, 225, 190, null, null, null, null, null]);
  });

  test('issue 5: for PELOD-2 the FiO2 is at most 60 minutes older than the PaO2, to the minute', () => {
    const seen: Seen[] = [
      { name: 'fio2', at: 0, value: 0.5 },
      { name: 'pao2', at: 60, value: 100 },
      { name: 'pao2', at: 121, value: 90 },
      { name: 'fio2', at: 185, value: 0.6 },
      { name: 'pao2', at: 190, value: 60 }
    ];
    expect(made(seen, 'pf_ratio').slice(0, 5)).toEqual([null, 200, 180, 100, 100]);
    expect(made(seen, 'pf_ratio_1h').slice(0, 5)).toEqual([null, 200, null, 100, 100]);
  });

  test('a carried mean stands beside a newer pair; measured with it, the pair judges', () => {
    const seen: Seen[] = [
      { name: 'map', at: 0, value: 90 },
      { name: 'sbp', at: 70, value: 60 },
      { name: 'dbp', at: 70, value: 30 },
      { name: 'map', at: 120, value: 90 },
      { name: 'sbp', at: 120, value: 60 },
      { name: 'dbp', at: 120, value: 30 }
    ];
    expect(made(seen, 'map_settled').slice(0, 3)).toEqual([90, 90, 40]);
    expect(made(seen.slice(1, 3), 'map_settled').slice(0, 3)).toEqual([null, 40, 40]);
    expect(made([{ name: 'sbp', at: 0, value: 30 }, { name: 'dbp', at: 0, value: 30 }], 'map_settled')[0]).toBeNull(); // prettier-ignore
  });

  test('is left out where a source is not among the variables, is a count, or the result was measured itself', () => {
    const { variables, ...plan } = planOf(0);
    const namesOf = (some: GridPlan['variables']) =>
      gridOf([], { ...plan, rules: [], variables: some }).columns.map(({ name }) => name);
    const usual = namesOf(variables);
    expect(usual.slice(-4)).toEqual(['pf_ratio', 'pf_ratio_1h', 'sf_ratio', 'map_settled']);
    expect(namesOf(variables.filter(({ name }) => name !== 'fio2')).slice(-1)).toEqual(['map_settled']);
    const counted = variables.map((one) => (one.name === 'sbp' ? { ...one, aggregate: 'count' as const } : one));
    expect(namesOf(counted)).not.toContain('map_settled');
    const own = namesOf([...variables, { ...(variables[0] as GridPlan['variables'][number]), name: 'pf_ratio' }]);
    expect(own.filter((name) => name === 'pf_ratio')).toHaveLength(1);
  });
});
