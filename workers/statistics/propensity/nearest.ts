/** In which order treated persons choose: by falling or rising distance score, or as they stand. */
export type MatchOrder = 'largest' | 'smallest' | 'data';

export interface NearestOptions {
  /** Controls for each treated person, default 1. */
  ratio?: number | undefined;
  /** May a control be taken more than once? Default no. */
  replace?: boolean | undefined;
  /** Default `largest`: who is hardest to match chooses first. */
  order?: MatchOrder | undefined;
  /** Largest distance of a pair, in units of the distance score. */
  caliper?: number | undefined;
}

/** Pairs, one after the other; places in the lists that were given. */
export interface Pairs {
  treated: Int32Array;
  control: Int32Array;
}

/**
 * Greedy nearest-neighbour matching on one score. In each round every treated person takes the nearest control left, of
 * equally near ones the first in the data.
 *
 * @param treated 1 or 0
 * @param score finite; a propensity score or its logit
 * @see Austin 2011, Pharm Stat 10:150; pairs as MatchIt 4.5.1 with `mahvars = ~ score`
 */
export function nearestNeighbours(
  treated: Uint8Array,
  score: Float64Array,
  { ratio = 1, replace = false, order = 'largest', caliper = Infinity }: NearestOptions = {}
): Pairs {
  const controls = sorted(score, (row) => treated[row] === 0);
  const line = new Line(
    Float64Array.from(controls, (row) => score[row] as number),
    controls
  );
  const choosing = choosers(treated, score, order);
  const pairs: { treated: number[]; control: number[] } = { treated: [], control: [] };
  const add = (row: number, place: number) => {
    pairs.treated.push(row);
    pairs.control.push(controls[place] as number);
  };
  if (replace) {
    for (const row of choosing) {
      for (const place of line.nearest(score[row] as number, ratio, caliper)) add(row, place);
    }
  } else {
    for (let round = 0; round < ratio; round++) {
      for (const row of choosing) {
        const place = line.take(score[row] as number, caliper);
        if (place !== undefined) add(row, place);
      }
    }
  }
  return { treated: Int32Array.from(pairs.treated), control: Int32Array.from(pairs.control) };
}

/** Rows in rising order of the score, equal ones as they stand. */
function sorted(score: Float64Array, isIn: (row: number) => boolean): Int32Array {
  const rows = Int32Array.from(score, (_, row) => row).filter(isIn);
  return rows.sort((a, b) => (score[a] as number) - (score[b] as number) || a - b);
}

function choosers(treated: Uint8Array, score: Float64Array, order: MatchOrder): Int32Array {
  const rows = Int32Array.from(score, (_, row) => row).filter((row) => treated[row] === 1);
  const sign = order === 'data' ? 0 : order === 'largest' ? -1 : 1;
  return rows.sort((a, b) => sign * ((score[a] as number) - (score[b] as number)) || a - b);
}

/** Controls by their score, some of them taken. */
class Line {
  /** Nearest free place at or after, and at or before, with the path to it shortened as it is walked. */
  readonly #after: Int32Array;
  readonly #before: Int32Array;
  /** First place with the same score. */
  readonly #alike: Int32Array;

  constructor(
    private readonly scores: Float64Array,
    private readonly rows: Int32Array
  ) {
    this.#after = Int32Array.from({ length: scores.length + 1 }, (_, place) => place);
    this.#before = Int32Array.from({ length: scores.length + 1 }, (_, place) => place);
    this.#alike = Int32Array.from(scores, (_, place) => place);
    for (let place = 1; place < scores.length; place++) {
      if (scores[place] === scores[place - 1]) this.#alike[place] = this.#alike[place - 1] as number;
    }
  }

  /** The nearest free control within the caliper, which is then taken. */
  take(score: number, caliper: number): number | undefined {
    const place = this.#nearestFree(score);
    if (place === undefined || Math.abs((this.scores[place] as number) - score) > caliper) return undefined;
    this.#after[place] = place + 1;
    // Counted from 1, so that 0 is before the first.
    this.#before[place + 1] = place;
    return place;
  }

  #nearestFree(score: number): number | undefined {
    const from = firstFrom(this.scores, score);
    const above = rootOf(this.#after, from);
    const last = rootOf(this.#before, from) - 1;
    const below = last < 0 ? -1 : rootOf(this.#after, this.#alike[last] as number);
    if (below < 0) return above < this.scores.length ? above : undefined;
    if (above >= this.scores.length) return below;
    return this.#isNearer(below, above, score) ? below : above;
  }

  #isNearer(a: number, b: number, score: number): boolean {
    const difference = Math.abs((this.scores[a] as number) - score) - Math.abs((this.scores[b] as number) - score);
    return difference < 0 || (difference === 0 && (this.rows[a] as number) < (this.rows[b] as number));
  }

  /** The nearest controls within the caliper, taken or not. */
  nearest(score: number, count: number, caliper: number): number[] {
    const from = firstFrom(this.scores, score);
    const found: number[] = [];
    for (let place = from; place < this.scores.length && place < from + count; place++) found.push(place);
    let left = from - 1;
    for (let taken = 0; left >= 0 && taken < count;) {
      const first = this.#alike[left] as number;
      for (let place = first; place <= left && taken < count; place++, taken++) found.push(place);
      left = first - 1;
    }
    return found
      .sort((a, b) => (this.#isNearer(a, b, score) ? -1 : 1))
      .slice(0, count)
      .filter((place) => Math.abs((this.scores[place] as number) - score) <= caliper);
  }
}

/** First place whose score is not below. */
function firstFrom(scores: Float64Array, score: number): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] as number) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rootOf(links: Int32Array, place: number): number {
  let root = place;
  while (links[root] !== root) root = links[root] as number;
  for (let at = place; links[at] !== root;) {
    const next = links[at] as number;
    links[at] = root;
    at = next;
  }
  return root;
}
