import { chiSquare } from '../../shared/distributions';
import type { StatisticsRemark } from '../estimate';
import { prepare, quadraticForm, rowsWithout, slicesOf, usedCodes, walk, type Classes } from '../survival';
import { checkCause, type Endings } from './endings';
import { fail } from './errors';

export interface GrayTest {
  cause: string;
  /** Events of the cause in each group that has rows. */
  groups: readonly { name: string; n: number; events: number }[];
  statistic: number;
  df: number;
  p: number;
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
}

/**
 * Gray's test that the cumulative incidence of one cause is the same in all groups (rho 0).
 *
 * @param cause code of the cause, from 1
 * @throws `competing-cause-unknown`, `competing-one-group`, `competing-no-event`, `competing-not-comparable` and those of a
 *   follow-up (`survival-…`)
 * @see Gray 1988, Ann Stat 16:1141; agrees with R cmprsk 2.2-11 `cuminc`
 */
export function grayTest(endings: Endings, group: Classes, cause = 1): GrayTest {
  const name = checkCause(endings, cause);
  const { causes, time, ending } = endings;
  const prepared = prepare({ time, status: ending }, rowsWithout(time.length, [group]), causes.length);
  const codes = usedCodes(prepared, group);
  const sizes = new Float64Array(group.names.length);
  const events = new Float64Array(group.names.length);
  codes.forEach((code, place) => {
    sizes[code]! += 1;
    if (prepared.status[place] === cause) events[code]! += 1;
  });
  const present = group.names.flatMap((_, code) => (sizes[code]! > 0 ? [code] : []));
  if (present.length < 2) throw fail('competing-one-group');
  if (events.every((one) => one === 0)) throw fail('competing-no-event', { cause: name });

  const count = present.length;
  const narrow = Int32Array.from(codes, (code) => present.indexOf(code));
  const scores = new Scores(count);
  const [slice] = slicesOf(prepared, new Int32Array(prepared.rows.length), 1);
  walk(prepared, slice!, { codes: narrow, count, endings: causes.length + 1 }, ({ atRisk, ends }) => {
    const own = ends[cause]!;
    const other = new Float64Array(count);
    ends.forEach((end, code) => {
      if (code > 0 && code !== cause) end.forEach((value, one) => (other[one]! += value));
    });
    if (own.some((one) => one > 0) || other.some((one) => one > 0)) scores.add(atRisk, own, other);
  });
  const { score, covariance } = scores.finish();
  if (!covariance.every((entry) => Number.isFinite(entry))) throw fail('competing-not-comparable');
  const { value, rank } = quadraticForm(covariance, score);
  if (rank === 0) throw fail('competing-not-comparable');
  return {
    cause: name,
    groups: present.map((code) => ({ name: group.names[code]!, n: sizes[code]!, events: events[code]! })),
    statistic: value,
    df: rank,
    p: chiSquare(rank).upper(value),
    remarks: [],
    n: prepared.rows.length,
    nDropped: prepared.dropped,
    method: 'Gray’s test'
  };
}

/** Gray's scores and their covariance, built up over the times at which somebody has an event. K groups. */
class Scores {
  readonly #score: Float64Array;
  /** Survival without any event and cumulative incidence of the cause in each group, before the time. */
  readonly #survival: Float64Array;
  readonly #incidence: Float64Array;
  #pooled = 0;
  /** K × K: C, the covariance so far, Σ q²w, Σ x·q·w. */
  readonly #drift: Float64Array;
  readonly #covariance: Float64Array;
  readonly #square: Float64Array;
  readonly #cross: Float64Array;

  constructor(private readonly count: number) {
    this.#score = new Float64Array(count);
    this.#survival = new Float64Array(count).fill(1);
    this.#incidence = new Float64Array(count);
    this.#drift = new Float64Array(count * count);
    this.#covariance = new Float64Array(count * count);
    this.#square = new Float64Array(count);
    this.#cross = new Float64Array(count * count);
  }

  add(atRisk: Float64Array, own: Float64Array, other: Float64Array): void {
    const { count } = this;
    const before = this.#survival.slice();
    const size = new Float64Array(count);
    let total = 0;
    let left = 0;
    let events = 0;
    for (let one = 0; one < count; one++) {
      if (atRisk[one] === 0) continue;
      size[one] = atRisk[one]! / before[one]!;
      total += size[one]!;
      left += size[one]! * (1 - this.#incidence[one]!);
      events += own[one]!;
    }
    const pooledBefore = this.#pooled;
    this.#pooled += events / total;
    for (let one = 0; one < count; one++) {
      if (atRisk[one] === 0) continue;
      if (events > 0) {
        this.#score[one]! += own[one]! - (events * size[one]! * (1 - this.#incidence[one]!)) / left;
      }
      this.#incidence[one]! += (before[one]! * own[one]!) / atRisk[one]!;
      this.#survival[one]! *= (atRisk[one]! - own[one]! - other[one]!) / atRisk[one]!;
    }
    const spread = (row: number, column: number) =>
      (row === column ? size[row]! : 0) - (size[row]! * size[column]!) / total;
    if (events > 0) {
      const factor = events / (total * (1 - pooledBefore));
      for (let row = 0; row < count; row++) {
        for (let column = 0; column < count; column++) {
          this.#drift[row * count + column]! += factor * spread(row, column);
        }
      }
    }
    for (let one = 0; one < count; one++) {
      const n = atRisk[one]!;
      if (n === 0) continue;
      const after = this.#survival[one]!;
      if (events > 0) {
        const q = after > 0 ? 1 - (1 - this.#pooled) / after : 1;
        const ties = events > 1 ? 1 - (events - 1) / (total * before[one]! - 1) : 1;
        const w = ((before[one]! * events) / (total * n)) * ties;
        this.#collect(one, q, w, (row) => spread(row, one) - q * this.#drift[row * count + one]!);
      }
      if (other[one]! > 0 && after > 0) {
        const q = (1 - this.#pooled) / after;
        const ties = other[one]! > 1 ? 1 - (other[one]! - 1) / (n - 1) : 1;
        const w = ((before[one]! ** 2 * other[one]!) / (n * n)) * ties;
        this.#collect(one, q, w, (row) => -q * this.#drift[row * count + one]!);
      }
    }
  }

  #collect(group: number, q: number, w: number, x: (row: number) => number): void {
    const { count } = this;
    const column = Float64Array.from({ length: count }, (_, row) => x(row));
    this.#square[group]! += q * q * w;
    for (let row = 0; row < count; row++) {
      this.#cross[row * count + group]! += column[row]! * q * w;
      for (let other = 0; other < count; other++) {
        this.#covariance[row * count + other]! += column[row]! * column[other]! * w;
      }
    }
  }

  /** Of all groups but the last. */
  finish(): { score: Float64Array; covariance: Float64Array } {
    const { count } = this;
    const size = count - 1;
    const covariance = new Float64Array(size * size);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        let sum = this.#covariance[row * count + column]!;
        for (let k = 0; k < count; k++) {
          const mine = this.#drift[row * count + k]!;
          const theirs = this.#drift[column * count + k]!;
          sum += mine * this.#square[k]! * theirs;
          sum += mine * this.#cross[column * count + k]! + this.#cross[row * count + k]! * theirs;
        }
        covariance[row * size + column] = sum;
      }
    }
    return { score: this.#score.slice(0, size), covariance };
  }
}
