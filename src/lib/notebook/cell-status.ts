/** What the queue does with a cell. */
export type Run = 'idle' | 'queued' | 'running' | 'stopping';

/** What its last result is worth. */
export type Result = 'none' | 'fresh' | 'stale' | 'failed' | 'stopped' | 'blocked';

/** The one word a cell shows. Derived, never stored. */
export type Status = 'running' | 'stopping' | 'queued' | 'edited' | Result;

/** Stale outranks failed, so that mending an error feels less threatening. */
export function shownStatus(run: Run, result: Result, edited: boolean): Status {
  if (run !== 'idle') return run;
  if (result === 'blocked') return 'blocked';
  if (edited && result !== 'none') return 'edited';
  return result;
}
