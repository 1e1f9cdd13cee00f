import { expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { raceWithR } from '../testing/against-r';
import { coxRegression } from './index';

const ROWS = 100_000;
const TERMS = 10;

const PROGRAM = `
suppressMessages(library(survival))
m <- matrix(rows, ${ROWS}); d <- data.frame(time = m[, 1], status = m[, 2], m[, -(1:2)])
s <- system.time(fit <- coxph(Surv(time, status) ~ ., d))
cat(s[["elapsed"]], format(coef(fit), digits = 15))
`;

test('a Cox model of 100,000 rows and 10 terms takes at most twice the time of R', async (context) => {
  const random = randomStream(6);
  const rows = new Float64Array(ROWS * (TERMS + 2));
  const [time, status, values] = [rows.subarray(0, ROWS), rows.subarray(ROWS, 2 * ROWS), rows.subarray(2 * ROWS)];
  for (let at = 0; at < values.length; at++) values[at] = random.normal();
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
  const { result, numbers, ratio } = await raceWithR(context, {
    values: rows,
    program: PROGRAM,
    ours: () => coxRegression({ time, status }, { names, values })
  });
  expect(result.events).toBeGreaterThan(10_000);
  numbers?.forEach((value, term) => expect(result.estimates[term]!.estimate).toBeCloseTo(value, 8));
  if (ratio !== undefined) expect(ratio).toBeLessThanOrEqual(2);
}, 300_000);
