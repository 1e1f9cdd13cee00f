import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/pharmacovigilance.json';
import type { Fourfold } from '../epidemiology';
import { casesOf, expectClose, listOf } from '../testing/oracle';
import { disproportionality, ebgm, fitPrior, type Prior } from './index';
import { toPoint, TruncatedLikelihood } from './prior-likelihood';

const REL = 1e-8;
const priorOf = (theta: unknown): Prior => {
  const { P, ...rest } = theta as Omit<Prior, 'p'> & { P: number };
  return { ...rest, p: P };
};
const [fixed, fitted] = casesOf(oracle, 'EBGM') as [ReturnType<typeof casesOf>[0], ReturnType<typeof casesOf>[0]];

describe('the oracle', () => {
  test.each(casesOf(oracle, '2x2', 'a=0'))('$name', ({ input, expected }) => {
    const got = disproportionality(input as unknown as Fourfold);
    expectClose([got.expected, got.relativeReporting], [expected.expected, expected.rrr], REL, 'expected');
    expectClose([got.chiSquare.yates, got.chiSquare.plain], [expected.chi2_yates, expected.chi2], REL, 'χ²');
    expect(got.evans).toBe(expected.evans_signal);
    const { ic } = got;
    const { ic025_gamma, ic975_gamma, ic025_noren, ic975_noren } = expected;
    expectClose([ic.estimate, ic.lower, ic.upper], [expected.ic, ic025_gamma, ic975_gamma], REL, 'ic');
    expectClose([ic.closed.lower, ic.closed.upper], [ic025_noren, ic975_noren], REL, 'closed');
    if ('prr' in expected) {
      expectClose([got.prr.estimate, got.ror.estimate], [expected.prr, expected.ror], REL, 'prr, ror');
      expectClose([got.prr.lower, got.prr.upper], expected.prr_ci, REL, 'prr_ci');
      expectClose([got.ror.lower, got.ror.upper], expected.ror_ci, REL, 'ror_ci');
    } else {
      expect([got.prr.estimate, got.ror.estimate]).toEqual([null, null]);
    }
  });

  test(fixed.name, async () => {
    const { n, E, theta } = fixed.input;
    const got = await ebgm(listOf(n), listOf(E), priorOf(theta));
    expectClose([...got.share], fixed.expected.Qn, REL, 'Qn');
    expectClose([...got.ebgm], fixed.expected.ebgm, REL, 'ebgm');
    expectClose([...got.eb05], fixed.expected.eb05, REL, 'eb05');
    expectClose([...got.eb95], fixed.expected.eb95, REL, 'eb95');
  });

  test(fitted.name, async () => {
    const { n, E } = fitted.input;
    const { prior, negativeLogLikelihood } = await fitPrior(listOf(n), listOf(E));
    const { neg_loglik, theta, first20 } = fitted.expected as { neg_loglik: number; theta: unknown; first20: Record<string, number[]> }; // prettier-ignore
    expect(Math.abs(negativeLogLikelihood - neg_loglik)).toBeLessThan(oracle.tolerance.fitted_negloglik_abs);
    const wanted = priorOf(theta);
    for (const key of ['alpha1', 'beta1', 'alpha2', 'beta2', 'p'] as const) {
      expect(Math.abs(prior[key] / wanted[key] - 1), key).toBeLessThan(oracle.tolerance.fitted_theta_rel);
    }
    const got = await ebgm(listOf(n).slice(0, 20), listOf(E).slice(0, 20), prior);
    expectClose([...got.ebgm], first20.ebgm, oracle.tolerance.fitted_ebgm_rel, 'ebgm');
    // The other scores at the oracle's own prior, to the last digits.
    const exact = await ebgm(listOf(n).slice(0, 20), listOf(E).slice(0, 20), wanted);
    expectClose([...exact.share], first20.Qn, REL, 'Qn');
    expectClose([...exact.ebgm], first20.ebgm, REL, 'ebgm');
    expectClose([...exact.eb05], first20.eb05, REL, 'eb05');
    expectClose([...exact.eb95], first20.eb95, REL, 'eb95');
  });
});

describe('laws', () => {
  test('the derivatives of the likelihood are its slopes', () => {
    const { n, E } = fitted.input;
    const problem = new TruncatedLikelihood(Float64Array.from(listOf(n)), Float64Array.from(listOf(E)));
    const point = toPoint({ alpha1: 0.4, beta1: 0.3, alpha2: 3, beta2: 4, p: 0.3 });
    const { gradient, hessian } = problem.derivatives(point);
    point.forEach((value, index) => {
      const at = (step: number) => problem.derivatives(point.with(index, value + step));
      const [above, below] = [at(1e-5), at(-1e-5)];
      expect(Math.abs((above.value - below.value) / 2e-5 - (gradient[index] as number))).toBeLessThan(1e-5);
      for (let row = index; row < 5; row++) {
        const slope = ((above.gradient[row] as number) - (below.gradient[row] as number)) / 2e-5;
        expect(Math.abs(slope - (hessian[row * 5 + index] as number)), `${row} by ${index}`).toBeLessThan(1e-5);
      }
    });
  });

  test('the order of the pairs does not matter', async () => {
    const { n, E } = fitted.input;
    const [one, other] = await Promise.all([
      fitPrior(listOf(n), listOf(E)),
      fitPrior(listOf(n).toReversed(), listOf(E).toReversed())
    ]);
    expect(Math.abs(one.negativeLogLikelihood - other.negativeLogLikelihood)).toBeLessThan(1e-6);
    expectClose(Object.values(one.prior), Object.values(other.prior), 1e-4);
  });

  test('more reports of the same expectation score higher, and the points enclose the mean', async () => {
    const prior = priorOf(fixed.input.theta);
    const counts = Array.from({ length: 60 }, (_, index) => index);
    const got = await ebgm(counts, counts.map(() => 2), prior); // prettier-ignore
    for (let index = 0; index < 60; index++) {
      expect(got.eb05[index]).toBeLessThan(got.ebgm[index] as number);
      expect(got.eb95[index]).toBeGreaterThan(got.ebgm[index] as number);
      if (index > 0) expect(got.ebgm[index]).toBeGreaterThan(got.ebgm[index - 1] as number);
    }
  });
});

describe('what cannot be said is refused with its reason', () => {
  const prior: Prior = { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1 / 3 };
  test.each<[string, string, () => unknown]>([
    ['no report', 'pharmacovigilance-count', () => disproportionality({ a: 0, b: 0, c: 0, d: 0 })],
    ['half a report', 'pharmacovigilance-count', () => disproportionality({ a: 0.5, b: 1, c: 1, d: 1 })],
    ['no drug', 'pharmacovigilance-empty-margin', () => disproportionality({ a: 0, b: 0, c: 1, d: 1 })],
    ['no event', 'pharmacovigilance-empty-margin', () => disproportionality({ a: 0, b: 1, c: 0, d: 1 })]
  ])('%s', (_, code, call) => {
    expect(call).toThrowError(expect.objectContaining({ code }));
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['lists of two lengths', 'pharmacovigilance-lengths', () => ebgm([1], [1, 2], prior)],
    ['nothing expected', 'pharmacovigilance-expected', () => ebgm([1], [0], prior)],
    ['a share of 1', 'pharmacovigilance-prior', () => ebgm([1], [1], { ...prior, p: 1 })],
    ['a shape of 0', 'pharmacovigilance-prior', () => ebgm([1], [1], { ...prior, alpha1: 0 })],
    ['ten pairs', 'pharmacovigilance-too-few', () => fitPrior(Array<number>(10).fill(2), Array<number>(10).fill(1))],
    ['none with a report', 'pharmacovigilance-too-few', () => fitPrior(Array<number>(50).fill(0), Array<number>(50).fill(1))], // prettier-ignore
    ['a job stopped before', 'stopped', () => ebgm([1], [1], prior, { signal: AbortSignal.abort() })]
  ])('%s', async (_, code, call) => {
    await expect(call()).rejects.toMatchObject({ code });
  });

  test('zero cells: no ratio, or no bound', () => {
    const alone = disproportionality({ a: 30, b: 70, c: 0, d: 900 });
    expect(alone.prr.estimate).toBeNull();
    expect(alone.evans).toBe(true);
    expect(alone.estimates.map(({ name }) => name)).toEqual(['ic']);
    const only = disproportionality({ a: 5, b: 5, c: 0, d: 0 });
    expect([only.chiSquare.yates, only.evans]).toEqual([0, false]);
    const all = disproportionality({ a: 5, b: 0, c: 5, d: 90 });
    expect([all.prr.estimate, all.ror.estimate]).toEqual([19, null]);
  });

  test('pairs that are all alike end with a prior or a reason, never with a number that is none', async () => {
    const found = await fitPrior(Array<number>(40).fill(1), Array<number>(40).fill(1)).catch((error: unknown) => error);
    expect(JSON.stringify(found)).not.toMatch(/null|NaN/);
  });
});
