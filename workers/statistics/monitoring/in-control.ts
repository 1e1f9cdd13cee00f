import { largestOf } from '../../shared/extent';
import { randomStream, type RandomStream } from '../../shared/random';
import { caseWeights } from './cusum';

/** Cases between two looks at whether to stop: a few milliseconds. */
const SLICE = 50_000;

/** One simulated unit. Its stream is its own, so that going on later gives the same as going on at once. */
export interface Run {
  stream: RandomStream;
  /** Cases so far, and S after them. */
  cases: number;
  sum: number;
  highest: number;
  /** Each new height that S reached, and with which case. */
  heights: number[];
  times: number[];
}

/** A risk-adjusted CUSUM of a unit whose events come as expected. */
export class InControl {
  readonly #event: Float64Array;
  readonly #none: Float64Array;
  /** Cases simulated in all runs. */
  steps = 0;

  constructor(
    private readonly risk: Float64Array,
    oddsRatio: number,
    private readonly seed: number
  ) {
    this.#event = risk.map((one) => caseWeights(one, oddsRatio).event);
    this.#none = risk.map((one) => caseWeights(one, oddsRatio).none);
  }

  run(index: number): Run {
    return {
      stream: randomStream(this.seed, 'cusum-in-control', index),
      cases: 0,
      sum: 0,
      highest: 0,
      heights: [],
      times: []
    };
  }

  /**
   * Goes on until so many cases, or until S reaches a height, but for a slice of work at most. Heights are kept for
   * `timeTo` where one is asked for: a CUSUM for improvement rises with nearly every case.
   *
   * @returns whether it is there
   */
  goOn(run: Run, { cases = Infinity, height = Infinity }: { cases?: number; height?: number }): boolean {
    const { stream } = run;
    const before = run.cases;
    const end = Math.min(cases, before + SLICE);
    while (run.cases < end && run.highest < height) {
      const index = stream.integer(0, this.risk.length);
      const weight = (stream.chance(this.risk[index] as number) ? this.#event : this.#none)[index] as number;
      run.sum = Math.max(0, run.sum + weight);
      run.cases += 1;
      if (run.sum > run.highest) {
        run.highest = run.sum;
        if (height === Infinity) continue;
        run.heights.push(run.sum);
        run.times.push(run.cases);
      }
    }
    this.steps += run.cases - before;
    return run.cases >= cases || run.highest >= height;
  }

  /** Cases at least, on average, until S reaches a height: it needs an event where only events raise it. */
  leastCasesTo(height: number): number {
    const rises = largestOf(this.#none);
    if (rises > 0) return height / rises;
    return this.risk.length / this.risk.reduce((sum, one) => sum + one, 0);
  }

  /** Number of the case with which S first reached a height; the run must have gone that far. */
  timeTo(run: Run, height: number): number {
    let low = 0;
    let high = run.heights.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((run.heights[middle] as number) >= height) high = middle;
      else low = middle + 1;
    }
    return run.times[low] as number;
  }
}
