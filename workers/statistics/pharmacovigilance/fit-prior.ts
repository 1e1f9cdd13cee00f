import { cholesky, solve } from '../../shared/optimise';
import type { JobOptions } from '../../shared/job';
import type { StatisticsRemark } from '../estimate';
import { Pacer } from '../pacer';
import { fail } from './errors';
import { checkPairs, checkPrior, type Prior } from './gamma-mixture';
import { toPoint, toPrior, TruncatedLikelihood, type Derivatives } from './prior-likelihood';

export interface FittedPrior {
  prior: Prior;
  /** −ln of the truncated likelihood at its maximum: two fits are compared by this, since the surface is flat. */
  negativeLogLikelihood: number;
  /** Pairs with at least one report. */
  n: number;
  /** Pairs without a report: the likelihood leaves them out. */
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

/** DuMouchel's start, and others that lie elsewhere. */
const STARTS: readonly Prior[] = [
  { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1 / 3 },
  { alpha1: 0.2, beta1: 0.06, alpha2: 1.4, beta2: 1.8, p: 0.1 },
  { alpha1: 1, beta1: 0.5, alpha2: 5, beta2: 5, p: 0.2 },
  { alpha1: 0.5, beta1: 0.5, alpha2: 10, beta2: 10, p: 0.5 }
];
const LEAST_PAIRS = 20;
const STEPS = 100;
const HALVINGS = 40;
/** What a further step could still gain, as a share of the log-likelihood: no more than its rounding. */
const SETTLED = 1e-11;
/** So little may be left to gain where the likelihood rises towards a part without spread, and never gets there. */
const FLAT = 0.01;

/**
 * The prior of EBGM by maximum likelihood over pairs with at least one report, from several starts.
 *
 * @param observed reports of each pair
 * @param expected those expected by chance
 * @throws `pharmacovigilance-too-few`, `pharmacovigilance-not-converged`, `pharmacovigilance-lengths`,
 * `pharmacovigilance-count`, `pharmacovigilance-expected`, `stopped`
 * @see DuMouchel 1999, Am Stat 53:177; DuMouchel and Pregibon 2001, Proc 7th ACM SIGKDD, 67
 */
export async function fitPrior(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  { starts = STARTS, ...job }: JobOptions & { starts?: readonly Prior[] } = {}
): Promise<FittedPrior> {
  checkPairs(observed, expected);
  starts.forEach(checkPrior);
  const rows = Array.from(observed, (_, row) => row).filter((row) => (observed[row] as number) > 0);
  if (rows.length < LEAST_PAIRS) throw fail('pharmacovigilance-too-few', { pairs: rows.length });
  const likelihood = new TruncatedLikelihood(
    Float64Array.from(rows, (row) => observed[row] as number),
    Float64Array.from(rows, (row) => expected[row] as number)
  );
  const pace = new Pacer(job, { step: 'fit-prior', total: starts.length });
  await pace.begin();
  const ends: End[] = [];
  for (const [at, start] of starts.entries()) {
    ends.push(await climb(likelihood, toPoint(start), () => pace.step(at)));
    await pace.step(at + 1);
  }
  const lowest = (among: readonly End[]) => among.reduce<End | undefined>((best, end) => (best && best.value <= end.value ? best : end), undefined); // prettier-ignore
  const any = lowest(ends);
  const best = lowest(ends.filter(isSettled)) ?? lowest(ends.filter(({ gain }) => gain < FLAT));
  if (!best || !any || any.value < best.value - FLAT) throw fail('pharmacovigilance-not-converged');
  const prior = ordered(toPrior(best.point));
  return {
    prior,
    negativeLogLikelihood: best.value,
    n: rows.length,
    nDropped: observed.length - rows.length,
    method: 'Maximum likelihood of the gamma mixture, each part truncated at one report',
    remarks: remarksOf(prior, best)
  };
}

function remarksOf({ p }: Prior, end: End): StatisticsRemark[] {
  const remarks: StatisticsRemark[] = [];
  if (Math.min(p, 1 - p) < 0.01) remarks.push({ code: 'pharmacovigilance-one-part', values: { share: p } });
  if (!isSettled(end)) remarks.push({ code: 'pharmacovigilance-flat', values: { gain: end.gain } });
  return remarks;
}

interface End {
  point: Float64Array;
  value: number;
  /** What another step would still bring, at first order; Infinity where the surface bends the wrong way. */
  gain: number;
}

const isSettled = ({ gain, value }: Pick<End, 'gain' | 'value'>) => gain < SETTLED * (1 + Math.abs(value));

/** Newton's steps with the diagonal raised where the surface bends the wrong way, halved until they go down. */
async function climb(likelihood: TruncatedLikelihood, start: Float64Array, pace: () => Promise<void>): Promise<End> {
  let point = start;
  let here = likelihood.derivatives(point);
  let gain = Infinity;
  for (let count = 0; count < STEPS && Number.isFinite(here.value); count++) {
    await pace();
    const { step, isPlain } = stepFrom(here);
    const slope = step.reduce((sum, value, at) => sum + value * (here.gradient[at] as number), 0);
    gain = isPlain ? slope : Infinity;
    if (isSettled({ gain, value: here.value })) break;
    let next: Float64Array | undefined;
    for (let halving = 0, share = 1; halving < HALVINGS && !next; halving++, share /= 2) {
      const trial = point.map((value, at) => value - share * (step[at] as number));
      if (likelihood.value(trial) <= here.value - 1e-4 * share * slope) next = trial;
    }
    if (!next) break;
    point = next;
    here = likelihood.derivatives(point);
  }
  return { point, value: here.value, gain };
}

function stepFrom({ gradient, hessian }: Derivatives): { step: Float64Array; isPlain: boolean } {
  const size = gradient.length;
  const plain = cholesky(hessian, size);
  if (plain) return { step: solve(plain, gradient), isPlain: true };
  const most = hessian.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-8);
  for (let ridge = 1e-6 * most; ridge <= 1e6 * most; ridge *= 10) {
    const factor = cholesky(
      hessian.map((value, place) => value + (place % (size + 1) === 0 ? ridge : 0)),
      size
    );
    if (factor) return { step: solve(factor, gradient), isPlain: false };
  }
  // Not to be raised: straight down.
  return { step: gradient, isPlain: false };
}

/** The parts have no order of their own: the first is the one with the larger mean, that of the signals. */
function ordered({ alpha1, beta1, alpha2, beta2, p }: Prior): Prior {
  return alpha1 / beta1 >= alpha2 / beta2
    ? { alpha1, beta1, alpha2, beta2, p }
    : { alpha1: alpha2, beta1: beta2, alpha2: alpha1, beta2: beta1, p: 1 - p };
}
