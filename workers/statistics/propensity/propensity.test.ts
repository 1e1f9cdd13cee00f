import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-propensity.json';
import { quantileOf } from '../../shared/quantile';
import type { Column } from '../../shared/table';
import { float64Column } from '../columns';
import { cellsOf, column } from '../testing/cells';
import { casesOf, expectClose, listOf, type OracleCase } from '../testing/oracle';
import { matchByScore, propensityScore, propensityWeights, weightByScore, type Estimand, type MatchOptions, type PropensityColumns } from './index'; // prettier-ignore
import { matchWeights } from './match-weights';
import { nearestNeighbours, type MatchOrder } from './nearest';

const REL = 1e-8;
const bases = new Map(casesOf(oracle, 'score').map((one) => [Number(one.name.split(' ')[1]), one.input]));
const numbers = (name: string, values: unknown): Column => float64Column(name, Float64Array.from(listOf(values)));

function columnsOf(which: unknown, outcome: 'y' | 'event'): PropensityColumns {
  const base = bases.get(which as number) ?? {};
  return {
    treated: numbers('t', base.t),
    score: numbers('score', base.score),
    covariates: ['x1', 'x2', 'x3'].map((name) => numbers(name, base[name])),
    outcome: numbers(outcome, base[outcome])
  };
}
const floats = (cells: unknown[]) => cells as number[];

describe('matching as MatchIt', () => {
  test.each(casesOf(oracle, 'nearest'))('$name', ({ input, expected }: OracleCase) => {
    const base = bases.get(input.case as number) ?? {};
    const { ratio, replace, order, caliper, distance } = input as unknown as { ratio: number; replace: boolean; order: MatchOrder; caliper: number | null; distance?: number[] }; // prettier-ignore
    const treated = Uint8Array.from(listOf(base.t));
    const score = Float64Array.from(listOf(distance ?? base.score));
    const pairs = nearestNeighbours(treated, score, { ratio, replace, order, caliper: (expected.caliper as number | null) ?? undefined }); // prettier-ignore
    const found = new Map<number, number[]>();
    treated.forEach((one, row) => one === 1 && found.set(row, []));
    pairs.treated.forEach((row, pair) => found.get(row)?.push(pairs.control[pair] as number));
    expect([...found.values()]).toEqual((expected.matches as unknown[]).map((one) => listOf(one)));
    if (expected.weights) expectClose([...matchWeights(treated.length, pairs).weights], expected.weights, REL, 'weights'); // prettier-ignore

    const options: MatchOptions = { ratio, replace, order, caliper, on: 'score', standardise: 'treated' };
    const columns = columnsOf(input.case, 'y');
    // The logits were rounded for R; an increasing score in their place gives the same balance.
    if (distance) return;
    const got = matchByScore(columns, options);
    expectClose(got.caliper, expected.caliper, REL, 'caliper');
    expectClose(floats(cellsOf(got.balance.table, 'smd_before')), expected.smdBefore, REL, 'before');
    expectClose(floats(cellsOf(got.balance.table, 'smd_after')), expected.smdAfter, REL, 'after');
    expectClose([got.estimates[0]?.estimate, got.estimates[0]?.se], expected.effect, REL, 'effect');
  });
});

describe('the score as R', () => {
  test.each(casesOf(oracle, 'score'))('$name', async ({ input, expected }) => {
    const columns = ['t', 'x1', 'x2', 'x3'].map((name) => numbers(name, input[name]));
    const got = await propensityScore({ rows: listOf(input.t).length, columns }, 't ~ x1 + x2 + x3');
    expectClose([...got.score.values], expected.fitted, REL, 'fitted');
    expectClose(got.estimates.map(({ estimate }) => estimate), expected.coefficients, REL, 'coefficients'); // prettier-ignore
  });

  test('who lacks a variable has no score', async () => {
    const columns = [numbers('t', [1, 0, 1, 0, 1, 0, 1, 0]), numbers('x', [3, 1, NaN, 2, 2, 3, 1, 1])];
    const got = await propensityScore({ rows: 8, columns }, 't ~ x');
    expect(cellsOf({ rows: 8, columns: [got.score] }, 'propensity').map((one) => one === undefined)).toEqual([false, false, true, false, false, false, false, false]); // prettier-ignore
    expect([got.n, got.nDropped]).toEqual([7, 1]);
  });

  test('a covariate that decides alone is named as separation', async () => {
    const columns = [numbers('t', [1, 1, 1, 0, 0, 0]), numbers('x', [5, 6, 7, 1, 2, 3])];
    await expect(propensityScore({ rows: 6, columns }, 't ~ x')).rejects.toMatchObject({
      code: 'regression-separation'
    });
  });
});

describe('weighting as R', () => {
  test.each(casesOf(oracle, 'weights'))('$name', ({ input, expected }) => {
    const kind = input.kind as string;
    const estimand = (kind === 'stabilised' ? 'ate' : kind) as Estimand;
    const options = { estimand, stabilised: kind === 'stabilised' };
    const got = weightByScore(columnsOf(input.case, 'y'), options);
    const weights = floats(cellsOf({ rows: got.weight.values.length, columns: [got.weight] }, 'weight'));
    if (expected.weights) expectClose(weights, expected.weights, REL, 'weights');
    expectClose([got.estimates[0]?.estimate, got.estimates[0]?.se], expected.mean, REL, 'mean');
    const risk = weightByScore(columnsOf(input.case, 'event'), options).estimates;
    expectClose([risk[0]?.estimate, risk[0]?.se], expected.risk, REL, 'risk');
    expectClose(floats(cellsOf(got.balance.table, 'smd_after')), expected.smd, REL, 'smd', 1e-4);
    expectClose([got.effective.treated, got.effective.control], expected.ess, REL, 'effective');
    const [low, high] = [0.05, 0.95].map((p) => quantileOf(weights.toSorted((a, b) => a - b), p)); // prettier-ignore
    expectClose([low, high], expected.cut, REL, 'quantiles');
    const { t, score } = bases.get(input.case as number) ?? {};
    const cut = propensityWeights(Uint8Array.from(listOf(t)), Float64Array.from(listOf(score)), { ...options, truncate: 0.05 }); // prettier-ignore
    expectClose([Math.min(...cut), Math.max(...cut)], [low, high], REL, 'truncated');
  });
});

describe('laws of matching', () => {
  const groups = fc.array(fc.record({ treated: fc.boolean(), score: fc.integer({ min: 1, max: 40 }) }), { minLength: 2, maxLength: 60 }); // prettier-ignore

  test('as the slow search does, with ties', () => {
    fc.assert(
      fc.property(
        groups,
        fc.constantFrom<MatchOrder>('largest', 'smallest', 'data'),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (rows, order, ratio, replace, caliper) => {
          // prettier-ignore
          const treated = Uint8Array.from(rows, (row) => Number(row.treated));
          const score = Float64Array.from(rows, (row) => row.score);
          const pairs = nearestNeighbours(treated, score, { ratio, replace, order, caliper });
          expect([...pairs.treated].map((row, pair) => [row, pairs.control[pair]]).sort()).toEqual(slowly(treated, score, { ratio, replace, order, caliper }).sort()); // prettier-ignore
        }
      ),
      { seed: 5, numRuns: 300 }
    );
  });

  function slowly(
    treated: Uint8Array,
    score: Float64Array,
    options: { ratio: number; replace: boolean; order: MatchOrder; caliper: number }
  ) {
    // prettier-ignore
    const at = (row: number) => score[row] as number;
    const rows = [...treated.keys()];
    const sign = { largest: -1, smallest: 1, data: 0 }[options.order];
    const order = rows.filter((row) => treated[row] === 1).sort((a, b) => sign * (at(a) - at(b)) || a - b);
    const taken = new Set<number>();
    const pairs: number[][] = [];
    for (let round = 0; round < options.ratio; round++) {
      for (const row of order) {
        const free = rows.filter((other) => treated[other] === 0 && (options.replace ? !pairs.some(([one, two]) => one === row && two === other) : !taken.has(other))); // prettier-ignore
        const [best] = free.sort((a, b) => Math.abs(at(a) - at(row)) - Math.abs(at(b) - at(row)) || a - b);
        if (best === undefined || Math.abs(at(best) - at(row)) > options.caliper) continue;
        taken.add(best);
        pairs.push([row, best]);
      }
    }
    return pairs;
  }

  test('a hundred thousand persons with one score take no longer than others', () => {
    const n = 100_000;
    const treated = Uint8Array.from({ length: n }, (_, row) => Number(row % 2 === 0));
    const pairs = nearestNeighbours(treated, new Float64Array(n).fill(0.3), { caliper: 0.1 });
    expect(pairs.control.length).toBe(n / 2);
    expect(new Set(pairs.control).size).toBe(n / 2);
  });
});

describe('what cannot be said is refused with its reason', () => {
  const given = (change: Partial<PropensityColumns> = {}): PropensityColumns => ({
    treated: column('t', 'bool', [true, false, true, false, undefined, true]),
    score: numbers('e', [0.6, 0.5, 0.4, 0.3, 0.5, 0.9]),
    covariates: [column('ward', 'text', ['a', 'b', 'a', undefined, 'c', 'b']), numbers('one', [1, 1, 1, 1, 1, 1])],
    ...change
  });

  test('missing values are counted, levels of words balanced one by one, a constant has no difference', () => {
    const got = matchByScore(given(), { caliper: null });
    expect([got.nDropped, got.n, got.unmatched]).toEqual([2, 2, 2]);
    expect(cellsOf(got.balance.table, 'covariate')).toEqual(['ward a', 'ward b', 'one']);
    expect(cellsOf(got.balance.table, 'smd_before')[2]).toBeUndefined();
    expect(cellsOf({ rows: 6, columns: [got.weight] }, 'weight')).toEqual([0, 1, 0, undefined, undefined, 1]);
    expect(cellsOf(got.pairs, 'treated_row')).toEqual([5]);
    expect(got.remarks.map(({ code }) => code)).toContain('propensity-unmatched');
  });

  test.each<[string, string, () => unknown]>([
    ['nobody untreated', 'propensity-one-class', () => matchByScore(given({ treated: column('t', 'bool', Array<boolean>(6).fill(true)) }))], // prettier-ignore
    ['an empty table', 'propensity-one-class', () => weightByScore({ treated: column('t', 'bool', []), score: numbers('e', []), covariates: [] })], // prettier-ignore
    ['a score of 1', 'propensity-positivity', () => weightByScore(given({ score: numbers('e', [1, 0.5, 0.4, 0.3, 0.5, 0.9]) }))], // prettier-ignore
    ['groups that lie apart', 'propensity-no-match', () => matchByScore(given({ score: numbers('e', [0.9, 0.1, 0.91, 0.3, 0.5, 0.92]) }), { caliper: 0.01 })], // prettier-ignore
    ['half a control', 'propensity-option', () => matchByScore(given(), { ratio: 0.5 })],
    ['a caliper of 0', 'propensity-option', () => matchByScore(given(), { caliper: 0 })],
    ['truncation at the middle', 'propensity-option', () => weightByScore(given(), { truncate: 0.5 })],
    ['limits that trim all', 'propensity-trimmed', () => weightByScore(given(), { trim: { from: 0.98, to: 0.99 } })],
    ['an outcome that is constant', 'propensity-no-error', () => weightByScore(given({ outcome: numbers('y', [1, 1, 1, 1, 1, 1]) }))], // prettier-ignore
    ['words as outcome', 'column-not-numeric', () => weightByScore(given({ outcome: column('y', 'text', ['a', 'a', 'a', 'a', 'a', 'a']) }))] // prettier-ignore
  ])('%s', (_, code, call) => {
    expect(call).toThrowError(expect.objectContaining({ code }));
  });

  test('a covariate that tells the groups apart is unbalanced, though nothing measures how much', () => {
    const apart = numbers('apart', [1, 0, 1, 0, 0, 1]);
    expect(weightByScore(given({ covariates: [apart] })).balance.unbalanced).toEqual(['apart']);
  });

  test('trimming and truncation are said', () => {
    const got = weightByScore(given(), { trim: { from: 0.1, to: 0.85 }, truncate: 0.1 });
    expect(got.trimmed).toBe(1);
    expect(got.remarks.map(({ code }) => code)).toEqual(expect.arrayContaining(['propensity-trimmed-rows', 'propensity-truncated'])); // prettier-ignore
  });
});
