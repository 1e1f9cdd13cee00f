import { exp, log, pow } from './elementary';
import { normalQuantile } from './normal';

/** What names a stream: a seed, a use, an index. Numbers are whole, 0 ≤ n ≤ 2^53 − 1. */
export type StreamKey = number | string;

/** 53 random bits to the middle of their interval: never 0, never 1. */
const UNIFORM_STEP = 1 / 9007199254740992;
const LANE_FACTORS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;
/** Above this mean a Poisson draw is the sum of draws of smaller means: e^−mean stays far from 0. */
const POISSON_PART = 16;

/** MurmurHash3's finaliser (Appleby, public domain): every input bit reaches every output bit. */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function* wordsOf(key: StreamKey): Generator<number> {
  if (typeof key === 'string') {
    yield key.length;
    for (let position = 0; position < key.length; position++) yield key.charCodeAt(position);
    return;
  }
  if (!Number.isSafeInteger(key) || key < 0) throw new RangeError(`${key} cannot name a random stream.`);
  yield key >>> 0;
  yield Math.floor(key / 4294967296);
}

/**
 * Seeded random numbers: xoshiro128** 1.1 (Blackman and Vigna 2018, public domain). Every method uses only exactly
 * defined arithmetic, so the same stream gives the same bits in every browser and in Node.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** Four words of state, not all zero. Use {@link randomStream} to make one from a seed. */
  constructor(a: number, b: number, c: number, d: number) {
    if ((a | b | c | d) === 0) throw new RangeError('A random stream cannot start from zeros.');
    this.#a = a | 0;
    this.#b = b | 0;
    this.#c = c | 0;
    this.#d = d | 0;
  }

  /** A whole number, 0 ≤ n < 2^32. */
  word(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** Uniform between `low` and `high`; with the default bounds 0 < u < 1. Always two words. */
  uniform(low = 0, high = 1): number {
    const top = this.word() >>> 5;
    const bottom = this.word() >>> 6;
    const unit = (top * 67108864 + bottom + 0.5) * UNIFORM_STEP;
    // 1 − 2^−54 would round to 1.
    return low + (high - low) * (unit < 1 ? unit : 1 - UNIFORM_STEP);
  }

  /** True with probability `p`. */
  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** A whole number, `low` ≤ n < `high`, each equally likely (rejection, so without bias); a span of at most 2^53. */
  integer(low: number, high: number): number {
    const span = high - low;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(span) || span < 1) {
      throw new RangeError(`No whole number from ${low} below ${high}.`);
    }
    const limit = 9007199254740992 - (9007199254740992 % span);
    for (;;) {
      const bits = (this.word() >>> 5) * 67108864 + (this.word() >>> 6);
      if (bits < limit) return low + (bits % span);
    }
  }

  /**
   * Draws as many whole numbers below `counts.length` as it is long, each equally likely, and adds up how often each came:
   * a bootstrap sample. One loop with the state at hand, for a hundred million draws.
   *
   * @param counts at most 2^21, so that the product with 32 random bits is exact
   * @see Lemire 2019, ACM Trans Model Comput Simul 29:3 (without a division a draw)
   */
  tally(counts: Float64Array): void {
    const span = counts.length;
    if (span > 2097152) throw new RangeError(`${span} are too many to draw from at once.`);
    const least = 4294967296 % span;
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    for (let drawn = 0; drawn < span;) {
      const scrambled = Math.imul(b, 5);
      const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      const product = word * span;
      const number = Math.floor(product * 2.3283064365386963e-10);
      if (product - number * 4294967296 < least) continue;
      counts[number]! += 1;
      drawn++;
    }
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
  }

  /** Normal by the inverse distribution function: always one uniform a draw. */
  normal(mean = 0, standardDeviation = 1): number {
    return mean + standardDeviation * normalQuantile(this.uniform());
  }

  /** Log-normal with median 1. */
  logNormal(logStandardDeviation: number): number {
    return exp(this.normal(0, logStandardDeviation));
  }

  /** Exponential of the given mean. */
  exponential(mean = 1): number {
    return -mean * log(this.uniform());
  }

  /**
   * Gamma; mean = shape × scale.
   *
   * @see Marsaglia and Tsang 2000, ACM TOMS 26:363 (their boost for shape < 1)
   */
  gamma(shape: number, scale = 1): number {
    if (!(shape > 0)) throw new RangeError(`A gamma distribution has no shape ${shape}.`);
    if (shape < 1) return this.gamma(shape + 1, scale) * pow(this.uniform(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (log(this.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return scale * d * v;
    }
  }

  /** Beta, as a share of two gammas. Shapes from 0.05: below, both gammas may vanish. */
  beta(first: number, second: number): number {
    const x = this.gamma(first);
    const y = this.gamma(second);
    return x / (x + y);
  }

  /** Poisson by counting (Knuth, TAOCP 3.4.1); time grows with the mean. */
  poisson(mean: number): number {
    if (!(mean >= 0)) throw new RangeError(`A Poisson distribution has no mean ${mean}.`);
    let count = 0;
    for (let left = mean; left > 0; left -= POISSON_PART) {
      const limit = exp(-Math.min(left, POISSON_PART));
      for (let product = this.uniform(); product > limit; product *= this.uniform()) count++;
    }
    return count;
  }
}

/**
 * The stream of that name. Streams of different names are independent: the keys fill all 128 bits of state.
 *
 * @example randomStream(seed, 'picu-sepsis', person)
 */
export function randomStream(...keys: readonly StreamKey[]): RandomStream {
  const lanes: [number, number, number, number] = [1, 2, 3, 4];
  for (const key of keys) {
    for (const word of wordsOf(key)) {
      for (let lane = 0; lane < 4; lane++) {
        const before = lanes[lane] as number;
        lanes[lane] = mix(Math.imul(before ^ word, LANE_FACTORS[lane] as number) + before + lane);
      }
    }
    // Kinds of key never run into each other: ('1', 2) is another stream than (1, '2').
    lanes[0] = mix((lanes[0] as number) ^ (typeof key === 'string' ? 0x5bd1e995 : 0x1b873593));
  }
  if ((lanes[0] | lanes[1] | lanes[2] | lanes[3]) === 0) lanes[0] = 1;
  return new RandomStream(...lanes);
}
