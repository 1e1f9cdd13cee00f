import { randomStream, type RandomStream } from '../../shared/random';
import { round } from '../shared/round';
import { LEVELS, PERSON, USE_CASE } from './constants';
import { levelsAt, type History } from './history';
import { MINUTES_PER_YEAR, type Interval, type Patient } from './patient';

/** One measured level. */
export interface Sample {
  /** Minutes since 1970, whole. */
  at: number;
  /** Since the last dose given within the observation, if any. */
  hoursSinceDose: number | undefined;
  /** IU/dL, to a tenth; missing below quantification. */
  value: number | undefined;
}

/** Sampling ends with the observation or with childhood. */
function window({ observed, birth }: Patient): Interval {
  const adult = Math.floor(birth + PERSON.adultYears * MINUTES_PER_YEAR) - 60;
  return { from: observed.from, to: Math.max(observed.from + 1, Math.min(observed.to, adult)) };
}

function drawTime(stream: RandomStream, given: readonly number[], { from, to }: Interval): number {
  const place = stream.uniform();
  const after = 60 * stream.uniform(...LEVELS.hoursAfterDose);
  const dose = given[Math.floor(place * given.length)];
  const at = Math.floor(dose === undefined ? from + place * (to - from) : dose + after);
  return Math.min(at, to - 1);
}

/** Draws the samples of a person, in order. */
export function drawSamples(seed: number, patient: Patient, history: History): Sample[] {
  const stream = randomStream(seed, USE_CASE, patient.index, 'levels');
  const limits = window(patient);
  const all = history.doses.flatMap(({ given }) => (given !== undefined && given < limits.to ? [given] : []));
  const later = all.filter((at) => at >= limits.from + LEVELS.notBeforeDays * 1440);
  const [fewest, most] = LEVELS.perPerson;
  const count = stream.integer(fewest, most + 1);
  const drawn = Array.from({ length: count }, () => drawTime(stream, later.length > 0 ? later : all, limits));
  const times = [...new Set(drawn)].sort((one, other) => one - other);
  return levelsAt(patient, history, times).map((level, position) => {
    const at = times[position] as number;
    const sd = Math.sqrt(
      LEVELS.additive * LEVELS.additive + LEVELS.proportional * level * (LEVELS.proportional * level)
    );
    const value = round(stream.normal(level, sd), 1);
    const last = all.findLast((dose) => dose <= at);
    return {
      at,
      hoursSinceDose: last === undefined ? undefined : round((at - last) / 60, 2),
      value: value < LEVELS.quantification ? undefined : value
    };
  });
}
