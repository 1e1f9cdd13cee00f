import { expect, test } from 'vitest';
import { cholesky } from '../../shared/optimise';
import { randomStream } from '../../shared/random';
import {
  bjorkmanFactorEight,
  dispositionOf,
  estimate,
  levelAt,
  models,
  optiClotFactorNine,
  regimenDoses
} from './index';
import { movedParameters, typicalParameters } from './model';

// What the method promises can be checked without anybody's numbers: persons drawn from the model must lie in their own
// intervals as often as these say. 600 persons: standard error of a share of .95 is .009.
test.each(Object.entries(models))('persons drawn from %s lie in their own intervals', (name, model) => {
  const persons = 600;
  const stream = randomStream(1, 'pk-coverage', name);
  const factor = cholesky(model.omega, 2)!;
  const person = { weightKg: 40, ageYears: 12 };
  const typical = typicalParameters(model, person);
  const residual = { additive: 1, proportional: 0.12 };
  const doses = regimenDoses({ doses: [{ atHour: 0, amount: 1500, durationHours: 0.1 }], cycleHours: 48, cycles: 4 });
  let inside = 0;
  let shrunk = 0;
  for (let count = 0; count < persons; count++) {
    const [first, second] = [stream.normal(), stream.normal()];
    const eta = Float64Array.of(factor[0]! * first, factor[2]! * first + factor[3]! * second);
    const disposition = dispositionOf(movedParameters(model, typical, eta));
    const time = Float64Array.from([145, 160, 191], (hour) => hour + stream.uniform(-1, 1));
    const level = time.map((hour) => {
      const true_ = levelAt(disposition, doses, hour);
      return true_ + stream.normal(0, Math.sqrt(residual.additive ** 2 + (residual.proportional * true_) ** 2));
    });
    const below = Uint8Array.from(level, (value) => Number(value < 1));
    const found = estimate(model, person, doses, { time, level, below }, { residual });
    for (const position of [0, 1]) {
      const half = 1.959963984540054 * Math.sqrt(found.covariance[3 * position]!);
      if (Math.abs(found.eta[position]! - eta[position]!) <= half) inside++;
    }
    shrunk += found.eta[0]! ** 2 / (persons * model.omega[0]!);
  }
  expect(inside / (2 * persons)).toBeGreaterThan(0.93);
  expect(inside / (2 * persons)).toBeLessThan(0.97);
  // Estimates spread less than persons do, but three levels tell most of it.
  expect(shrunk).toBeGreaterThan(0.5);
  expect(shrunk).toBeLessThan(1.1);
});

test('both built-in models were asked', () => {
  expect(Object.values(models)).toEqual([bjorkmanFactorEight, optiClotFactorNine]);
});
