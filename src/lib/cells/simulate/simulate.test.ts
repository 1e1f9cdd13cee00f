import { beforeAll, describe, expect, test } from 'vitest';
import { simulate as simulateInNode } from '$workers/clinical';
import type { Engines } from '$lib/engines';
import { openCells, type NodeCells } from '../node-context';
import { simulate } from '.';
import { parseSimulate, type SimulateSpec } from './spec';

const named = { id: 'picu' };

describe('the text of a simulate cell', () => {
  test('may say nothing but has an answer for everything', () => {
    expect(parseSimulate('', named)).toEqual({
      use: 'picu-sepsis',
      persons: 600,
      seed: 1,
      hospitals: [1, 2, 3, 4],
      leak: true,
      faults: false,
      tables: ['hours'],
      prefix: undefined
    });
  });

  test('says what is made, each table and hospital once', () => {
    const text =
      'persons: 20\nseed: 9007199254740991\nhospitals: [4, 1, 4]\ntables: [person, hours, person]\nfaults: true';
    expect(parseSimulate(text, named)).toMatchObject({
      persons: 20,
      seed: 9007199254740991,
      hospitals: [1, 4],
      tables: ['person', 'hours'],
      faults: true
    });
  });

  test.each([
    ['persons: 0', 'task-number-range', 1, 10],
    ['seed: 1\npersons: 2.5', 'task-number-wanted', 2, 10],
    ['persons: 20001', 'task-number-range', 1, 10],
    ['seed: -1', 'task-number-range', 1, 7],
    ['seed: 9007199254740992', 'task-number-huge', 1, 7],
    ['use: cardiac', 'task-choice', 1, 6],
    ['use: haemophilia\ntables: [hours]', 'task-choice', 2, 10],
    ['use: haemophilia\nleak: true', 'task-unknown-key', 2, 1],
    ['use: cardiac-surgery\npersons: 100001', 'task-number-range', 2, 10],
    ['hospitals: [5]', 'task-choice', 1, 13],
    ['hospitals: []', 'simulate-empty', 1, 12],
    ['seed: 1\ntables: []', 'simulate-empty', 2, 9],
    ['tables: [hour]', 'task-choice', 1, 10],
    ['prefix: "a b"', 'simulate-prefix', 1, 9],
    ['person: 3', 'task-unknown-key', 1, 1]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parseSimulate(text, named)).toThrowError(
      expect.objectContaining({ name: 'AppError', code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('without a name needs a prefix', () => {
    expect(() => parseSimulate('', { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'simulate-needs-name' })
    );
    expect(parseSimulate('prefix: ""', { id: undefined }).prefix).toBe('');
  });
});

test.each([
  ['picu-sepsis', ['picu_hours']],
  ['cardiac-surgery', ['picu_operations', 'picu_events']],
  ['haemophilia', ['picu_patients', 'picu_doses', 'picu_levels', 'picu_bleeds']]
])('issue 5: of %s all is made unasked that is counted', (use, names) => {
  expect(simulate.defines(parseSimulate(`use: ${use}`, named), 'picu')).toEqual(names);
});

test.each([
  ['tables: [hours, person]', ['picu_hours', 'picu_person']],
  ['tables: [hours]\nprefix: ""', ['hours']],
  ['tables: [hours]\nprefix: ', ['hours']],
  ['tables: [hours]\nprefix: ward_', ['ward_hours']]
])('%j names its tables', (text, names) => {
  expect(simulate.defines(parseSimulate(text, named), 'picu')).toEqual(names);
});

test.each([
  ['picu-sepsis', 1000, 'auto'],
  ['picu-sepsis', 1001, 'ask'],
  ['cardiac-surgery', 10_000, 'auto'],
  ['cardiac-surgery', 10_001, 'ask']
])('of %s, %i persons start by %s', (use, persons, policy) => {
  expect(simulate.policy(parseSimulate(`use: ${use}\npersons: ${persons}`, named))).toBe(policy);
});

describe('running', () => {
  let cells: NodeCells;
  beforeAll(async () => {
    cells = await openCells();
  });
  /** The simulator itself, in this process instead of its worker. */
  const run = (spec: SimulateSpec) => {
    const context = cells.context({}, 'picu');
    const engines = { ...context.engines, clinical: { simulate: simulateInNode } } as unknown as Engines;
    return simulate.run(spec, { ...context, engines });
  };

  test('makes the tables with units and 64-bit ids, and says what was made', async () => {
    const text = 'persons: 30\nseed: 3\nhospitals: [4]\nfaults: true\ntables: [hours, person, measurement]';
    const { output, values } = await run(parseSimulate(text, named));
    expect([...values.keys()]).toEqual(['picu_hours', 'picu_person', 'picu_measurement']);
    expect(output).toMatchObject({ seed: 3, leak: true });
    const made = (of: string) => output.counts.find((one) => one.of === of)?.n;
    expect(output.relations[0]).toMatchObject({ name: 'picu_hours', rows: made('hours') });
    expect(output.relations[0]?.columns.find(({ name }) => name === 'lactate')).toMatchObject({ unit: 'mmol/L' });
    const sql =
      'select count(distinct person_id), min(person_id) > 9007199254740992, count(distinct time), count(lactate) from picu_hours';
    const [persons, large, times, lactates] = (await cells.data.query(sql)).columns.map(({ values }) =>
      Number(values[0])
    );
    expect([persons, large]).toEqual([made('persons'), 1]);
    expect(times).toBeGreaterThan(100);
    expect(lactates).toBeGreaterThan(10);
    const joined = 'select count(*) from picu_measurement semi join picu_person using (person_id)';
    expect(Number((await cells.data.query(joined)).columns[0]?.values[0])).toBeGreaterThan(1000);
  });

  test.each([
    [
      'use: cardiac-surgery\npersons: 40\ntables: [operations, events, death]',
      ['operations', 'events', 'death'],
      'events'
    ],
    [
      'use: haemophilia\npersons: 12\ntables: [patients, doses, levels, bleeds]',
      ['patients', 'doses', 'levels', 'bleeds'],
      'doses'
    ]
  ])('%j makes the tables of its use case', async (text, tables, of) => {
    const { output, values } = await run(parseSimulate(text, named));
    expect([...values.keys()]).toEqual(tables.map((table) => `picu_${table}`));
    const rows = output.relations.find(({ name }) => name === `picu_${of}`)?.rows;
    expect(rows).toBe(output.counts.find((one) => one.of === of)?.n);
    expect(rows).toBeGreaterThan(100);
  });

  test('the same text gives the same table', async () => {
    const checksum = async () => {
      await run(parseSimulate('persons: 15', named));
      const sql = 'select bit_xor(hash(picu_hours))::varchar from picu_hours';
      const [column] = (await cells.data.query(sql)).columns;
      return column?.type === 'text' ? column.dictionary[column.values[0] ?? 0] : undefined;
    };
    const first = await checksum();
    expect(first).toMatch(/^\d+$/);
    expect(await checksum()).toBe(first);
  });
});
