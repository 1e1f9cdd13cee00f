import { expect } from 'vitest';
import type { Column } from '../../shared/table';
import * as door from '../scores';
import { overTime, STRANGE } from './scores-over-time';
import {
  badInput,
  BIG,
  cannot,
  cellsOf,
  codesOf,
  column,
  gives,
  NEXT,
  otherwise,
  refused,
  tableOf,
  type Given
} from './matrix';

const { SCORES, conversion, creatinineBaselines, isSameUnit, phoenixWindows, recognise, score } = door;

const lms = {
  variable: 'weight',
  table: tableOf(
    column('variable', 'text', ['weight', 'weight']),
    column('age', 'float64', [0, 240]),
    column('L', 'float64', [1, 1]),
    column('M', 'float64', [3.3, 60]),
    column('S', 'float64', [0.1, 0.1])
  )
};

/** Each score on a column an input of these cells, in the order of `SCORES`. */
const everyScore = (given: Given, cells: readonly (number | undefined)[], rows = cells.length) =>
  Promise.all(
    SCORES.map(({ name, inputs }) => {
      const numbers = inputs.filter(({ kind }) => kind !== 'choice');
      const columns = numbers.map((input) => [input.name, column(input.name, 'float64', cells)] as const);
      return score(name, given(Object.fromEntries(columns)), { rows, lms: given(lms) });
    })
  );

const long = (
  persons: Column,
  times: Column,
  variables: string[],
  values: (number | undefined)[],
  unit?: string[]
) => ({
  person: persons,
  time: times,
  variable: column('variable', 'text', variables),
  value: column('value', 'float64', values),
  ...(unit && { unit: column('unit', 'text', unit) })
});
const ids = (...cells: (bigint | undefined)[]) => column('person', 'int64', cells);
const hours = (...cells: (number | undefined)[]) => column('time', 'float64', cells, 'h');

badInput('scores', door, {
  score: {
    empty: gives(
      'a table of no rows for each score',
      (given) => everyScore(given, []),
      (all) => expect(all.map(({ table }) => table.rows)).toEqual(SCORES.map(() => 0))
    ),
    'one row': gives(
      'septic shock in the one row',
      (given) =>
        score('phoenix', {
          lactate: given(column('lactate', 'float64', [12], 'mmol/L')),
          suspected_infection: column('suspected_infection', 'bool', [true]),
          vasoactives: column('vasoactives', 'int32', [2])
        }),
      ({ table }) => expect(cellsOf(table, 'label')).toEqual(['septic shock'])
    ),
    'all missing': gives(
      'every input counted as missing in every row',
      (given) => everyScore(given, [undefined, undefined]),
      (all) =>
        all.forEach(({ summary }) =>
          expect(summary.filter(({ given }) => given).map(({ missing }) => missing)).toEqual(
            summary.filter(({ given }) => given).map(() => 2)
          )
        )
    ),
    'impossible values': gives(
      'impossible values are counted as rejected and not scored',
      (given) => everyScore(given, STRANGE),
      (all) => {
        const phoenix = all[0]!;
        const lactate = phoenix.summary.find(({ name }) => name === 'lactate');
        // NaN is missing; 5e-324 mmol/L is 0 within any assay.
        expect(lactate).toEqual({ name: 'lactate', given: true, missing: 6, rejected: 5 });
        expect(cellsOf(phoenix.table, 'rejected')[3]).toContain('lactate');
      }
    ),
    'mixed units': gives(
      'declared units convert, an undeclared one is remarked: unit-assumed, percent-assumed',
      (given) =>
        score(
          'phoenix',
          {
            lactate: given(column('lactate', 'float64', [90.1, 9], 'mg/dL')),
            fio2: given(column('fio2', 'float64', [60, 0.6])),
            pao2: given(column('pao2', 'float64', [60, 60], 'mmHg')),
            imv: column('imv', 'bool', [true, true])
          },
          {}
        ),
      ({ remarks, table }) => {
        expect(codesOf(remarks)).toEqual(expect.arrayContaining(['unit-assumed', 'percent-assumed']));
        expect(remarks.find(({ code }) => code === 'percent-assumed')?.values).toEqual({ input: 'fio2', values: 1 });
        expect(cellsOf(table, 'respiratory')).toEqual([2, 2]);
      }
    ),
    'ids beyond 2^53': gives(
      'a column of ids chosen as a measurement is rejected in every row',
      (given) => score('phoenix', { lactate: given(column('lactate', 'int64', [BIG, NEXT])) }),
      ({ summary }) => expect(summary.find(({ name }) => name === 'lactate')?.rejected).toBe(2)
    ),
    'duplicate times': cannot('a score looks at each row alone and knows no times')
  },
  creatinineBaselines: {
    empty: gives(
      'two columns of no rows',
      (given) => creatinineBaselines(given({ person: ids(), time: hours(), creatinine: column('c', 'float64', []) })),
      ({ baseline }) => expect(baseline.values).toHaveLength(0)
    ),
    'one row': gives(
      'a first value has no baseline',
      (given) =>
        creatinineBaselines(given({ person: ids(1n), time: hours(0), creatinine: column('c', 'float64', [0.5]) })),
      ({ baseline }) => expect(cellsOf(tableOf(baseline), 'baseline')).toEqual([undefined])
    ),
    'all missing': gives(
      'no baseline in any row',
      (given) =>
        creatinineBaselines(
          given({
            person: ids(undefined, undefined),
            time: hours(undefined, undefined),
            creatinine: column('c', 'float64', [undefined, undefined])
          })
        ),
      ({ baseline }) => expect(cellsOf(tableOf(baseline), 'baseline')).toEqual([undefined, undefined])
    ),
    'impossible values': gives(
      'an impossible value is no baseline',
      (given) =>
        creatinineBaselines(
          given({
            person: ids(...STRANGE.map(() => 1n), 1n),
            time: hours(...STRANGE.map((_, at) => at), 10),
            creatinine: column('c', 'float64', [...STRANGE.filter((one) => one !== 5e-324), 51, 1])
          })
        ),
      ({ baseline }) => expect(cellsOf(tableOf(baseline), 'baseline').every((one) => one === undefined)).toBe(true)
    ),
    'mixed units': refused('score-unit-unknown', (given) =>
      creatinineBaselines(given({ person: ids(1n), time: hours(0), creatinine: column('c', 'float64', [0.5], 'kg') }))
    ),
    'ids beyond 2^53': gives(
      'neighbouring ids share no baseline',
      (given) =>
        creatinineBaselines(
          given({
            person: ids(BIG, NEXT, BIG),
            time: hours(0, 1, 2),
            creatinine: column('c', 'float64', [0.5, 0.3, 0.7])
          })
        ),
      ({ baseline }) => expect(cellsOf(tableOf(baseline), 'baseline')).toEqual([undefined, undefined, 0.5])
    ),
    'duplicate times': gives(
      'a value of the same time is no baseline',
      (given) =>
        creatinineBaselines(
          given({ person: ids(1n, 1n, 1n), time: hours(0, 0, 1), creatinine: column('c', 'float64', [0.5, 0.4, 1]) })
        ),
      ({ baseline }) => expect(cellsOf(tableOf(baseline), 'baseline')).toEqual([undefined, undefined, 0.4])
    )
  },
  phoenixWindows: {
    empty: gives(
      'times without observations: every input missing',
      (given) => phoenixWindows(given(long(ids(), hours(), [], [])), given({ person: ids(1n), time: hours(0) })),
      ({ table, summary }) => {
        expect(table.rows).toBe(1);
        expect(summary.find(({ name }) => name === 'lactate')?.missing).toBe(1);
      }
    ),
    'one row': gives(
      'the one observation holds at its time',
      (given) =>
        phoenixWindows(given(long(ids(1n), hours(0), ['lactate'], [12])), given({ person: ids(1n), time: hours(0) })),
      ({ table }) => expect(cellsOf(table, 'cardiovascular')).toEqual([2])
    ),
    'all missing': gives(
      'remarks windows-unknown and windows-lost count them',
      (given) =>
        phoenixWindows(
          given(long(ids(undefined), hours(undefined), ['lactate'], [12])),
          given({ person: ids(undefined), time: hours(undefined) })
        ),
      ({ remarks }) => expect(codesOf(remarks)).toEqual(expect.arrayContaining(['windows-unknown', 'windows-lost']))
    ),
    'impossible values': gives(
      'they are counted as rejected, and the value before holds on',
      (given) =>
        phoenixWindows(
          given(
            long(
              ids(1n, 1n, 1n, 1n),
              hours(0, 1, 2, 3),
              ['lactate', 'lactate', 'lactate', 'lactate'],
              [12, 1e308, -1, Infinity]
            )
          ),
          given({ person: ids(1n), time: hours(3) })
        ),
      ({ observations, table }) => {
        expect(observations.find(({ name }) => name === 'lactate')).toEqual({
          name: 'lactate',
          values: 1,
          rejected: 3
        });
        expect(cellsOf(table, 'cardiovascular')).toEqual([2]);
      }
    ),
    'mixed units': gives(
      'each row in its own unit; an undeclared one is remarked: unit-assumed',
      (given) =>
        phoenixWindows(
          given(
            long(
              ids(1n, 1n, 1n),
              hours(0, 1, 2),
              ['lactate', 'lactate', 'lactate'],
              [108.12, 12, 12],
              ['mg/dL', 'mmol/L', '']
            )
          ),
          given({ person: ids(1n, 1n, 1n), time: hours(0, 1, 2) })
        ),
      ({ table, remarks }) => {
        expect(cellsOf(table, 'cardiovascular')).toEqual([2, 2, 2]);
        expect(codesOf(remarks)).toContain('unit-assumed');
      }
    ),
    'ids beyond 2^53': gives(
      'neighbouring ids see only their own values',
      (given) =>
        phoenixWindows(
          given(long(ids(BIG), hours(0), ['lactate'], [12])),
          given({ person: ids(BIG, NEXT), time: hours(1, 1) })
        ),
      ({ table, summary }) => {
        expect(cellsOf(table, 'cardiovascular')).toEqual([2, 0]);
        expect(summary.find(({ name }) => name === 'lactate')?.missing).toBe(1);
      }
    ),
    'duplicate times': gives(
      'of equal times the later row counts',
      (given) =>
        phoenixWindows(
          given(long(ids(1n, 1n), hours(0, 0), ['lactate', 'lactate'], [1, 12])),
          given({ person: ids(1n, 1n), time: hours(0, 0) })
        ),
      ({ table }) => expect(cellsOf(table, 'cardiovascular')).toEqual([2, 2])
    )
  },
  ...overTime,
  conversion: otherwise('it takes two names of units, no data', {
    empty: gives(
      'no unit is no known unit',
      () => conversion('lactate', '', 'mg/dL'),
      (found) => expect(found).toBeUndefined()
    ),
    'impossible values': gives(
      'a unit of another quantity does not convert',
      () => conversion('lactate', 'mmHg', 'mg/dL'),
      (found) => expect(found).toBeUndefined()
    ),
    'mixed units': gives(
      'every known way to write a unit converts',
      () => [conversion('cells', '10*9/L', '10³/µL'), conversion('lactate', 'mg/dL', 'mmol/L')],
      (found) =>
        expect(found).toEqual([
          { add: 0, multiply: 1, divide: 1 },
          { add: 0, multiply: 1, divide: 9.01 }
        ])
    )
  }),
  recognise: otherwise('it compares the names of columns, no data', {
    empty: gives(
      'a table without columns gives no input',
      () => [...recognise({ inputs: [{ name: 'map', kind: 'number' }] }, { columns: [] })],
      (found) => expect(found).toEqual([])
    )
  }),
  isSameUnit: otherwise('it compares two names of units, no data', {
    empty: gives(
      'no unit is the same only as none',
      () => [isSameUnit('', ''), isSameUnit('', 'h')],
      (found) => expect(found).toEqual([true, false])
    ),
    'mixed units': gives(
      'spelling does not matter, the unit does',
      () => [isSameUnit('10*3/uL', '10³/µL'), isSameUnit('mg/dL', 'mg/L')],
      (found) => expect(found).toEqual([true, false])
    )
  })
});
