import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { coxRegression } from './index';

const ROWS = 100_000;
const TERMS = 10;
const hasR = spawnSync('Rscript', ['-e', 'library(survival)']).status === 0;

/** Reads what is written below; prints the seconds and the coefficients. */
const SCRIPT = `
library(survival)
f <- file(commandArgs(TRUE)[1], "rb"); v <- readBin(f, "double", ${ROWS * (TERMS + 2)}); close(f)
m <- matrix(v, ${ROWS}); d <- data.frame(time = m[, 1], status = m[, 2], m[, -(1:2)])
s <- system.time(fit <- coxph(Surv(time, status) ~ ., d))
cat(s[["elapsed"]], format(coef(fit), digits = 15))
`;

test('100,000 rows of 10 terms take at most twice the time of R', async () => {
  const random = randomStream(6);
  const values = Float64Array.from({ length: ROWS * TERMS }, () => random.normal());
  const time = new Float64Array(ROWS);
  const status = new Float64Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    let eta = 0;
    for (let term = 0; term < TERMS; term++) eta += ((term - 4) / 20) * values[term * ROWS + row]!;
    const event = -Math.log(random.uniform()) / (0.05 * Math.exp(eta));
    const censored = 30 * random.uniform();
    // Days: about ten deaths share each.
    time[row] = Math.ceil(365 * Math.min(event, censored)) / 365;
    status[row] = event <= censored ? 1 : 0;
  }
  const names = Array.from({ length: TERMS }, (_, term) => `x${term}`);
  const started = performance.now();
  const fit = await coxRegression({ time, status }, { names, values });
  const seconds = (performance.now() - started) / 1000;
  expect(fit.events).toBeGreaterThan(10_000);
  if (!hasR) {
    console.warn(`Cox of ${ROWS} × ${TERMS}: ${seconds.toFixed(2)} s; R is not here to compare with.`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cox-'));
  writeFileSync(join(folder, 'rows'), Buffer.concat([time, status, values].map((part) => Buffer.from(part.buffer))));
  const { stdout } = spawnSync('Rscript', ['-e', SCRIPT, join(folder, 'rows')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const [theirs = NaN, ...coefficients] = stdout.trim().split(/\s+/).map(Number);
  console.info(`Cox of ${ROWS} × ${TERMS}: ${seconds.toFixed(2)} s, R ${theirs.toFixed(2)} s`);
  fit.estimates.forEach(({ estimate }, term) => expect(estimate).toBeCloseTo(coefficients[term]!, 8));
  expect(seconds).toBeLessThan(2 * theirs);
}, 120_000);
