import { STANDARD } from '../../shared/concepts';
import type { Faulty } from '../../shared/faults';
import { day, timestamp, visitId } from '../../shared/identity';
import { TREATMENT } from '../constants';
import type { Stay } from '../flat';
import type { EpisodeHours } from '../hours';
import { agentConcept, LOCAL } from './concepts';
import type { Builders } from './person';

/** Ids of one person's rows, a count for every table. */
export interface RowCounters {
  condition: () => number;
  drug: () => number;
  procedure: () => number;
  device: () => number;
  observation: () => number;
}

/** Times of one stay as the tables hold them. */
function times({ episode, clock }: Stay) {
  const at = (hour: number) => clock(episode.admission + Math.floor(60 * hour));
  return { at, start: at(0), end: at(episode.hours) };
}

function pushVisit(builders: Builders, stay: Stay, number: number, start: number, end: number): void {
  const { person, personId } = stay;
  builders.visit_occurrence?.push(
    visitId(person, number),
    personId,
    STANDARD.inpatient,
    day(start),
    timestamp(start),
    day(end),
    timestamp(end),
    STANDARD.ehr,
    person.hospital.number,
    number === 2 ? visitId(person, 1) : undefined
  );
}

/** The visit, its time in intensive care (all of it), and the faults of visits. */
export function pushVisits(builders: Builders, stay: Stay, faulty: Faulty | undefined): void {
  const { person, episode, personId } = stay;
  const { start, end } = times(stay);
  const visit = visitId(person, episode.number);
  const isFirst = episode.number === 1;
  const reversed = isFirst && faulty?.counted.visitReversed === true;
  if (reversed) faulty.log.add(3, 'visit_occurrence', visit);
  if (end !== episode.admission + 60 * episode.hours) faulty?.log.add(17, 'visit_occurrence', visit);
  pushVisit(builders, stay, episode.number, start, reversed ? start - 1440 : end);
  if (isFirst && faulty?.counted.visitOverlapping) {
    faulty.log.add(14, 'visit_occurrence', visitId(person, 9));
    pushVisit(builders, stay, 9, start + 360, end + 720);
  }
  builders.visit_detail?.push(
    visit,
    personId,
    STANDARD.intensiveCare,
    day(start),
    timestamp(start),
    day(end),
    timestamp(end),
    STANDARD.ehr,
    person.hospital.number,
    visit
  );
}

/** The kind of admission, and with sepsis the condition and the culture. */
export function pushFindings(builders: Builders, stay: Stay, ids: RowCounters): void {
  const { person, episode, personId } = stay;
  const { at, start, end } = times(stay);
  const visit = visitId(person, episode.number);
  const kind = episode.surgical ? 'after surgery' : 'medical';
  builders.observation?.push(
    ids.observation(),
    personId,
    LOCAL.admissionType,
    day(start),
    timestamp(start),
    STANDARD.ehr,
    kind,
    visit,
    'admission_type'
  );
  if (!episode.sepsis) return;
  const onset = at(episode.sepsis.onset);
  builders.condition_occurrence?.push(
    ids.condition(),
    personId,
    LOCAL.sepsis,
    day(onset),
    timestamp(onset),
    day(end),
    STANDARD.ehr,
    visit,
    'sepsis'
  );
  const culture = at(Math.min(episode.culture, episode.hours));
  builders.procedure_occurrence?.push(
    ids.procedure(),
    personId,
    LOCAL.culture,
    day(culture),
    timestamp(culture),
    STANDARD.ehr,
    visit,
    'culture'
  );
}

/** Central line for the whole stay; ventilation and other support by unbroken intervals. */
export function pushDevices(builders: Builders, stay: Stay, hours: EpisodeHours, ids: RowCounters): void {
  const { person, episode, personId } = stay;
  const { at } = times(stay);
  const push = (concept: number, name: string, from: number, to: number) => {
    const start = at(from);
    const end = at(to);
    builders.device_exposure?.push(
      ids.device(),
      personId,
      concept,
      day(start),
      timestamp(start),
      day(end),
      timestamp(end),
      STANDARD.ehr,
      visitId(person, episode.number),
      name
    );
  };
  if (episode.line) push(LOCAL.centralLine, 'central_line', 0, episode.hours);
  for (const { from, to } of intervals(hours.imv)) push(LOCAL.ventilator, 'imv', from, to);
  for (const { from, to } of intervals(hours.support)) push(LOCAL.otherSupport, 'support', from, to);
}

/** Unbroken runs of ones; `to` is the hour after the last. */
export function intervals(flags: Uint8Array): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = flags.indexOf(1); from >= 0;) {
    const next = flags.indexOf(0, from);
    const to = next < 0 ? flags.length : next;
    found.push({ from, to });
    from = flags.indexOf(1, to);
  }
  return found;
}

/**
 * Vasoactive agents, antibiotics as truly given (route not recorded), and with `leak` a row with the route
 * "Intravenous" for every hour in which an antibiotic is charted with hindsight.
 */
export function pushDrugs(
  builders: Builders,
  stay: Stay,
  hours: EpisodeHours,
  { ids, leak }: { ids: RowCounters; leak: boolean }
): void {
  const { person, episode, personId } = stay;
  const { at } = times(stay);
  const push = (drug: number, name: string, route: { id: number; name: string }, from: number, to: number) => {
    const start = at(from);
    const end = at(Math.min(to, episode.hours));
    builders.drug_exposure?.push(
      ids.drug(),
      personId,
      drug,
      day(start),
      timestamp(start),
      day(end),
      timestamp(end),
      STANDARD.ehr,
      route.id,
      visitId(person, episode.number),
      name,
      route.name
    );
  };
  const infusion = { id: LOCAL.routeInfusion, name: 'Continuous infusion' };
  for (const { from, to, agents } of hours.vasoactiveRuns) {
    for (const agent of agents) push(agentConcept(agent), agent, infusion, from, to);
  }
  if (episode.sepsis) {
    const route = { id: LOCAL.routeNotRecorded, name: 'not recorded' };
    for (let dose = 0; dose < TREATMENT.antibioticDoses; dose++) {
      const from = episode.antibiotic + dose * TREATMENT.antibioticEveryHours;
      if (from < episode.hours) push(LOCAL.antibiotic, 'antibiotic', route, from, from + 0.5);
    }
  }
  if (!leak) return;
  const intravenous = { id: LOCAL.routeIntravenous, name: 'Intravenous' };
  hours.charted.forEach((charted, hour) => {
    if (charted) push(LOCAL.antibiotic, 'antibiotic charted', intravenous, hour, hour + 1);
  });
}
