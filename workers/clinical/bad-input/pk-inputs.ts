import { expect } from 'vitest';
import type { Table } from '../../shared/table';
import * as door from '../pk';
import {
  BIG,
  cannot,
  cellsOf,
  column,
  gives,
  NEXT,
  refused,
  tableOf,
  type Cell,
  type Cells,
  type Given
} from './matrix';

const { bjorkmanFactorEight: model, pkStudy, populationIndividual } = door; // prettier-ignore

export type Numbers = (number | undefined)[];
export const child = { weightKg: 25, ageYears: 8 };
export const individual = populationIndividual(model, child);
export const bolus = (...rows: readonly (readonly [time: number, amount: number])[]) => ({
  time: Float64Array.from(rows, ([time]) => time),
  amount: Float64Array.from(rows, ([, amount]) => amount),
  duration: new Float64Array(rows.length)
});
export const measured = (...rows: readonly (readonly [time: number, level: number])[]) => ({
  time: Float64Array.from(rows, ([time]) => time),
  level: Float64Array.from(rows, ([, level]) => level),
  below: new Uint8Array(rows.length)
});
export const doseTable = (time: Numbers, amount: Numbers, unit = 'IU') =>
  tableOf(column('time', 'float64', time, 'h'), column('amount', 'float64', amount, unit));
export const levelTable = (time: Numbers, level: Numbers, units?: string[]) =>
  tableOf(
    column('time', 'float64', time, 'h'),
    column('level', 'float64', level),
    ...(units ? [column('unit', 'text', units)] : [])
  );
export const bleeds = (persons: (bigint | undefined)[], counts: Numbers, years: Numbers, unit?: string) =>
  tableOf(
    column('person_id', 'int64', persons),
    column('bleeds', 'float64', counts),
    column('years', 'float64', years, unit)
  );
export const times = (persons: (bigint | undefined)[], hours: Numbers, unit = 'h') =>
  tableOf(column('person_id', 'int64', persons), column('time', 'float64', hours, unit));
export const points = (persons: bigint[], at: bigint[]) =>
  tableOf(column('person_id', 'int64', persons), column('time', 'timestamp', at));

export const written = {
  name: 'one',
  factor: 'FVIII',
  citation: 'here',
  compartments: 1,
  theta: { CL: { value: 2, unit: 'dL/h' }, V1: { value: 30, unit: 'dL' } },
  omega: { parameters: ['CL'], cv: [0.3] },
  residual: { additive_IU_dL: 1, proportional: 0.1 }
};
export const window = { from: 0, to: 48 };
export const drawn = { fromHour: 0, toHour: 48, samples: 5 };
export const onePerson = 'it reads one person, whose id is not asked for';
export const hoursOnly = 'it takes hours and IU as numbers: units are converted where a table is read';

/** Of a number each: what comes of every number that is none. */
export const eachRefused = (
  code: string,
  run: (strange: number) => unknown,
  strange = [NaN, Infinity, -Infinity, -1]
): Cell =>
  gives(
    `each of ${strange.join(', ')} is refused: ${code}`,
    () => {
      for (const one of strange) expect(() => run(one), String(one)).toThrow(expect.objectContaining({ code }));
      return strange.length;
    },
    (n) => expect(n).toBe(strange.length)
  );

/** Doses of one person: what every function of them has in common. */
export const ofDoses = (
  run: (doses: ReturnType<typeof bolus>) => unknown
): Pick<Cells, 'all missing' | 'impossible values' | 'mixed units' | 'ids beyond 2^53'> => ({
  'all missing': refused('pk-time-impossible', (given) => run(given(bolus([NaN, NaN])))),
  'impossible values': eachRefused('pk-dose-impossible', (amount) => run(bolus([0, amount])), [
    NaN,
    Infinity,
    0,
    -1,
    1e308
  ]),
  'mixed units': cannot(hoursOnly),
  'ids beyond 2^53': cannot(onePerson)
});

/** Persons with bleeds: what both functions of them have in common. */
export const ofBleeds = (run: (table: Table) => { persons: Table }): Cells => ({
  empty: refused('bleeds-none', (given) => run(given(bleeds([], [], [])))),
  'one row': gives(
    'the rate of the one person',
    (given) => run(given(bleeds([1n], [4], [2]))),
    ({ persons }) => expect(cellsOf(persons, 'rate')).toEqual([2])
  ),
  'all missing': refused('pk-value-missing', (given) => run(given(bleeds([undefined], [undefined], [undefined])))),
  'impossible values': gives(
    'bleeds and years that cannot be are refused: bleeds-impossible, bleeds-years-impossible',
    () => {
      for (const count of [-1, 0.5, Infinity, 1e308]) {
        expect(() => run(bleeds([1n], [count], [1])), String(count)).toThrow(
          expect.objectContaining({ code: 'bleeds-impossible' })
        );
      }
      for (const years of [0, -1, Infinity, 5e-324, 1e308]) {
        expect(() => run(bleeds([1n, 2n], [1, 1], [years, years])), String(years)).toThrow(
          expect.objectContaining({ code: 'bleeds-years-impossible' })
        );
      }
      return true;
    },
    (done) => expect(done).toBe(true)
  ),
  'mixed units': gives(
    'months are converted; a unit that is none of time is refused: pk-column-unit',
    (given) => {
      expect(() => run(bleeds([1n], [4], [24], 'kg'))).toThrow(expect.objectContaining({ code: 'pk-column-unit' }));
      return run(given(bleeds([1n], [4], [24], 'months')));
    },
    ({ persons }) => expect(cellsOf(persons, 'rate')).toEqual([2])
  ),
  'ids beyond 2^53': gives(
    'two persons, their ids as they were',
    (given) => run(given(bleeds([BIG, NEXT], [1, 0], [1, 1]))),
    ({ persons }) => expect(cellsOf(persons, 'person_id')).toEqual([BIG, NEXT])
  ),
  'duplicate times': refused('bleeds-person-repeated', (given) => run(given(bleeds([1n, 1n], [1, 1], [1, 1]))))
});

export const numbersOnly = 'it takes a few numbers, no table';

export function study(given: Given, doses: Table, levels?: Table) {
  return pkStudy(
    given({ model: { name: 'fviii-bjorkman-2012' }, person: child, doses, ...(levels && { levels }), samples: 5 })
  );
}
