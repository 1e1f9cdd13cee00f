import { largestOf, smallestOf } from '../../shared/extent';

/** Where the scores of the groups lie. */
export interface Overlap {
  treated: { n: number; least: number; most: number };
  control: { n: number; least: number; most: number };
  /** The range that both groups reach. */
  common: { from: number; to: number };
  /** Persons outside of it. */
  outside: { treated: number; control: number };
  /** Persons with a score below 0.05 or above 0.95: they hardly could have been treated otherwise. */
  extreme: number;
}

const EXTREME = 0.05;

/** Positivity as the scores show it. @param treated 1 or 0 */
export function overlapOf(treated: Uint8Array, score: Float64Array): Overlap {
  const of = (group: number) => score.filter((_, row) => treated[row] === group);
  const [exposed, others] = [of(1), of(0)];
  const range = (scores: Float64Array) => ({ n: scores.length, least: smallestOf(scores), most: largestOf(scores) });
  const [first, second] = [range(exposed), range(others)];
  const common = { from: Math.max(first.least, second.least), to: Math.min(first.most, second.most) };
  const beyond = (scores: Float64Array) => scores.reduce((sum, one) => sum + Number(one < common.from || one > common.to), 0); // prettier-ignore
  return {
    treated: first,
    control: second,
    common,
    outside: { treated: beyond(exposed), control: beyond(others) },
    extreme: score.reduce((sum, one) => sum + Number(one < EXTREME || one > 1 - EXTREME), 0)
  };
}
