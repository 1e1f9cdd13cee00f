import { expect } from 'vitest';
import { analyse } from '../../statistics';
import { badInput, gives, otherwise, refused, type Cells } from './matrix';

const numbersOnly = 'it takes a few numbers, no table';
const plan = (method: string, request: Readonly<Record<string, unknown>>) => analyse(method, undefined, request);

/** Nothing given, the smallest there is, the impossible, and per cent where fractions are asked for. */
const cells = (
  method: string,
  good: Readonly<Record<string, unknown>>,
  { impossible, percent, empty = 'call-argument' }: Record<'impossible' | 'percent', object> & { empty?: string }
): Cells =>
  otherwise(numbersOnly, {
    empty: refused(empty, () => plan(method, {})),
    'one row': gives(
      'a plan',
      () => plan(method, good),
      ({ n, counted }) => {
        expect(n).toBeGreaterThanOrEqual(0);
        expect(counted).toBe('none');
      }
    ),
    'impossible values': refused('power-range', () => plan(method, { ...good, ...impossible })),
    'mixed units': refused('power-range', () => plan(method, { ...good, ...percent }))
  });

const methods = {
  'plan-means': cells('plan-means', { difference: 5, sd: 10 }, { impossible: { sd: -1 }, percent: { power: 80 } }),
  'plan-proportions': cells(
    'plan-proportions',
    { firstProportion: 0.1, secondProportion: 0.2 },
    { impossible: { firstProportion: -0.1 }, percent: { secondProportion: 20 } }
  ),
  'plan-survival': cells(
    'plan-survival',
    { hazardRatio: 0.5 },
    { impossible: { hazardRatio: -1 }, percent: { eventShare: 40 } }
  ),
  'plan-precision': cells(
    'plan-precision',
    { proportion: 0.1, halfWidth: 0.05 },
    { impossible: { proportion: NaN }, percent: { halfWidth: 5 }, empty: 'plan-what' }
  ),
  'plan-clusters': cells(
    'plan-clusters',
    { persons: 100, size: 20, icc: 0.05 },
    { impossible: { size: 0 }, percent: { icc: 5 } }
  )
};

badInput('analyses that plan', Object.fromEntries(Object.keys(methods).map((name) => [name, plan])), methods);
