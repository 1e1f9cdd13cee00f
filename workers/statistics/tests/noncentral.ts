import { exp } from '../../shared/elementary';

/** Terms below this part of the sum no longer change it. */
const NEGLIGIBLE = 1e-20;

/** Fisher's noncentral hypergeometric distribution: the first cell of a 2 × 2 table with fixed margins. */
export class Noncentral {
  readonly lowest: number;
  readonly highest: number;

  constructor(
    private readonly marked: number,
    private readonly others: number,
    private readonly drawn: number
  ) {
    this.lowest = Math.max(0, drawn - others);
    this.highest = Math.min(marked, drawn);
  }

  /** Probability of k + 1 over that of k at odds ratio 1. */
  #rise(k: number): number {
    return ((this.marked - k) / (k + 1)) * ((this.drawn - k) / (this.others - this.drawn + k + 1));
  }

  /** The most likely value: up to there, the next is likelier. */
  #mode(odds: number): number {
    let [low, high] = [this.lowest, this.highest];
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      if (this.#rise(middle) * odds > 1) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Mean, and both tails that hold x, at a logarithm of the odds ratio; summed outward from the most likely value. */
  at(logOdds: number, x: number): { mean: number; lower: number; upper: number } {
    const odds = exp(logOdds);
    const mode = this.#mode(odds);
    let [total, moment, lower, upper] = [0, 0, 0, 0];
    const add = (k: number, weight: number) => {
      total += weight;
      moment += weight * (k - mode);
      if (k <= x) lower += weight;
      if (k >= x) upper += weight;
    };
    add(mode, 1);
    let weight = 1;
    for (let k = mode; k < this.highest && weight > NEGLIGIBLE * total; k++)
      add(k + 1, (weight *= this.#rise(k) * odds));
    weight = 1;
    for (let k = mode; k > this.lowest && weight > NEGLIGIBLE * total; k--) {
      add(k - 1, (weight /= this.#rise(k - 1) * odds));
    }
    return { mean: mode + moment / total, lower: lower / total, upper: upper / total };
  }
}

/** Where a rising function passes 0, by steps outward and halving, to the last digit. */
export function risingRoot(value: (at: number) => number, start: number): number {
  let [low, high] = [start, start];
  for (let step = 1; value(low) > 0; step *= 2) low -= step;
  for (let step = 1; value(high) < 0; step *= 2) high += step;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low < 1e-15) return middle;
    if (value(middle) < 0) low = middle;
    else high = middle;
  }
}
