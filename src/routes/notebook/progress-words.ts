import { page as words } from '$lib/messages/page';
import { formatBytes, formatCount } from '$lib/messages/figures';
import type { Progress } from '$workers/shared/job';

/** "Reading labs.csv, 12 of 41 MB": what a long job does, as far as it says. */
export function progressWords({ step, done, total, unit, of }: Progress): string {
  const what = words.steps[step] ?? words.stepUnknown;
  const size = (n: number) => (unit === 'bytes' ? formatBytes(n) : formatCount(n));
  const named = of === undefined ? what : `${what} ${of}`;
  return done === undefined ? named : words.progress(named, size(done), total === undefined ? undefined : size(total));
}
