import { exp } from '../../shared/elementary';
import { randomStream, type RandomStream } from '../../shared/random';
import { chooseByShare } from '../shared/hospitals';
import { BLEEDS, DOSES, USE_CASE } from './constants';
import { Course } from './course';
import { MINUTES_PER_YEAR, type Patient } from './patient';

/** Times in minutes since 1970, whole. */
export interface Dose {
  reason: 'prophylaxis' | 'on demand';
  /** Of prophylaxis only. */
  planned: number | undefined;
  /** Of a dose that was given. */
  given: number | undefined;
}

export interface Bleed {
  at: number;
  site: string;
  treated: boolean;
}

/** What truly happened to one person within the observation, in order. */
export interface History {
  doses: readonly Dose[];
  bleeds: readonly Bleed[];
}

/** Bleeds a year at a level, without frailty. Falls with the level. */
export function bleedRate(level: number): number {
  return BLEEDS.base + BLEEDS.more * exp(-level / BLEEDS.scale);
}

/** The planned doses of the observation. */
function drawPlanned(stream: RandomStream, { observed, prophylaxis, intervalHours, missing }: Patient): Dose[] {
  if (!prophylaxis) return [];
  const interval = 60 * intervalHours;
  const doses: Dose[] = [];
  for (let planned = observed.from + Math.floor(stream.uniform(0, interval)); ; planned += interval) {
    const late = Math.round(60 * stream.normal(0, DOSES.jitterHours));
    const missed = stream.uniform() < missing;
    const at = Math.max(observed.from, planned + late);
    if (Math.max(at, planned) >= observed.to) return doses;
    doses.push({ reason: 'prophylaxis', planned, given: missed ? undefined : at });
  }
}

/** Where the course of a person on prophylaxis stands when the observation begins: nearly steady. */
function courseBefore(patient: Patient, firstPlanned: number | undefined): Course {
  const { observed, intervalHours, doseIU } = patient;
  if (firstPlanned === undefined) return new Course(patient, observed.from);
  const interval = 60 * intervalHours;
  const begin = firstPlanned - DOSES.before * interval;
  const course = new Course(patient, begin);
  for (let at = begin; at < firstPlanned; at += interval) {
    course.to(at);
    course.give(doseIU);
  }
  return course;
}

const timeOf = ({ planned, given }: Dose): number => given ?? planned ?? 0;

/** What changes the curve and does not hang on bleeds: planned doses and an inhibitor. */
interface Change {
  at: number;
  apply: (course: Course) => void;
}

function changesOf({ inhibitor, doseIU }: Patient, doses: readonly Dose[]): Change[] {
  const changes: Change[] = [];
  for (const { given } of doses) {
    if (given !== undefined) changes.push({ at: given, apply: (course) => course.give(doseIU) });
  }
  if (inhibitor) {
    changes.push({ at: inhibitor.from, apply: (course) => course.inhibit(true) });
    changes.push({ at: inhibitor.to, apply: (course) => course.inhibit(false) });
  }
  return changes.sort((one, other) => one.at - other.at);
}

/** Goes through changes up to a time, included. */
function passChanges(course: Course, changes: Change[], until: number): void {
  while ((changes[0]?.at ?? Infinity) <= until) {
    const { at, apply } = changes.shift() as Change;
    course.to(at);
    apply(course);
  }
}

/**
 * Draws doses and bleeds together: bleeds thin out a Poisson process of the highest rate there can be, that of the
 * endogenous level alone, by the rate at the level of the moment; a treated bleed adds a dose to the curve.
 *
 * @see Lewis & Shedler 1979, Nav Res Logist Q 26:403; Ogata 1981, IEEE Trans Inf Theory 27:23
 */
export function drawHistory(seed: number, patient: Patient): History {
  const planned = drawPlanned(randomStream(seed, USE_CASE, patient.index, 'doses'), patient);
  const stream = randomStream(seed, USE_CASE, patient.index, 'bleeds');
  const { observed, endogenous, frailty, doseIU } = patient;
  const course = courseBefore(patient, planned[0]?.planned);
  const changes = changesOf(patient, planned);
  const highest = bleedRate(endogenous);
  const bleeds: Bleed[] = [];
  const extra: Dose[] = [];
  let at: number = observed.from;
  for (;;) {
    at += stream.exponential(MINUTES_PER_YEAR / (frailty * highest));
    if (!(at < observed.to)) break;
    passChanges(course, changes, at);
    const accepted = stream.uniform() * highest < bleedRate(course.to(at));
    if (!accepted) continue;
    const { name: site } = chooseByShare(BLEEDS.sites, stream.uniform());
    const given = Math.floor(at + 60 * stream.uniform(...BLEEDS.treatedAfterHours));
    const treated = stream.chance(BLEEDS.treated) && given < observed.to;
    bleeds.push({ at: Math.floor(at), site, treated });
    if (!treated) continue;
    extra.push({ reason: 'on demand', planned: undefined, given });
    changes.push({ at: given, apply: (running) => running.give(doseIU) });
    changes.sort((one, other) => one.at - other.at);
  }
  const doses = [...planned, ...extra].sort((one, other) => timeOf(one) - timeOf(other));
  return { doses, bleeds };
}

/** The true levels at times in order, from what the tables hold and the doses before. */
export function levelsAt(patient: Patient, { doses }: History, times: readonly number[]): number[] {
  const course = courseBefore(patient, doses.find(({ planned }) => planned !== undefined)?.planned);
  const changes = changesOf(patient, doses);
  return times.map((at) => {
    passChanges(course, changes, at);
    return course.to(at);
  });
}
