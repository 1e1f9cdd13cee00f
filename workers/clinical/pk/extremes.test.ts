import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import * as pk from './index';

const floats = (...values: number[]) => Float64Array.from(values);
const model = pk.bjorkmanFactorEight;
const person = { weightKg: 25, ageYears: 8 };
const doses = { time: floats(0, 48), amount: floats(1250, 1000), duration: floats(0, 0.5) };
const levels = { time: floats(24), level: floats(5), below: Uint8Array.of(0) };
const individuals = [pk.populationIndividual(model, person), pk.populationIndividual(model, person, 1)] as const;
const [severe] = individuals;

/** Each takes two numbers that anybody could have written. */
const calls: Readonly<Record<string, (a: number, b: number) => unknown>> = {
  populationIndividual: (a, b) => pk.populationIndividual(model, { weightKg: a, ageYears: b }),
  'endogenous level': (a) => pk.populationIndividual(model, person, a),
  hoursUntil: (a) => individuals.map((one) => pk.hoursUntil(one, doses, a)),
  'hoursUntil after a dose': (a, b) => pk.hoursUntil(severe, { time: floats(a), amount: floats(1000), duration: floats(b) }, 1), // prettier-ignore
  hoursAbove: (a, b) => individuals.map((one) => pk.hoursAbove(one, doses, 1, { from: a, to: b })),
  'hoursAbove all there is': (a) => pk.hoursAbove(severe, doses, a, { from: -1e8, to: 1e8 }),
  steadyTroughPerUnit: (a, b) => pk.steadyTroughPerUnit(severe, a, b),
  doseForTrough: (a, b) => pk.doseForTrough(severe, a, b),
  regimenDoses: (a, b) =>
    pk.regimenDoses({ doses: [{ atHour: 0, amount: 500 }], cycleHours: a, cycles: 3, startHour: b }),
  'regimenDoses of cycles': (a, b) => pk.regimenDoses({ doses: [{ atHour: 0, amount: b }], cycleHours: 48, cycles: a }),
  levelAt: (a) => pk.levelAt(severe.disposition, doses, a),
  'estimate from a level': (a, b) =>
    pk.estimate(model, person, doses, { ...levels, time: floats(a), level: floats(b) }),
  'estimate with an error': (a, b) =>
    pk.estimate(model, person, doses, levels, { residual: { additive: a, proportional: b } }),
  'estimate with limits': (a, b) =>
    pk.estimate(model, person, doses, levels, { endogenous: a, quantificationLimit: b }),
  'estimate after a dose': (a, b) =>
    pk.estimate(model, person, { time: floats(0), amount: floats(a), duration: floats(b) }, levels),
  poissonLimits: (a, b) => pk.poissonLimits(a, b),
  adherence: (a, b) => pk.adherence(floats(a, 1), floats(b, 2), a)
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(3);
  for (let round = 0; round < 120; round++) {
    const [a = 0, b = 0] = draw(2);
    const answer = answerOf(() => call(a, b));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a} and ${b}`).toBe(true);
  }
});

test('a window of hours beyond all calendars is refused, where halving it went on for ever', () => {
  const call = () => pk.hoursAbove(severe, doses, 1, { from: -1e308, to: 1e308 });
  expect(answerOf(call)).toEqual({ code: 'pk-option-impossible' });
});

const study = (theta: number, cv: number, whatIf: object) =>
  pk.pkStudy({
    model: {
      json: JSON.stringify({
        name: 'own',
        factor: 'factor VIII',
        citation: 'none',
        compartments: 1,
        theta: { CL: { value: theta, unit: 'dL/h' }, V1: { value: 20, unit: 'dL' } },
        omega: { parameters: ['CL', 'V1'], cv: [cv, 0.2] },
        residual: { additive_IU_dL: 5, proportional: 0 }
      })
    },
    person,
    samples: 20,
    whatIf: { amount: 1000, everyHours: 48, times: 2, ...whatIf }
  });

test.each([
  ['a spread of nothing', () => study(2, 5e-324, {}), 'pk-model-value'],
  ['a spread of everything', () => study(2, 1e308, {}), 'pk-model-value'],
  [
    'a clearance that empties the body at once',
    () => study(1e308, 0.3, { clearance: 1e10 }),
    'pk-parameters-impossible'
  ],
  ['a what-if beyond numbers', () => study(2, 0.3, { clearance: 1e308, startHour: 0 }), 'pk-parameters-impossible'],
  ['hours beyond all calendars', () => study(2, 0.3, { everyHours: 1e308 }), 'pk-time-impossible']
])('%s is refused', async (_, call, code) => {
  await expect(call()).rejects.toMatchObject({ code });
});

test('an infusion shorter than any clock sees is a bolus', async () => {
  const short = await study(2, 0.3, { durationHours: 5e-324 });
  expect(short.figures).toEqual((await study(2, 0.3, { durationHours: 0 })).figures);
  expect(short.curve.columns.flatMap(({ values }) => [...values]).every(Number.isFinite)).toBe(true);
});
