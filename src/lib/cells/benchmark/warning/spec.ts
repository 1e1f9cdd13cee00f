import type { Place } from '$workers/shared/errors';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf } from '../../task';
import { failBenchmark as fail } from '../failures';
import { benchmarkFields } from '../fields';

/** How much early warnings of sepsis are worth, by the challenge of 2019. */
export interface WarningSpec {
  method: 'sepsis-utility';
  /** The cell's name: that of its table. */
  name: string;
  from: string;
  person: string;
  /** Stays of a person that are told apart. */
  episode: string | undefined;
  time: string;
  label: string;
  /** Calls as 0 and 1, or scores of which some are calls. */
  calls: { call: string } | { score: string; threshold?: number };
  /** Hours from the first label 1 to the onset. */
  shift: number;
  hospital: string | undefined;
  title: string | undefined;
  caption: string | undefined;
  placeOf(...path: string[]): Place;
}

const needed = ['person', 'time', 'label'] as const;
/** What only a comparison of hospitals knows. */
const ofHospitals = [
  'outcome',
  'death_day',
  'follow_up',
  'risk',
  'risk_model',
  'complications',
  'show',
  'target'
] as const;

/** @throws `task-…`, `benchmark-…` with line and column in the text */
export function parseWarning(text: string, { id }: Pick<Cell, 'id'>): WarningSpec {
  const reading = readTask(text, benchmarkFields);
  const written = specOf(reading);
  const placeOf = (...path: string[]) => reading.placeOf(path);
  if (id === undefined) throw fail('benchmark-needs-name', {}, { place: { line: 1, column: 1 } });
  const { person, time, label, call, score, threshold } = written;
  const other = ofHospitals.find((key) => written[key] !== undefined);
  if (other) throw fail('benchmark-not-here', { field: other }, { place: placeOf(other) });
  if (person === undefined || time === undefined || label === undefined) {
    const field = needed.find((key) => written[key] === undefined) ?? 'person';
    throw fail('benchmark-warning-needs', { field }, { place: { line: 1, column: 1 } });
  }
  if (call === undefined && score === undefined) {
    throw fail('benchmark-call-none', {}, { place: { line: 1, column: 1 } });
  }
  if (call !== undefined && (score !== undefined || threshold !== undefined)) {
    throw fail('benchmark-call-two', {}, { place: placeOf(score !== undefined ? 'score' : 'threshold') });
  }
  const scored = { score: score ?? '', ...(threshold !== undefined && { threshold }) };
  const { from, episode, shift, hospital, title, caption } = written;
  return {
    method: 'sepsis-utility',
    name: id,
    ...{ from, person, episode, time, label, shift, hospital, title, caption },
    calls: call === undefined ? scored : { call },
    placeOf
  };
}

export const patientsName = (name: string): string => `${name}_patients`;
export const thresholdsName = (name: string): string => `${name}_thresholds`;

/** The tables it makes: of all or by hospital, by patient, and of scores by threshold. */
export function warningTables({ name, calls }: Pick<WarningSpec, 'name' | 'calls'>): string[] {
  return [name, patientsName(name), ...('score' in calls ? [thresholdsName(name)] : [])];
}
