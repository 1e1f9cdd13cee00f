import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../shared/table';
import { eggerTest, metaAnalysis, metaAnalysisOfCounts, type CountPoolOptions, type PoolOptions } from './index';

const floats = (...values: number[]): Column => ({ name: 'x', type: 'float64', values: Float64Array.from(values) });
const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const codes = ({ remarks }: { remarks: readonly { code: string }[] }) => remarks.map(({ code }) => code);
const counts = (a: number[], n: number[], c: number[], m: number[]) => ({
  events: floats(...a),
  persons: floats(...n),
  controlEvents: floats(...c),
  controlPersons: floats(...m)
});

const studies = fc.array(
  fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.05, max: 1, noNaN: true })),
  {
    minLength: 3,
    maxLength: 12
  }
);
const methods = fc.constantFrom(
  'fixed' as const,
  'dersimonian-laird' as const,
  'reml' as const,
  'paule-mandel' as const
);
const pool = (rows: readonly [number, number][], options: PoolOptions) =>
  metaAnalysis({ estimate: floats(...rows.map(([y]) => y)), se: floats(...rows.map(([, se]) => se)) }, options);

describe('pooling', () => {
  test('does not depend on the order of studies, and follows their unit and origin', () => {
    fc.assert(
      fc.property(studies, methods, (rows, method) => {
        const plain = pool(rows, { method });
        const turned = pool([...rows].reverse(), { method });
        const moved = pool(rows.map(([y, se]) => [1000 * y + 5, 1000 * se]), { method }); // prettier-ignore
        const [a, b, c] = [plain.estimates[0]!, turned.estimates[0]!, moved.estimates[0]!];
        expect(b.estimate).toBeCloseTo(a.estimate, 9);
        expect(c.estimate).toBeCloseTo(1000 * a.estimate + 5, 5);
        expect(c.se! / 1000).toBeCloseTo(a.se!, 8);
        expect(moved.heterogeneity.iSquared).toBeCloseTo(plain.heterogeneity.iSquared, 7);
      }),
      { seed: 6, numRuns: 60 }
    );
  });

  test('lies between the studies, with shares of weight that add up to 1', () => {
    fc.assert(
      fc.property(studies, methods, (rows, method) => {
        const { estimates, studies: table } = pool(rows, { method });
        const all = rows.map(([y]) => y);
        expect(estimates[0]!.estimate).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(estimates[0]!.estimate).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
        const weights = table.columns.find(({ name }) => name === 'weight')!.values as Float64Array;
        expect(weights.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
      }),
      { seed: 6, numRuns: 60 }
    );
  });

  test('limits of the variance between studies contain its Paule-Mandel estimate', () => {
    fc.assert(
      fc.property(studies, (rows) => {
        const { tauSquared, tauLower, tauUpper } = pool(rows, { method: 'paule-mandel' }).heterogeneity;
        expect(tauLower!).toBeLessThanOrEqual(tauSquared!);
        expect(tauUpper! >= tauSquared! || tauSquared! < 1e-12).toBe(true);
      }),
      { seed: 6, numRuns: 60 }
    );
  });

  test('leaves out and counts studies without an estimate or an error', () => {
    const got = metaAnalysis({ estimate: floats(0.1, NaN, 0.3, 0.2), se: floats(0.1, 0.1, NaN, 0.2) });
    expect([got.n, got.nDropped, Array.from(got.studies.columns[0]!.values as Int32Array)]).toEqual([2, 2, [0, 3]]);
    expect(got.prediction).toBeNull();
    expect(codes(got)).toContain('meta-few-studies');
  });

  test('of equal studies has no variance between them; Knapp and Hartung have nothing to take an error from', () => {
    const equal = { estimate: floats(0.2, 0.2, 0.2), se: floats(0.1, 0.2, 0.3) };
    const { estimates, heterogeneity } = metaAnalysis(equal);
    expect(heterogeneity).toMatchObject({ tauSquared: 0, iSquared: 0, tauLower: 0, tauUpper: 0 });
    expect(estimates[0]!.estimate).toBe(0.2);
    expect(() => metaAnalysis(equal, { knappHartung: true })).toThrow(refusal('meta-no-spread'));
  });

  test('warns where Knapp and Hartung narrow the interval, and where a fixed effect hides differences', () => {
    const alike = { estimate: floats(0.21, 0.2, 0.19), se: floats(0.1, 0.2, 0.3) };
    expect(codes(metaAnalysis(alike, { knappHartung: true }))).toContain('meta-knapp-hartung-narrower');
    const unlike = { estimate: floats(-1, 1, 0), se: floats(0.1, 0.1, 0.1) };
    expect(codes(metaAnalysis(unlike, { method: 'fixed' }))).toContain('meta-fixed-heterogeneous');
  });
});

describe('refused with a reason', () => {
  const two = counts([1, 2], [10, 20], [3, 4], [10, 20]);
  test.each<[string, () => unknown]>([
    ['meta-too-few', () => metaAnalysis({ estimate: floats(), se: floats() })],
    ['meta-too-few', () => metaAnalysis({ estimate: floats(1), se: floats(1) })],
    ['meta-too-few', () => metaAnalysis({ estimate: floats(NaN, NaN), se: floats(1, 1) })],
    ['meta-standard-error', () => metaAnalysis({ estimate: floats(1, 2), se: floats(0, 1) })],
    ['meta-standard-error', () => metaAnalysis({ estimate: floats(1, 2), se: floats(1e-200, 1) })],
    ['meta-estimate-range', () => metaAnalysis({ estimate: floats(1e200, 2), se: floats(1, 1) })],
    ['columns-unlike', () => metaAnalysis({ estimate: floats(1, 2), se: floats(1) })],
    ['level-range', () => metaAnalysis({ estimate: floats(1, 2), se: floats(1, 1) }, { level: 95 })],
    [
      'meta-option',
      () => metaAnalysis({ estimate: floats(1, 2), se: floats(1, 1) }, { method: 'fixed', knappHartung: true })
    ],
    ['meta-too-few', () => eggerTest({ estimate: floats(1, 2), se: floats(1, 2) })],
    ['meta-collinear', () => eggerTest({ estimate: floats(1, 2, 3), se: floats(0.3, 0.3, 0.3) })],
    ['meta-perfect-fit', () => eggerTest({ estimate: floats(0.1, 0.2, 0.3), se: floats(0.1, 0.2, 0.3) })],
    ['meta-counts', () => metaAnalysisOfCounts(counts([11, 1], [10, 10], [1, 1], [10, 10]), { measure: 'odds-ratio' })],
    [
      'meta-counts',
      () => metaAnalysisOfCounts(counts([0.5, 1], [10, 10], [1, 1], [10, 10]), { measure: 'odds-ratio' })
    ],
    ['meta-too-few', () => metaAnalysisOfCounts(counts([0, 0], [10, 10], [0, 0], [10, 10]), { measure: 'odds-ratio' })],
    [
      'meta-no-events',
      () => metaAnalysisOfCounts(counts([1, 2], [10, 20], [0, 0], [10, 20]), { measure: 'odds-ratio' })
    ],
    ['meta-option', () => metaAnalysisOfCounts(two, { measure: 'risk-ratio', method: 'peto' })],
    ['meta-option', () => metaAnalysisOfCounts(two, { measure: 'odds-ratio', method: 'peto', knappHartung: true })]
  ])('%s', (code, call) => {
    expect(call).toThrow(refusal(code));
  });
});

describe('counts', () => {
  test('of studies without events are left out of ratios and said, and stay in risk differences', () => {
    const with0 = counts([0, 4, 7], [20, 40, 50], [0, 8, 9], [21, 39, 52]);
    const of = (options: CountPoolOptions) => metaAnalysisOfCounts(with0, options);
    expect(codes(of({ measure: 'odds-ratio', method: 'reml' }))).toContain('meta-silent-studies');
    expect(of({ measure: 'odds-ratio', method: 'reml' })).toMatchObject({ n: 2, nDropped: 1 });
    expect(of({ measure: 'risk-difference', method: 'reml' }).n).toBe(3);
  });

  test('with the groups exchanged turn the sign', () => {
    const [a, n, c, m] = [[3, 5, 9], [30, 60, 80], [6, 4, 15], [31, 58, 83]] as [number[], number[], number[], number[]]; // prettier-ignore
    for (const method of ['mantel-haenszel', 'peto', 'reml'] as const) {
      const one = metaAnalysisOfCounts(counts(a, n, c, m), { measure: 'odds-ratio', method });
      const other = metaAnalysisOfCounts(counts(c, m, a, n), { measure: 'odds-ratio', method });
      expect(other.estimates[0]!.estimate).toBeCloseTo(-one.estimates[0]!.estimate, 10);
      expect(other.heterogeneity.q).toBeCloseTo(one.heterogeneity.q, 10);
    }
  });
});
