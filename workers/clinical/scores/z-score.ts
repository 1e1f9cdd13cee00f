import { exp, log } from '../../shared/elementary';
import { largestOf, smallestOf } from '../../shared/extent';
import type { Block } from './block';
import { zScore as definition } from './definitions/further';
import { fail } from './errors';
import { readLms, type LmsCurve, type LmsCurves } from './lms-table';
import type { OutputBlock } from './outputs';
import { remark } from './remarks';
import type { Scorer } from './scorer';

/** Position of the last age that is not above this one; −1 outside the table. */
function bracket(ages: Float64Array, age: number): number {
  const last = ages.length - 1;
  if (!(age >= (ages[0] as number) && age <= (ages[last] as number))) return -1;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ages[middle] as number) <= age) low = middle;
    else high = middle - 1;
  }
  return low;
}

function between(values: Float64Array, at: number, share: number): number {
  const from = values[at] as number;
  return share === 0 ? from : from + share * ((values[at + 1] as number) - from);
}

/**
 * ((x/M)^L − 1)/(L·S), and ln(x/M)/S at L = 0.
 * Near L = 0 the difference of nearly equal numbers would lose all digits: (e^y − 1)/y by its series.
 */
export function lmsScore(value: number, L: number, M: number, S: number): number {
  const ratio = log(value / M);
  const y = L * ratio;
  const growth = Math.abs(y) < 1e-3 ? 1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + y / 5))) : (exp(y) - 1) / y;
  return (ratio / S) * growth;
}

function curveFor({ both, bySex }: LmsCurves, sex: number): LmsCurve | undefined {
  return bySex[sex as 0 | 1] ?? both;
}

/** @returns rows whose age is outside the reference table */
function score(curves: LmsCurves, block: Block, out: OutputBlock): number {
  const [value, age, sex] = [block.of('value'), block.of('age_months'), block.of('sex')];
  const [L, M, S, z] = [out.of('L'), out.of('M'), out.of('S'), out.of('z')];
  let outside = 0;
  for (let row = 0; row < block.rows; row++) {
    const curve = curveFor(curves, sex[row] as number);
    const months = age[row] as number;
    const at = curve ? bracket(curve.ages, months) : -1;
    L[row] = M[row] = S[row] = z[row] = NaN;
    if (curve && !Number.isNaN(months)) outside += Number(at < 0);
    if (!curve || at < 0) continue;
    const from = curve.ages[at] as number;
    const share = months === from ? 0 : (months - from) / ((curve.ages[at + 1] as number) - from);
    const power = between(curve.L, at, share);
    const median = between(curve.M, at, share);
    const spread = between(curve.S, at, share);
    L[row] = power;
    M[row] = median;
    S[row] = spread;
    z[row] = lmsScore(value[row] as number, power, median, spread);
  }
  return outside;
}

/** Age-dependent z-score from the user's own LMS table. No z-score without an age, or a sex where the table needs one. */
export const zScore: Scorer = {
  definition,
  open({ lms }) {
    if (!lms) throw fail('score-lms-none');
    const curves = readLms(lms.table, lms.variable);
    const ages = [curves.both, ...curves.bySex].flatMap((curve) => (curve ? [...curve.ages] : []));
    let outside = 0;
    return {
      score(block, out) {
        outside += score(curves, block, out);
      },
      remarks: () =>
        outside > 0 ? [remark('age-outside', { rows: outside, from: smallestOf(ages), to: largestOf(ages) })] : []
    };
  }
};
