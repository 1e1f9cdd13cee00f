import { describe, expect, test } from 'vitest';
import given from '../../../tests/oracles/statistics/survival-km.json';
import own from '../../../tests/oracles/statistics/r-survival.json';
import {
  kaplanMeier,
  logRank,
  restrictedMeanDifference,
  type Classes,
  type FollowUp,
  type IntervalScale
} from './index';
import { agree, listOf, type Numbers } from './testing/agree';
import { valuesOf } from './testing/values';

interface Input {
  start?: number[];
  time: Numbers;
  status: Numbers;
  group?: (string | number)[];
  strata?: number[];
  conf_type?: IntervalScale;
  interval?: IntervalScale;
  level?: number;
  rho?: number;
  tau?: number;
  at?: number[];
}

const followUpOf = ({ start, time, status }: Input): FollowUp => ({
  ...(start && { start: Float64Array.from(start) }),
  time: Float64Array.from(listOf(time) as number[]),
  status: Int8Array.from(listOf(status) as number[])
});
function classesOf(values: readonly (string | number)[] | undefined): Classes {
  const names = [...new Set(values)].sort();
  return { codes: Int32Array.from(values ?? [], (value) => names.indexOf(value)), names: names.map(String) };
}

describe('survival-km of the reference', () => {
  const cases = given.cases as unknown as { name: string; input: Input; expected: Record<string, Numbers> }[];
  const first = cases[0]!.input;
  const read: string[] = [];

  test.each(cases.filter(({ expected }) => 'surv' in expected))('$name', ({ name, input, expected }) => {
    read.push(name);
    const followUp = followUpOf(input.time === undefined ? first : input);
    const got = kaplanMeier(followUp, { scale: input.conf_type ?? 'log-log', at: input.at ?? [] });
    if (input.at) {
      agree(valuesOf(got.at, 'survival'), expected.surv);
      return;
    }
    for (const [theirs, mine] of [
      ['time', 'time'],
      ['n_risk', 'at_risk'],
      ['n_event', 'events'],
      ['n_censor', 'censored'],
      ['surv', 'survival'],
      ['std_err_greenwood', 'se'],
      ['lower', 'lower'],
      ['upper', 'upper']
    ] as const) {
      if (theirs in expected) agree(valuesOf(got.curves, mine), expected[theirs]);
    }
    if ('median' in expected) agree([valuesOf(got.quantiles, 'time')[1] ?? null], expected.median);
    if ('quantile' in expected) {
      agree(valuesOf(got.quantiles, 'time'), expected.quantile);
      agree(valuesOf(got.quantiles, 'lower'), expected.quantile_lower);
      agree(valuesOf(got.quantiles, 'upper'), expected.quantile_upper);
      const means = kaplanMeier(followUp, { tau: 40 }).restrictedMeans;
      agree([valuesOf(means, 'mean')[0] ?? null, valuesOf(means, 'se')[0] ?? null], expected.rmean40);
    }
  });

  test.each(cases.filter(({ expected }) => 'chisq' in expected))('$name', ({ name, input, expected }) => {
    read.push(name);
    const got = logRank(followUpOf(input), classesOf(input.group), {
      rho: input.rho ?? 0,
      ...(input.strata && { strata: classesOf(input.strata) })
    });
    agree(
      got.groups.map(({ observed }) => observed),
      expected.observed
    );
    agree(
      got.groups.map(({ expected: value }) => value),
      expected.expected
    );
    agree([got.statistic, got.df, got.p], [expected.chisq, expected.df, expected.p] as number[]);
  });

  test('every case was read', () => {
    expect(read).toHaveLength(cases.length);
  });
});

describe('R survival 3.5-3, own cases', () => {
  const cases = own.cases as unknown as {
    name: string;
    method: string;
    input: Input;
    expected: Record<string, Numbers> & {
      curve: Record<string, Numbers>;
      quantiles: Record<string, Numbers>;
      rmean?: Numbers;
    };
  }[];
  const of = (method: string) => cases.filter((one) => one.method === method);

  test.each(of('km'))('$name', ({ input, expected }) => {
    const { curve, quantiles } = expected;
    const got = kaplanMeier(followUpOf(input), {
      scale: input.interval ?? 'log',
      level: input.level ?? 0.95,
      quantiles: listOf(quantiles.p) as number[],
      ...(input.tau !== undefined && { tau: input.tau })
    });
    agree(valuesOf(got.curves, 'time'), curve.time);
    agree(valuesOf(got.curves, 'at_risk'), curve.n_risk);
    agree(valuesOf(got.curves, 'events'), curve.n_event);
    agree(valuesOf(got.curves, 'censored'), curve.n_censor);
    agree(valuesOf(got.curves, 'survival'), curve.surv);
    agree(valuesOf(got.curves, 'se'), curve.se);
    agree(valuesOf(got.curves, 'lower'), curve.lower);
    agree(valuesOf(got.curves, 'upper'), curve.upper);
    agree(valuesOf(got.quantiles, 'time'), quantiles.quantile);
    agree(valuesOf(got.quantiles, 'lower'), quantiles.lower);
    agree(valuesOf(got.quantiles, 'upper'), quantiles.upper);
    if (expected.rmean) {
      const means = got.restrictedMeans;
      agree([valuesOf(means, 'mean')[0] ?? null, valuesOf(means, 'se')[0] ?? null], expected.rmean);
    }
  });

  test.each(of('logrank'))('$name', ({ input, expected }) => {
    const got = logRank(followUpOf(input), classesOf(input.group), {
      rho: input.rho ?? 0,
      ...(input.strata && { strata: classesOf(input.strata) })
    });
    agree(
      got.groups.map(({ observed }) => observed),
      expected.observed
    );
    agree(
      got.groups.map(({ expected: value }) => value),
      expected.expected
    );
    agree([got.statistic, got.df, got.p], [expected.chisq, expected.df, expected.p] as number[]);
  });

  test.each(of('rmst'))('$name', ({ input, expected }) => {
    const got = restrictedMeanDifference(followUpOf(input), classesOf(input.group), { tau: input.tau ?? NaN });
    agree([got.difference, got.se, got.lower, got.upper, got.p], [
      expected.difference,
      expected.se,
      expected.lower,
      expected.upper,
      expected.p
    ] as number[]);
  });
});
