import type { Conformance, PathFit } from '$workers/clinical';
import { numbersOf, rowsOf, textsOf } from './figures';
import { the } from './the';

/** How far cases follow the reference path, as it is shown. */
export interface ShownConformance {
  path: string;
  fit: PathFit | undefined;
  steps: readonly { activity: string; required: boolean; done: number; skipped: number }[];
  extras: readonly { activity: string; count: number; cases: number }[];
  /** Steps that no event is called, with names like theirs. */
  unknownSteps: Conformance['unknownSteps'];
}

export function conformanceOf({ path, fit, steps, extras, unknownSteps }: Conformance): ShownConformance {
  const required = numbersOf(steps, 'required');
  const [names, extraNames] = [textsOf(steps, 'activity'), textsOf(extras, 'activity')];
  return {
    path,
    fit,
    steps: rowsOf(steps, { done: 'cases_done', skipped: 'cases_skipped' }).map((row, step) => ({
      activity: the(names, step),
      required: required[step] === 1,
      ...row
    })),
    extras: rowsOf(extras, { count: 'count', cases: 'cases' }).map((row, extra) => ({
      activity: the(extraNames, extra),
      ...row
    })),
    unknownSteps
  };
}
