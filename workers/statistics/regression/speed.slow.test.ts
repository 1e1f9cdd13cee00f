import { expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import type { Table } from '../../shared/table';
import { raceWithR } from '../testing/against-r';
import { logisticRegression } from './index';

const ROWS = 1_000_000;
const COLUMNS = 20;

const PROGRAM = `
m <- matrix(rows, ${ROWS})
X <- cbind(1, m[, 1:${COLUMNS}]); y <- m[, ${COLUMNS + 1}]
# Its own tolerance, 1e-8, is a step shorter than ours.
s <- system.time(f <- glm.fit(X, y, family = binomial()))
cat(s[["elapsed"]], format(f$coefficients, digits = 15))
`;

test('a logistic regression of a million rows and twenty columns takes at most twice the time of R', async (context) => {
  const random = randomStream('regression-speed');
  const values = new Float64Array(ROWS * (COLUMNS + 1));
  const y = values.subarray(ROWS * COLUMNS);
  for (let row = 0; row < ROWS; row++) {
    let eta = -1;
    for (let column = 0; column < COLUMNS; column++) {
      const value = random.uniform(-1, 1);
      values[column * ROWS + row] = value;
      eta += 0.2 * value;
    }
    y[row] = Number(random.uniform() < 1 / (1 + Math.exp(-eta)));
  }
  const names = Array.from({ length: COLUMNS }, (_, column) => `x${column + 1}`);
  const table: Table = {
    rows: ROWS,
    columns: [...names, 'y'].map((name, column) => ({
      name,
      type: 'float64',
      values: values.subarray(column * ROWS, (column + 1) * ROWS)
    }))
  };
  const { result, numbers, ratio } = await raceWithR(context, {
    values,
    program: PROGRAM,
    ours: () => logisticRegression(table, `y ~ ${names.join(' + ')}`)
  });
  expect(result.coefficients).toHaveLength(COLUMNS + 1);
  numbers?.forEach((value, at) => expect(result.coefficients[at]).toBeCloseTo(value, 6));
  if (ratio !== undefined) expect(ratio).toBeLessThanOrEqual(2);
}, 600_000);
