import { exp, logistic } from '../../shared/elementary';
import { randomStream, type RandomStream } from '../../shared/random';
import { chooseByShare } from '../shared/hospitals';
import { weightNorm } from '../shared/weight';
import { BOUT, DEATH, HOSPITALS, PERSON, SEPSIS, STAY, USE_CASE, type Hospital } from './constants';
import type { Bout, Sepsis } from './course';

const MINUTES_PER_DAY = 1440;
const FIRST_ADMISSION = Date.parse(`${PERSON.admittedFrom}T00:00:00Z`) / 60_000;

/** One stay, as it truly is, before anything is written down. Times in minutes since 1970 or hours of the stay. */
export interface Episode {
  /** 1 or 2 within the person. */
  number: number;
  /** On the full hour. */
  admission: number;
  ageMonths: number;
  weightKg: number;
  surgical: boolean;
  severity: number;
  line: boolean;
  hours: number;
  sepsis: Sepsis | undefined;
  /** Hours of the stay; only with sepsis. */
  culture: number;
  antibiotic: number;
  bouts: readonly Bout[];
  died: boolean;
  /** Stands after the draws above: the hours go on from here. */
  stream: RandomStream;
}

export interface Person {
  /** From 0; all other persons may come or go without a change to this one. */
  index: number;
  hospital: Hospital;
  male: boolean;
  /** Minutes since 1970. */
  birth: number;
  episodes: readonly Episode[];
}

function drawSepsis(stream: RandomStream, p: number, hours: number): Sepsis | undefined {
  const happens = stream.chance(p) && hours >= SEPSIS.shortestStay;
  if (!happens) return undefined;
  return {
    onset: Math.floor(stream.uniform(SEPSIS.firstHour, hours - SEPSIS.lastBeforeEnd)),
    strength: stream.gamma(SEPSIS.strengthShape, 1 / SEPSIS.strengthShape),
    direction: stream.chance(SEPSIS.fever) ? SEPSIS.feverDirection : SEPSIS.coldDirection
  };
}

function drawBouts(stream: RandomStream, hours: number): Bout[] {
  const count = stream.poisson((BOUT.per72Hours * hours) / 72);
  return Array.from({ length: count }, () => ({
    start: stream.uniform(0, hours),
    strength: stream.gamma(BOUT.strengthShape, 1 / BOUT.strengthShape)
  }));
}

type Given = Pick<Episode, 'number' | 'admission' | 'ageMonths' | 'weightKg'>;

function drawEpisode(stream: RandomStream, hospital: Hospital, given: Given): Episode {
  const severity = stream.normal();
  const surgical = stream.chance(hospital.surgical);
  const s = Number(surgical);
  const line = stream.chance(logistic(STAY.line.intercept + STAY.line.severity * severity + STAY.line.surgical * s));
  const logHours = stream.normal(STAY.logMedianHours + STAY.perSeverity * severity + hospital.logStayShift, STAY.logSd);
  const hours = Math.round(Math.max(STAY.shortestHours, Math.min(STAY.longestHours, exp(logHours))));
  const young = Number(given.ageMonths < SEPSIS.youngMonths);
  const p = logistic(
    hospital.sepsisIntercept +
      SEPSIS.severity * severity +
      SEPSIS.young * young +
      SEPSIS.line * Number(line) +
      SEPSIS.perHour * (Math.min(hours, SEPSIS.hoursMost) - SEPSIS.hoursAt)
  );
  const sepsis = drawSepsis(stream, p, hours);
  const onset = sepsis?.onset ?? 0;
  const infant = Number(given.ageMonths < DEATH.infantMonths);
  const death = logistic(
    DEATH.intercept +
      DEATH.severity * severity +
      DEATH.sepsis * Math.min(sepsis?.strength ?? 0, DEATH.strengthMost) +
      DEATH.infant * infant
  );
  return {
    ...given,
    surgical,
    severity,
    line,
    hours,
    sepsis,
    culture: onset + stream.uniform(...SEPSIS.cultureAfterHours),
    antibiotic: onset + stream.uniform(...SEPSIS.antibioticAfterHours),
    bouts: drawBouts(stream, hours),
    died: stream.chance(death),
    stream
  };
}

/** Draws a person and the stays, but not yet their hours (those are 99 % of the work). */
export function drawPerson(seed: number, index: number): Person {
  const stream = randomStream(seed, USE_CASE, index);
  const hospital = chooseByShare(HOSPITALS, stream.uniform());
  const male = stream.chance(PERSON.male);
  const ageMonths = PERSON.oldestMonths * stream.beta(...hospital.ageShape);
  const admission = FIRST_ADMISSION + 60 * stream.integer(0, PERSON.admittedDays * 24);
  const weightFactor = exp(stream.normal(0, PERSON.logWeightSd));
  const returns = stream.chance(PERSON.secondEpisode);
  const gapDays = stream.uniform(...PERSON.secondAfterDays);
  const birth = Math.floor(admission - ageMonths * PERSON.daysPerMonth * MINUTES_PER_DAY);

  const stay = (number: number, at: number): Episode => {
    const months = (at - birth) / (PERSON.daysPerMonth * MINUTES_PER_DAY);
    const weightKg = weightNorm(months) * weightFactor;
    return drawEpisode(randomStream(seed, USE_CASE, index, number), hospital, {
      number,
      admission: at,
      ageMonths: months,
      weightKg
    });
  };
  const first = stay(1, admission);
  const episodes = [first];
  const back = admission + 60 * (first.hours + Math.ceil(gapDays * 24));
  const isChild = (back - birth) / MINUTES_PER_DAY < PERSON.oldestMonths * PERSON.daysPerMonth;
  if (returns && !first.died && isChild) episodes.push(stay(2, back));
  return { index, hospital, male, birth, episodes };
}
