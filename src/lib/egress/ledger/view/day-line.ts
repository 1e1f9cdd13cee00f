import { largestOf, smallestOf } from '$workers/shared/extent';
import { formatBytes } from '$lib/messages/figures';
import { clock, dateLocale } from '$lib/messages/dates';
import type { Entry } from '../entry';
import { isLight } from './ledger-view.svelte';

export interface Mark {
  number: number;
  x: number;
  kind: 'left' | 'light' | 'not' | 'kept';
  /** Of its bar, in pixels. */
  height: number;
  label: string;
}

const hour = 3_600_000;
const edge = 36;
/** Of the highest bar. */
const most = 48;
/** Marks nearer than this would lie over each other's words. */
const labelRoom = 44;

/** The entries along a line of time: a bar a message by its bytes, a cross for what was not let out. */
export function dayLine(entries: readonly Entry[], width: number) {
  const times = entries.map(({ at }) => new Date(at).getTime());
  const first = smallestOf(times);
  const last = largestOf(times);
  const step = stepOf(last - first);
  const from = Math.floor(first / step) * step;
  const until = Math.max(from + step, Math.ceil((last + 1) / step) * step);
  const x = (time: number) => edge + ((time - from) / (until - from)) * (width - 2 * edge);
  const top = Math.max(
    1,
    largestOf(entries.map((entry) => (entry.outcome === 'left' && !isLight(entry) ? entry.bytes : 0)))
  );
  const isBar = (entry: Entry) => entry.outcome === 'left' && !isLight(entry);
  const placed = entries.map((entry) => ({ entry, x: x(new Date(entry.at).getTime()) }));
  // The highest first: a label that would stand over a higher bar is left out.
  const labelled: number[] = [];
  const labels = new Set<number>();
  for (const { entry, x: at } of placed
    .filter(({ entry }) => isBar(entry))
    .sort((a, b) => b.entry.bytes - a.entry.bytes)) {
    if (labelled.every((other) => Math.abs(other - at) >= labelRoom)) labels.add(entry.number);
    labelled.push(at);
  }
  const marks = placed.map(({ entry, x: at }): Mark => {
    // Bytes range over millions: by the root, a small file is seen beside a large one.
    const height = isBar(entry) ? Math.max(3, most * Math.sqrt(entry.bytes / top)) : 0;
    const kind = isBar(entry) ? 'left' : entry.outcome === 'left' ? 'light' : entry.outcome === 'kept' ? 'kept' : 'not';
    const label = labels.has(entry.number) ? formatBytes(entry.bytes) : '';
    return { number: entry.number, x: at, kind, height, label };
  });
  const ticks = Array.from({ length: Math.round((until - from) / step) + 1 }, (_, at) => {
    const time = from + at * step;
    return { x: x(time), text: step < 24 * hour ? clock(time) : dayOf(time) };
  });
  return { marks, ticks };
}

/** At most eight ticks. */
function stepOf(span: number): number {
  const steps = [hour / 4, hour / 2, hour, 3 * hour, 6 * hour, 24 * hour, 7 * 24 * hour, 30 * 24 * hour];
  return steps.find((step) => span / step <= 7) ?? 365 * 24 * hour;
}

const dayOf = (time: number): string =>
  new Date(time).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'short' });
