import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/epidemiology.json';
import ours from '../../../tests/oracles/statistics/r-epidemiology.json';
import type { Estimate } from '../estimate';
import { casesOf, expectClose, listOf } from '../testing/oracle';
import {
  directlyStandardised,
  indirectlyStandardised,
  mantelHaenszel,
  rate,
  rateRatio,
  standardisedRatio,
  twoByTwo,
  type Fourfold,
  type FourfoldStrata,
  type Measure
} from './index';

const REL = 1e-8;
const named = (estimates: readonly Estimate[], name: string) => estimates.find((one) => one.name === name);
const pair = (one: Estimate | undefined) => [one?.estimate, one?.se];
const limits = ({ lower, upper }: Measure) => (lower === null ? null : [lower, upper]);
const fourfold = ([a = 0, b = 0, c = 0, d = 0]: number[]): Fourfold => ({ a, b, c, d });

describe('the oracle of R', () => {
  test.each(casesOf(oracle, '2x2', 'zero cell'))('$name', ({ input, expected }) => {
    const table = input as unknown as Fourfold;
    const got = twoByTwo(table);
    expectClose(got.riskRatio.estimate, expected.rr, REL, 'rr');
    expectClose(limits(got.riskRatio), expected.rr_ci, REL, 'rr_ci');
    expectClose(got.oddsRatio.estimate, expected.or, REL, 'or');
    expectClose(limits(got.oddsRatio), expected.or_ci, REL, 'or_ci');
    if ('rd' in expected) {
      expectClose(got.riskDifference.estimate, expected.rd, REL, 'rd');
      expectClose(limits(got.riskDifference), expected.rd_ci_wald, REL, 'rd_ci');
      expectClose(got.numberNeededToTreat.estimate, expected.nnt, REL, 'nnt');
    } else {
      expectClose(twoByTwo(table, { correction: 0.5 }).oddsRatio.estimate, expected.haldane_or, REL, 'haldane');
      expect(got.remarks[0]?.code).toBe('epidemiology-zero-cell');
    }
  });

  test.each(casesOf(oracle, 'rate 8'))('$name', ({ input, expected }) => {
    const got = rate(input.events as number, input.time as number, { per: input.per as number, reference: 1 });
    expectClose([got.rate.estimate, got.p], [expected.ratio, expected.p_exact], REL);
    expectClose(limits(got.rate), expected.ci, REL);
  });

  test.each(casesOf(oracle, 'SMR'))('$name', ({ input, expected }) => {
    const got = standardisedRatio(input.observed as number, input.expected as number);
    expectClose([got.ratio.estimate, got.p], [expected.ratio, expected.p_exact], REL);
    expectClose(limits(got.ratio), expected.ci, REL);
    expectClose([got.byar.lower, got.byar.upper], expected.byar_ci, REL);
  });

  test.each(casesOf(oracle, 'rate ratio'))('$name', ({ input, expected }) => {
    const { a, t1, b, t0 } = input as Record<string, number>;
    const got = rateRatio({ events: a as number, time: t1 as number }, { events: b as number, time: t0 as number });
    expectClose([got.ratio.estimate, got.exact.p], [expected.irr, expected.p_exact], REL);
    expectClose(limits(got.ratio), expected.ci_wald, REL);
    expectClose([got.exact.lower, got.exact.upper], expected.ci_exact, REL);
  });

  test.each(casesOf(oracle, 'direct'))('$name', ({ input, expected }) => {
    const got = directlyStandardised({ events: listOf(input.count), time: listOf(input.pop) }, listOf(input.std));
    expectClose([got.crude, got.adjusted.estimate], [expected.crude, expected.adjusted], REL);
    expectClose(limits(got.adjusted), expected.ci_gamma, REL);
  });
});

describe('further cases of R', () => {
  test.each(casesOf(ours, 'Mantel-Haenszel'))('$name', ({ input, expected }) => {
    const { a, b, c, d, level } = input;
    const got = mantelHaenszel({ a: listOf(a), b: listOf(b), c: listOf(c), d: listOf(d) }, { level: level as number });
    const whole = (name: string) => {
      const one = named(got.estimates, name);
      return [one?.estimate, one?.se, one?.lower, one?.upper, one?.p];
    };
    expectClose(whole('mh-odds-ratio'), expected.or, REL, 'or');
    expectClose(whole('mh-risk-ratio'), expected.rr, REL, 'rr');
    expectClose(whole('mh-risk-difference'), expected.rd, REL, 'rd');
    expectClose([got.test.chiSquare, got.test.p], expected.cmh, REL, 'cmh');
    if ('breslowDay' in expected) {
      const { breslowDay, tarone } = got.homogeneity as NonNullable<typeof got.homogeneity>;
      expectClose([breslowDay.chiSquare, breslowDay.p], expected.breslowDay, REL, 'breslow-day');
      expectClose([tarone.chiSquare, tarone.p], expected.tarone, REL, 'tarone');
      expectClose([got.test.corrected.chiSquare, got.test.corrected.p], expected.corrected, REL, 'corrected');
      expectClose(limits(got.oddsRatio), expected.orCi, REL, 'or');
    } else {
      expect(got.homogeneity).toBeNull();
    }
  });

  test.each(casesOf(ours, 'rate ratio'))('$name', ({ input, expected }) => {
    const [a = 0, t1 = 0, b = 0, t0 = 0] = listOf(input.x);
    const got = rateRatio({ events: a, time: t1 }, { events: b, time: t0 });
    expectClose([got.exact.lower, got.exact.upper, got.exact.p], [expected.lower, expected.upper, expected.p], REL);
    if ('log' in expected) expectClose(pair(named(got.estimates, 'rate-ratio')), expected.log, REL);
    if ('difference' in expected) expectClose(pair(named(got.estimates, 'rate-difference')), expected.difference, REL);
  });

  test.each(casesOf(ours, '2x2'))('$name', ({ input, expected }) => {
    const { estimates } = twoByTwo(fourfold(listOf(input.x)));
    expectClose(pair(named(estimates, 'risk-ratio')), expected.rr, REL);
    expectClose(pair(named(estimates, 'odds-ratio')), expected.or, REL);
    expectClose(pair(named(estimates, 'risk-difference')), expected.rd, REL);
  });

  test.each(casesOf(ours, 'direct'))('$name', ({ input, expected }) => {
    const { count, pop, std, level } = input;
    const got = directlyStandardised({ events: listOf(count), time: listOf(pop) }, listOf(std), { level: level as number }); // prettier-ignore
    const { estimate, lower, upper } = got.adjusted;
    expectClose([got.crude, estimate, lower, upper], expected.value, REL);
  });

  test.each(casesOf(ours, 'indirect'))('$name', ({ input, expected }) => {
    const { events, time, ref_events, ref_time } = input;
    const got = indirectlyStandardised(
      { events: listOf(events), time: listOf(time) },
      { events: listOf(ref_events), time: listOf(ref_time) }
    );
    const of = ({ estimate, lower, upper }: Measure) => [estimate, lower, upper];
    expectClose([got.expected, got.p], [expected.expected, expected.p], REL);
    expectClose(of(got.ratio), expected.ratio, REL);
    expectClose(of(got.adjusted), expected.rate, REL);
  });
});

describe('laws', () => {
  const count = fc.integer({ min: 0, max: 60 });
  const cells = fc.array(fc.tuple(count, count, count, count), { minLength: 1, maxLength: 5 });
  const strata = (rows: number[][]): FourfoldStrata => ({
    a: rows.map((row) => row[0] as number),
    b: rows.map((row) => row[1] as number),
    c: rows.map((row) => row[2] as number),
    d: rows.map((row) => row[3] as number)
  });
  const attempt = (rows: number[][]) => {
    try {
      return mantelHaenszel(strata(rows));
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test('the order of strata does not matter', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const [one, other] = [attempt(rows), attempt([...rows].reverse())];
        if (typeof one === 'string' || typeof other === 'string') return one === other;
        return one.estimates.every((each, index) => {
          const { estimate, se } = other.estimates[index] as Estimate;
          return Math.abs(each.estimate - estimate) < 1e-10 && Math.abs((each.se ?? 0) - (se ?? 0)) < 1e-10;
        });
      }),
      { seed: 1, numRuns: 200 }
    );
  });

  test('the other outcome turns the odds ratio over and the difference around', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const [one, other] = [attempt(rows), attempt(rows.map(([a = 0, b = 0, c = 0, d = 0]) => [b, a, d, c]))];
        if (typeof one === 'string' || typeof other === 'string') return one === other;
        const [odds, turned] = [one, other].map(({ estimates }) => named(estimates, 'mh-odds-ratio')?.estimate);
        const [rd, minus] = [one.riskDifference.estimate as number, other.riskDifference.estimate as number];
        return (odds === undefined || Math.abs(odds + (turned as number)) < 1e-10) && Math.abs(rd + minus) < 1e-12;
      }),
      { seed: 2, numRuns: 200 }
    );
  });

  test('no result holds NaN or Infinity', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const json = JSON.stringify([attempt(rows), ...rows.map((row) => tableOrCode(row))], (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value
        );
        return !json.includes('not finite');
      }),
      { seed: 3, numRuns: 300 }
    );
  });

  function tableOrCode(row: number[]) {
    try {
      return twoByTwo(fourfold(row));
    } catch (error) {
      return (error as { code: string }).code;
    }
  }
});
