import { randomStream, type RandomStream } from '../../shared/random';
import { FOLLOW_UP, PATHWAY, USE_CASE, type RESOURCES } from './constants';
import type { Operation } from './operation';

const MINUTES_PER_DAY = 1440;

export type Activity = keyof typeof RESOURCES;

/** Minutes since 1970, whole. */
export interface PathwayEvent {
  activity: Activity;
  at: number;
}

/** Minutes since 1970, whole. */
export interface Interval {
  from: number;
  to: number;
}

/** What truly happened to one child, before anything is written down. */
export interface Pathway {
  /** In order; ends with death, if the child dies. */
  events: readonly PathwayEvent[];
  /** From admission to discharge or death. */
  visit: Interval;
  /** Times in intensive care: interrupted by a re-operation, and a readmission. */
  picuStays: readonly Interval[];
  ventilation: readonly Interval[];
  death: number | undefined;
  /** Last seen, or dead. */
  end: number;
}

interface Wait {
  median: number;
  logSd: number;
}

/** Minutes of a wait whose median is in days. */
function days(stream: RandomStream, { median, logSd }: Wait): number {
  return median * MINUTES_PER_DAY * stream.logNormal(logSd);
}

function hours(stream: RandomStream, { median, logSd }: Wait): number {
  return median * 60 * stream.logNormal(logSd);
}

/** Referral to admission, back from the surgery. */
function drawBefore(stream: RandomStream, { hospital, ageMonths, birth, surgery }: Operation): PathwayEvent[] {
  const isEmergency = ageMonths < PATHWAY.emergencyUnderMonths;
  const meets = !(hospital.emergenciesWithoutMeeting && isEmergency);
  const toMeeting = days(stream, PATHWAY.meeting) * Number(meets);
  const toAdmission = days(stream, PATHWAY.admission);
  const toSurgery = days(stream, PATHWAY.surgery);
  const total = toMeeting + toAdmission + toSurgery;
  const squeeze = Math.min(1, (PATHWAY.longestWait * (surgery - birth)) / total);
  const referral = surgery - squeeze * total;
  const meeting = referral + squeeze * toMeeting;
  const admission = meeting + squeeze * toAdmission;
  const echo = stream.uniform(0.2, 0.5);
  const catheter = stream.uniform(0.5, 0.9);
  const [from, to] = hospital.echoBeforeMeeting ? [referral, meeting] : [meeting, admission];
  const events: PathwayEvent[] = [{ activity: 'Referral', at: referral }];
  if (meets) events.push({ activity: 'MDT meeting', at: meeting });
  if (stream.chance(PATHWAY.echo)) events.push({ activity: 'Pre-op echo', at: from + echo * (to - from) });
  if (stream.chance(PATHWAY.catheter)) {
    events.push({ activity: 'Cardiac catheter', at: meeting + catheter * (admission - meeting) });
  }
  events.push({ activity: 'Admission', at: admission }, { activity: 'Surgery', at: surgery });
  return events;
}

/** From the first admission to intensive care until the ward, or until death there. Steps share out the stay. */
function drawPicu(stream: RandomStream, operation: Operation, { from, to }: Interval, isLethal: boolean) {
  const events: PathwayEvent[] = [{ activity: 'PICU admission', at: from }];
  const ventilation: Interval[] = [];
  const stays: Interval[] = [];
  const { category } = operation.procedure;
  const wanted = from + (hours(stream, PATHWAY.extubationHours) * category) / 2;
  const latest = from + 0.8 * (to - from);
  let last = from;
  const next = (activity: Activity, low: number, high: number): number => {
    last += stream.uniform(low, high) * (to - last);
    events.push({ activity, at: last });
    return last;
  };
  if (isLethal && wanted > latest) {
    ventilation.push({ from, to });
  } else {
    last = Math.min(wanted, latest);
    events.push({ activity: 'Extubation', at: last });
    ventilation.push({ from, to: last });
    if (stream.chance(PATHWAY.reintubation)) {
      const again = next('Re-intubation', 0.1, 0.5);
      ventilation.push({ from: again, to: next('Extubation', 0.1, 0.5) });
    }
  }
  if (operation.complications.reoperation) {
    const left = next('Re-operation', 0.1, 0.5);
    const back = next('PICU admission', 0.05, 0.2);
    stays.push({ from, to: left }, { from: back, to });
  } else {
    stays.push({ from, to });
  }
  return { events, ventilation, stays };
}

/** From the ward to the follow-up clinic, as if nobody died. */
function drawAfter(stream: RandomStream, { lost }: Operation, ward: number) {
  const events: PathwayEvent[] = [{ activity: 'Ward', at: ward }];
  const stays: Interval[] = [];
  let last = ward;
  if (stream.chance(PATHWAY.readmitted)) {
    const from = last + days(stream, PATHWAY.readmission);
    last = from + days(stream, PATHWAY.readmittedDays);
    events.push({ activity: 'PICU readmission', at: from }, { activity: 'Ward', at: last });
    stays.push({ from, to: last });
  }
  const discharge = last + days(stream, PATHWAY.discharge);
  events.push({ activity: 'Discharge home', at: discharge });
  const clinic = discharge + days(stream, PATHWAY.clinic);
  if (stream.chance(PATHWAY.clinicVisit) && !lost) events.push({ activity: 'Follow-up clinic', at: clinic });
  return { events, stays, discharge };
}

const whole = ({ from, to }: Interval): Interval => ({ from: Math.floor(from), to: Math.floor(to) });

/** Draws the pathway of an operation, with a stream of its own. */
export function drawPathway(seed: number, operation: Operation): Pathway {
  const stream = randomStream(seed, USE_CASE, operation.index, 'pathway');
  const { surgery, picuDays, deathAfterDays, lost } = operation;
  const death = deathAfterDays === undefined ? undefined : Math.floor(surgery + deathAfterDays * MINUTES_PER_DAY);
  const before = drawBefore(stream, operation);
  const { most } = PATHWAY.picuHours;
  const from = Math.round(surgery + Math.min(60 * most, hours(stream, PATHWAY.picuHours)));
  const planned = from + picuDays * MINUTES_PER_DAY;
  const isLethal = death !== undefined && death <= planned;
  const picu = drawPicu(stream, operation, { from, to: isLethal ? death : planned }, isLethal);
  const after = drawAfter(stream, operation, planned);
  const limit = death ?? Infinity;
  const isBefore = ({ at }: PathwayEvent) => at < limit;
  const events = [...before, ...picu.events, ...(isLethal ? [] : after.events.filter(isBefore))]
    .map(({ activity, at }) => ({ activity, at: Math.floor(at) }))
    .sort((one, other) => one.at - other.at);
  if (death !== undefined) events.push({ activity: 'Death', at: death });
  const later = after.stays.filter((stay) => !isLethal && stay.from < limit);
  const discharge = Math.floor(after.discharge);
  const admission = before[before.length - 2] as PathwayEvent;
  return {
    events,
    visit: { from: Math.floor(admission.at), to: Math.min(limit, discharge) },
    picuStays: [...picu.stays, ...later.map((stay) => ({ from: stay.from, to: Math.min(stay.to, limit) }))].map(whole),
    ventilation: picu.ventilation.map(whole),
    death,
    end: death ?? Math.max(discharge, lost ? 0 : surgery + FOLLOW_UP.days * MINUTES_PER_DAY)
  };
}
