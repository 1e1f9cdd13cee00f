import { describe, expect, test } from 'vitest';
import { dispositionOf, levelAt } from '../pk';
import { INHIBITOR } from './constants';
import { Course } from './course';
import { bleedRate, drawHistory, levelsAt } from './history';
import { drawPatient, MINUTES_PER_YEAR, type Patient } from './patient';

const world = { missedDoses: true, inhibitors: true };
const everyone = Array.from({ length: 400 }, (_, index) => drawPatient(1, index, world));
const one = (wanted: (patient: Patient) => boolean): Patient => everyone.find(wanted) as Patient;

/** Amounts by Runge and Kutta's fourth order, in steps of a minute: nothing in common with eigenvalues. */
function integrated(
  { parameters, endogenous }: Patient,
  doses: ReadonlyMap<number, number>,
  inhibited: [number, number]
) {
  const n = parameters.length / 2;
  const slope = (amounts: Float64Array, clearance: number): Float64Array => {
    const change = new Float64Array(n);
    const central = (amounts[0] as number) / (parameters[1] as number);
    change[0] = -clearance * central;
    for (let other = 1; other < n; other++) {
      const flow = parameters[2 * other] as number;
      const moved = flow * (central - (amounts[other] as number) / (parameters[2 * other + 1] as number));
      change[0] -= moved;
      change[other] = moved;
    }
    return change;
  };
  const plus = (amounts: Float64Array, change: Float64Array, hours: number) =>
    amounts.map((amount, row) => amount + hours * (change[row] as number));
  return (until: number): number => {
    let amounts = new Float64Array(n);
    for (let minute = 0; minute < until; minute++) {
      amounts[0] = (amounts[0] as number) + (doses.get(minute) ?? 0);
      const present = minute >= inhibited[0] && minute < inhibited[1];
      const clearance = (parameters[0] as number) * (present ? INHIBITOR.clearance : 1);
      const step = 1 / 60;
      const a = slope(amounts, clearance);
      const b = slope(plus(amounts, a, step / 2), clearance);
      const c = slope(plus(amounts, b, step / 2), clearance);
      const d = slope(plus(amounts, c, step), clearance);
      const mean = a.map(
        (value, row) => (value + 2 * (b[row] as number) + 2 * (c[row] as number) + (d[row] as number)) / 6
      );
      amounts = plus(amounts, mean, step);
    }
    return endogenous + ((amounts[0] as number) + (doses.get(until) ?? 0)) / (parameters[1] as number);
  };
}

describe.each([
  ['A', one(({ type }) => type === 'A')],
  ['B', one(({ type }) => type === 'B')]
] as const)('the level of a person with haemophilia %s', (_, patient) => {
  test('is the sum of what is left of every dose', () => {
    const time = [0, 30, 95, 96];
    const doses = {
      time: Float64Array.from(time),
      amount: new Float64Array(4).fill(patient.doseIU),
      duration: new Float64Array(4)
    };
    const course = new Course({ ...patient, inhibitor: undefined }, 0);
    const disposition = dispositionOf(patient.parameters);
    for (const hours of [0, 7, 30, 40, 95, 96, 300]) {
      for (const at of time.filter((dose) => dose <= hours)) {
        if (time.indexOf(at) < 0) continue;
        time.splice(time.indexOf(at), 1);
        course.to(60 * at);
        course.give(patient.doseIU);
      }
      const expected = patient.endogenous + levelAt(disposition, doses, hours);
      expect(course.to(60 * hours) / expected).toBeCloseTo(1, 12);
    }
  });

  test('goes on from the same amounts when an inhibitor comes and goes', () => {
    const inhibited: [number, number] = [600, 2400];
    const course = new Course({ ...patient, inhibitor: { from: inhibited[0], to: inhibited[1] } }, 0);
    const truth = integrated(
      patient,
      new Map([
        [0, 1000],
        [1500, 800]
      ]),
      inhibited
    );
    course.give(1000);
    for (const until of [300, 600, 900, 1500, 2000, 2400, 4000]) {
      const before = course.to(until);
      if (until === 1500) course.give(800);
      const level = until === 1500 ? course.to(until) : before;
      expect(level / truth(until)).toBeCloseTo(1, 6);
      if (until === inhibited[0]) course.inhibit(true);
      if (until === inhibited[1]) course.inhibit(false);
      expect(course.to(until)).toBeCloseTo(level, 10);
    }
  });
});

describe('bleeds', () => {
  test('are as many as the rate along each level lets expect', () => {
    let seen = 0;
    let expected = 0;
    for (const patient of everyone.slice(0, 200)) {
      const history = drawHistory(1, patient);
      const step = 120;
      const count = Math.floor((patient.observed.to - patient.observed.from) / step);
      const times = Array.from({ length: count }, (_, position) => patient.observed.from + step * (position + 0.5));
      const hazard = levelsAt(patient, history, times).reduce((sum, level) => sum + bleedRate(level), 0);
      seen += history.bleeds.length;
      expected += (patient.frailty * hazard * step) / MINUTES_PER_YEAR;
    }
    expect(Math.abs(seen - expected)).toBeLessThan(3 * Math.sqrt(expected));
    expect(seen).toBeGreaterThan(500);
  });

  test('are rarer the higher the level, and never more frequent than without any treatment', () => {
    expect(bleedRate(0)).toBeCloseTo(15.4, 12);
    expect(bleedRate(1.5)).toBeCloseTo(0.4 + 15 / Math.E, 12);
    expect(bleedRate(100)).toBeCloseTo(0.4, 12);
  });

  test('and doses lie within the observation, doses in order', () => {
    for (const patient of everyone) {
      const { doses, bleeds } = drawHistory(1, patient);
      const { from, to } = patient.observed;
      const times = doses.map(({ given, planned }) => given ?? planned ?? NaN);
      expect(times.every((time) => time >= from && time < to)).toBe(true);
      expect(bleeds.every(({ at }) => at >= from && at < to)).toBe(true);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(doses.filter(({ reason }) => reason === 'on demand')).toHaveLength(bleeds.filter((b) => b.treated).length);
    }
  });
});
