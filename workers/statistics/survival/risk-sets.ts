import { exp } from '../../shared/elementary';
import type { Arranged } from './cox-design';

/** A risk set at a time of death. Arrays are written over at the next; matrices hold their lower half, row by row. */
export interface RiskSet {
  stratum: number;
  /** Code of the time. */
  time: number;
  deaths: number;
  /** Sum of the weights of the deaths. */
  deathWeight: number;
  /** Arranged rows that leave at this time, first and end; deaths and censored. */
  from: number;
  to: number;
  /** Σ w·exp(xβ)·(1, x, xxᵀ) over all at risk. */
  sum0: number;
  sum1: Float64Array;
  sum2: Float64Array;
  /** The same over the deaths. */
  death0: number;
  death1: Float64Array;
  death2: Float64Array;
}

/** Linear predictors, from standardised coefficients. */
export function predictors({ x, n, p }: Arranged, coefficients: Float64Array): Float64Array {
  const eta = new Float64Array(n);
  for (let row = 0, at = 0; row < n; row++) {
    let sum = 0;
    for (let term = 0; term < p; term++) sum += x[at++]! * coefficients[term]!;
    eta[row] = sum;
  }
  return eta;
}

/** Weight times relative hazard of each arranged row. */
export function relativeRisks({ weight }: Arranged, eta: Float64Array): Float64Array {
  return eta.map((value, row) => weight[row]! * exp(value));
}

/** Visits the risk sets of all deaths, stratum by stratum, from the last death to the first. */
export function walkRiskSets(arranged: Arranged, risk: Float64Array, visit: (set: RiskSet) => void): void {
  const { p, stop, start, status, strata, entering, weight } = arranged;
  const all = new Moments(arranged, risk);
  const dead = new Moments(arranged, risk);
  const set: RiskSet = {
    stratum: 0,
    time: 0,
    deaths: 0,
    deathWeight: 0,
    from: 0,
    to: 0,
    sum0: 0,
    sum1: all.first,
    sum2: all.second,
    death0: 0,
    death1: dead.first,
    death2: dead.second
  };
  if (p === 0) return;
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const end = strata[stratum + 1]!;
    let row = strata[stratum]!;
    let gone = row;
    all.clear();
    while (row < end) {
      const time = stop[row]!;
      const from = row;
      set.deaths = 0;
      set.deathWeight = 0;
      for (; row < end && stop[row] === time; row++) {
        all.add(row, 1);
        if (status[row] === 0) continue;
        if (set.deaths === 0) dead.clear();
        dead.add(row, 1);
        set.deaths += 1;
        set.deathWeight += weight[row]!;
      }
      if (entering && start) {
        // Nobody at risk: what is left of the sums is rounding.
        for (; gone < end && start[entering[gone]!]! >= time; gone++) {
          all.add(entering[gone]!, -1);
          if (all.count === 0) all.clear();
        }
      }
      if (set.deaths === 0) continue;
      set.stratum = stratum;
      set.time = time;
      set.from = from;
      set.to = row;
      set.sum0 = all.zeroth;
      set.death0 = dead.zeroth;
      visit(set);
    }
  }
}

class Moments {
  zeroth = 0;
  count = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly #x: Float64Array;
  readonly #p: number;

  constructor(
    { x, p }: Arranged,
    private readonly risk: Float64Array
  ) {
    this.#x = x;
    this.#p = p;
    this.first = new Float64Array(p);
    this.second = new Float64Array((p * (p + 1)) / 2);
  }

  clear(): void {
    this.zeroth = 0;
    this.count = 0;
    this.first.fill(0);
    this.second.fill(0);
  }

  add(row: number, sign: 1 | -1): void {
    const x = this.#x;
    const p = this.#p;
    const { first, second } = this;
    const own = sign * this.risk[row]!;
    const base = row * p;
    this.zeroth += own;
    this.count += sign;
    let at = 0;
    for (let term = 0; term < p; term++) {
      const part = own * x[base + term]!;
      first[term]! += part;
      for (let other = 0; other <= term; other++) second[at++]! += part * x[base + other]!;
    }
  }
}

/**
 * Visits the parts of a risk set: one by Breslow; by Efron one for each tied death, with l/d of the deaths taken off.
 *
 * @param visit gets the weight of the part, what share of the deaths is off, and the sum that is left
 */
export function eachPart(
  set: RiskSet,
  ties: Arranged['ties'],
  visit: (weight: number, off: number, left: number) => void
): void {
  if (ties === 'breslow' || set.deaths === 1) {
    visit(set.deathWeight, 0, set.sum0);
    return;
  }
  const weight = set.deathWeight / set.deaths;
  for (let part = 0; part < set.deaths; part++) {
    const off = part / set.deaths;
    visit(weight, off, set.sum0 - off * set.death0);
  }
}
