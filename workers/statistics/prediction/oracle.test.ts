import { expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/prediction.json';
import { sumOf } from '../../shared/compensated-sum';
import type { Column, Table } from '../../shared/table';
import type { Estimate } from '../estimate';
import {
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

interface Case {
  name: string;
  input: Record<string, number[]>;
  expected: Record<string, number | number[] | null | Record<string, number>>;
}

const tolerance = oracle.tolerance as { rel: number; loess_rel: number };
const read = new Set<string>();

function caseOf(name: string): Case {
  const found = (oracle.cases as unknown as Case[]).find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  read.add(name);
  return found;
}

const column = (name: string, values: number[] = []): Column => ({
  name,
  type: 'float64',
  values: Float64Array.from(values)
});
const scored = ({ input }: Case) => ({ outcome: column('y', input.y), score: column('p', input.p) });
const risky = ({ input }: Case) => ({ outcome: column('y', input.y), risk: column('p', input.p) });

function estimate({ estimates }: { estimates: readonly Estimate[] }, name: string): Estimate {
  const found = estimates.find((one) => one.name === name);
  if (!found) throw new Error(`no estimate ${name}`);
  return found;
}

function agree(got: number | null | undefined, expected: unknown, relative = tolerance.rel): void {
  expect(typeof expected).toBe('number');
  const allowed = relative * Math.max(Math.abs(expected as number), 1e-300);
  expect(Math.abs((got ?? NaN) - (expected as number)), `${got} for ${String(expected)}`).toBeLessThanOrEqual(allowed);
}

function agreeAll(got: ArrayLike<number>, expected: unknown): void {
  const all = expected as number[];
  expect(got).toHaveLength(all.length);
  all.forEach((value, place) => agree(got[place], value));
}

const values = (table: Table, name: string) => table.columns.find((one) => one.name === name)!.values as Float64Array;

test.each(['ROC AUC + DeLong', 'ROC with heavy ties (probabilities rounded to 0.1)'])('%s', (name) => {
  const one = caseOf(name);
  const got = roc(scored(one));
  const auc = estimate(got, 'auc');
  agree(auc.estimate, one.expected.auc);
  agree(auc.se! ** 2, one.expected.var_delong);
  agreeAll([auc.lower!, auc.upper!], one.expected.ci_delong);
  const youden = one.expected.youden as Record<string, number>;
  agree(got.youden?.threshold, youden.threshold);
  agree(got.youden?.sensitivity, youden.sensitivity);
  agree(got.youden?.specificity, youden.specificity);
});

test.each(['average precision (step, ties grouped)', 'average precision with heavy ties', 'average precision small'])(
  '%s',
  (name) => {
    const one = caseOf(name);
    const got = precisionRecall(scored(one));
    agree(estimate(got, 'average-precision').estimate, one.expected.ap);
    if (one.expected.prevalence !== undefined) agree(got.prevalence, one.expected.prevalence);
  }
);

test.each(['all scores equal -> AP = prevalence, AUC = 0.5'])('%s', (name) => {
  const one = caseOf(name);
  agree(estimate(precisionRecall(scored(one)), 'average-precision').estimate, one.expected.ap);
  agree(estimate(roc(scored(one)), 'auc').estimate, one.expected.auc);
});

test.each(['only one class -> AUC and AP undefined (error), Brier defined'])('%s', (name) => {
  const one = caseOf(name);
  const refused = expect.objectContaining({ code: 'prediction-one-class' }) as Error;
  expect(() => roc(scored(one))).toThrow(refused);
  expect(() => precisionRecall(scored(one))).toThrow(refused);
  expect([one.expected.auc, one.expected.ap]).toEqual([null, null]);
  agree(estimate(brierScore(risky(one)), 'brier').estimate, one.expected.brier);
});

test('DeLong paired comparison', () => {
  const one = caseOf('DeLong paired comparison');
  const { y, p, q } = one.input;
  const got = compareRoc({ outcome: column('y', y), first: column('p', p), second: column('q', q) });
  agreeAll([estimate(got, 'auc-first').estimate, estimate(got, 'auc-second').estimate], one.expected.auc);
  const difference = estimate(got, 'auc-difference');
  agree(difference.estimate / difference.se!, one.expected.z);
  agree(difference.p, one.expected.p);
});

test('calibration', async () => {
  const one = caseOf('calibration');
  const { expected } = one;
  const brier = brierScore(risky(one));
  agree(estimate(brier, 'brier').estimate, expected.brier);
  agree(estimate(brier, 'brier-scaled').estimate, expected.brier_scaled);
  agree(estimate(logLoss(risky(one)), 'log-loss').estimate, expected.log_loss);
  const got = calibration(risky(one));
  agree(estimate(got, 'calibration-slope').estimate, expected.slope);
  agree(estimate(got, 'calibration-slope').se, expected.slope_se);
  agree(estimate(got, 'calibration-intercept').estimate, expected.intercept_with_slope);
  agree(estimate(got, 'calibration-in-the-large').estimate, expected.calibration_in_the_large);
  agree(estimate(got, 'calibration-in-the-large').se, expected.citl_se);
  agree(Math.exp(estimate(got, 'observed-expected').estimate), expected.oe_ratio);
  expect(sumOf(values(got.groups, 'n'))).toBe(one.input.y!.length);
  const curve = await calibrationCurve(risky(one));
  agree(estimate(curve, 'ici').estimate, expected.ici_loess_direct, tolerance.loess_rel);
  agree(estimate(curve, 'e50').estimate, expected.e50_loess_direct, tolerance.loess_rel);
  agree(estimate(curve, 'e90').estimate, expected.e90_loess_direct, tolerance.loess_rel);
  agree(estimate(curve, 'emax').estimate, expected.emax_loess_direct, tolerance.loess_rel);
});

test.each(['decision curve, p >= t counts as positive'])('%s', (name) => {
  const one = caseOf(name);
  const { curve } = decisionCurve(risky(one), { thresholds: one.expected.threshold as number[] });
  agreeAll(values(curve, 'net_benefit'), one.expected.model);
  agreeAll(values(curve, 'treat_all'), one.expected.treat_all);
  agreeAll(values(curve, 'treat_none'), one.expected.treat_none);
});

test('confusion at 0.3', () => {
  const one = caseOf('confusion at 0.3');
  const { expected } = one;
  const got = confusion(scored(one), { threshold: expected.threshold as number });
  expect([got.truePositives, got.falsePositives, got.falseNegatives, got.trueNegatives]).toEqual([
    expected.tp,
    expected.fp,
    expected.fn,
    expected.tn
  ]);
  for (const name of ['sensitivity', 'specificity', 'ppv', 'npv', 'f1', 'mcc']) {
    agree(estimate(got, name).estimate, expected[name]);
  }
  agree(estimate(got, 'balanced-accuracy').estimate, expected.balanced_accuracy);
  agree(Math.exp(estimate(got, 'lr-positive').estimate), expected.lr_pos);
  agree(Math.exp(estimate(got, 'lr-negative').estimate), expected.lr_neg);
});

test('every case of the oracle is read here', () => {
  expect(read.size).toBe(oracle.cases.length);
});
