import { expect, test } from 'vitest';
import { sumOf } from '../../shared/compensated-sum';
import type { RandomStream } from '../../shared/random';
import type { Table } from '../../shared/table';
import { float64Column, numbersOf } from '../columns';
import type { Estimate } from '../estimate';
import { imputeChained, poolEstimates, type ImputationMethod } from '../imputation';
import { leastSquares } from '../least-squares';
import { waldEstimate } from '../wald';
import { coverageOf, expectCover, named, numbers, type Simulation } from './cover';

const SLOPE = 0.7;

/** y ~ x, with y missing more often where x is large. */
function incomplete(stream: RandomStream, rows: number): Table {
  const x = new Float64Array(rows);
  const y = numbers(rows, (row) => {
    const value = stream.normal();
    x[row] = value;
    const outcome = 1 + SLOPE * value + stream.normal();
    return stream.chance(value > 0 ? 0.5 : 0.15) ? NaN : outcome;
  });
  return { rows, columns: [float64Column('x', x), float64Column('y', y)] };
}

function fit(table: Table): Estimate[] {
  const [x, y] = table.columns.map(numbersOf) as [Float64Array, Float64Array];
  const { coefficients, inverse, variance } = leastSquares([new Float64Array(y.length).fill(1), x], y);
  const about = { scale: 'identity' as const, n: y.length, nDropped: 0, method: 'Least squares' };
  const mean = sumOf(y) / y.length;
  const spread = sumOf(y.map((value) => (value - mean) ** 2)) / (y.length - 1) / y.length;
  return [
    waldEstimate({ ...about, name: 'slope', estimate: coefficients[1] as number, se: Math.sqrt((inverse[3] as number) * variance) }), // prettier-ignore
    waldEstimate({ ...about, name: 'mean', estimate: mean, se: Math.sqrt(spread) })
  ];
}

const simulationOf = (of: 'slope' | 'mean', method: ImputationMethod, rows: number): Simulation => ({
  truth: of === 'slope' ? SLOPE : 1,
  study: async (stream) => {
    const table = incomplete(stream, rows);
    const { tables } = await imputeChained(table, table.columns, { completed: 10, iterations: 1, seed: stream.word(), methods: { y: method } }); // prettier-ignore
    return named(poolEstimates(tables.map(fit), { dfComplete: rows - 2 }), of);
  }
});

const cases: readonly (readonly [of: 'slope' | 'mean', method: ImputationMethod, rows: number])[] = [
  ['slope', 'norm', 100],
  ['mean', 'norm', 100],
  ['slope', 'pmm', 400],
  ['mean', 'pmm', 400]
];

test.for(cases)(
  'coverage | %s after imputation by %s, %i rows of which a third is missing',
  { timeout: 300_000 },
  ([of, method, rows], context) => expectCover(context, method, simulationOf(of, method, rows))
);

// Matching covers a little too little by its nature: on the same 20,000 studies of 400 rows mice 3.15 covers 93.2 %, and this
// engine 93.4 % (standard error 0.2).
// Not held to cover: where large values are missing and rows few, the nearest donors lie too far inside.
test('slope after imputation by pmm, 100 rows, covers a little too little', { timeout: 300_000 }, async (context) => {
  expect(await coverageOf(context, 'pmm', simulationOf('slope', 'pmm', 100))).toBeLessThan(0.95);
});
