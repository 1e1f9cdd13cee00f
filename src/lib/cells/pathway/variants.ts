import type { PathwayMap } from '$workers/clinical';
import { rowsOf } from './figures';

export interface ShownVariant {
  number: number;
  cases: number;
  share: number;
  /** Seconds from the first to the last event. */
  median: number;
  activities: readonly string[];
}

export interface ShownVariants {
  first: readonly ShownVariant[];
  /** Variants that are not among the first, and their cases. */
  others: { variants: number; cases: number };
}

const mostShown = 20;

/** The most frequent variants, spelled. */
export function variantsOf({ variants, traces, activityNames }: PathwayMap): ShownVariants {
  const all = rowsOf(variants, { cases: 'cases' });
  const first = rowsOf(
    variants,
    { number: 'variant', cases: 'cases', share: 'share', median: 'median_seconds' },
    mostShown
  ).map((row, at): ShownVariant => {
    const codes = traces.activity.subarray(traces.starts[at], traces.starts[at + 1]);
    return { ...row, activities: Array.from(codes, (code) => activityNames[code] ?? '') };
  });
  const cases = all.slice(first.length).reduce((sum, row) => sum + row.cases, 0);
  return { first, others: { variants: all.length - first.length, cases } };
}
