import { chiSquare } from '../../shared/distributions';
import { cholesky, inverseOf } from '../../shared/optimise';
import type { Table } from '../../shared/table';
import type { StatisticsRemark } from '../estimate';
import { float64Column, textColumn } from '../columns';
import type { Arranged } from './cox-design';
import type { CoxFit } from './cox';
import { curveOf } from './curve';
import { fail } from './errors';
import { whole } from './partial-likelihood';
import { eachPart, predictors, relativeRisks, walkRiskSets } from './risk-sets';
import { slicesOf } from './slices';
import { quadraticForm, submatrix } from './symmetric';

/** What a coefficient may change with: share that died before, rank of the time, the time itself. */
export type TimeScale = 'km' | 'rank' | 'identity';

export interface ProportionalHazards {
  /** term, statistic, df, p; the last row, GLOBAL, is of all together. Missing where the data cannot tell. */
  tests: Table;
  scale: TimeScale;
  remarks: StatisticsRemark[];
  method: string;
}

/**
 * Score test of β(t) = β + θ·g(t) against θ = 0, for each term and for all together.
 *
 * @param terms columns that belong together, as the dummies of a category; default: each by itself
 * @throws `survival-ph-times` when all deaths came at once
 * @see Grambsch and Therneau 1994, Biometrika 81:515, with the information of each risk set, as R survival 3.5-3 `cox.zph`
 */
export function proportionalHazards(
  { model }: CoxFit,
  { scale = 'km', terms }: { scale?: TimeScale; terms?: readonly { name: string; columns: readonly number[] }[] } = {}
): ProportionalHazards {
  const { arranged, coefficients } = model;
  const { p, names } = arranged;
  const { score, schur, size } = timeInformation(arranged, coefficients, scale);
  if (!(size > 0)) throw fail('survival-ph-times');
  const everything = { name: 'GLOBAL', columns: names.map((_, term) => term) };
  const asked = [...(terms ?? names.map((name, term) => ({ name, columns: [term] }))), everything];
  const tests = asked.map(({ name, columns }) => {
    const form = quadraticForm(
      submatrix(schur, p, columns),
      Float64Array.from(columns, (term) => score[term]!)
    );
    return { name, df: form.rank, statistic: form.value, isWhole: form.rank === columns.length };
  });
  const lost = tests.filter(({ isWhole }) => !isWhole);
  return {
    tests: {
      rows: tests.length,
      columns: [
        textColumn(
          'term',
          tests.map(({ name }) => name)
        ),
        float64Column(
          'statistic',
          Float64Array.from(tests, ({ df, statistic }) => (df > 0 ? statistic : NaN))
        ),
        float64Column(
          'df',
          Float64Array.from(tests, ({ df }) => df)
        ),
        float64Column(
          'p',
          Float64Array.from(tests, ({ df, statistic }) => (df > 0 ? chiSquare(df).upper(statistic) : NaN))
        )
      ]
    },
    scale,
    remarks: lost.map(({ name }) => ({ code: 'survival-ph-undetermined', values: { term: name } })),
    method: `Score test of proportional hazards (Grambsch-Therneau, ${scale})`
  };
}

/** Score of θ, and its information after that of β is taken off. */
function timeInformation(arranged: Arranged, coefficients: Float64Array, scale: TimeScale) {
  const { p, x, ties, weight, status } = arranged;
  const g = timesOn(arranged, scale);
  const half = (p * (p + 1)) / 2;
  const score = new Float64Array(p);
  const plain = new Float64Array(half);
  const once = new Float64Array(half);
  const twice = new Float64Array(half);
  const mean = new Float64Array(p);
  let size = 0;
  const risk = relativeRisks(arranged, predictors(arranged, coefficients));
  walkRiskSets(arranged, risk, (set) => {
    const { sum1, sum2, death1, death2 } = set;
    const from = g[set.time]!;
    size += from * from;
    for (let row = set.from; row < set.to; row++) {
      if (status[row] === 0) continue;
      for (let term = 0; term < p; term++) score[term]! += from * weight[row]! * x[row * p + term]!;
    }
    eachPart(set, ties, (share, off, left) => {
      let at = 0;
      for (let term = 0; term < p; term++) {
        const own = (sum1[term]! - off * death1[term]!) / left;
        mean[term] = own;
        score[term]! -= from * share * own;
        for (let other = 0; other <= term; other++, at++) {
          const part = share * ((sum2[at]! - off * death2[at]!) / left - own * mean[other]!);
          plain[at]! += part;
          once[at]! += from * part;
          twice[at]! += from * from * part;
        }
      }
    });
  });
  const factor = cholesky(whole(plain, p), p);
  if (!factor) throw fail('survival-not-converged', { iterations: 0 });
  const inverse = inverseOf(factor, p);
  const crossed = whole(once, p);
  const schur = whole(twice, p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      let off = 0;
      for (let k = 0; k < p; k++) {
        for (let l = 0; l < p; l++) off += crossed[a * p + k]! * inverse[k * p + l]! * crossed[l * p + b]!;
      }
      const full = schur[a * p + b]!;
      // What is left of a subtraction of equals is rounding.
      schur[a * p + b] = a === b && Math.abs(full - off) <= 1e-10 * full ? 0 : full - off;
    }
  }
  return { score, schur, size };
}

/** g of each code of a time, less its mean over the deaths. */
function timesOn({ prepared, order, status }: Arranged, scale: TimeScale): Float64Array {
  const { times, stop } = prepared;
  const g = Float64Array.from(times);
  if (scale === 'rank') {
    const counts = new Float64Array(times.length);
    for (const code of stop) counts[code]! += 1;
    let before = 0;
    counts.forEach((count, code) => {
      g[code] = before + (count + 1) / 2;
      before += count;
    });
  } else if (scale === 'km') {
    const [slice] = slicesOf(prepared, new Int32Array(stop.length), 1);
    const { survival } = curveOf(prepared, slice!, { scale: 'plain', z: 1 });
    const left = new Set(stop);
    let passed = 0;
    for (let code = 0; code < times.length; code++) {
      g[code] = 1 - (survival[passed - 1] ?? 1);
      if (left.has(code)) passed += 1;
    }
  }
  let mean = 0;
  let deaths = 0;
  order.forEach((used, row) => {
    if (status[row] === 0) return;
    deaths += 1;
    mean += (g[stop[used]!]! - mean) / deaths;
  });
  // All at one time: exactly none, whatever the rounding of the mean.
  return g.map((value) => (Math.abs(value - mean) <= 1e-12 * Math.abs(value) ? 0 : value - mean));
}
