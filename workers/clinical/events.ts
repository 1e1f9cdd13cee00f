import type { JobOptions } from '../shared/job';
import type { Table } from '../shared/table';
import {
  checkConformance,
  mapPathways,
  pathwayFailures,
  readEventLog,
  type Conformance,
  type DroppedRows,
  type EventColumns,
  type EventLog,
  type PathwayFilter,
  type PathwayMap
} from './pathway';
import { failures } from '../shared/errors';

const fail = failures(pathwayFailures);

/** What is known of events once they are read. */
export interface OpenedEvents {
  activities: readonly string[];
  hospitals: readonly string[];
  cases: number;
  events: number;
  dropped: DroppedRows;
}

/** Logs of so many readers are kept; the one not asked for the longest goes first. */
const mostKept = 6;

interface Kept {
  version: string;
  log: EventLog;
}
const kept = new Map<string, Kept>();

function take(key: string): Kept | undefined {
  const found = kept.get(key);
  if (!found) return undefined;
  kept.delete(key);
  kept.set(key, found);
  return found;
}

const summaryOf = ({ activities, hospitals, starts, activity, dropped }: EventLog): OpenedEvents => ({
  activities,
  hospitals,
  cases: starts.length - 1,
  events: activity.length,
  dropped
});

/**
 * The events kept under a key, where they are of this version: then nothing has to be read again.
 * @param version says which table in which state; the caller's own
 */
export function findEvents(key: string, version: string): Promise<OpenedEvents | undefined> {
  const found = take(key);
  return Promise.resolve(found?.version === version ? summaryOf(found.log) : undefined);
}

/**
 * Reads the events of a table and keeps them under a key, in the place of those that it had: every filter is computed
 * from them without another reading.
 *
 * @throws as {@link readEventLog}; then the key has none
 */
export async function openEvents(
  key: string,
  version: string,
  table: Table,
  columns: EventColumns
): Promise<OpenedEvents> {
  kept.delete(key);
  const log = readEventLog(table, columns);
  kept.set(key, { version, log });
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return Promise.resolve(summaryOf(log));
}

function logOf(key: string): EventLog {
  const found = take(key);
  if (!found) throw fail('pathway-events-gone');
  return found.log;
}

/** @throws `pathway-events-gone`; as {@link mapPathways} */
export async function mapEvents(key: string, filter: PathwayFilter): Promise<PathwayMap> {
  return Promise.resolve(mapPathways(logOf(key), filter));
}

/** @throws `pathway-events-gone`; as {@link checkConformance} */
export async function checkEvents(
  key: string,
  path: string,
  filter: PathwayFilter,
  job: JobOptions = {}
): Promise<Conformance> {
  return checkConformance(logOf(key), path, filter, job);
}

/** Forgets events. Unknown keys are no error. */
export function forgetEvents(keys: readonly string[]): Promise<void> {
  for (const key of keys) kept.delete(key);
  return Promise.resolve();
}
