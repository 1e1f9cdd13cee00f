import { expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { bootstrapPerformance } from './index';

test('2,000 resamples of the area of 50,000 rows end within 10 s', async () => {
  const stream = randomStream(1, 'scores');
  const outcome = Float64Array.from({ length: 50_000 }, () => Number(stream.chance(0.1)));
  const score = outcome.map((value) => stream.normal(value));
  const started = performance.now();
  const got = await bootstrapPerformance(
    { outcome: { name: 'y', type: 'float64', values: outcome }, score: { name: 's', type: 'float64', values: score } },
    { seed: 1 }
  );
  expect(performance.now() - started).toBeLessThan(10_000);
  // The area of two normal distributions one standard deviation apart is Φ(1/√2).
  expect(got.estimates[0]!.estimate).toBeCloseTo(0.76025, 2);
}, 60_000);
