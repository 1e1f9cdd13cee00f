import type { Benchmark } from '$workers/statistics';
import { benchmarkWords as words } from '$lib/messages/benchmark';
import { twoDecimals } from './shown';
import { unitsOf } from './course';

/** What is said of cases and hospitals that are in no course. */
export function courseRemarks({ course }: Benchmark): string[] {
  if (!course) return [];
  return [
    ...(course.undated > 0 ? [words.undated(course.undated)] : []),
    ...(course.few > 0 ? [words.fewCases(course.few)] : []),
    ...(course.beyond > 0 ? [words.beyond(course.beyond)] : [])
  ];
}

/** The lines in words, for those who do not see them. */
export function courseDescription(found: Benchmark): string {
  const units = unitsOf(found).map(({ name, cases, vlad }) => words.unitDescription(name, cases, twoDecimals(vlad)));
  return words.courseDescription(units.join(' '));
}
