import type { KeptVersion } from '../store/contract';

const hour = 3_600_000;
const day = 24 * hour;

/** Text of all versions of one notebook, at most. */
export const budgetBytes = 50_000_000;

const isLasting = (version: KeptVersion) => version.name !== undefined || version.lasting === true;

/**
 * Which versions need not be kept any more: all of 48 hours stay, then the last of each hour for 14 days, then the last
 * of each day; named ones and states in which the notebook was left stay for ever. Over the budget the oldest unnamed
 * go first, and never the newest.
 *
 * @param versions of one notebook, oldest first
 * @returns ids
 */
export function superfluous(versions: readonly KeptVersion[], now: number, budget = budgetBytes): string[] {
  const hours = new Set<number>();
  const days = new Set<number>();
  const kept = versions
    .toReversed()
    .filter((version) => {
      const [slots, span] = now - version.at <= 14 * day ? [hours, hour] : [days, day];
      const isLastOfItsSpan = !slots.has(Math.floor(version.at / span));
      hours.add(Math.floor(version.at / hour));
      days.add(Math.floor(version.at / day));
      return isLasting(version) || now - version.at <= 2 * day || isLastOfItsSpan;
    })
    .reverse();
  let size = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const tooMuch = new Set<string>();
  for (const version of kept.slice(0, -1)) {
    if (size <= budget) break;
    if (version.name !== undefined) continue;
    tooMuch.add(version.id);
    size -= version.sizeBytes;
  }
  const stay = new Set(kept.filter(({ id }) => !tooMuch.has(id)).map(({ id }) => id));
  return versions.filter(({ id }) => !stay.has(id)).map(({ id }) => id);
}
