import type { JobOptions } from '../../shared/job';
import { nelderMead, newton, type Minimum, type Smooth } from '../../shared/optimise';
import type { StatisticsRemark } from '../estimate';
import { Pacer } from '../pacer';
import { fail } from './errors';
import { checkPairs, checkPrior, type Prior } from './gamma-mixture';
import { toPoint, toPrior, truncatedLikelihood } from './prior-likelihood';

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
/** Steps between two looks at the signal. */
const STEPS = 4;
const ROUNDS = 60;
/** How small the gradient must be, a pair. */
const SLOPE = 1e-7;

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
  const likelihood = truncatedLikelihood(
    Float64Array.from(rows, (row) => observed[row] as number),
    Float64Array.from(rows, (row) => expected[row] as number)
  );
  const pace = new Pacer(job, { step: 'fit-prior', total: starts.length });
  await pace.begin();
  let best: Minimum | undefined;
  for (const [at, start] of starts.entries()) {
    const found = await settle(likelihood, toPoint(start), SLOPE * rows.length, () => pace.step(at));
    if (found.converged && !(best && best.value <= found.value)) best = found;
    await pace.step(at + 1);
  }
  if (!best) throw fail('pharmacovigilance-not-converged');
  const prior = ordered(toPrior(best.x));
  return {
    prior,
    negativeLogLikelihood: best.value,
    n: rows.length,
    nDropped: observed.length - rows.length,
    method: 'Maximum likelihood of the gamma mixture, each part truncated at one report',
    remarks: Math.min(prior.p, 1 - prior.p) < 0.01 ? [{ code: 'pharmacovigilance-one-part', values: { share: prior.p } }] : [] // prettier-ignore
  };
}

/** Newton a few steps at a time, so that the job can be stopped; where it stalls, the simplex, and Newton once more. */
async function settle(
  problem: Smooth,
  start: Float64Array,
  tolerance: number,
  pace: () => Promise<void>
): Promise<Minimum> {
  const go = async (from: Float64Array) => {
    let found = newton(problem, from, { tolerance, iterations: STEPS });
    for (let round = 1; round < ROUNDS && !found.converged && found.iterations === STEPS; round++) {
      await pace();
      found = newton(problem, found.x, { tolerance, iterations: STEPS });
    }
    return found;
  };
  const first = await go(start);
  if (first.converged || !Number.isFinite(first.value)) return first;
  const second = await go(nelderMead(problem.value, first.x, { evaluations: 1000 }).x);
  return second.converged || second.value < first.value ? second : first;
}

/** The parts have no order of their own: the first is the one with the larger mean, that of the signals. */
function ordered({ alpha1, beta1, alpha2, beta2, p }: Prior): Prior {
  return alpha1 / beta1 >= alpha2 / beta2
    ? { alpha1, beta1, alpha2, beta2, p }
    : { alpha1: alpha2, beta1: beta2, alpha2: alpha1, beta2: beta1, p: 1 - p };
}
