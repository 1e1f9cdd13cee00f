import { expect } from 'vitest';
import type { CellInput } from '../../shared/column-builder';
import * as door from '../utility';
import { badInput, BIG, cannot, cellsOf, column, gives, NEXT, refused, tableOf, type Cells } from './matrix';

const { averagePrecision, patientUtilities, sepsisUtility, utilityByThreshold, warningStudy } = door;

interface Cells4 {
  patient: CellInput[];
  hour: CellInput[];
  label: CellInput[];
  score: CellInput[];
}
const table = ({ patient, hour, label, score }: Cells4) =>
  tableOf(
    column('patient', 'int64', patient),
    column('hour', 'float64', hour),
    column('label', 'float64', label),
    column('score', 'float64', score)
  );
const hours = { patient: 'patient', hour: 'hour', label: 'label' };
const scored = { ...hours, score: 'score' };
const calls = { ...scored, threshold: 0.5 };

const none = table({ patient: [], hour: [], label: [], score: [] });
const one = table({ patient: [1n], hour: [0], label: [1], score: [0.9] });
const gone = table({
  patient: [undefined, 1n, 1n, 1n],
  hour: [0, undefined, 1, 2],
  label: [0, 0, undefined, 0],
  score: [0, 0, 0, undefined]
});
const three = [1n, 1n, 1n];
const odd = table({ patient: three, hour: [0, 1, 2], label: [0, 0.5, 7], score: [0.1, 0.2, 0.9] });
const endless = table({
  patient: [1n, 1n, 1n, 1n, 2n, 3n, 3n],
  hour: [0, 1, 2, Infinity, 0, -1e308, 1e308],
  label: [1, 1, 1, 1, 0, 0, 1],
  score: [0.1, Infinity, -Infinity, 0.5, NaN, 1e308, 0.1]
});
const percents = table({ patient: three, hour: [0, 1, 2], label: [0, 0, 1], score: [0.1, 20, 90] });
const big = table({ patient: [BIG, NEXT, BIG], hour: [0, 0, 1], label: [0, 0, 1], score: [0.1, 0.2, 0.9] });
const twice = table({ patient: [1n, 1n], hour: [3, 3], label: [0, 1], score: [0.1, 0.9] });
const dropped = { missingPatient: 1, missingHour: 1, missingLabel: 1, missingCall: 1 };
const unitless = 'hours are counted from 0 or 1 on, labels are 0 and 1, and a score has no unit: only its order counts';

/** All that the sepsis utility and its search have in common. */
const shared = (run: (from: typeof none) => unknown): Pick<Cells, 'empty' | 'all missing' | 'duplicate times'> => ({
  empty: refused('utility-no-septic-patient', (given) => run(given(none))),
  'all missing': refused('utility-no-septic-patient', (given) => run(given(gone))),
  'duplicate times': refused('utility-hour-twice', (given) => run(given(twice)))
});

badInput('utility', door, {
  warningStudy: {
    ...shared((from) => warningStudy(from, scored)),
    'one row': gives(
      'the one hour of a septic patient, called',
      (given) => warningStudy(given(one), { ...scored, group: 'patient' }),
      ({ groups, scores }) => {
        expect(cellsOf(groups, 'group')).toEqual([1n]);
        expect(scores?.chosenHere).toBe(true);
      }
    ),
    'impossible values': refused('utility-not-binary', (given) => warningStudy(given(odd), scored)),
    'mixed units': cannot(unitless),
    'ids beyond 2^53': gives(
      'two patients, each a group of its own',
      (given) => warningStudy(given(big), { ...scored, group: 'patient' }),
      ({ groups }) => expect(cellsOf(groups, 'group')).toEqual([BIG, NEXT])
    )
  },
  averagePrecision: {
    empty: refused('auprc-no-positive', (given) => averagePrecision(given(none), { score: 'score', label: 'label' })),
    'one row': gives(
      'the one positive row is found at once',
      (given) => averagePrecision(given(one), { score: 'score', label: 'label' }),
      ({ averagePrecision: area, prevalence }) => expect([area, prevalence]).toEqual([1, 1])
    ),
    'all missing': refused('auprc-no-positive', (given) =>
      averagePrecision(
        given(tableOf(column('score', 'float64', [undefined]), column('label', 'float64', [undefined]))),
        {
          score: 'score',
          label: 'label'
        }
      )
    ),
    'impossible values': refused('utility-not-binary', (given) =>
      averagePrecision(given(odd), { score: 'score', label: 'label' })
    ),
    'mixed units': gives(
      'any scale of a score does: only the order counts',
      (given) => averagePrecision(given(percents), { score: 'score', label: 'label' }),
      ({ averagePrecision: area }) => expect(area).toBe(1)
    ),
    'ids beyond 2^53': cannot('rows are looked at without their persons'),
    'duplicate times': cannot('rows are looked at without their times')
  },
  patientUtilities: {
    empty: gives(
      'no patient, no hour',
      (given) => patientUtilities(given(none), calls),
      ({ patients, hours: n, table: { rows } }) => expect([patients, n, rows]).toEqual([0, 0, 0])
    ),
    'one row': gives(
      'one septic patient of one hour',
      (given) => patientUtilities(given(one), calls),
      ({ patients, septicPatients, calls: n }) => expect([patients, septicPatients, n]).toEqual([1, 1, 1])
    ),
    'all missing': gives(
      'dropped counts each row by its reason',
      (given) => patientUtilities(given(gone), calls),
      (result) => expect([result.patients, result.dropped]).toEqual([0, dropped])
    ),
    'impossible values': gives(
      'an endless hour is counted as missing; labels but 0 and 1 are refused: utility-not-binary',
      (given) => {
        expect(() => patientUtilities(given(odd), calls)).toThrow(
          expect.objectContaining({ code: 'utility-not-binary' })
        );
        return patientUtilities(given(endless), calls);
      },
      (result) => expect(result.dropped).toEqual({ missingPatient: 0, missingHour: 1, missingLabel: 0, missingCall: 1 })
    ),
    'mixed units': cannot(unitless),
    'ids beyond 2^53': gives(
      'two patients, their ids as they were',
      (given) => patientUtilities(given(big), calls),
      (result) => expect(cellsOf(result.table, 'patient')).toEqual([BIG, NEXT])
    ),
    'duplicate times': refused('utility-hour-twice', (given) => patientUtilities(given(twice), calls))
  },
  sepsisUtility: {
    ...shared((from) => sepsisUtility(from, calls)),
    'one row': gives(
      'the best possible call in the one hour',
      (given) => sepsisUtility(given(one), calls),
      ({ normalised }) => expect(normalised).toBe(1)
    ),
    'impossible values': gives(
      'an endless hour is counted as missing; labels but 0 and 1 are refused: utility-not-binary',
      (given) => {
        expect(() => sepsisUtility(given(odd), calls)).toThrow(expect.objectContaining({ code: 'utility-not-binary' }));
        return sepsisUtility(given(endless), calls);
      },
      (result) => expect(result.dropped).toMatchObject({ missingHour: 1, missingCall: 1 })
    ),
    'mixed units': cannot(unitless),
    'ids beyond 2^53': gives(
      'two patients, one of them septic',
      (given) => sepsisUtility(given(big), calls),
      (result) => {
        expect(cellsOf(result.table, 'patient')).toEqual([BIG, NEXT]);
        expect(cellsOf(result.table, 'septic')).toEqual([1, 0]);
      }
    )
  },
  utilityByThreshold: {
    ...shared((from) => utilityByThreshold(from, scored)),
    'one row': gives(
      'one threshold',
      (given) => utilityByThreshold(given(one), scored),
      ({ best, table: { rows } }) => expect([best, rows]).toEqual([{ threshold: 0.9, normalised: 1 }, 1])
    ),
    'impossible values': gives(
      'an endless score is no threshold and counted as missing',
      (given) => utilityByThreshold(given(endless), scored),
      (result) => {
        expect(cellsOf(result.table, 'threshold')).toEqual([1e308, 0.1]);
        expect(result.dropped).toMatchObject({ missingHour: 1, missingCall: 3 });
      }
    ),
    'mixed units': cannot(unitless),
    'ids beyond 2^53': gives(
      'the healthy neighbour does not share the onset',
      (given) => utilityByThreshold(given(big), scored),
      ({ table: found }) => expect(cellsOf(found, 'calls')).toEqual([1, 2, 3])
    )
  }
});
