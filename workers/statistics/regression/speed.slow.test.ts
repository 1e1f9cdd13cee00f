import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import type { Table } from '../../shared/table';
import { logisticRegression } from './index';

const ROWS = 1_000_000;
const COLUMNS = 20;
const hasR = spawnSync('Rscript', ['--version']).error === undefined;

const PROGRAM = `
  a <- commandArgs(trailingOnly = TRUE); n <- as.integer(a[2]); k <- as.integer(a[3])
  m <- matrix(readBin(a[1], "double", n * (k + 1)), n)
  X <- cbind(1, m[, 1:k]); y <- m[, k + 1]
  # Its own tolerance, 1e-8, is a step shorter than ours.
  t <- system.time(f <- glm.fit(X, y, family = binomial()))
  cat(sum(t[1:2]), t[3], format(f$coefficients, digits = 15))
`;

/** The promise: at most twice the time of R's `glm.fit` on the same machine; processor time, which neighbours do not change. */
test.skipIf(!hasR)(
  'a logistic regression of a million rows and twenty columns takes at most twice as long as in R',
  async () => {
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
    const folder = mkdtempSync(join(tmpdir(), 'regression-'));
    try {
      writeFileSync(join(folder, 'design'), values);
      const arguments_ = ['--vanilla', '-e', PROGRAM, join(folder, 'design'), String(ROWS), String(COLUMNS)];
      const answer = spawnSync('Rscript', arguments_, { encoding: 'utf8' });
      const [processor = NaN, elapsed = NaN, ...coefficients] = answer.stdout.trim().split(/\s+/u).map(Number);
      const before = process.cpuUsage();
      const start = performance.now();
      const got = await logisticRegression(table, `y ~ ${names.join(' + ')}`);
      const seconds = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(before);
      const ours = (user + system) / 1e6;
      console.warn(
        `R ${processor} s (${elapsed} s elapsed), ours ${ours.toFixed(2)} s (${seconds.toFixed(2)} s): ${(ours / processor).toFixed(2)}`
      );
      coefficients.forEach((value, at) => expect(got.coefficients[at]).toBeCloseTo(value, 6));
      expect(coefficients).toHaveLength(COLUMNS + 1);
      expect(ours / processor).toBeLessThanOrEqual(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  300_000
);
