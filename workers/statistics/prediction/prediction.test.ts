import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../shared/table';
import { column } from '../testing/cells';
import type { Estimate } from '../estimate';
import {
  bootstrapPerformance,
  brierScore,
  calibration,
  calibrationCurve,
  compareRoc,
  confusion,
  decisionCurve,
  logLoss,
  precisionRecall,
  roc
} from './index';

const floats = (name: string, values: readonly number[]): Column => ({
  name,
  type: 'float64',
  values: Float64Array.from(values)
});
const outcomes = (values: readonly number[]) => floats('outcome', values);
const estimate = ({ estimates }: { estimates: readonly Estimate[] }, name: string) =>
  estimates.find((one) => one.name === name)!;
const codes = ({ remarks }: { remarks: readonly { code: string }[] }) => remarks.map(({ code }) => code);
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

/** Scores on a coarse grid, so that there are ties, with both outcomes. */
const sample = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1 })), { minLength: 8, maxLength: 40 })
  .filter((rows) => new Set(rows.map(([, y]) => y)).size === 2);
const seeded = { seed: 6, numRuns: 60 };
const split = (rows: readonly [number, number][]) => ({
  score: rows.map(([value]) => value / 10),
  outcome: rows.map(([, y]) => y)
});

describe('the area under the ROC curve', () => {
  test('is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const { score, outcome } = split(rows);
        let [won, pairs] = [0, 0];
        score.forEach((high, one) =>
          score.forEach((low, other) => {
            if (outcome[one] !== 1 || outcome[other] !== 0) return;
            pairs += 1;
            won += high > low ? 1 : high === low ? 0.5 : 0;
          })
        );
        const got = estimate(roc({ outcome: outcomes(outcome), score: floats('s', score) }), 'auc');
        expect(got.estimate).toBeCloseTo(won / pairs, 12);
      }),
      seeded
    );
  });

  test('does not change with the order of rows or a rising transformation, and mirrors with the outcome', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const of = (some: readonly [number, number][], turn: (x: number) => number, flip = false) => {
          const { score, outcome } = split(some);
          const y = outcome.map((value) => (flip ? 1 - value : value));
          return estimate(roc({ outcome: outcomes(y), score: floats('s', score.map(turn)) }), 'auc');
        };
        const plain = of(rows, (x) => x);
        expect(of([...rows].reverse(), (x) => x).estimate).toBeCloseTo(plain.estimate, 12);
        expect(of(rows, (x) => 1e6 * x ** 3 - 7).estimate).toBeCloseTo(plain.estimate, 12);
        expect(of(rows, (x) => x, true).estimate).toBeCloseTo(1 - plain.estimate, 12);
        expect(of(rows, (x) => x, true).se ?? -1).toBeCloseTo(plain.se ?? -1, 12);
      }),
      seeded
    );
  });

  test('of a perfect score has no standard error and says why', () => {
    const got = roc({ outcome: outcomes([0, 0, 1, 1]), score: floats('s', [1, 2, 3, 4]) });
    expect(estimate(got, 'auc')).toMatchObject({ estimate: 1, se: null, lower: null, upper: null, p: null });
    expect(codes(got)).toContain('prediction-no-spread');
    expect(got.youden).toMatchObject({ threshold: 2.5, index: 1 });
  });

  test('of a single event has an area, no interval', () => {
    const got = roc({ outcome: outcomes([0, 0, 1]), score: floats('s', [1, 3, 2]) });
    expect(estimate(got, 'auc')).toMatchObject({ estimate: 0.5, se: null });
    expect(got.youden).toMatchObject({ threshold: 1.5, sensitivity: 1, specificity: 0.5 });
  });

  test('is never turned round', () => {
    const got = roc({ outcome: outcomes([1, 1, 0, 0]), score: floats('s', [1, 2, 3, 4]) });
    expect(estimate(got, 'auc').estimate).toBe(0);
    expect(codes(got)).toContain('prediction-score-reversed');
    expect(got.youden).toBeUndefined();
  });

  test('counts what is missing, and remarks on rows of the same persons', () => {
    const ids = column('person', 'int64', [9007199254740993n, 9007199254740993n, 9007199254740995n, 5n, undefined]);
    const got = roc({ outcome: outcomes([1, 0, 1, NaN, 0]), score: floats('s', [3, 2, 5, 1, 4]), person: ids });
    expect([got.n, got.nDropped, got.events, got.persons]).toEqual([3, 2, 2, 2]);
    expect(codes(got)).toContain('prediction-rows-not-persons');
  });

  test('two scores that rank alike differ by 0 without a p', () => {
    const y = [0, 1, 0, 1, 1, 0];
    const s = [0.1, 0.5, 0.5, 0.9, 0.2, 0.3];
    const got = compareRoc({ outcome: outcomes(y), first: floats('a', s), second: floats('b', s.map((x) => 2 * x)) }); // prettier-ignore
    expect(estimate(got, 'auc-difference')).toMatchObject({ estimate: 0, se: null, p: null });
  });
});

describe('refused with a reason', () => {
  const y = outcomes([0, 1, 0, 1, 0, 1]);
  test.each<[string, () => unknown]>([
    ['prediction-no-rows', () => roc({ outcome: outcomes([]), score: floats('s', []) })],
    ['prediction-no-rows', () => roc({ outcome: outcomes([NaN]), score: floats('s', [1]) })],
    ['prediction-one-class', () => roc({ outcome: outcomes([1]), score: floats('s', [1]) })],
    ['column-not-binary', () => roc({ outcome: outcomes([2, 0]), score: floats('s', [1, 2]) })],
    ['columns-unlike', () => roc({ outcome: y, score: floats('s', [1]) })],
    ['level-range', () => roc({ outcome: y, score: y }, { level: 1 })],
    ['prediction-risk-range', () => brierScore({ outcome: outcomes([0, 1]), risk: floats('p', [-0.1, 0.5]) })],
    ['prediction-log-loss-endless', () => logLoss({ outcome: outcomes([0, 1]), risk: floats('p', [0.1, 0]) })],
    ['prediction-risk-certain', () => calibration({ outcome: outcomes([0, 1]), risk: floats('p', [0, 0.5]) })],
    ['prediction-risk-constant', () => calibration({ outcome: y, risk: floats('p', [0.3, 0.3, 0.3, 0.3, 0.3, 0.3]) })],
    ['prediction-separation', () => calibration({ outcome: y, risk: floats('p', [0.3, 0.5, 0.3, 0.6, 0.1, 0.3]) })],
    ['prediction-separation', () => calibration({ outcome: y, risk: floats('p', [0.9, 0.5, 0.8, 0.6, 0.7, 0.3]) })],
    ['prediction-groups-range', () => calibration({ outcome: y, risk: y }, { groups: 1 })],
    ['prediction-threshold-range', () => decisionCurve({ outcome: y, risk: y }, { thresholds: [0] })],
    ['prediction-threshold-range', () => confusion({ outcome: y, score: y }, { threshold: NaN })]
  ])('%s', (code, call) => {
    expect(call).toThrow(refusal(code));
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'prediction-span-few',
      () => calibrationCurve({ outcome: outcomes([0, 1, 1]), risk: floats('p', [0.1, 0.2, 0.3]) })
    ],
    ['prediction-span-range', () => calibrationCurve({ outcome: y, risk: y }, { span: 0 })],
    ['prediction-one-class', () => calibrationCurve({ outcome: outcomes([1, 1]), risk: floats('p', [0.1, 0.2]) })],
    ['prediction-bootstrap-options', () => bootstrapPerformance({ outcome: y, score: y }, { seed: -1 })],
    ['prediction-bootstrap-options', () => bootstrapPerformance({ outcome: y, score: y }, { seed: 1, resamples: 5 })],
    ['prediction-one-person', () => bootstrapPerformance({ outcome: y, score: y, person: floats('id', [1, 1, 1, 1, 1, 1]) }, { seed: 1 })], // prettier-ignore
    ['prediction-bootstrap-undefined', () => bootstrapPerformance({ outcome: outcomes([0, 0, 0, 1]), score: floats('s', [1, 2, 3, 2]) }, { seed: 1 })] // prettier-ignore
  ])('%s', async (code, call) => {
    await expect(call()).rejects.toThrow(refusal(code));
  });
});

describe('certain and impossible predictions', () => {
  test('certain and right loses nothing; a risk of 1e-20 loses 1e-20', () => {
    const sure = logLoss({ outcome: outcomes([0, 1]), risk: floats('p', [0, 1]) });
    expect(estimate(sure, 'log-loss').estimate).toBe(0);
    expect(estimate(logLoss({ outcome: outcomes([0]), risk: floats('p', [1e-20]) }), 'log-loss').estimate).toBe(1e-20);
  });

  test('a measure without a denominator is left out and named', () => {
    const got = confusion({ outcome: outcomes([0, 1]), score: floats('s', [1, 2]) }, { threshold: 5 });
    expect(got.remarks).toContainEqual({ code: 'prediction-undefined', values: { measure: 'ppv' } });
    expect(estimate(got, 'npv').estimate).toBe(0.5);
    expect(got.estimates.flatMap(({ estimate: value, lower }) => [value, lower ?? 0]).every(Number.isFinite)).toBe(
      true
    );
  });
});

describe('the calibration curve', () => {
  test('follows a parabola exactly, however the rows lie', async () => {
    // Ties of 0 and 1 whose share is p²: the local polynomial of degree 2 has it without error.
    const risk: number[] = [];
    const outcome: number[] = [];
    for (const tenth of [1, 2, 3, 5, 6, 7, 9]) {
      for (let row = 0; row < 100; row++) {
        risk.push(tenth / 10);
        outcome.push(Number(row < tenth * tenth));
      }
    }
    const { curve } = await calibrationCurve({ outcome: outcomes(outcome), risk: floats('p', risk) });
    const [at, observed] = curve.columns.map(({ values }) => values as Float64Array);
    at!.forEach((value, place) => expect(observed![place]).toBeCloseTo(value * value, 10));
  });

  test('of one risk only is the observed share', async () => {
    const got = await calibrationCurve({ outcome: outcomes([0, 1, 0, 0, 1, 0]), risk: floats('p', Array(6).fill(0.5) as number[]) }); // prettier-ignore
    expect(estimate(got, 'ici').estimate).toBeCloseTo(0.5 - 1 / 3, 12);
  });

  test('of many risks is joined by lines closer than the last digits shown', async () => {
    const n = 6000;
    const risk = Array.from({ length: n }, (_, row) => ((row + 0.5) / n) ** 3);
    const outcome = risk.map((value, row) => Number((row * 0.6180339887) % 1 < value ** 0.8));
    const columns = { outcome: outcomes(outcome), risk: floats('p', risk) };
    const got = await calibrationCurve(columns);
    expect(codes(got)).toContain('prediction-curve-joined');
    const few = await calibrationCurve({
      outcome: outcomes(outcome.filter((_, row) => row % 4 === 0)),
      risk: floats('p', risk.filter((_, row) => row % 4 === 0)) // prettier-ignore
    });
    expect(codes(few)).not.toContain('prediction-curve-joined');
    expect(Math.abs(estimate(got, 'ici').estimate - estimate(few, 'ici').estimate)).toBeLessThan(0.01);
  });
});

describe('the bootstrap', () => {
  const n = 60;
  const y = Array.from({ length: n }, (_, row) => Number((row * 0.6180339887) % 1 < row / n));
  const risk = y.map((_, row) => 0.05 + (0.9 * row) / n);
  const columns = { outcome: outcomes(y), score: floats('p', risk) };

  test('gives the same limits for the same seed, others for another', async () => {
    const of = (seed: number) => bootstrapPerformance(columns, { seed, resamples: 100 });
    expect((await of(3)).estimates).toEqual((await of(3)).estimates);
    expect((await of(3)).estimates).not.toEqual((await of(4)).estimates);
  });

  test('has every measure, each as its own function gives it', async () => {
    const measures = ['auc', 'average-precision', 'brier', 'brier-scaled', 'log-loss', 'calibration-slope', 'calibration-in-the-large', 'observed-expected', 'ici'] as const; // prettier-ignore
    const got = await bootstrapPerformance(columns, { seed: 1, resamples: 200, measures });
    const risks = { outcome: columns.outcome, risk: columns.score };
    const alone = [
      roc(columns),
      precisionRecall(columns),
      brierScore(risks),
      logLoss(risks),
      calibration(risks),
      await calibrationCurve(risks)
    ];
    for (const { name, estimate: value, lower, upper, se } of got.estimates) {
      const own = alone.flatMap(({ estimates }) => estimates).find((one) => one.name === name)!;
      expect(value, name).toBeCloseTo(own.estimate, 10);
      expect(lower!).toBeLessThan(upper!);
      expect(se).toBeGreaterThan(0);
    }
    const auc = estimate(got, 'auc');
    // Independent rows: resampling and DeLong tell the same story.
    expect(auc.se! / estimate(roc(columns), 'auc').se!).toBeGreaterThan(0.8);
    expect(auc.se! / estimate(roc(columns), 'auc').se!).toBeLessThan(1.25);
  });

  test('of rows written four times widens by persons to what the persons had', async () => {
    const four = <T>(values: readonly T[]) => [...values, ...values, ...values, ...values];
    const ids = Array.from({ length: n }, (_, row) => row);
    const repeated = { outcome: outcomes(four(y)), score: floats('p', four(risk)), person: floats('id', four(ids)) };
    const one = estimate(await bootstrapPerformance(columns, { seed: 9, resamples: 100 }), 'auc');
    const many = estimate(await bootstrapPerformance(repeated, { seed: 9, resamples: 100 }), 'auc');
    expect(many.estimate).toBeCloseTo(one.estimate, 12);
    expect(many.se! / one.se!).toBeGreaterThan(0.75);
    expect(many.se! / one.se!).toBeLessThan(1.35);
  });

  test('stops when asked', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(bootstrapPerformance(columns, { seed: 1 }, { signal: stop.signal })).rejects.toThrow(
      refusal('stopped')
    );
  });
});
