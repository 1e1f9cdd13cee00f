import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { irls, type Family } from '../regression';
import { arrange, maximise } from '../survival';
import { cohort } from './cohort';

// Data that make a fit run on for ever are hard to find: a likelihood that does is easily written.

const expectNotConverged = async (run: Promise<unknown>, code: string) => {
  const failure: unknown = await run.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code, hint: expect.stringMatching(/\S.*\.$/u) as unknown });
};

test('a partial likelihood that rises by one a step ends as not converged', async () => {
  const { time, status, x } = cohort();
  const followUp = { time: Float64Array.from(time), status };
  const arranged = arrange(followUp, { names: ['x'], values: Float64Array.from(x) }, {});
  const rising = (coefficients: Float64Array) => ({
    value: coefficients[0]!,
    score: Float64Array.of(1),
    information: Float64Array.of(1)
  });
  await expectNotConverged(maximise(arranged, rising, {}), 'survival-not-converged');
});

test('a deviance that falls for ever ends as not converged', async () => {
  const { x, y } = cohort();
  const rows = y.length;
  const falling: Family = {
    name: 'poisson',
    link: (mean) => mean,
    start: () => 0,
    end: () => 0,
    fill({ eta, mean, weights, shift }, _y, _prior, from, to) {
      mean.fill(0, from, to);
      weights.fill(1, from, to);
      // Always one further.
      shift.fill(1, from, to);
      return Math.exp(-eta[0]! / 10);
    }
  };
  const columns = [new Float64Array(rows).fill(1), Float64Array.from(x)];
  await expectNotConverged(irls(falling, columns, Float64Array.from(y), { names: ['(Intercept)', 'x'] }), 'regression-not-converged'); // prettier-ignore
});
