import { exp, log } from '../../shared/elementary';
import { cholesky, inverseOf, solve } from '../../shared/optimise';
import { fail } from './errors';

/** Rows of persons, one after the other; each row has at most two coefficients that count for it, −1 for none. */
export interface ConditionalRows {
  /** First row of each person, and the end of the last. */
  starts: Int32Array;
  first: Int16Array;
  second: Int16Array;
  exposure: Float64Array;
  events: Float64Array;
}

export interface ConditionalFit {
  coefficients: Float64Array;
  /** Covariance, row by row. */
  covariance: Float64Array;
  logLikelihood: number;
  iterations: number;
}

const ITERATIONS = 60;
const HALVINGS = 30;
/** A rate e^15 times another is none that data show: the coefficient is on its way to infinity. */
const FAR = 15;
/** What is left of a coefficient's information beside the others, below which it says nothing new. */
const ALIASED = 1e-9;

/**
 * Poisson regression given the number of events of each person: what is constant in a person drops out.
 *
 * @param names of the coefficients, for the failures
 * @throws `pharmacovigilance-no-finite-estimate`, `pharmacovigilance-collinear`, `pharmacovigilance-series-not-converged`
 * @see Farrington 1995, Biometrics 51:228
 */
export function conditionalPoisson(rows: ConditionalRows, names: readonly string[]): ConditionalFit {
  const size = names.length;
  let here = new Float64Array(size);
  let found = derivatives(rows, here);
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    checkIdentified(found.information, names);
    const factor = cholesky(found.information, size);
    if (!factor) throw fail('pharmacovigilance-collinear', { term: names[0] });
    const step = solve(factor, found.score);
    let next = here;
    let better = found;
    for (let halving = 0, share = 1; halving < HALVINGS; halving++, share /= 2) {
      next = here.map((value, index) => value + share * (step[index] as number));
      better = derivatives(rows, next);
      if (better.logLikelihood >= found.logLikelihood - 1e-12 * Math.abs(found.logLikelihood)) break;
    }
    const far = next.findIndex((value) => !(Math.abs(value) <= FAR));
    if (far !== -1) throw fail('pharmacovigilance-no-finite-estimate', { term: names[far] });
    const gain = Math.abs(better.logLikelihood - found.logLikelihood);
    const moved = next.reduce((most, value, index) => Math.max(most, Math.abs(value - (here[index] as number))), 0);
    [here, found] = [next, better];
    if (gain <= 1e-12 * (Math.abs(found.logLikelihood) + 1) && moved < 1e-8) {
      const last = cholesky(found.information, size);
      if (!last) throw fail('pharmacovigilance-collinear', { term: names[0] });
      const covariance = inverseOf(last, size);
      return { coefficients: here, covariance, logLikelihood: found.logLikelihood, iterations: iteration };
    }
  }
  throw fail('pharmacovigilance-series-not-converged');
}

/** Log-likelihood, its slopes and the information. */
function derivatives({ starts, first, second, exposure, events }: ConditionalRows, at: Float64Array) {
  const size = at.length;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size * size);
  let logLikelihood = 0;
  for (let person = 0; person + 1 < starts.length; person++) {
    const [from, to] = [starts[person] as number, starts[person + 1] as number];
    mean.fill(0);
    square.fill(0);
    let [total, count] = [0, 0];
    for (let row = from; row < to; row++) {
      const [one, other] = [first[row] as number, second[row] as number];
      const predictor = (one < 0 ? 0 : (at[one] as number)) + (other < 0 ? 0 : (at[other] as number));
      const weight = (exposure[row] as number) * exp(predictor);
      const happened = events[row] as number;
      total += weight;
      count += happened;
      if (happened > 0) logLikelihood += happened * (predictor + log(exposure[row] as number));
      addTo(mean, one, other, weight);
      addTo(score, one, other, happened);
      if (one >= 0) square[one * size + one] = (square[one * size + one] as number) + weight;
      if (other >= 0) square[other * size + other] = (square[other * size + other] as number) + weight;
      if (one >= 0 && other >= 0) {
        square[one * size + other] = (square[one * size + other] as number) + weight;
        square[other * size + one] = (square[other * size + one] as number) + weight;
      }
    }
    logLikelihood -= count * log(total);
    for (let a = 0; a < size; a++) {
      const share = (mean[a] as number) / total;
      score[a] = (score[a] as number) - count * share;
      for (let b = 0; b < size; b++) {
        const place = a * size + b;
        const spread = (square[place] as number) / total - (share * (mean[b] as number)) / total;
        information[place] = (information[place] as number) + count * spread;
      }
    }
  }
  return { logLikelihood, score, information };
}

function addTo(sums: Float64Array, one: number, other: number, value: number): void {
  if (one >= 0) sums[one] = (sums[one] as number) + value;
  if (other >= 0) sums[other] = (sums[other] as number) + value;
}

/** On the scale of correlations, what the columns before leave of each. */
function checkIdentified(information: Float64Array, names: readonly string[]): void {
  const size = names.length;
  const scales = names.map((_, index) => Math.sqrt(information[index * size + index] as number));
  const none = scales.findIndex((scale) => !(scale > 1e-7));
  if (none !== -1) throw fail('pharmacovigilance-no-finite-estimate', { term: names[none] });
  const scaled = information.map(
    (value, place) => value / (scales[Math.floor(place / size)] as number) / (scales[place % size] as number)
  );
  const factor = cholesky(scaled, size);
  const pivot = (index: number) => (factor ? (factor[index * size + index] as number) ** 2 : 0);
  const aliased = names.findIndex((_, index) => pivot(index) < ALIASED);
  if (aliased !== -1) throw fail('pharmacovigilance-collinear', { term: factor ? names[aliased] : names.at(-1) });
}
