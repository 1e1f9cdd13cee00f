/**
 * exp, log and pow that give the same bits on every machine.
 *
 * The language leaves the last bits of `Math.exp`, `Math.log`, `Math.pow` and `**` to the engine, so a simulation
 * that used them would differ between browsers. These use only + − × ÷, which IEEE 754 fixes (as it fixes `Math.sqrt`).
 * Methods: argument reduction by ln 2 in two parts, Taylor and atanh series, double-double sums (Dekker 1971, Knuth
 * TAOCP 4.2.2). Error against 60-digit values (`tests/oracles/shared/elementary.json`): see each function.
 */

/** ln 2 with the last 21 bits zero, so that its product with an exponent is exact; and what is left. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;

/** 1/(2n+1) from n = 13 down to n = 2 of the series atanh(s)/s in s², s² ≤ 0.0295. */
const ATANH_TERMS = [
  1 / 27,
  1 / 25,
  1 / 23,
  1 / 21,
  1 / 19,
  1 / 17,
  1 / 15,
  1 / 13,
  1 / 11,
  1 / 9,
  1 / 7,
  1 / 5
] as const;

const THIRD_HIGH = 1 / 3;
const THIRD_LOW = 1.850371707708594e-17;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Where the sign and exponent lie: 1 on every machine of today. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The second half of the last double-double result; a return value in two parts would allocate in hot loops. */
let rest = 0;

/** a + b exactly: returns the sum, leaves the rounding error in `rest`. */
function twoSum(a: number, b: number): number {
  const sum = a + b;
  const part = sum - a;
  rest = a - (sum - part) + (b - part);
  return sum;
}

/** a × b exactly, for |a|, |b| < 2^996. */
function twoProduct(a: number, b: number): number {
  const product = a * b;
  const splitA = 134217729 * a;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = 134217729 * b;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  rest = lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
  return product;
}

/** 2^k for −1022 ≤ k ≤ 1023, in their order. */
const POWERS = Float64Array.from({ length: 2046 }, (_, at) => {
  words[1 - HIGH_WORD] = 0;
  words[HIGH_WORD] = (at + 1) << 20;
  return float[0] as number;
});

const powerOfTwo = (k: number): number => POWERS[k + 1022] as number;

/** (e^r − 1 − r)/r²: r^15/15! is below 2^-63 for |r| ≤ ln 2 / 2. Without a loop it takes half the time. */
function expSeries(r: number): number {
  let series = 1 / 87178291200;
  series = series * r + 1 / 6227020800;
  series = series * r + 1 / 479001600;
  series = series * r + 1 / 39916800;
  series = series * r + 1 / 3628800;
  series = series * r + 1 / 362880;
  series = series * r + 1 / 40320;
  series = series * r + 1 / 5040;
  series = series * r + 1 / 720;
  series = series * r + 1 / 120;
  series = series * r + 1 / 24;
  series = series * r + 1 / 6;
  series = series * r + 1 / 2;
  return series;
}

/** exp(x + low), |low| far below |x|'s last bit. */
function expOfSum(x: number, low: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x * LOG2_E);
  const reduced = x - k * LN2_HIGH;
  const r = reduced - k * LN2_LOW;
  const lost = reduced - r - k * LN2_LOW + low;
  const bend = r * r * expSeries(r);
  // 1 + r exactly, as twoSum gives it, without a write to memory.
  const sum = 1 + r;
  const part = sum - 1;
  const sumLow = 1 - (sum - part) + (r - part);
  const value = sum + (sumLow + (bend + lost * (sum + bend)));
  if (k > 1023) return value * powerOfTwo(k - 1) * 2;
  // In two steps below the normal range: the last product rounds once.
  if (k < -1021) return value * powerOfTwo(k + 60) * powerOfTwo(-60);
  return value * powerOfTwo(k);
}

/** log(x) for finite x > 0 as a double-double: returns the high part, leaves the low one in `rest`. */
function logParts(x: number): number {
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  float[0] = x;
  const high = words[HIGH_WORD] as number;
  k += (high >>> 20) - 1023;
  words[HIGH_WORD] = (high & 0xfffff) | 0x3ff00000;
  let m = float[0] as number;
  if (m > 1.4142135623730951) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const divisor = twoSum(m, 1);
  const divisorLow = rest;
  const s = f / divisor;
  const back = twoProduct(s, divisor);
  const sLow = (f - back - rest - s * divisorLow) / divisor;
  const z = twoProduct(s, s);
  const zLow = rest + 2 * s * sLow;
  let series = 0;
  for (const term of ATANH_TERMS) series = series * z + term;
  const third = twoProduct(z, THIRD_HIGH);
  const thirdLow = rest + z * THIRD_LOW + zLow * THIRD_HIGH;
  const q = twoSum(third, z * z * series);
  const qLow = rest + thirdLow;
  const sq = twoProduct(s, q);
  const sqLow = rest + s * qLow + sLow * q;
  const body = twoSum(2 * s, 2 * sq);
  const bodyLow = rest + 2 * sLow + 2 * sqLow;
  const sum = twoSum(k * LN2_HIGH, body);
  const sumLow = rest + (k * LN2_LOW + bodyLow);
  return twoSum(sum, sumLow);
}

/** e^x. Error below 0.6 units in the last place for normal results, below 1 for subnormal ones. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** Natural logarithm. Error below 0.52 units in the last place; NaN below 0, −Infinity at 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  return logParts(x);
}

/**
 * x^y with the cases of `Math.pow`. Error below 1 unit in the last place for normal results. Exact powers such as
 * 10³ are not promised to the last bit: multiply for those.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const isWhole = Number.isInteger(y);
  const isOdd = isWhole && Math.abs(y) < 9007199254740992 && y % 2 !== 0;
  const isNegative = x < 0 || Object.is(x, -0);
  const size = Math.abs(x);
  if (size === 1 && Math.abs(y) === Infinity) return NaN;
  const sign = isNegative && isOdd ? -1 : 1;
  if (size === 0 || size === Infinity || Math.abs(y) === Infinity) {
    return sign * (size > 1 === y > 0 ? Infinity : 0);
  }
  if (isNegative && !isWhole) return NaN;
  const logarithm = logParts(size);
  const logarithmLow = rest;
  const estimate = y * logarithm;
  if (estimate > 710) return sign * Infinity;
  if (estimate < -746) return sign * 0;
  const exponent = twoProduct(y, logarithm);
  return sign * expOfSum(exponent, rest + y * logarithmLow);
}

/** 1 / (1 + e^−x): the probability of a logit. */
export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}
