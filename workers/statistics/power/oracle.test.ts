import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-power.json';
import {
  clusterDesign,
  logRankPower,
  logRankSize,
  proportionPrecision,
  ratePrecision,
  twoMeansPower,
  twoMeansSize,
  twoProportionsPower,
  twoProportionsSize
} from './index';

type Numbers = Record<string, number>;
interface Case {
  name: string;
  of: string;
  input: Numbers & { design?: string };
  expected: Numbers;
}

/** Own names for what R answers, by kind of case. */
const answers: Readonly<Record<string, (input: never) => Numbers>> = {
  'means size': ({ design, ...rest }: { design: string } & Parameters<typeof twoMeansSize>[0]) => ({
    n: twoMeansSize({ ...rest, design: design === 'paired' ? 'paired' : 'independent' }).exact!
  }),
  'means power': ({ n, design, ...rest }: { n: number; design: string; difference: number; sd: number }) => ({
    power: twoMeansPower({ ...rest, groups: design === 'paired' ? [n] : [n, n] }).power
  }),
  'means unequal': ({ first, second, ...rest }: { first: number; second: number; difference: number; sd: number }) => ({
    power: twoMeansPower({ ...rest, groups: [first, second] }).power
  }),
  'proportions size': (input: Parameters<typeof twoProportionsSize>[0]) => ({ n: twoProportionsSize(input).exact! }),
  'proportions power': ({ n, ...rest }: { n: number; first: number; second: number }) => ({
    power: twoProportionsPower({ ...rest, groups: [n, n] }).power
  }),
  'proportions fleiss': (input: Parameters<typeof twoProportionsSize>[0]) => ({
    n: twoProportionsSize({ ...input, bothTails: false }).exact!,
    corrected: twoProportionsSize({ ...input, bothTails: false, continuity: true }).exact!
  }),
  'log-rank': ({ controlShare, ...rest }: { controlShare: number } & Parameters<typeof logRankSize>[0]) => {
    const schoenfeld = logRankSize({ ...rest, eventShare: controlShare });
    const freedman = logRankSize({ ...rest, eventShare: controlShare, method: 'freedman' });
    const persons = (exact: number | null) => exact! * (1 + rest.ratio!);
    return {
      schoenfeld: schoenfeld.exactEvents!,
      freedman: freedman.exactEvents!,
      n: persons(schoenfeld.exact),
      nFreedman: persons(freedman.exact)
    };
  },
  'log-rank power': (input: Parameters<typeof logRankPower>[0]) => ({
    schoenfeld: logRankPower(input).power,
    freedman: logRankPower({ ...input, method: 'freedman' }).power
  }),
  'proportion precision': (input: Parameters<typeof proportionPrecision>[0]) => ({
    wald: proportionPrecision({ ...input, interval: 'wald' }).exact,
    wilson: proportionPrecision(input).exact
  }),
  'rate precision': ({ halfWidth, factor, ...rest }: { halfWidth: number; factor: number; rate: number }) => ({
    personTime: ratePrecision({ ...rest, halfWidth }).personTime,
    events: ratePrecision({ ...rest, factor }).events
  }),
  clusters: (input: Parameters<typeof clusterDesign>[0]) => {
    const { designEffect, exact, clusters } = clusterDesign(input);
    return { designEffect, n: exact, clusters };
  }
};

describe('equal to R', () => {
  test.each((oracle.cases as unknown as Case[]).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const got = answers[one.of]!(one.input as never);
    for (const [name, wanted] of Object.entries(one.expected)) {
      const away = Math.abs((got[name] ?? NaN) - wanted);
      expect(away, `${name}: ${got[name]} for ${wanted}`).toBeLessThanOrEqual(oracle.tolerance.rel * Math.abs(wanted));
    }
  });
});
