import { expect } from 'vitest';
import * as cardiac from '../cardiac';
import * as files from '../files';
import * as haemophilia from '../haemophilia';
import * as clinical from '../index';
import type { Table } from '../../shared/table';
import { badInput, BIG, cannot, cellsOf, column, gives, NEXT, otherwise, refused, tableOf, type Cells } from './matrix';

type Options = Parameters<typeof clinical.simulate>[0];
type Simulation = { tables: Partial<Record<string, { rows: number }>>; persons: number };

/** A simulation takes options, no data: the conditions are those of its options. */
const ofSimulation = (run: (changed: Partial<Options>) => Promise<Simulation>, table: string): Cells => ({
  empty: refused('simulate-persons-range', () => run({ persons: 0 })),
  'one row': gives(
    'one person',
    () => run({ persons: 1 }),
    ({ persons, tables }) => expect([persons, (tables[table]?.rows ?? 0) > 0]).toEqual([1, true])
  ),
  'all missing': refused('simulate-hospitals-none', () => run({ hospitals: [] })),
  'impossible values': gives(
    'each of NaN, -1, 0.5, Infinity persons is refused: simulate-persons-range; hospital 7: simulate-hospital-unknown',
    async () => {
      for (const persons of [NaN, -1, 0.5, Infinity]) {
        await expect(run({ persons }), String(persons)).rejects.toMatchObject({ code: 'simulate-persons-range' });
      }
      await expect(run({ hospitals: [7] })).rejects.toMatchObject({ code: 'simulate-hospital-unknown' });
      return 'all';
    },
    (done) => expect(done).toBe('all')
  ),
  'mixed units': cannot('it takes a number of persons, a seed and hospitals: nothing has a unit'),
  'ids beyond 2^53': refused('simulate-seed-range', () => run({ seed: 2 ** 53 })),
  'duplicate times': gives(
    'a hospital chosen twice is there once',
    async () => [await run({ persons: 40, hospitals: [1, 1] }), await run({ persons: 40, hospitals: [1] })] as const,
    ([twice, once]) => expect(twice).toEqual(once)
  )
});

const byTable = (method: string, args: readonly unknown[]) =>
  clinical.byTable(method, args) as Promise<{ table: Table }>;
const lactates = (...cells: (number | undefined)[]) => tableOf(column('lactate', 'float64', cells, 'mmol/L'));
const columns = { patient: 'patient', hour: 'hour', label: 'label', call: 'label' };
const hours = (patients: bigint[], at: number[]) =>
  tableOf(
    column('patient', 'int64', patients),
    column('hour', 'int32', at),
    column(
      'label',
      'int32',
      patients.map(() => 1)
    )
  );

const options = { persons: 3, seed: 1 };

badInput('cardiac', cardiac, {
  simulateCardiac: ofSimulation(
    (changed) =>
      cardiac.simulateCardiac({ ...options, ...changed, useCase: 'cardiac-surgery' } as cardiac.CardiacOptions),
    'operations'
  )
});

const request: files.FilesRequest = {
  ...{ useCase: 'picu-sepsis', hospitals: [1, 2, 3, 4], leak: true, faults: false, tables: ['episodes'] },
  ...{ format: 'csv', layout: 'tables', ...options }
};
const written = async (changed: object) => {
  const { pieces, persons } = await files.makeFiles({ ...request, ...changed }, 0);
  return { persons, tables: Object.fromEntries(pieces.map(({ path, rows }) => [path, { rows }])) };
};

badInput('files', files, {
  makeFiles: ofSimulation(written, 'episodes.csv'),
  packFiles: otherwise('it takes files of any bytes', {
    empty: gives(
      'no files are an empty zip',
      () => files.packFiles('none', []),
      (zip) => expect(zip.size).toBe(22)
    )
  })
});

badInput('haemophilia', haemophilia, {
  simulateHaemophilia: ofSimulation(
    (changed) =>
      haemophilia.simulateHaemophilia({
        ...options,
        ...changed,
        useCase: 'haemophilia'
      } as haemophilia.HaemophiliaOptions),
    'patients'
  )
});

// What else this door has is handed on from rooms with a matrix of their own.
badInput(
  'simulate',
  { simulate: clinical.simulate, byTable: clinical.byTable },
  {
    simulate: ofSimulation(
      (changed) => clinical.simulate({ ...options, ...changed, useCase: 'picu-sepsis' } as clinical.SimulationOptions),
      'hours'
    ),
    byTable: {
      empty: gives(
        'a score of no rows',
        (given) => byTable('score', given(['phoenix', lactates()])),
        ({ table }) => expect(table.rows).toBe(0)
      ),
      'one row': gives(
        'one row scored',
        (given) => byTable('score', given(['phoenix', lactates(12)])),
        ({ table }) => expect(cellsOf(table, 'cardiovascular')).toEqual([2])
      ),
      'all missing': gives(
        'counted as missing',
        (given) => byTable('score', given(['phoenix', lactates(undefined)])),
        ({ table }) => expect(cellsOf(table, 'missing')[0]).toContain('lactate')
      ),
      'impossible values': refused('call-argument', () => byTable('score', ['phoenix', 7])),
      'mixed units': refused('score-unit-unknown', (given) =>
        byTable('score', given(['phoenix', lactates(12), { units: { lactate: 'kPa' } }]))
      ),
      'ids beyond 2^53': gives(
        'two patients, their ids as they were',
        (given) => byTable('sepsisUtility', given([hours([BIG, NEXT], [0, 0]), columns])),
        ({ table }) => expect(cellsOf(table, 'patient')).toEqual([BIG, NEXT])
      ),
      'duplicate times': refused('utility-hour-twice', (given) =>
        byTable('sepsisUtility', given([hours([1n, 1n], [0, 0]), columns]))
      )
    }
  }
);
