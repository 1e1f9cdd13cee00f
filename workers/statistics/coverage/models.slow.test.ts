import { test } from 'vitest';
import type { RandomStream } from '../../shared/random';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import {
  firthRegression,
  linearRegression,
  logisticRegression,
  negativeBinomialRegression,
  ordinalRegression,
  poissonRegression
} from '../regression';
import { expectCover, named, numbers, type Simulation } from './cover';

const EFFECT = 0.5;
const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

/** x, which matters by EFFECT, a yes or no z, and what `response` makes of the linear predictor. */
function drawn(stream: RandomStream, n: number, response: (eta: number, x: number) => number): Table {
  const x = numbers(n, () => stream.normal());
  const z = numbers(n, () => Number(stream.chance(0.4)));
  const y = numbers(n, (row) => response(EFFECT * x[row]! - 0.3 * z[row]!, x[row]!));
  return { rows: n, columns: [float64Column('x', x), float64Column('z', z), float64Column('y', y)] };
}

const models: Readonly<Record<string, Simulation['study']>> = {
  'linear regression, 40 rows': async (stream) => {
    const table = drawn(stream, 40, (eta) => 1 + eta + stream.normal());
    return named(await linearRegression(table, 'y ~ x + z'), 'x');
  },
  'linear regression, HC3, 120 rows, errors that grow with x': async (stream) => {
    const table = drawn(stream, 120, (eta, x) => 1 + eta + stream.normal() * (0.5 + Math.abs(x)));
    return named(await linearRegression(table, 'y ~ x + z', { errors: 'HC3' }), 'x');
  },
  'logistic regression, Wald, 250 rows': async (stream) => {
    const table = drawn(stream, 250, (eta) => Number(stream.chance(logistic(eta - 0.5))));
    return named(await logisticRegression(table, 'y ~ x + z'), 'x');
  },
  'logistic regression, profile, 120 rows': async (stream) => {
    const table = drawn(stream, 120, (eta) => Number(stream.chance(logistic(eta - 0.5))));
    return named(await logisticRegression(table, 'y ~ x + z', { interval: 'profile' }), 'x');
  },
  'Firth’s logistic regression, 60 rows': async (stream) => {
    const table = drawn(stream, 60, (eta) => Number(stream.chance(logistic(eta - 0.5))));
    return named(await firthRegression(table, 'y ~ x + z'), 'x');
  },
  'Poisson regression, 120 rows': async (stream) => {
    const table = drawn(stream, 120, (eta) => stream.poisson(Math.exp(eta + 0.3)));
    return named(await poissonRegression(table, 'y ~ x + z'), 'x');
  },
  'negative binomial regression, 200 rows': async (stream) => {
    const table = drawn(stream, 200, (eta) => stream.poisson(Math.exp(eta + 0.5) * stream.gamma(1.5, 1 / 1.5)));
    return named(await negativeBinomialRegression(table, 'y ~ x + z'), 'x');
  },
  'proportional odds, 200 rows': async (stream) => {
    const table = drawn(stream, 200, (eta) => {
      const latent = eta + Math.log(1 / stream.uniform() - 1);
      return latent < -1 ? 0 : latent < 0.5 ? 1 : 2;
    });
    return named(await ordinalRegression(table, 'y ~ x + z'), 'x');
  }
};

test.for(Object.entries(models))('coverage | %s', { timeout: 300_000 }, ([name, study], context) =>
  expectCover(context, name, { truth: EFFECT, study })
);
