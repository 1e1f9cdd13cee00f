import { chiSquare, studentT } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import { largestOf } from '../../shared/extent';
import { float64Column } from '../columns';
import type { Estimate } from '../estimate';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { checkFinite, completeRows } from './agreement-result';
import { checksOf, dependenceOf, type LimitsOfAgreement, type LimitsOptions } from './bland-altman';
import { fail } from './errors';

export interface RepeatedLimits extends LimitsOfAgreement {
  persons: number;
  /** Standard deviation of the persons' mean differences, and of differences within a person. */
  sdBetween: number;
  sdWithin: number;
}

/**
 * Limits of agreement of two methods with several pairs a person, whose true value may change from pair to pair. The bias is
 * the mean of the persons' mean differences; the variance of one difference is that between such means plus (1 − 1/h) times
 * that within a person, h the harmonic mean of the numbers of pairs. Limits of the limits recover the variance (MOVER).
 *
 * Whether differences depend on what is measured is looked at on the persons' means.
 *
 * @param person code of each pair's person, −1 for missing
 * @returns estimates bias, lower limit, upper limit
 * @throws `agreement-too-few` below 3 persons or without a person who has two pairs, `agreement-exact`, `agreement-large`,
 *   `agreement-option`, `level-range`
 * @see Bland and Altman 1999, Stat Methods Med Res 8:135 (§5.2); Zou 2013, Stat Methods Med Res 22:630
 */
export function repeatedLimits(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  person: Int32Array,
  { level = 0.95, coverage = 0.95 }: LimitsOptions = {}
): RepeatedLimits {
  checkLevel(level);
  if (!(coverage > 0 && coverage < 1))
    throw fail('agreement-option', { option: 'The coverage', rule: 'lies between 0 and 1' });
  const method = 'Limits of agreement with several pairs a person (Bland and Altman)';
  const whose = Float64Array.from(person, (code) => (code < 0 ? NaN : code));
  const { columns, dropped } = completeRows([x, y, whose]);
  const [first, second, codes] = columns as [Float64Array, Float64Array, Float64Array];
  const differences = first.map((value, row) => value - second[row]!);
  const means = first.map((value, row) => value / 2 + second[row]! / 2);
  const ofPerson = personMeans(differences, codes);
  const persons = ofPerson.means.length;
  const pairs = first.length;
  if (persons < 3)
    throw fail('agreement-too-few', {
      what: method,
      needed: 3,
      of: 'persons',
      n: persons
    });
  if (pairs === persons) throw fail('agreement-too-few', { what: method, needed: 1, of: 'persons with two pairs', n: 0 }); // prettier-ignore
  const { mean: bias, variance: between } = momentsOf(ofPerson.means);
  const within = ofPerson.squares / (pairs - persons);
  const share = 1 - ofPerson.inverse / persons;
  const variance = between + share * within;
  checkFinite(bias, variance);
  const sd = Math.sqrt(variance);
  const size = largestOf([first, second].map((values) => Math.abs(momentsOf(values).mean)));
  if (sd <= 10 * Number.EPSILON * size) throw fail('agreement-exact');
  const tail = (1 - level) / 2;
  const z = -normalQuantile((1 - coverage) / 2);
  const normal = -normalQuantile(tail);
  /** How far the limit of a variance lies from it, of its two parts. */
  const reach = (quantile: (df: number) => number) =>
    Math.hypot(
      between * ((persons - 1) / quantile(persons - 1) - 1),
      share * within * ((pairs - persons) / quantile(pairs - persons) - 1)
    );
  const low = Math.max(0, variance - reach((df) => chiSquare(df).upperQuantile(tail)));
  const high = variance + reach((df) => chiSquare(df).quantile(tail));
  const biasError = Math.sqrt(between / persons);
  const away = (bound: number) => Math.hypot(normal * biasError, z * (Math.sqrt(bound) - sd));
  const [inner, outer] = [away(low), away(high)];
  const t = studentT(persons - 1);
  const half = t.upperQuantile(tail) * biasError;
  const made = (name: string, estimate: number, lower: number, upper: number, more: Partial<Estimate>): Estimate => ({
    name,
    estimate,
    se: null,
    lower,
    upper,
    level,
    scale: 'identity',
    null: 0,
    df: null,
    p: null,
    n: pairs,
    nDropped: dropped,
    method,
    ...more
  });
  const checks = checksOf(personMeans(means, codes).means, ofPerson.means, bias);
  const p = biasError > 0 ? Math.min(1, 2 * t.upper(Math.abs(bias) / biasError)) : null;
  return {
    method,
    estimates: [
      made('bias', bias, bias - half, bias + half, { se: biasError, df: persons - 1, p }),
      made('lower limit of agreement', bias - z * sd, bias - z * sd - outer, bias - z * sd + inner, {}),
      made('upper limit of agreement', bias + z * sd, bias + z * sd - inner, bias + z * sd + outer, {})
    ],
    sd,
    sdBetween: Math.sqrt(between),
    sdWithin: Math.sqrt(within),
    persons,
    points: { rows: pairs, columns: [float64Column('mean', means), float64Column('difference', differences)] },
    checks,
    n: pairs,
    nDropped: dropped,
    remarks: dependenceOf(checks)
  };
}

/** Mean of each person, the squares around those means added up, and Σ 1/pairs. */
function personMeans(values: Float64Array, codes: Float64Array) {
  const places = new Map<number, number>();
  for (const code of codes) if (!places.has(code)) places.set(code, places.size);
  const [counts, sums] = [new Float64Array(places.size), new Float64Array(places.size)];
  const at = Int32Array.from(codes, (code) => places.get(code)!);
  values.forEach((value, row) => {
    counts[at[row]!]! += 1;
    sums[at[row]!]! += value;
  });
  const means = sums.map((sum, place) => sum / counts[place]!);
  const squares = values.reduce((sum, value, row) => sum + (value - means[at[row]!]!) ** 2, 0);
  return { means, squares, inverse: counts.reduce((sum, count) => sum + 1 / count, 0) };
}
