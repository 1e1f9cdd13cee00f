import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bjorkmanFactorEight,
  doseForTrough,
  hoursAbove,
  hoursUntil,
  levelAt,
  optiClotFactorNine,
  populationIndividual,
  regimenDoses,
  steadyTroughPerUnit
} from './index';

const child = { weightKg: 25, ageYears: 8 };
const person = populationIndividual(bjorkmanFactorEight, child);
const withFactor = populationIndividual(bjorkmanFactorEight, child, 2);
const nine = populationIndividual(optiClotFactorNine, child);
const dose = regimenDoses({ doses: [{ atHour: 0, amount: 1250 }], cycleHours: 48, cycles: 1 });
const infusion = regimenDoses({ doses: [{ atHour: 0, amount: 1250, durationHours: 2 }], cycleHours: 48, cycles: 3 });

describe('hours until a threshold', () => {
  test.each([person, nine])('the curve is there then', (individual) => {
    for (const doses of [dose, infusion]) {
      const end = doses === dose ? 0 : 98;
      const hours = hoursUntil(individual, doses, 5)!;
      expect(levelAt(individual.disposition, doses, end + hours)).toBeCloseTo(5, 10);
    }
  });

  test('are 0 below it already, and undefined where the endogenous level keeps it', () => {
    expect(hoursUntil(person, dose, 500)).toBe(0);
    expect(hoursUntil(withFactor, dose, 2)).toBeUndefined();
    expect(hoursUntil(withFactor, dose, 1)).toBeUndefined();
    expect(hoursUntil(person, dose, 0)).toBeUndefined();
  });
});

describe('the steady trough', () => {
  test.each([
    [24, 0],
    [48, 0],
    [48, 2],
    [48, 48],
    [84, 0.25]
  ])('every %d h over %d h is what very many doses come to', (intervalHours, durationHours) => {
    for (const individual of [person, nine]) {
      const cycle = { doses: [{ atHour: 0, amount: 1, durationHours }], cycleHours: intervalHours, cycles: 400 };
      const late = levelAt(individual.disposition, regimenDoses(cycle), 400 * intervalHours - 1e-9);
      // An infusion of the whole interval ends there; a bolus would jump.
      expect(steadyTroughPerUnit(individual, intervalHours, durationHours) / late).toBeCloseTo(1, 8);
    }
  });

  test('is reached by the dose that is calculated for it', () => {
    const amount = doseForTrough(withFactor, 5, 48);
    expect(2 + amount * steadyTroughPerUnit(withFactor, 48)).toBeCloseTo(5, 12);
    expect(doseForTrough(withFactor, 2, 48)).toBe(0);
    expect(doseForTrough(withFactor, 1, 48)).toBe(0);
  });

  test('an interval after which nothing is left has no dose', () => {
    expect(() => doseForTrough(person, 1, 1e6)).toThrowError(expect.objectContaining({ code: 'pk-option-impossible' }));
  });
});

describe('hours above a threshold', () => {
  const fine = (doses: typeof dose, threshold: number, window: { from: number; to: number }) => {
    const parts = 200_000;
    let inside = 0;
    for (let part = 0; part < parts; part++) {
      const at = window.from + ((part + 0.5) * (window.to - window.from)) / parts;
      if (levelAt(person.disposition, doses, at) > threshold) inside++;
    }
    return (inside * (window.to - window.from)) / parts;
  };

  test.each([
    [1, 0, 144],
    [5, 10, 100],
    [30, -20, 30],
    [60, 0, 144],
    [1e4, 0, 144]
  ])('above %d IU/dL from %d to %d h, as by counting', (threshold, from, to) => {
    for (const doses of [dose, infusion]) {
      const counted = fine(doses, threshold, { from, to });
      expect(Math.abs(hoursAbove(person, doses, threshold, { from, to }) - counted)).toBeLessThan(0.003);
    }
  });

  test('after one bolus are the hours until the threshold', () => {
    const hours = hoursUntil(person, dose, 10)!;
    expect(hoursAbove(person, dose, 10, { from: -5, to: 500 })).toBeCloseTo(hours, 10);
  });

  test('are all where the endogenous level is above, none without doses', () => {
    const none = { time: new Float64Array(0), amount: new Float64Array(0), duration: new Float64Array(0) };
    expect(hoursAbove(withFactor, dose, 1, { from: -10, to: 500 })).toBe(510);
    expect(hoursAbove(person, none, 1, { from: 0, to: 500 })).toBe(0);
    expect(hoursAbove(withFactor, none, 1, { from: 0, to: 500 })).toBe(500);
  });

  test('above and below fill the window', () => {
    const at = fc.double({ min: 0, max: 150, noNaN: true });
    fc.assert(
      fc.property(at, at, fc.double({ min: 0.01, max: 80, noNaN: true }), (first, length, threshold) => {
        const window = { from: first, to: first + length + 0.1 };
        const hours = hoursAbove(person, infusion, threshold, window);
        return hours >= 0 && hours <= window.to - window.from + 1e-9;
      })
    );
  });
});

describe('what cannot be asked is refused', () => {
  test.each<[string, () => unknown]>([
    ['a negative threshold', () => hoursUntil(person, dose, -1)],
    ['a threshold that is no number', () => hoursAbove(person, dose, NaN, { from: 0, to: 1 })],
    ['a window that ends before it begins', () => hoursAbove(person, dose, 1, { from: 2, to: 1 })],
    ['an endless window', () => hoursAbove(person, dose, 1, { from: 0, to: Infinity })],
    ['an interval of 0', () => steadyTroughPerUnit(person, 0)],
    ['an infusion longer than the interval', () => steadyTroughPerUnit(person, 24, 25)],
    ['no cycles', () => regimenDoses({ doses: [{ atHour: 0, amount: 1 }], cycleHours: 24, cycles: 0 })],
    ['too many cycles', () => regimenDoses({ doses: [{ atHour: 0, amount: 1 }], cycleHours: 24, cycles: 1e6 })],
    ['a cycle of 0 h', () => regimenDoses({ doses: [{ atHour: 0, amount: 1 }], cycleHours: 0, cycles: 1 })],
    ['a dose beyond its cycle', () => regimenDoses({ doses: [{ atHour: 24, amount: 1 }], cycleHours: 24, cycles: 1 })],
    [
      'a missed dose that is not there',
      () => regimenDoses({ doses: [{ atHour: 0, amount: 1 }], cycleHours: 24, cycles: 3, missed: [4] })
    ]
  ])('%s', (_, ask) => {
    expect(ask).toThrowError(expect.objectContaining({ code: 'pk-option-impossible' }));
  });

  test('a regimen without doses, and a dose of nothing', () => {
    expect(() => regimenDoses({ doses: [], cycleHours: 24, cycles: 3 })).toThrowError(
      expect.objectContaining({ code: 'pk-doses-none' })
    );
    expect(() => regimenDoses({ doses: [{ atHour: 0, amount: 0 }], cycleHours: 24, cycles: 3 })).toThrowError(
      expect.objectContaining({ code: 'pk-dose-impossible' })
    );
  });
});

test('a regimen of Monday, Wednesday and Friday with the second dose missed', () => {
  const doses = regimenDoses({
    doses: [
      { atHour: 96, amount: 1500 },
      { atHour: 0, amount: 1000, durationHours: 0.2 },
      { atHour: 48, amount: 1000 }
    ],
    cycleHours: 168,
    cycles: 2,
    startHour: 8,
    missed: [2]
  });
  expect([...doses.time]).toEqual([8, 104, 176, 224, 272]);
  expect([...doses.amount]).toEqual([1000, 1500, 1000, 1000, 1500]);
  expect([...doses.duration]).toEqual([0.2, 0, 0.2, 0, 0]);
});
