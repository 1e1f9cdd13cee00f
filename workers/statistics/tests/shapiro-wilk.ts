import { normalUpper } from '../../shared/distributions';
import { exp, log } from '../../shared/elementary';
import { normalQuantile } from '../../shared/normal';
import { fail } from './errors';
import { checkSize, present, type Sample } from './samples';
import { finished, type TestResult } from './test-result';

const MOST = 5000;

/** Royston's polynomials, lowest power first. */
const FIRST = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const SECOND = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const SMALL = { mean: [0.544, -0.39978, 0.025054, -6.714e-4], logSd: [1.3822, -0.77857, 0.062767, -0.0020322] };
const LARGE = { mean: [-1.5861, -0.31082, -0.083751, 0.0038915], logSd: [-0.4803, -0.082676, 0.0030302] };

/** 6/π and π/3. */
const SIX_OVER_PI = 1.90985931710274;
const THIRD_OF_PI = 1.0471975511966;

/**
 * Shapiro and Wilk's test of normality, for 3 to 5,000 values.
 *
 * With thousands of values it rejects for departures that no analysis minds: look at the distribution as well.
 *
 * @throws `test-too-few`, `test-too-many`, `test-constant`, `test-large`
 * @see Royston 1995, Applied Statistics 44:547, AS R94; equals R `shapiro.test`
 */
export function shapiroWilkTest(sample: Sample): TestResult {
  const method = 'Shapiro-Wilk test of normality';
  const values = present(sample).sort();
  const n = values.length;
  checkSize(method, n, 3);
  if (n > MOST) throw fail('test-too-many', { test: method, most: MOST, n });
  const range = values[n - 1]! - values[0]!;
  if (!Number.isFinite(range)) throw fail('test-large', { test: method });
  const size = Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
  if (range <= 10 * Number.EPSILON * size) throw fail('test-constant', { test: method, what: 'the column' });
  const weights = weightsOf(n);
  const middle = values[n >> 1]!;
  const scaled = values.map((value) => (value - middle) / range);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / n;
  let [ssa, ssx, sax] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const a = at < n - 1 - at ? -weights[at]! : at === n - 1 - at ? 0 : weights[n - 1 - at]!;
    const x = scaled[at]! - mean;
    ssa += a * a;
    ssx += x * x;
    sax += a * x;
  }
  // 1 − W without a subtraction of nearly equal numbers.
  const root = Math.sqrt(ssa * ssx);
  const rest = ((root - sax) * (root + sax)) / (ssa * ssx);
  return finished({
    method,
    statistic: { name: 'W', value: 1 - rest },
    df: [],
    p: pOf(rest, n),
    estimates: [],
    n,
    nDropped: sample.length - n,
    remarks: []
  });
}

/** Of the lower half, from the smallest value inward. */
function weightsOf(n: number): Float64Array {
  if (n === 3) return Float64Array.of(Math.SQRT1_2);
  const scores = Float64Array.from({ length: n >> 1 }, (_, at) => -normalQuantile((at + 0.625) / (n + 0.25)));
  const squares = 2 * scores.reduce((sum, score) => sum + score * score, 0);
  const u = 1 / Math.sqrt(n);
  const corrected = (n > 5 ? [FIRST, SECOND] : [FIRST]).map(
    (powers, at) => polynomial(powers, u) + scores[at]! / Math.sqrt(squares)
  );
  const taken = corrected.reduce((sum, _, at) => sum + 2 * scores[at]! ** 2, 0);
  const given = corrected.reduce((sum, weight) => sum + 2 * weight * weight, 0);
  const factor = Math.sqrt((squares - taken) / (1 - given));
  return scores.map((score, at) => corrected[at] ?? score / factor);
}

function pOf(rest: number, n: number): number {
  if (n === 3) return Math.max(0, SIX_OVER_PI * (Math.asin(Math.sqrt(1 - rest)) - THIRD_OF_PI));
  const logarithm = log(rest);
  if (n > 11) {
    const u = log(n);
    return normalUpper((logarithm - polynomial(LARGE.mean, u)) / exp(polynomial(LARGE.logSd, u)));
  }
  const gamma = -2.273 + 0.459 * n;
  if (logarithm >= gamma) return 1e-99;
  return normalUpper((-log(gamma - logarithm) - polynomial(SMALL.mean, n)) / exp(polynomial(SMALL.logSd, n)));
}

function polynomial(powers: readonly number[], x: number): number {
  return powers.reduceRight((sum, power) => sum * x + power, 0);
}
