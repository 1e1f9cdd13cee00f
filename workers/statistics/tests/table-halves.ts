import { exp } from '../../shared/elementary';
import { TwoColumns } from './two-columns';

/** Probabilities this close, as a share of themselves, count as equal. */
const ALIKE = 1e-7;
/** Probabilities of half tables that are kept at a time: 100 MB. */
const ROOM = 12_000_000;
/** Comparisons that take as long as listing one half table. */
const COMPARISONS = 50;

/** A way to share the rows between both halves of the columns. */
interface Share {
  left: readonly number[];
  right: readonly number[];
  /** Probability of one such way; as many are the same but for rows of equal sums. */
  probability: number;
  times: number;
}

/** One half of the columns: its tables, for any sums of rows, whose order does not matter. */
interface Half {
  likeliest: (rows: readonly number[]) => number;
  probabilities: (rows: readonly number[]) => Float64Array;
}

interface ExactOptions {
  /** Σ ln n! of the observed table. */
  observed: number;
  factorials: Float64Array;
  /** Called with the number of half tables that are listed next; throws where it becomes too much. */
  step: (tables: number) => void;
}

/**
 * Probability of all tables with these margins that are at most as likely as one with the given Σ ln n!, for up to four
 * columns.
 *
 * The columns are parted into two halves. A way to share the rows between them is counted at once where even its likeliest
 * table is unlikely enough; for the others the tables of both halves are sorted by their probability, and each of one half
 * meets all of the other that are unlikely enough together. The work grows with the square root of the number of tables.
 *
 * @param rows no more than columns, for speed
 * @see Horowitz and Sahni 1974, J ACM 21:277 (two sorted halves); Pagano and Halvorsen 1981, J Am Stat Assoc 76:931 (rows
 *   that differ in their order only)
 */
export function* halvesP(
  rows: readonly number[],
  columns: readonly number[],
  { observed, factorials, step }: ExactOptions
): Generator<void, number> {
  const sums = rows.slice().sort(ascending);
  const [one, other] = halvesOf(columns);
  const n = sums.reduce((sum, row) => sum + row, 0);
  const margins = [...sums, ...columns].reduce((sum, count) => sum + factorials[count]!, -factorials[n]!);
  const limit = exp(margins - observed) * (1 + ALIKE);
  const [left, right] = [halfOf(one, factorials, step), halfOf(other, factorials, step)];
  let p = 0;
  const open: Share[] = [];
  for (const share of sharesOf(sums, one, factorials, step)) {
    const { probability, times } = share;
    if (probability * left.likeliest(share.left) * right.likeliest(share.right) <= limit) p += times * probability;
    else open.push(share);
    yield;
  }
  for (const block of blocksOf(open, left)) {
    yield;
    let rights: readonly number[] = [];
    let [list, sumsTo]: Float64Array[] = [];
    for (const { share, lefts } of block?.sort((a, b) => compare(a.share.right, b.share.right)) ?? []) {
      if (!list || !sumsTo || compare(share.right, rights) !== 0) {
        rights = share.right;
        list = right.probabilities(rights);
        sumsTo = runningSums(list);
        yield;
      }
      step((lefts.length + list.length) / COMPARISONS);
      p += share.times * share.probability * meet(lefts, list, sumsTo, limit / share.probability);
    }
  }
  return Math.min(1, p);
}

const ascending = (a: number, b: number) => a - b;

/** Columns of like size in both halves. */
function halvesOf(columns: readonly number[]): [number[], number[]] {
  const [first, second, third, fourth] = columns.slice().sort((a, b) => b - a);
  const some = (...parts: (number | undefined)[]) => parts.filter((part) => part !== undefined);
  return fourth === undefined ? [some(first), some(second, third)] : [some(first, fourth), some(second, third)];
}

function halfOf(columns: readonly number[], factorials: Float64Array, step: (tables: number) => void): Half {
  if (columns.length === 1) return { likeliest: () => 1, probabilities: () => Float64Array.of(1) };
  const tables = (rows: readonly number[]) => new TwoColumns(rows, columns[0]!, factorials, exp);
  const known = new Map<string, number>();
  return {
    likeliest: (rows) => {
      const key = rows.join(' ');
      const found = known.get(key) ?? tables(rows).likeliest;
      known.set(key, found);
      return found;
    },
    probabilities: (rows) => tables(rows).probabilities(step)
  };
}

/** Every way to take the sum of some columns from the rows; rows of equal sums take in falling order. */
function* sharesOf(
  rows: readonly number[],
  columns: readonly number[],
  factorials: Float64Array,
  step: (tables: number) => void
): Generator<Share> {
  const behind = rows.map((_, row) => rows.slice(row + 1).reduce((sum, one) => sum + one, 0));
  const taken: number[] = [];
  const chosen = (n: number, k: number) => factorials[n]! - factorials[k]! - factorials[n - k]!;
  const whole = columns.reduce((sum, column) => sum + column, 0);
  const all = chosen(
    rows.reduce((sum, row) => sum + row, 0),
    whole
  );
  function* fill(row: number, toTake: number, weight: number): Generator<Share> {
    if (row === rows.length) {
      step(1);
      yield {
        left: taken.slice().sort(ascending),
        right: rows.map((sum, at) => sum - taken[at]!).sort(ascending),
        probability: exp(weight - all),
        times: orders(rows, taken)
      };
      return;
    }
    const most = row > 0 && rows[row - 1] === rows[row] ? taken[row - 1]! : rows[row]!;
    for (let n = Math.max(0, toTake - behind[row]!); n <= Math.min(most, toTake); n++) {
      taken[row] = n;
      yield* fill(row + 1, toTake - n, weight + chosen(rows[row]!, n));
    }
  }
  yield* fill(0, whole, 0);
}

/** In how many orders rows of equal sums can take what they take. */
function orders(rows: readonly number[], taken: readonly number[]): number {
  let times = 1;
  let [alike, same] = [1, 1];
  for (let row = 1; row < rows.length; row++) {
    alike = rows[row] === rows[row - 1] ? alike + 1 : 1;
    same = alike > 1 && taken[row] === taken[row - 1] ? same + 1 : 1;
    times = (times * alike) / same;
  }
  return times;
}

interface Listed {
  share: Share;
  lefts: Float64Array;
}

/** Shares with the tables of their left halves, so many at a time as there is room for; nothing where it is only a pause. */
function* blocksOf(shares: Share[], left: Half): Generator<Listed[] | undefined> {
  shares.sort((a, b) => compare(a.left, b.left));
  let block: Listed[] = [];
  let entries = 0;
  let lefts: Float64Array = new Float64Array(0);
  for (const [at, share] of shares.entries()) {
    if (at === 0 || compare(share.left, shares[at - 1]!.left) !== 0) {
      if (entries > ROOM) {
        yield block;
        [block, entries] = [[], 0];
      }
      lefts = left.probabilities(share.left);
      entries += lefts.length;
      yield undefined;
    }
    block.push({ share, lefts });
  }
  yield block;
}

function compare(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}

/** Sums of all before a place, the small ones first. */
function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at]! + values[at]!;
  return sums;
}

/** Probability of all pairs of both ascending lists whose product is at most the limit. */
function meet(left: Float64Array, right: Float64Array, sumsTo: Float64Array, limit: number): number {
  let sum = 0;
  let to = right.length;
  for (const own of left) {
    while (to > 0 && own * right[to - 1]! > limit) to -= 1;
    sum += own * sumsTo[to]!;
  }
  return sum;
}
