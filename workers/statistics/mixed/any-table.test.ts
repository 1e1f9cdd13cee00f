import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { randomStream } from '../../shared/random';
import { tableOf } from '../regression/testing/tables';
import { linearMixedModel, logisticMixedModel } from './index';

/** Few rows of few groups, among them empty, single and pure ones. */
function small(seed: number) {
  const random = randomStream('mixed-small', seed);
  const groups = random.integer(1, 9);
  const own = Array.from({ length: groups }, () => random.normal() * random.integer(0, 5));
  const data: Record<'h' | 'x' | 'y' | 'e', number[]> = { h: [], x: [], y: [], e: [] };
  for (let row = random.integer(0, 40); row > 0; row--) {
    const group = random.integer(0, groups);
    const x = Math.round(2 * random.normal());
    data.h.push(group);
    data.x.push(x);
    data.y.push(Math.round(x + own[group]! + random.normal()));
    data.e.push(Number(random.uniform() < 1 / (1 + Math.exp(-x * random.integer(0, 2) - own[group]!))));
  }
  return tableOf(data);
}

test('any small table gives finite numbers or a reason, and a wild error never without a word', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(10_000), async (seed) => {
      const table = small(seed);
      for (const fit of [
        () => linearMixedModel(table, 'y ~ x + (1 | h)'),
        () => logisticMixedModel(table, 'e ~ x + (1 | h)', { quadrature: 1 }),
        () => logisticMixedModel(table, 'e ~ x + (1 | h)')
      ]) {
        try {
          const { model, coefficients, se, p, lower, upper, sigmaGroup, logLikelihood, remarks } = await fit();
          for (const numbers of [coefficients, se, p, lower, upper, [sigmaGroup, logLikelihood]]) {
            expect(Array.from(numbers).every(Number.isFinite)).toBe(true);
          }
          const isWild = model === 'logistic-mixed' && se[0]! > 5;
          expect(isWild && !remarks.some(({ code }) => code === 'mixed-imprecise')).toBe(false);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }
    }),
    { seed: 1, numRuns: 150 }
  ));
