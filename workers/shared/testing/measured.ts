import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Figures that a test has measured, by name. */
    measured?: Readonly<Record<string, number>>;
  }
}

/** Hands figures to the report of the tests, where the acceptance reads them. */
export function tellMeasured({ task }: TestContext, measured: Readonly<Record<string, number>>): void {
  task.meta.measured = measured;
}
