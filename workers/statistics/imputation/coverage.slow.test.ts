import { expect, test } from 'vitest';
import { sumOf } from '../../shared/compensated-sum';
import { randomStream } from '../../shared/random';
import type { Table } from '../../shared/table';
import { float64Column, numbersOf } from '../columns';
import type { Estimate } from '../estimate';
import { leastSquares } from '../least-squares';
import { waldEstimate } from '../wald';
import { imputeChained, poolEstimates, type ImputationMethod } from './index';

const RUNS = 1000;
const ROWS = 100;
const SLOPE = 0.7;

/** y ~ x, with y missing more often where x is large. */
function incomplete(run: number): Table {
  const stream = randomStream(run, 'coverage');
  const [x, y] = [new Float64Array(ROWS), new Float64Array(ROWS)];
  for (let row = 0; row < ROWS; row++) {
    const value = stream.normal();
    x[row] = value;
    const outcome = 1 + SLOPE * value + stream.normal();
    y[row] = stream.chance(value > 0 ? 0.5 : 0.15) ? NaN : outcome;
  }
  return { rows: ROWS, columns: [float64Column('x', x), float64Column('y', y)] };
}

function fit(table: Table): Estimate[] {
  const [x, y] = table.columns.map(numbersOf) as [Float64Array, Float64Array];
  const { coefficients, inverse, variance } = leastSquares([new Float64Array(ROWS).fill(1), x], y);
  const about = { scale: 'identity' as const, n: ROWS, nDropped: 0, method: 'Least squares' };
  const mean = sumOf(y) / ROWS;
  const spread = sumOf(y.map((value) => (value - mean) ** 2)) / (ROWS - 1) / ROWS;
  return [
    waldEstimate({ ...about, name: 'slope', estimate: coefficients[1] as number, se: Math.sqrt((inverse[3] as number) * variance) }), // prettier-ignore
    waldEstimate({ ...about, name: 'mean', estimate: mean, se: Math.sqrt(spread) })
  ];
}

test.each<ImputationMethod>(['norm', 'pmm'])('after %s, intervals of level 0.95 cover 0.93 to 0.97', async (method) => {
  const covered = { slope: 0, mean: 0 };
  for (let run = 0; run < RUNS; run++) {
    const table = incomplete(run);
    const { tables } = await imputeChained(table, table.columns, { completed: 10, iterations: 1, seed: run, methods: { y: method } }); // prettier-ignore
    const pooled = poolEstimates(tables.map(fit), { dfComplete: ROWS - 2 });
    for (const { name, lower, upper } of pooled.estimates) {
      const truth = name === 'slope' ? SLOPE : 1;
      if ((lower as number) <= truth && truth <= (upper as number)) covered[name as 'slope' | 'mean'] += 1;
    }
  }
  for (const [name, count] of Object.entries(covered)) {
    expect(count / RUNS, name).toBeGreaterThan(0.93);
    expect(count / RUNS, name).toBeLessThan(0.97);
  }
});
