import type { Place } from '$workers/shared/errors';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf, type SpecOf } from '../task';
import { failBenchmark as fail } from './failures';
import { benchmarkFields, parts, type Part } from './fields';

type Written = SpecOf<typeof benchmarkFields>;

export interface BenchmarkSpec extends Omit<Written, 'show' | 'hospital'> {
  hospital: string;
  /** The cell's name: that of its table. */
  name: string;
  /** What is shown, in the order of the page. */
  show: readonly Part[];
  placeOf(...path: string[]): Place;
}

/** @throws `task-…`, `benchmark-…` with line and column in the text */
export function parseBenchmark(text: string, { id }: Pick<Cell, 'id'>): BenchmarkSpec {
  const reading = readTask(text, benchmarkFields);
  const written = specOf(reading);
  const placeOf = (...path: string[]) => reading.placeOf(path);
  if (id === undefined) throw fail('benchmark-needs-name', {}, { place: { line: 1, column: 1 } });
  const { hospital } = written;
  if (hospital === undefined) throw fail('benchmark-hospital-none', {}, { place: { line: 1, column: 1 } });
  checkOutcome(written, placeOf);
  if (written.risk !== undefined && written.risk_model !== undefined) {
    throw fail('benchmark-risk-two', {}, { place: placeOf('risk_model') });
  }
  return { ...written, hospital, name: id, show: shownParts(written, placeOf), placeOf };
}

function checkOutcome(
  { outcome, death_day, follow_up, episode, time }: Written,
  placeOf: (...path: string[]) => Place
): void {
  if (outcome === undefined && death_day === undefined) {
    throw fail('benchmark-outcome-none', {}, { place: { line: 1, column: 1 } });
  }
  if (outcome !== undefined && death_day !== undefined) {
    throw fail('benchmark-outcome-two', {}, { place: placeOf('death_day') });
  }
  if (death_day !== undefined && follow_up === undefined) {
    throw fail('benchmark-follow-up', {}, { place: placeOf('death_day') });
  }
  if (episode !== undefined && (death_day === undefined || time === undefined)) {
    throw fail('benchmark-episode', {}, { place: placeOf('episode') });
  }
}

/** What is asked for; where nothing is, all that the columns allow. */
function shownParts({ show, risk, risk_model, time, stay }: Written, placeOf: (...path: string[]) => Place): Part[] {
  const hasRisk = risk !== undefined || risk_model !== undefined;
  const can: Record<Part, boolean> = {
    funnel: true,
    oe: hasRisk,
    vlad: hasRisk && time !== undefined,
    cusum: hasRisk && time !== undefined,
    rates: true,
    stay: stay !== undefined
  };
  if (show === undefined) return parts.filter((part) => can[part]);
  if (show.length === 0) throw fail('benchmark-show-none', {}, { place: placeOf('show') });
  for (const part of show) {
    if (can[part]) continue;
    if (part === 'stay') throw fail('benchmark-needs-stay', {}, { place: placeOf('show') });
    throw fail(hasRisk ? 'benchmark-needs-time' : 'benchmark-needs-risk', { part }, { place: placeOf('show') });
  }
  return parts.filter((part) => show.includes(part));
}

/** Whether each hospital is followed case by case. */
export function follows({ show }: Pick<BenchmarkSpec, 'show'>): boolean {
  return show.includes('vlad') || show.includes('cusum');
}

export const courseName = (name: string): string => `${name}_course`;
export const staysName = (name: string): string => `${name}_stays`;
export const complicationsName = (name: string): string => `${name}_complications`;

/** The tables of a benchmark. */
export function tableNames(spec: Pick<BenchmarkSpec, 'name' | 'show' | 'complications' | 'stay'>): string[] {
  return [
    spec.name,
    ...(follows(spec) ? [courseName(spec.name)] : []),
    ...(spec.complications?.length ? [complicationsName(spec.name)] : []),
    ...(spec.stay === undefined ? [] : [staysName(spec.name)])
  ];
}
