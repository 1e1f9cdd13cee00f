import { expect } from 'vitest';
import { courseInputs, hasLookBack, infectionByThen, scoreCourse, SCORES, sepsisOnset } from '../scores';
import { BIG, cannot, cellsOf, codesOf, column, gives, NEXT, otherwise, refused, tableOf, type Cells } from './matrix';

export const STRANGE = [NaN, Infinity, -Infinity, 1e308, -1e308, 5e-324, -1];

const ids = (...cells: (bigint | undefined)[]) => column('person', 'int64', cells);
const hours = (...cells: (number | undefined)[]) => column('time', 'float64', cells, 'h');
type Ids = (bigint | undefined)[];
type Numbers = (number | undefined)[];
const lactates = (persons: Ids, times: Numbers, values: Numbers, unit = 'mmol/L') => ({
  person: ids(...persons),
  time: hours(...times),
  inputs: { lactate: column('lactate', 'float64', values, unit) },
  lookBack: true,
  onset: {}
});
const totals = (persons: Ids, times: Numbers, values: Numbers) => ({
  person: ids(...persons),
  time: hours(...times),
  total: column('total', 'float64', values),
  suspected_infection: column(
    'suspected_infection',
    'bool',
    values.map(() => true)
  )
});
const infections = (persons: Ids, times: Numbers, tests: Numbers, doses: Numbers) => ({
  person: ids(...persons),
  time: hours(...times),
  infection_test: column('tests', 'float64', tests),
  antimicrobial_doses: column('doses', 'float64', doses)
});

/** The functions of scores that follow persons over time. */
export const overTime: Readonly<Record<string, Cells>> = {
  scoreCourse: {
    empty: gives(
      'no rows and no stays',
      (given) => scoreCourse('phoenix', given(lactates([], [], []))),
      ({ table, onset }) => expect([table.rows, onset?.table.rows]).toEqual([0, 0])
    ),
    'one row': gives(
      'its points, and an onset at the first time',
      (given) => scoreCourse('phoenix', given(lactates([1n], [0], [12]))),
      ({ table, onset }) => {
        expect(cellsOf(table, 'cardiovascular')).toEqual([2]);
        expect(codesOf(onset?.remarks ?? [])).toContain('onset-at-first');
      }
    ),
    'all missing': gives(
      'remarks windows-unknown and onset-lost count the rows',
      (given) => scoreCourse('phoenix', given(lactates([undefined], [undefined], [undefined]))),
      ({ remarks, onset }) => {
        expect(codesOf(remarks)).toContain('windows-unknown');
        expect(codesOf(onset?.remarks ?? [])).toEqual(['onset-lost']);
      }
    ),
    'impossible values': gives(
      'they are counted as rejected and not scored',
      (given) =>
        scoreCourse(
          'phoenix',
          given(
            lactates(
              STRANGE.map(() => 1n),
              STRANGE.map((_, at) => at),
              STRANGE
            )
          )
        ),
      ({ observations, onset }) => {
        expect(observations?.find(({ name }) => name === 'lactate')?.rejected).toBe(5);
        expect(onset?.counts.none).toBe(1);
      }
    ),
    'mixed units': refused('score-unit-unknown', (given) =>
      scoreCourse('phoenix', given(lactates([1n], [0], [12], 'mmHg')))
    ),
    'ids beyond 2^53': gives(
      'neighbouring ids carry nothing over to each other',
      (given) => scoreCourse('phoenix', given(lactates([BIG, NEXT], [0, 1], [12, undefined]))),
      ({ table, onset }) => {
        expect(cellsOf(table, 'cardiovascular')).toEqual([2, 0]);
        expect(cellsOf(onset!.table, 'person')).toEqual([BIG, NEXT]);
      }
    ),
    'duplicate times': gives(
      'of equal times the later row counts, for both rows',
      (given) => scoreCourse('phoenix', given(lactates([1n, 1n], [0, 0], [1, 12]))),
      ({ table }) => expect(cellsOf(table, 'cardiovascular')).toEqual([2, 2])
    )
  },
  sepsisOnset: {
    empty: gives(
      'no stays',
      (given) => sepsisOnset(given(totals([], [], []))),
      ({ table }) => expect(table.rows).toBe(0)
    ),
    'one row': gives(
      'an onset at the first time: remark onset-at-first',
      (given) => sepsisOnset(given(totals([1n], [0], [2]))),
      ({ table, remarks }) => {
        expect(cellsOf(table, 'reading')).toEqual(['sepsis']);
        expect(codesOf(remarks)).toEqual(['onset-at-first']);
      }
    ),
    'all missing': gives(
      'no stays; remark onset-lost',
      (given) => sepsisOnset(given(totals([undefined], [undefined], [undefined]))),
      ({ table, remarks }) => {
        expect(table.rows).toBe(0);
        expect(codesOf(remarks)).toEqual(['onset-lost']);
      }
    ),
    'impossible values': gives(
      'they are no totals, and counted: remark onset-rejected',
      (given) =>
        sepsisOnset(
          given(
            totals(
              STRANGE.map(() => 1n),
              STRANGE.map((_, at) => at),
              STRANGE
            )
          )
        ),
      ({ counts, remarks }) => {
        expect(counts.none).toBe(1);
        expect(remarks.find(({ code }) => code === 'onset-rejected')?.values).toEqual({ rows: 6 });
      }
    ),
    'mixed units': refused('windows-time-unit', (given) =>
      sepsisOnset(given({ ...totals([1n], [0], [2]), time: column('time', 'float64', [0], 'mmHg') }))
    ),
    'ids beyond 2^53': gives(
      'neighbouring ids are two stays, as they were',
      (given) => sepsisOnset(given(totals([BIG, NEXT], [0, 0], [2, 1]))),
      ({ table }) => expect(cellsOf(table, 'person')).toEqual([BIG, NEXT])
    ),
    'duplicate times': gives(
      'any row of the time counts',
      (given) => sepsisOnset(given(totals([1n, 1n], [3, 3], [0, 2]))),
      ({ table }) => expect(cellsOf(table, 'sepsis_onset')).toEqual([3])
    )
  },
  infectionByThen: {
    empty: gives(
      'no rows',
      (given) => infectionByThen(given(infections([], [], [], []))),
      (found) => expect(found.values).toHaveLength(0)
    ),
    'one row': gives(
      'a test and two doses',
      (given) => infectionByThen(given(infections([1n], [0], [1], [2]))),
      (found) => expect(cellsOf(tableOf(found), 'suspected_infection')).toEqual([1])
    ),
    'all missing': gives(
      'missing',
      (given) => infectionByThen(given(infections([undefined], [undefined], [undefined], [undefined]))),
      (found) => expect(cellsOf(tableOf(found), 'suspected_infection')).toEqual([undefined])
    ),
    'impossible values': gives(
      'they are no tests and no doses',
      (given) =>
        infectionByThen(
          given(
            infections(
              STRANGE.map(() => 1n),
              STRANGE.map((_, at) => at),
              STRANGE,
              STRANGE
            )
          )
        ),
      (found) => expect([...found.values].every((one) => one === 0)).toBe(true)
    ),
    'mixed units': cannot('tests and doses are counted and have no unit'),
    'ids beyond 2^53': gives(
      'doses of a neighbouring id do not count',
      (given) => infectionByThen(given(infections([BIG, NEXT], [0, 0], [1, 1], [1, 2]))),
      (found) => expect(cellsOf(tableOf(found), 'suspected_infection')).toEqual([0, 1])
    ),
    'duplicate times': gives(
      'what is of the same time counts for each of its rows',
      (given) => infectionByThen(given(infections([1n, 1n], [0, 0], [1, 0], [1, 1]))),
      (found) => expect(cellsOf(tableOf(found), 'suspected_infection')).toEqual([1, 1])
    )
  },
  courseInputs: otherwise('it takes the definition of a score, no data', {
    empty: gives(
      'a score without observations over time keeps its own inputs',
      () => courseInputs(SCORES[2]!, true),
      (found) => expect(found).toBe(SCORES[2]!.inputs)
    )
  }),
  hasLookBack: otherwise('it takes a name, no data', {
    empty: gives(
      'no name has no look-back',
      () => hasLookBack(''),
      (found) => expect(found).toBe(false)
    )
  })
};
