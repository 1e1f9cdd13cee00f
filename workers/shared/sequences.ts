import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Random sequences that a test has run. */
    sequences?: number;
  }
}

/** How many random sequences a test is to run: few with every commit, `PHEMS_SEQUENCES` in the acceptance. */
export const sequencesAsked = (few: number): number => Number(process.env['PHEMS_SEQUENCES'] ?? few);

/** Counts a sequence that a test really runs; the report of the tests carries the sum. */
export function countSequence({ task }: TestContext): void {
  task.meta.sequences = (task.meta.sequences ?? 0) + 1;
}
