import { exp } from '../../shared/elementary';
import { randomStream, type RandomStream } from '../../shared/random';
import { bjorkmanFactorEight, optiClotFactorNine, typicalParameters, type PopulationModel } from '../pk';
import { chooseByShare, type Site } from '../shared/hospitals';
import { round } from '../shared/round';
import { weightNorm } from '../shared/weight';
import {
  BLEEDS,
  DOSES,
  HOSPITALS,
  INHIBITOR,
  PERSON,
  REGIMENS,
  SEVERITIES,
  USE_CASE,
  type Severity
} from './constants';

const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_YEAR = 365.25 * MINUTES_PER_DAY;
const FIRST_DAY = Date.parse(`${PERSON.observedFrom}T00:00:00Z`) / 60_000;

/** What the world is like besides the persons. */
export interface World {
  missedDoses: boolean;
  inhibitors: boolean;
}

/** Minutes since 1970, whole. */
export interface Interval {
  from: number;
  to: number;
}

/** One person, as he truly is. Times in minutes since 1970, whole. */
export interface Patient {
  /** From 0; all other persons may come or go without a change to this one. */
  index: number;
  hospital: Site;
  male: boolean;
  birth: number;
  type: 'A' | 'B';
  severity: Severity;
  prophylaxis: boolean;
  /** IU/dL, to a tenth, as written down: the curves can be drawn again from the tables. */
  endogenous: number;
  weightKg: number;
  ageYears: number;
  /** Of every dose, planned or on demand. */
  doseIU: number;
  intervalHours: number;
  /** Clearances and volumes of this person, as `dispositionOf` takes them. */
  parameters: Float64Array;
  /** Probability of missing a planned dose. */
  missing: number;
  frailty: number;
  observed: Interval;
  years: number;
  inhibitor: Interval | undefined;
}

/** Two correlated deviations, by the Cholesky root of a 2 × 2 covariance. */
function drawEta(stream: RandomStream, omega: Float64Array): [number, number] {
  const [first, covariance, , second] = omega as unknown as readonly [number, number, number, number];
  const root = Math.sqrt(first);
  const slope = covariance / root;
  const [x, y] = [stream.normal(), stream.normal()];
  return [root * x, slope * x + Math.sqrt(second - slope * slope) * y];
}

/** Both models let two parameters differ between persons: CL and V1. */
function drawParameters(stream: RandomStream, model: PopulationModel, body: { weightKg: number; ageYears: number }) {
  const parameters = typicalParameters(model, body);
  drawEta(stream, model.omega).forEach((eta, position) => {
    const parameter = model.random[position] as number;
    parameters[parameter] = (parameters[parameter] as number) * exp(eta);
  });
  return parameters;
}

function drawInhibitor(stream: RandomStream, p: number, { from, to }: Interval): Interval | undefined {
  const present = stream.chance(p);
  const begin = Math.floor(stream.uniform(from, to));
  const length = INHIBITOR.medianDays * MINUTES_PER_DAY * stream.logNormal(INHIBITOR.logSd);
  return present ? { from: begin, to: Math.min(to, Math.floor(begin + length)) } : undefined;
}

/** Draws a person, without doses, levels and bleeds. */
export function drawPatient(seed: number, index: number, world: World): Patient {
  const stream = randomStream(seed, USE_CASE, index);
  const hospital = chooseByShare(HOSPITALS, stream.uniform());
  const type = stream.chance(PERSON.typeA) ? 'A' : 'B';
  const severity = chooseByShare(SEVERITIES, stream.uniform());
  const male = stream.chance(PERSON.male);
  const ageYears = Math.floor(stream.uniform(...PERSON.ages) * 100) / 100;
  const weightKg = round(weightNorm(12 * ageYears) * stream.logNormal(PERSON.logWeightSd), 1);
  const prophylaxis = stream.chance(severity.prophylaxis);
  const endogenous = round(severity.endogenous * stream.logNormal(severity.endogenousLogSd), 1);
  const { perKg, intervals } = REGIMENS[type];
  const dosePerKg = perKg[stream.integer(0, perKg.length)] as number;
  const doseIU = Math.max(1, Math.round((dosePerKg * weightKg) / DOSES.vialIU)) * DOSES.vialIU;
  const intervalHours = chooseByShare(intervals, stream.uniform()).hours;
  const years = round(stream.uniform(...PERSON.observedYears), 2);
  const from = FIRST_DAY + MINUTES_PER_DAY * stream.integer(0, PERSON.observedFromDays) + PERSON.beginsAt;
  const observed = { from, to: Math.floor(from + years * MINUTES_PER_YEAR) };
  const model = type === 'A' ? bjorkmanFactorEight : optiClotFactorNine;
  const parameters = drawParameters(stream, model, { weightKg, ageYears });
  const isRisky = type === 'A' && severity.name === 'severe';
  const inhibitor = drawInhibitor(stream, isRisky ? INHIBITOR.severeA : INHIBITOR.others, observed);
  const frailty = stream.gamma(BLEEDS.frailtyShape, 1 / BLEEDS.frailtyShape);
  const missing = stream.beta(...DOSES.missed);
  return {
    index,
    hospital,
    male,
    birth: Math.floor(from - ageYears * MINUTES_PER_YEAR),
    type,
    severity,
    prophylaxis,
    endogenous,
    weightKg,
    ageYears,
    doseIU,
    intervalHours,
    parameters,
    missing: world.missedDoses ? missing : 0,
    frailty,
    observed,
    years,
    inhibitor: world.inhibitors ? inhibitor : undefined
  };
}
