import { logistic } from '../../shared/elementary';
import type { Block } from './block';
import { pim3 as definition } from './definitions/pim3';
import type { OutputBlock } from './outputs';
import { remark } from './remarks';
import type { Scorer } from './scorer';

const INTERCEPT = -1.7928;
/** Where FiO2 or PaO2 is unknown. A registry's convention, unverified; one public implementation takes 0. */
export const UNKNOWN_RATIO = 0.23;
const UNKNOWN_SBP = 120;

/** In the order of `PROCEDURES`: none, bypass, cardiac without bypass, non-cardiac. */
const PROCEDURE = [0, -1.2246, -0.8762, -1.5164] as const;
/** In the order of `RISKS`: none, low, high, very high. */
const RISK = [0, -2.1766, 1.0725, 1.6225] as const;

/** Of several the largest coefficient: very high, high, none, low. Low counts only alone. */
function riskFromFlags(block: Block): void {
  const risk = block.of('risk');
  const [low, high, veryHigh] = [block.of('risk_low'), block.of('risk_high'), block.of('risk_very_high')];
  for (let row = 0; row < block.rows; row++) {
    if (!Number.isNaN(risk[row] as number)) continue;
    if (veryHigh[row] === 1) risk[row] = 3;
    else if (high[row] === 1) risk[row] = 2;
    else if (low[row] === 1) risk[row] = 1;
    else if (low[row] === 0 || high[row] === 0 || veryHigh[row] === 0) risk[row] = 0;
  }
}

function flagTerm(values: Float64Array, row: number, coefficient: number): number {
  return values[row] === 1 ? coefficient : 0;
}

function choiceTerm(values: Float64Array, row: number, coefficients: readonly number[]): number {
  return coefficients[values[row] as number] ?? 0;
}

/** @returns rows whose oxygen ratio was unknown */
function score(block: Block, out: OutputBlock): number {
  const read = (name: string) => block.of(name);
  const [pupils, elective, ventilated] = [read('pupils_fixed'), read('elective'), read('ventilated')];
  const [excess, sbp, fio2, pao2] = [read('base_excess'), read('sbp'), read('fio2'), read('pao2')];
  const [procedure, risk] = [read('procedure'), read('risk')];
  const terms = definition.components.map(({ name }) => out.of(name));
  const term = (name: string) => out.of(`term_${name}`);
  const [pupilTerm, electiveTerm, ventilatedTerm] = [term('pupils'), term('elective'), term('ventilated')];
  const [excessTerm, pressureTerm, oxygenTerm] = [term('base_excess'), term('sbp'), term('oxygen')];
  const [procedureTerm, riskTerm] = [term('procedure'), term('risk')];
  const logit = out.of('logit');
  const probability = out.of('probability');
  let unknown = 0;
  for (let row = 0; row < block.rows; row++) {
    const pressure = Number.isNaN(sbp[row] as number) ? UNKNOWN_SBP : (sbp[row] as number);
    const measured = (100 * (fio2[row] as number)) / (pao2[row] as number);
    if (Number.isNaN(measured)) unknown += 1;
    pupilTerm[row] = flagTerm(pupils, row, 3.8233);
    electiveTerm[row] = flagTerm(elective, row, -0.5378);
    ventilatedTerm[row] = flagTerm(ventilated, row, 0.9763);
    excessTerm[row] = Number.isNaN(excess[row] as number) ? 0 : 0.0671 * Math.abs(excess[row] as number);
    pressureTerm[row] = -0.0431 * pressure + (0.1716 * pressure * pressure) / 1000;
    oxygenTerm[row] = 0.4214 * (Number.isNaN(measured) ? UNKNOWN_RATIO : measured);
    procedureTerm[row] = choiceTerm(procedure, row, PROCEDURE);
    riskTerm[row] = choiceTerm(risk, row, RISK);
    let sum = INTERCEPT;
    for (const term of terms) sum += term[row] as number;
    logit[row] = sum;
    probability[row] = logistic(sum);
  }
  return unknown;
}

/** PIM3: logit and probability of death. */
export const pim3: Scorer = {
  definition,
  open() {
    let unknown = 0;
    return {
      prepare: riskFromFlags,
      score(block, out) {
        unknown += score(block, out);
      },
      remarks: () => (unknown > 0 ? [remark('ratio-unknown', { rows: unknown, ratio: UNKNOWN_RATIO })] : [])
    };
  }
};
