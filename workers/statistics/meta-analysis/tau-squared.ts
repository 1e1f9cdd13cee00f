import { CompensatedSum } from '../../shared/compensated-sum';
import { chiSquare } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import { fail } from './errors';
import type { Studies } from './studies';
import { weigh } from './weigh';

export type RandomMethod = 'dersimonian-laird' | 'reml' | 'paule-mandel';

type Spread = Pick<Studies, 'estimate' | 'variance'>;

/** Halvings that bring any two doubles together. */
const HALVINGS = 1100;
const DOUBLINGS = 400;
/** Places a decade at which the likelihood is looked at for more than one peak. */
const STEPS_A_DECADE = 12;

/**
 * Variance between studies.
 *
 * @throws `meta-not-converged`
 * @see DerSimonian and Laird 1986, Control Clin Trials 7:177; Paule and Mandel 1982, J Res Natl Bur Stand 87:377;
 *   Viechtbauer 2005, J Educ Behav Stat 30:261 (REML)
 */
export function tauSquaredBy(method: RandomMethod, studies: Spread): number {
  if (method === 'dersimonian-laird') {
    const { q, sum, squares } = weigh(studies, 0);
    return Math.max(0, (q - (studies.estimate.length - 1)) / (sum - squares / sum));
  }
  return method === 'reml' ? restrictedLikelihood(studies) : whereQ(studies, studies.estimate.length - 1);
}

/**
 * Confidence limits of the variance between studies from the distribution of Q (Q-profile). Both 0 where even no variance
 * leaves Q below the lower quantile: the studies are more alike than chance lets them be, and no variance is compatible.
 *
 * @see Viechtbauer 2007, Stat Med 26:37; equals metafor `confint(type = "QP")`
 */
export function qProfile(studies: Spread, level: number): { lower: number; upper: number } {
  const reference = chiSquare(studies.estimate.length - 1);
  const tail = (1 - level) / 2;
  const [high, low] = [reference.upperQuantile(tail), reference.quantile(tail)];
  return { lower: whereQ(studies, high), upper: whereQ(studies, low) };
}

/** The variance at which Q falls to the target; 0 where it is below from the start. */
function whereQ(studies: Spread, target: number): number {
  return rootOfFalling((tauSquared) => weigh(studies, tauSquared).q - target, scaleOf(studies));
}

/** A step to begin with: the mean variance within studies. */
const scaleOf = ({ variance }: Spread) => variance.reduce((sum, value) => sum + value, 0) / variance.length;

/** Where a falling function crosses 0 above 0, to the last bit. @throws `meta-not-converged` */
function rootOfFalling(f: (x: number) => number, step: number): number {
  if (f(0) <= 0) return 0;
  let high = step;
  for (let doubling = 0; f(high) > 0; doubling++, high *= 2) {
    if (doubling === DOUBLINGS || high === Infinity) throw fail('meta-not-converged');
  }
  return between(f, 0, high);
}

/** Halves the way from where f is above 0 to where it is not, until no double lies between. */
function between(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}

/** The highest peak of the restricted likelihood: it may have several, and one of them at 0. */
function restrictedLikelihood(studies: Spread): number {
  const score = (tauSquared: number) => {
    const { weights, sum, squares, mean } = weigh(studies, tauSquared);
    const pull = new CompensatedSum();
    weights.forEach((weight, study) => pull.add((weight * (studies.estimate[study]! - mean)) ** 2));
    return pull.value - (sum - squares / sum);
  };
  const likelihood = (tauSquared: number) => {
    const { weights, sum, q } = weigh(studies, tauSquared);
    return -(q + log(sum) - weights.reduce((total, weight) => total + log(weight), 0)) / 2;
  };
  const scale = scaleOf(studies);
  const { estimate } = studies;
  const reach = estimate.reduce((most, value) => Math.max(most, Math.abs(value - estimate[0]!)), 0) ** 2;
  const [least, most] = [scale * 1e-8, 10 * (reach + scale)];
  const steps = Math.ceil(Math.log10(most / least) * STEPS_A_DECADE);
  const peaks = score(0) <= 0 ? [0] : [];
  let [before, isRising] = [0, score(0) > 0];
  for (let step = 0; step <= steps; step++) {
    const here = step === steps ? most : least * (most / least) ** (step / steps);
    const rises = score(here) > 0;
    if (isRising && !rises) peaks.push(between(score, before, here));
    [before, isRising] = [here, rises];
  }
  if (isRising) throw fail('meta-not-converged');
  return peaks.reduce((best, peak) => (likelihood(peak) > likelihood(best) ? peak : best));
}
