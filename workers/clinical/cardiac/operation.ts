import { exp, log, logistic } from '../../shared/elementary';
import { randomStream, type RandomStream } from '../../shared/random';
import { chooseByShare } from '../shared/hospitals';
import { round } from '../shared/round';
import { weightNorm } from '../shared/weight';
import {
  CHILD,
  COMPLICATION_RISK,
  COMPLICATIONS,
  DEATH,
  FOLLOW_UP,
  HOSPITALS,
  PICU,
  PROCEDURES,
  RISK,
  SURGERY,
  USE_CASE,
  type Hospital,
  type Procedure
} from './constants';

const MINUTES_PER_DAY = 1440;
const FIRST_DAY = Date.parse(`${SURGERY.from}T00:00:00Z`) / 60_000;

export type Complication = keyof typeof COMPLICATIONS;
export const COMPLICATION_NAMES = Object.keys(COMPLICATIONS) as Complication[];

/** One child and the operation, as it truly is. Times in minutes since 1970. */
export interface Operation {
  /** From 0; all other persons may come or go without a change to this one. */
  index: number;
  hospital: Hospital;
  procedure: Procedure;
  male: boolean;
  birth: number;
  ageMonths: number;
  /** To a tenth, as written down: the risk follows from what the tables show. */
  weightKg: number;
  preterm: boolean;
  syndrome: boolean;
  surgery: number;
  /** Probability of death within 30 days without the hospital's own part and without complications. */
  expectedRisk: number;
  /** The same with the hospital's own part. */
  hospitalRisk: number;
  complications: Readonly<Record<Complication, boolean>>;
  /** Days in intensive care if the child lives so long. */
  picuDays: number;
  /** Days from surgery to death, not whole; nobody is known to die later than a year after. */
  deathAfterDays: number | undefined;
  /** Last seen at discharge. */
  lost: boolean;
}

/** Log odds of a probability. */
function logit(p: number): number {
  return log(p / (1 - p));
}

function drawComplications(stream: RandomStream, category: number): Record<Complication, boolean> {
  const { perCategory, aboveCategory, frailtySd } = COMPLICATION_RISK;
  const shared = stream.normal(0, frailtySd) + perCategory * Math.max(0, category - aboveCategory);
  const drawn = {} as Record<Complication, boolean>;
  for (const name of COMPLICATION_NAMES) drawn[name] = stream.chance(logistic(logit(COMPLICATIONS[name]) + shared));
  return drawn;
}

/** Days to death within the year after surgery, if so. */
function drawDeath(stream: RandomStream, risk: number): number | undefined {
  const early = stream.chance(risk);
  const later = stream.chance(DEATH.laterShare * risk);
  const wait = stream.exponential();
  if (early) return Math.min(DEATH.lastDay, DEATH.firstDay + DEATH.meanDays * wait);
  if (!later) return undefined;
  return Math.min(FOLLOW_UP.days, DEATH.laterFirstDay + DEATH.laterMeanDays * wait);
}

/** Draws a child and the operation, without its pathway. */
export function drawOperation(seed: number, index: number): Operation {
  const stream = randomStream(seed, USE_CASE, index);
  const hospital = chooseByShare(HOSPITALS, stream.uniform());
  const procedure = chooseByShare(PROCEDURES, stream.uniform());
  const male = stream.chance(CHILD.male);
  const preterm = stream.chance(CHILD.preterm);
  const syndrome = stream.chance(CHILD.syndrome);
  const ageMonths = Math.min(CHILD.oldestMonths, procedure.medianMonths * stream.logNormal(procedure.logMonthsSd));
  const day = FIRST_DAY + MINUTES_PER_DAY * stream.integer(0, SURGERY.days);
  const surgery = day + stream.integer(SURGERY.earliest, SURGERY.latest);
  const small = preterm && ageMonths < CHILD.pretermUnderMonths ? CHILD.pretermWeight : 1;
  const weightKg = round(weightNorm(ageMonths) * small * stream.logNormal(CHILD.logWeightSd), 1);
  const logOdds =
    logit(procedure.mortality) +
    RISK.shift +
    RISK.light * Number(weightKg < RISK.lightKg) +
    RISK.preterm * Number(preterm) +
    RISK.syndrome * Number(syndrome);
  const complications = drawComplications(stream, procedure.category);
  const ecmo = complications.ecmo ? log(DEATH.ecmoOddsRatio) : 0;
  const longer = PICU.syndrome * Number(syndrome) + PICU.preterm * Number(preterm);
  const picuDays = procedure.medianPicuDays * exp(stream.normal(longer, PICU.logDaysSd));
  const deathAfterDays = drawDeath(stream, logistic(logOdds + hospital.logOdds + ecmo));
  return {
    index,
    hospital,
    procedure,
    male,
    birth: Math.floor(surgery - ageMonths * CHILD.daysPerMonth * MINUTES_PER_DAY),
    ageMonths,
    weightKg,
    preterm,
    syndrome,
    surgery,
    expectedRisk: logistic(logOdds),
    hospitalRisk: logistic(logOdds + hospital.logOdds),
    complications,
    picuDays,
    deathAfterDays,
    lost: stream.chance(FOLLOW_UP.lost) && deathAfterDays === undefined
  };
}
