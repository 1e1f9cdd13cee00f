import { describe, expect, test } from 'vitest';
import {
  bjorkmanFactorEight as model,
  estimate,
  modelOf,
  populationIndividual,
  type Doses,
  type EstimateOptions,
  type Levels
} from './index';
import { minusTwoLogPosterior } from './objective';
import { typicalParameters } from './model';

const child = { weightKg: 25, ageYears: 8 };
const bolus = (...rows: readonly (readonly [time: number, amount: number, duration?: number])[]): Doses => ({
  time: Float64Array.from(rows, ([time]) => time),
  amount: Float64Array.from(rows, ([, amount]) => amount),
  duration: Float64Array.from(rows, ([, , duration = 0]) => duration)
});
/** Levels; `'<'` is below quantification. */
const measured = (...rows: readonly (readonly [time: number, level: number | '<'])[]): Levels => ({
  time: Float64Array.from(rows, ([time]) => time),
  level: Float64Array.from(rows, ([, level]) => (level === '<' ? NaN : level)),
  below: Uint8Array.from(rows, ([, level]) => Number(level === '<'))
});
const one = bolus([0, 1250]);

describe('estimating a person', () => {
  test('does not know when time began, nor in which order rows lie', () => {
    const first = estimate(model, child, bolus([0, 1250], [48, 1000, 0.5]), measured([1, 95], [24, 14], [72, 9]));
    const moved = estimate(
      model,
      child,
      bolus([4128, 1000, 0.5], [4080, 1250]),
      measured([4152, 9], [4081, 95], [4104, 14])
    );
    expect(moved.eta[0]).toBeCloseTo(first.eta[0]!, 9);
    expect(moved.eta[1]).toBeCloseTo(first.eta[1]!, 9);
    expect(moved.objective).toBeCloseTo(first.objective, 9);
    expect(moved.predicted[0]).toBeCloseTo(first.predicted[2]!, 8);
  });

  test('levels that equal the typical curve move nobody far', () => {
    const typical = populationIndividual(model, child);
    const { disposition } = typical;
    const level = disposition.coefficients.reduce(
      (sum, c, k) => sum + 1250 * c * Math.exp(-24 * disposition.rates[k]!),
      0
    );
    const found = estimate(model, child, one, measured([24, level]));
    expect(Math.abs(found.eta[0]!)).toBeLessThan(1e-9);
  });

  test('more levels leave less open', () => {
    const few = estimate(model, child, one, measured([24, 14]));
    const more = estimate(
      model,
      child,
      one,
      measured([24, 14], [6, 50], [12, 32], [1, 95], [36, 6], [48, 3.2], [30, 9])
    );
    expect(more.covariance[0]).toBeLessThan(few.covariance[0]!);
    expect(few.covariance[0]).toBeLessThan(model.omega[0]!);
  });

  test('a number below the limit counts as below quantification, zero too', () => {
    const residual = { additive: 1, proportional: 0.15 };
    const reported = estimate(model, child, one, measured([24, 14], [72, '<']), { residual });
    const written = estimate(model, child, one, measured([24, 14], [72, 0.4]), { residual });
    const zero = estimate(model, child, one, measured([24, 14], [72, 0]), { residual });
    expect(reported.belowQuantification).toBe(1);
    expect([...written.eta, ...zero.eta]).toEqual([...reported.eta, ...reported.eta]);
    expect(estimate(model, child, one, measured([72, 0.4]), { quantificationLimit: 0.2 }).belowQuantification).toBe(0);
  });

  test('levels below quantification alone are evidence too', () => {
    const found = estimate(model, child, one, measured([24, '<'], [30, '<']));
    expect(found.eta[0]).toBeGreaterThan(0.2);
    expect(found.gradientNorm).toBeLessThan(1e-8);
  });

  test.each<[string, Levels, EstimateOptions]>([
    ['far above what any dose gives', measured([1, 3000], [24, 2000]), {}],
    ['contradicting', measured([1, 10], [2, 90], [3, 10]), { residual: { additive: 0.5, proportional: 0.05 } }],
    [
      'below quantification right after the dose',
      measured([0.5, '<']),
      { residual: { additive: 0.1, proportional: 0 } }
    ],
    [
      'proportional error only',
      measured([1, 95], [24, 14], [72, '<']),
      { residual: { additive: 0, proportional: 0.2 } }
    ]
  ])('converges with levels %s', (_, levels, options) => {
    const found = estimate(model, child, one, levels, options);
    expect(found.gradientNorm).toBeLessThan(1e-8 * Math.max(1, Math.abs(found.objective)));
    expect([...found.eta, ...found.covariance, ...found.predicted, found.objective].every(Number.isFinite)).toBe(true);
  });

  test('an error so small that rounding keeps the gradient up still gives the minimum', () => {
    const found = estimate(model, child, one, measured([1, 95], [24, 14]), {
      residual: { additive: 1e-4, proportional: 0 }
    });
    expect(found.predicted[0]).toBeCloseTo(95, 7);
    expect(found.predicted[1]).toBeCloseTo(14, 7);
  });

  test('a model with one random parameter and three compartments', () => {
    const flow = (value: number) => ({ value, unit: 'dL/h' });
    const volume = (value: number) => ({ value, unit: 'dL' });
    const own = modelOf({
      name: 'own',
      factor: 'factor IX',
      citation: 'none',
      compartments: 3,
      theta: { CL: flow(3), V1: volume(50), Q2: flow(1), V2: volume(50), Q3: flow(16), V3: volume(20) },
      omega: { parameters: ['Q3'], cv: [0.5] },
      residual: { additive_IU_dL: 1, proportional: 0.1 }
    });
    const found = estimate(own, child, bolus([0, 3000, 1]), measured([2, 40], [0.5, 30]));
    expect(found.eta.length).toBe(1);
    expect(found.gradientNorm).toBeLessThan(1e-8);
  });

  test('its gradient equals differences of the objective', () => {
    const evidence = {
      model,
      typical: typicalParameters(model, child),
      doses: bolus([0, 1250, 0.2], [20, 500]),
      levels: measured([1, 95], [24, 14], [72, '<']),
      endogenous: 0.5,
      residual: { additive: 1, proportional: 0.2 },
      quantificationLimit: 1
    };
    const { value, gradient } = minusTwoLogPosterior(evidence);
    const at = Float64Array.of(0.3, -0.2);
    for (const variable of [0, 1]) {
      const moved = (by: number) => value(at.map((x, position) => x + (position === variable ? by : 0)));
      const numeric = (8 * (moved(1e-3) - moved(-1e-3)) - (moved(2e-3) - moved(-2e-3))) / 12e-3;
      expect(gradient(at)[variable]).toBeCloseTo(numeric, 6);
    }
  });
});

describe('what cannot be is refused, with its row', () => {
  test.each<[string, Doses, Levels, EstimateOptions, string, number | undefined]>([
    ['no levels', one, measured(), {}, 'pk-levels-none', undefined],
    ['no doses', bolus(), measured([1, 5]), {}, 'pk-doses-none', undefined],
    ['a negative level', one, measured([1, 95], [24, -1]), {}, 'pk-level-impossible', 2],
    ['a level that is no number', one, measured([1, NaN]), {}, 'pk-level-impossible', 1],
    ['an infinite level', one, measured([1, Infinity]), {}, 'pk-level-impossible', 1],
    ['a level before the first dose', one, measured([1, 95], [-2, 4]), {}, 'pk-level-before-dose', 2],
    ['a trough written at the time of the next bolus', bolus([0, 1250], [48, 1250]), measured([24, 14], [48, 3]), {}, 'pk-level-at-dose', 2], // prettier-ignore
    ['nothing left at the time of a bolus', bolus([0, 1250], [48, 1250]), measured([48, '<']), {}, 'pk-level-at-dose', 1], // prettier-ignore
    ['a time that is no number', one, measured([NaN, 4]), {}, 'pk-time-impossible', 1],
    ['a dose of 0', bolus([0, 1250], [48, 0]), measured([1, 95]), {}, 'pk-dose-impossible', 2],
    ['a negative dose', bolus([0, -5]), measured([1, 95]), {}, 'pk-dose-impossible', 1],
    ['a negative duration', bolus([0, 5, -1]), measured([1, 95]), {}, 'pk-duration-impossible', 1],
    ['a dose at no time', bolus([Infinity, 5]), measured([1, 95]), {}, 'pk-time-impossible', 1],
    ['a negative endogenous level', one, measured([1, 95]), { endogenous: -1 }, 'pk-endogenous-impossible', undefined],
    [
      'no error at all',
      one,
      measured([1, 95]),
      { residual: { additive: 0, proportional: 0 } },
      'pk-residual-impossible',
      undefined
    ],
    [
      'an error below 0',
      one,
      measured([1, 95]),
      { residual: { additive: -1, proportional: 1 } },
      'pk-residual-impossible',
      undefined
    ],
    ['a limit of 0', one, measured([1, 95]), { quantificationLimit: 0 }, 'pk-option-impossible', undefined],
    [
      'columns of unlike length',
      one,
      { ...measured([1, 95]), below: new Uint8Array(2) },
      {},
      'pk-columns-unequal',
      undefined
    ]
  ])('%s', (_, doses, levels, options, code, row) => {
    expect(() => estimate(model, child, doses, levels, options)).toThrowError(
      expect.objectContaining({
        code,
        values: row === undefined ? expect.anything() : expect.objectContaining({ row })
      })
    );
  });

  test('at the beginning of an infusion a level is that before it', () => {
    const doses = bolus([0, 1250], [48, 1250, 0.25]);
    const [at, before] = [48, 48 - 1e-9].map((time) => estimate(model, child, doses, measured([24, 14], [time, 3])));
    expect(at?.eta[0]).toBeCloseTo(before?.eta[0] as number, 6);
  });

  test('before the first dose there may be an endogenous level, or nothing', () => {
    expect(estimate(model, child, one, measured([-2, 4], [24, 16]), { endogenous: 3 }).predicted[0]).toBe(3);
    expect(estimate(model, child, one, measured([-2, '<'], [24, 16])).predicted[0]).toBe(0);
  });
});
