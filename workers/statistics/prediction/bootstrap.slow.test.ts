import { expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { tellMeasured } from '../../shared/testing/measured';
import type { Column } from '../../shared/table';
import { bootstrapPerformance } from './index';

const ROWS = 50_000;
const column = (name: string, values: Float64Array): Column => ({ name, type: 'float64', values });

test('2,000 resamples of the area of 50,000 rows end within 10 s, also by persons', async (context) => {
  const stream = randomStream(1, 'scores');
  const outcome = Float64Array.from({ length: ROWS }, () => Number(stream.chance(0.1)));
  const score = outcome.map((value) => stream.normal(value));
  const person = Float64Array.from({ length: ROWS }, (_, row) => Math.floor(row / 5));
  const columns = { outcome: column('y', outcome), score: column('s', score) };
  const run = async (of: Parameters<typeof bootstrapPerformance>[0]) => {
    const seconds = [];
    let area = NaN;
    for (let round = 0; round < 3; round++) {
      const started = performance.now();
      area = (await bootstrapPerformance(of, { seed: 1 })).estimates[0]!.estimate;
      seconds.push((performance.now() - started) / 1000);
    }
    return { area, seconds: seconds.sort((a, b) => a - b)[1]! };
  };
  const byRow = await run(columns);
  const byPerson = await run({ ...columns, person: column('person', person) });
  tellMeasured(context, { seconds: byRow.seconds, secondsByPerson: byPerson.seconds });
  expect(Math.max(byRow.seconds, byPerson.seconds)).toBeLessThanOrEqual(10);
  // The area of two normal distributions one standard deviation apart is Φ(1/√2).
  expect(byRow.area).toBeCloseTo(0.76025, 2);
}, 120_000);
