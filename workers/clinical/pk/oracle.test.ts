import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bjorkmanFactorEight,
  dispositionOf,
  doseForTrough,
  estimate,
  hoursUntil,
  levelAt,
  optiClotFactorNine,
  populationIndividual,
  typicalParameters,
  type Doses,
  type Estimate,
  type EstimateOptions,
  type Levels
} from './index';

type OneOrMore = number | number[];

/** One-element lists are written as bare values; `null` is a level below quantification. */
interface Case {
  name: string;
  input: {
    weight_kg: number;
    age_y: number;
    plasma_derived?: 0 | 1;
    doses: { time: OneOrMore; amt: OneOrMore; dur: OneOrMore };
    levels?: { t: OneOrMore; iu_dl: number | (number | null)[]; blq?: OneOrMore };
    at?: number[];
    endog?: number;
    add?: number;
    prop?: number;
  };
  expected: Record<string, unknown> & {
    conc?: number[];
    lambda?: number[];
    coef_per_IU?: number[];
    half_life_terminal_h?: number;
    half_life_beta_h?: number;
    eta?: number[];
    objective?: number;
    CL_dL_per_h?: number;
    V1_dL?: number;
    pred_at_levels?: OneOrMore;
    posterior_cov_laplace?: number[][];
    hours_after_last_dose_to?: { threshold: number[]; hours: (number | null)[] };
    dose_IU_for_steady_trough_1?: { interval_h: number[]; dose: number[] };
    pred?: { t: number[]; c: number[] };
  };
}

interface Oracle {
  tolerance: { conc_rel: number; eta_abs: number; derived_rel?: number };
  cases: Case[];
}

const oracleOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../tests/oracles/clinical/${name}`, import.meta.url), 'utf8')) as Oracle;

const list = (values: OneOrMore) => Float64Array.from([values].flat());
const dosesOf = ({ doses }: Case['input']): Doses => ({
  time: list(doses.time),
  amount: list(doses.amt),
  duration: list(doses.dur)
});
const levelsOf = (levels: NonNullable<Case['input']['levels']>): Levels => {
  const time = list(levels.t);
  return {
    time,
    level: Float64Array.from([levels.iu_dl].flat(), (level) => level ?? NaN),
    below: Uint8Array.from(time, (_, row) => Number([levels.blq ?? 0].flat()[row] ?? 0))
  };
};

/** Relative distance. */
function near(got: number | undefined, expected: number, tolerance: number): void {
  expect(Math.abs((got ?? NaN) - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-300));
}

function nearAll(got: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(got.length).toBe(expected.length);
  for (const [position, value] of expected.entries()) near(got[position], value, tolerance);
}

describe.each([
  // file, model, residual where the case gives none
  ['haemophilia-pk.json', bjorkmanFactorEight],
  ['haemophilia-pk-fix.json', optiClotFactorNine]
])('%s', (file, model) => {
  const oracle = oracleOf(file);
  const { conc_rel, eta_abs, derived_rel = 1e-5 } = oracle.tolerance;
  const personOf = ({ weight_kg, age_y, plasma_derived = 0 }: Case['input']) => ({
    weightKg: weight_kg,
    ageYears: age_y,
    plasmaDerived: plasma_derived === 1
  });

  test.each(oracle.cases.filter(({ input }) => !input.levels))('$name', ({ input, expected }) => {
    const parameters = typicalParameters(model, personOf(input));
    const names = model.compartments === 2 ? ['CL', 'V1', 'Q', 'V2'] : ['CL', 'V1', 'Q2', 'V2', 'Q3', 'V3'];
    nearAll(
      parameters,
      names.map((name) => expected[name] as number),
      conc_rel
    );
    const disposition = dispositionOf(parameters);
    const conc = expected.conc ?? [];
    expect(conc.length).toBeGreaterThan(0);
    const doses = dosesOf(input);
    nearAll(input.at?.map((time) => levelAt(disposition, doses, time)) ?? [], conc, conc_rel);
    if (expected.lambda) nearAll(disposition.rates, expected.lambda, conc_rel);
    if (expected.coef_per_IU) nearAll(disposition.coefficients, expected.coef_per_IU, conc_rel);
    if (expected.half_life_terminal_h) {
      near(populationIndividual(model, personOf(input)).halfLifeHours, expected.half_life_terminal_h, conc_rel);
    }
  });

  test.each(oracle.cases.filter(({ input }) => input.levels))('$name', ({ input, expected }) => {
    const doses = dosesOf(input);
    const options: EstimateOptions = { endogenous: input.endog ?? 0 };
    if (input.add !== undefined) options.residual = { additive: input.add, proportional: input.prop ?? 0 };
    const found: Estimate = estimate(model, personOf(input), doses, levelsOf(input.levels!), options);
    expect(found.gradientNorm).toBeLessThan(1e-8);
    for (const [position, value] of expected.eta!.entries()) {
      expect(Math.abs(found.eta[position]! - value)).toBeLessThanOrEqual(eta_abs);
    }
    near(found.objective, expected.objective!, derived_rel);
    near(found.disposition.parameters[0], expected.CL_dL_per_h!, derived_rel);
    near(found.disposition.parameters[1], expected.V1_dL!, derived_rel);
    nearAll(found.predicted, [expected.pred_at_levels!].flat(), derived_rel);
    near(found.halfLifeHours, (expected.half_life_beta_h ?? expected.half_life_terminal_h)!, derived_rel);
    if (expected.posterior_cov_laplace) {
      nearAll(found.covariance, expected.posterior_cov_laplace.flat(), derived_rel);
    }
    for (const [position, threshold] of expected.hours_after_last_dose_to?.threshold.entries() ?? []) {
      const hours = expected.hours_after_last_dose_to?.hours[position] ?? undefined;
      if (hours === undefined) expect(hoursUntil(found, doses, threshold)).toBeUndefined();
      else near(hoursUntil(found, doses, threshold), hours, derived_rel);
    }
    for (const [position, interval] of expected.dose_IU_for_steady_trough_1?.interval_h.entries() ?? []) {
      near(doseForTrough(found, 1, interval), expected.dose_IU_for_steady_trough_1!.dose[position]!, derived_rel);
    }
    for (const [position, time] of expected.pred?.t.entries() ?? []) {
      const level = found.endogenous + levelAt(found.disposition, doses, time);
      near(level, expected.pred!.c[position]!, derived_rel);
    }
    if (expected.lambda) nearAll(found.disposition.rates, expected.lambda, derived_rel);
    if (expected.coef_per_IU) nearAll(found.disposition.coefficients, expected.coef_per_IU, derived_rel);
  });
});
