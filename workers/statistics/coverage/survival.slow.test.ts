import { test } from 'vitest';
import type { RandomStream } from '../../shared/random';
import { fineGray } from '../competing-risks';
import { coxRegression, kaplanMeier, restrictedMeanDifference } from '../survival';
import { expectCover, named, numbers, type Simulation } from './cover';

const EFFECT = 0.5;

/** Exponential times, censored at random between 0 and 3: about a third. */
function followed(stream: RandomStream, rates: Float64Array) {
  const event = rates.map((rate) => stream.exponential(1 / rate));
  const censoring = rates.map(() => 3 * stream.uniform());
  return {
    time: event.map((one, row) => Math.min(one, censoring[row]!)),
    status: event.map((one, row) => Number(one <= censoring[row]!))
  };
}

function covariates(stream: RandomStream, n: number) {
  const x = numbers(n, () => stream.normal());
  const z = numbers(n, () => Number(stream.chance(0.4)));
  const values = new Float64Array(2 * n);
  values.set(x);
  values.set(z, n);
  return { design: { names: ['x', 'z'], values }, eta: x.map((one, row) => EFFECT * one - 0.3 * z[row]!) };
}

const cell = (table: { columns: readonly { name: string; values: unknown }[] }, name: string) =>
  (table.columns.find((one) => one.name === name)!.values as Float64Array)[0]!;

const simulations: Readonly<Record<string, Simulation>> = {
  'Cox regression, 150 persons': {
    truth: EFFECT,
    study: async (stream) => {
      const { design, eta } = covariates(stream, 150);
      return named(await coxRegression(followed(stream, eta.map(Math.exp)), design), 'x');
    }
  },
  'Cox regression, robust by clusters, 60 pairs with a common frailty': {
    // Mixed over frailty the ratio of hazards is no longer that within a pair; of no effect it stays none.
    truth: 0,
    study: async (stream) => {
      const frailty = numbers(60, () => stream.gamma(2, 0.5));
      const x = numbers(120, () => stream.normal());
      const codes = Int32Array.from({ length: 120 }, (_, row) => row >> 1);
      const names = Array.from({ length: 60 }, (_, pair) => `${pair}`);
      const followUp = followed(stream, x.map((_, row) => frailty[row >> 1]!)); // prettier-ignore
      return named(await coxRegression(followUp, { names: ['x'], values: x }, { cluster: { codes, names } }), 'x');
    }
  },
  'Kaplan-Meier at one time, log-log, 80 persons': {
    truth: Math.exp(-0.5),
    study: (stream) => {
      const { at } = kaplanMeier(followed(stream, new Float64Array(80).fill(1)), { at: [0.5] });
      return { lower: cell(at, 'lower'), upper: cell(at, 'upper') };
    }
  },
  'difference of restricted means, twice 100 persons': {
    truth: (1 - Math.exp(-0.75)) / 0.5 - (1 - Math.exp(-1.5)),
    study: (stream) => {
      const codes = Int32Array.from({ length: 200 }, (_, row) => row % 2);
      const rates = Float64Array.from(codes, (code) => (code === 0 ? 1 : 0.5));
      return restrictedMeanDifference(followed(stream, rates), { codes, names: ['a', 'b'] }, { tau: 1.5 });
    }
  },
  'Fine and Gray, 200 persons': {
    truth: EFFECT,
    // The first cause by its subdistribution, 1 − (1 − p(1 − e^−t))^exp(η); the second takes the rest (Fine and Gray 1999, §5).
    study: async (stream) => {
      const n = 200;
      const { design, eta } = covariates(stream, n);
      const share = 0.6;
      const time = new Float64Array(n);
      const ending = new Float64Array(n);
      eta.forEach((value, row) => {
        const ratio = Math.exp(value);
        const first = 1 - (1 - share) ** ratio;
        const cause = stream.chance(first) ? 1 : 2;
        const u = stream.uniform() * first;
        const event = cause === 1 ? -Math.log(1 - (1 - (1 - u) ** (1 / ratio)) / share) : stream.exponential(1 / ratio);
        const censoring = 0.3 + 3 * stream.uniform();
        time[row] = Math.min(event, censoring);
        ending[row] = event <= censoring ? cause : 0;
      });
      return named(await fineGray({ time, ending, causes: ['one', 'two'] }, design), 'x');
    }
  }
};

test.for(Object.entries(simulations))('coverage | %s', { timeout: 300_000 }, ([name, simulation], context) =>
  expectCover(context, name, simulation)
);
