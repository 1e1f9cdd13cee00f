import { expect } from 'vitest';
import * as door from '../pk';
import { badInput, BIG, cannot, cellsOf, column, gives, NEXT, otherwise, refused, tableOf } from './matrix';
import {
  child,
  individual,
  bolus,
  measured,
  doseTable,
  levelTable,
  times,
  points,
  window,
  drawn,
  onePerson,
  hoursOnly,
  eachRefused,
  ofDoses,
  ofBleeds,
  numbersOnly,
  study
} from './pk-inputs';
import { ofModels } from './pk-models';

const { adherence, adherenceByPerson, bjorkmanFactorEight: model, bleedingGroups, bleedingRates, curve, dispositionOf, doseForTrough, dosesOf, estimate, hoursAbove, hoursUntil, levelAt, levelsOf, poissonLimits, pooledPoisson, populationIndividual, steadyTroughPerUnit, terminalHalfLife, typicalParameters } = door; // prettier-ignore

badInput('pk', door, {
  adherence: {
    empty: refused('adherence-none', (given) => adherence(given(new Float64Array(0)), new Float64Array(0), 2)),
    'one row': gives(
      'one planned dose, taken',
      (given) => adherence(given(Float64Array.of(0)), given(Float64Array.of(1)), 2),
      (found) => expect(found).toEqual({ planned: 1, taken: 1, share: 1, longestGapHours: 1 })
    ),
    'all missing': refused('pk-time-impossible', (given) =>
      adherence(given(Float64Array.of(NaN)), Float64Array.of(NaN), 2)
    ),
    'impossible values': eachRefused(
      'pk-time-impossible',
      (time) => adherence(Float64Array.of(-time, time), Float64Array.of(time), 2),
      [NaN, Infinity, -Infinity, 1e308]
    ),
    'mixed units': cannot(hoursOnly),
    'ids beyond 2^53': cannot(onePerson),
    'duplicate times': gives(
      'a given dose counts once',
      (given) => adherence(given(Float64Array.of(0, 0)), given(Float64Array.of(0)), 2),
      ({ planned, taken }) => expect([planned, taken]).toEqual([2, 1])
    )
  },
  adherenceByPerson: {
    empty: refused('adherence-none', (given) => adherenceByPerson(given(times([], [])), times([], []), 2)),
    'one row': gives(
      'one planned dose that nobody gave: no gap is known',
      (given) => adherenceByPerson(given(times([1n], [0])), given(times([], [])), 2),
      (table) => expect([cellsOf(table, 'share'), cellsOf(table, 'longest_gap')]).toEqual([[0], [undefined]])
    ),
    'all missing': refused('pk-value-missing', (given) =>
      adherenceByPerson(given(times([undefined], [undefined])), times([], []), 2)
    ),
    'impossible values': gives(
      'hours that are none, and endless points in time, are refused: pk-time-impossible',
      () => {
        const refusal = expect.objectContaining({ code: 'pk-time-impossible' });
        expect(() => adherenceByPerson(times([1n], [Infinity]), times([], []), 2)).toThrow(refusal);
        expect(() => adherenceByPerson(points([1n], [9223372036854775807n]), points([], []), 2)).toThrow(refusal);
        return true;
      },
      (done) => expect(done).toBe(true)
    ),
    'mixed units': gives(
      'days meet hours; a unit that is none of time is refused: pk-column-unit',
      (given) => {
        expect(() => adherenceByPerson(times([1n], [2], 'kg'), times([], []), 1)).toThrow(
          expect.objectContaining({ code: 'pk-column-unit' })
        );
        return adherenceByPerson(given(times([1n], [2], 'd')), given(times([1n], [48])), 1);
      },
      (table) => expect(cellsOf(table, 'share')).toEqual([1])
    ),
    'ids beyond 2^53': gives(
      'a dose counts for its own person only',
      (given) => adherenceByPerson(given(times([BIG, NEXT], [0, 0])), given(times([BIG], [0])), 1),
      (table) =>
        expect([cellsOf(table, 'person_id'), cellsOf(table, 'taken')]).toEqual([
          [BIG, NEXT],
          [1, 0]
        ])
    ),
    'duplicate times': gives(
      'a given dose counts once',
      (given) => adherenceByPerson(given(times([1n, 1n], [0, 0])), given(times([1n], [0])), 1),
      (table) => expect([cellsOf(table, 'planned'), cellsOf(table, 'taken')]).toEqual([[2], [1]])
    )
  },
  bleedingRates: ofBleeds(bleedingRates),
  bleedingGroups: ofBleeds(bleedingGroups),
  pooledPoisson: otherwise('bleedingRates hands it counts and years that it has checked', {
    'one row': gives(
      'the rate of the one person',
      (given) => pooledPoisson(given(Float64Array.of(2)), Float64Array.of(2), 0.95),
      ({ rate }) => expect(rate).toBe(1)
    )
  }),
  poissonLimits: otherwise(numbersOnly, {
    empty: gives(
      'no event has the lower limit 0',
      () => poissonLimits(0),
      ({ lower }) => expect(lower).toBe(0)
    ),
    'impossible values': eachRefused('pk-option-impossible', (count) => poissonLimits(count), [
      NaN,
      Infinity,
      -1,
      0.5,
      2 ** 53
    ])
  }),
  curve: {
    empty: gives(
      'without doses the level is the endogenous one',
      (given) => curve(individual, given(bolus()), drawn),
      (table) => expect(new Set(cellsOf(table, 'level'))).toEqual(new Set([0]))
    ),
    'one row': gives(
      'after one dose the level falls',
      (given) => curve(individual, given(bolus([0, 1000])), drawn),
      (table) => expect(Number(cellsOf(table, 'level')[0])).toBeGreaterThan(Number(cellsOf(table, 'level').at(-1)))
    ),
    ...ofDoses((doses) => curve(individual, doses, drawn)),
    'impossible values': refused('pk-dose-impossible', (given) => curve(individual, given(bolus([0, 1e308])), drawn)),
    'duplicate times': gives(
      'two doses of one time add up',
      async (given) => [
        await curve(individual, given(bolus([0, 500], [0, 500])), drawn),
        await curve(individual, bolus([0, 1000]), drawn)
      ],
      ([two, one]) =>
        cellsOf(two!, 'level').forEach((level, row) =>
          expect(level).toBeCloseTo(Number(cellsOf(one!, 'level')[row]), 9)
        )
    )
  },
  hoursUntil: {
    empty: refused('pk-doses-none', (given) => hoursUntil(individual, given(bolus()), 1)),
    'one row': gives(
      'hours after the one dose',
      (given) => hoursUntil(individual, given(bolus([0, 1000])), 1),
      (hours) => expect(hours).toBeGreaterThan(24)
    ),
    ...ofDoses((doses) => hoursUntil(individual, doses, 1)),
    'duplicate times': gives(
      'two doses of one time add up',
      (given) => hoursUntil(individual, given(bolus([0, 500], [0, 500])), 1),
      (hours) => expect(hours).toBeCloseTo(hoursUntil(individual, bolus([0, 1000]), 1)!, 9)
    )
  },
  hoursAbove: {
    empty: gives(
      'never above without doses',
      (given) => hoursAbove(individual, given(bolus()), 1, window),
      (hours) => expect(hours).toBe(0)
    ),
    'one row': gives(
      'all of two days above 1 IU/dL',
      (given) => hoursAbove(individual, given(bolus([0, 1000])), 1, window),
      (hours) => expect(hours).toBeCloseTo(48, 9)
    ),
    ...ofDoses((doses) => hoursAbove(individual, doses, 1, window)),
    'duplicate times': gives(
      'two doses of one time add up',
      (given) => hoursAbove(individual, given(bolus([0, 500], [0, 500])), 10, window),
      (hours) => expect(hours).toBeCloseTo(hoursAbove(individual, bolus([0, 1000]), 10, window), 9)
    )
  },
  steadyTroughPerUnit: otherwise(numbersOnly, {
    'impossible values': eachRefused('pk-option-impossible', (hours) => steadyTroughPerUnit(individual, hours), [
      NaN,
      Infinity,
      0,
      -1
    ])
  }),
  doseForTrough: otherwise(numbersOnly, {
    'impossible values': eachRefused('pk-option-impossible', (target) => doseForTrough(individual, target, 48), [
      NaN,
      Infinity,
      -1,
      1e308
    ])
  }),
  dispositionOf: otherwise('it takes the parameters that typicalParameters has checked', {
    'one row': gives(
      'a curve of rates above 0',
      () => dispositionOf(typicalParameters(model, child)),
      ({ rates }) => expect(Math.min(...rates)).toBeGreaterThan(0)
    )
  }),
  terminalHalfLife: otherwise('it takes a disposition that was computed', {
    'one row': gives(
      'hours above 0',
      () => terminalHalfLife(individual.disposition),
      (hours) => expect(hours).toBeGreaterThan(1)
    )
  }),
  levelAt: otherwise('it takes doses that were checked and one time', {
    empty: gives(
      '0 without doses',
      (given) => levelAt(individual.disposition, given(bolus()), 5),
      (level) => expect(level).toBe(0)
    ),
    'one row': gives(
      '0 before the dose',
      (given) => levelAt(individual.disposition, given(bolus([6, 1000])), 5),
      (level) => expect(level).toBe(0)
    ),
    'duplicate times': gives(
      'two doses of one time add up',
      (given) => levelAt(individual.disposition, given(bolus([0, 500], [0, 500])), 5),
      (level) => expect(level).toBeCloseTo(levelAt(individual.disposition, bolus([0, 1000]), 5), 9)
    )
  }),
  estimate: {
    empty: gives(
      'no level and no dose are refused: pk-levels-none, pk-doses-none',
      () => {
        expect(() => estimate(model, child, bolus([0, 1]), measured())).toThrow(
          expect.objectContaining({ code: 'pk-levels-none' })
        );
        expect(() => estimate(model, child, bolus(), measured([1, 1]))).toThrow(
          expect.objectContaining({ code: 'pk-doses-none' })
        );
        return true;
      },
      (done) => expect(done).toBe(true)
    ),
    'one row': gives(
      'one level is enough',
      (given) => estimate(model, child, given(bolus([0, 1250])), given(measured([24, 14]))),
      ({ predicted, gradientNorm }) => expect([predicted.length, gradientNorm < 1e-3]).toEqual([1, true])
    ),
    'all missing': refused('pk-level-impossible', (given) =>
      estimate(model, child, given(bolus([0, 1250])), given(measured([24, NaN])))
    ),
    'impossible values': eachRefused(
      'pk-level-impossible',
      (level) => estimate(model, child, bolus([0, 1250]), measured([24, level])),
      [NaN, Infinity, -1]
    ),
    'mixed units': cannot(hoursOnly),
    'ids beyond 2^53': cannot(onePerson),
    'duplicate times': gives(
      'two levels of one time both count',
      (given) => estimate(model, child, given(bolus([0, 1250])), given(measured([24, 10], [24, 18]))),
      ({ predicted }) => expect(predicted[0]).toBe(predicted[1])
    )
  },
  populationIndividual: otherwise('it takes one person, no table', {
    'impossible values': eachRefused(
      'pk-person-impossible',
      (weightKg) => populationIndividual(model, { ...child, weightKg }),
      [NaN, Infinity, 0, -1, 2500]
    )
  }),
  typicalParameters: otherwise('it takes one person, no table', {
    'impossible values': eachRefused(
      'pk-person-impossible',
      (ageYears) => typicalParameters(model, { ...child, ageYears }),
      [NaN, Infinity, -1, 400]
    )
  }),
  ...ofModels,
  dosesOf: {
    empty: gives(
      'no dose',
      (given) => dosesOf(given(doseTable([], []))),
      ({ time }) => expect(time).toHaveLength(0)
    ),
    'one row': gives(
      'one dose',
      (given) => dosesOf(given(doseTable([1], [500]))),
      ({ time, amount }) => expect([...time, ...amount]).toEqual([1, 500])
    ),
    'all missing': refused('pk-value-missing', (given) => dosesOf(given(doseTable([undefined], [undefined])))),
    'impossible values': eachRefused('pk-dose-impossible', (amount) => dosesOf(doseTable([0], [amount])), [
      Infinity,
      0,
      -1,
      1e308
    ]),
    'mixed units': refused('pk-column-unit', (given) => dosesOf(given(doseTable([0], [500], 'mg')))),
    'ids beyond 2^53': cannot(onePerson),
    'duplicate times': gives(
      'both doses stay',
      (given) => dosesOf(given(doseTable([0, 0], [500, 500]))),
      ({ amount }) => expect([...amount]).toEqual([500, 500])
    )
  },
  levelsOf: {
    empty: gives(
      'no level',
      (given) => levelsOf(given(levelTable([], []))),
      ({ time }) => expect(time).toHaveLength(0)
    ),
    'one row': gives(
      'one level',
      (given) => levelsOf(given(levelTable([1], [50]))),
      ({ level }) => expect([...level]).toEqual([50])
    ),
    'all missing': refused('pk-value-missing', (given) => levelsOf(given(levelTable([0], [undefined])))),
    'impossible values': eachRefused('pk-level-impossible', (level) => levelsOf(levelTable([0], [level])), [
      Infinity,
      -1
    ]),
    'mixed units': gives(
      'each row in its own unit; another one is refused: pk-level-unit',
      (given) => {
        expect(() => levelsOf(levelTable([0], [50], ['mg']))).toThrow(
          expect.objectContaining({ code: 'pk-level-unit' })
        );
        return levelsOf(given(levelTable([0, 1], [50, 0.5], ['IU/dL', 'IU/mL'])));
      },
      ({ level }) => expect([...level]).toEqual([50, 50])
    ),
    'ids beyond 2^53': cannot(onePerson),
    'duplicate times': gives(
      'both levels stay',
      (given) => levelsOf(given(levelTable([0, 0], [50, 60]))),
      ({ level }) => expect([...level]).toEqual([50, 60])
    )
  },
  pkStudy: {
    empty: refused('pk-nothing-given', (given) => study(given, doseTable([], []), levelTable([], []))),
    'one row': gives(
      'one dose and one level are enough',
      (given) => study(given, doseTable([0], [1250]), levelTable([24], [14])),
      ({ isEstimated, levels }) => expect([isEstimated, levels.rows]).toEqual([true, 1])
    ),
    'all missing': refused('pk-value-missing', (given) => study(given, doseTable([undefined], [undefined]))),
    'impossible values': gives(
      'levels below 0 are refused: pk-level-impossible; those that no curve explains: pk-fit-not-converged',
      async (given) => {
        const codes: string[] = [];
        for (const level of [-1, Infinity, 1e308]) {
          await study(given, doseTable([0], [1250]), levelTable([24], [level])).catch((error: { code: string }) =>
            codes.push(error.code)
          );
        }
        return codes;
      },
      (codes) => expect(codes).toEqual(['pk-level-impossible', 'pk-level-impossible', 'pk-fit-not-converged'])
    ),
    'mixed units': gives(
      'levels in IU/mL and IU/dL meet; hours and points in time are refused: pk-times-differ',
      async (given) => {
        const clock = tableOf(column('time', 'timestamp', [0]), column('level', 'float64', [14]));
        await expect(study(given, doseTable([0], [1250]), clock)).rejects.toMatchObject({ code: 'pk-times-differ' });
        return study(given, doseTable([0], [1250]), levelTable([24, 25], [14, 0.13], ['IU/dL', 'IU/mL']));
      },
      ({ levels }) => expect(cellsOf(levels, 'level')).toEqual([14, 13])
    ),
    'ids beyond 2^53': cannot(onePerson),
    'duplicate times': gives(
      'doses add up and both levels count',
      (given) => study(given, doseTable([0, 0], [625, 625]), levelTable([24, 24], [10, 18])),
      ({ levels }) => expect(cellsOf(levels, 'predicted')[0]).toBe(cellsOf(levels, 'predicted')[1])
    )
  }
});
