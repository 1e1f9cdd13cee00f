import type { ScoreDefinition } from './definition';
import { kdigo, sirs, vasoactiveInotropic, zScore } from './definitions/further';
import { pelod2 } from './definitions/pelod2';
import { phoenix, phoenix8 } from './definitions/phoenix';
import { pim3 } from './definitions/pim3';
import { psofa } from './definitions/psofa';

export type { InputKind, Quantity, ScoreDefinition, ScoreInput, ScoreOutput } from './definition';

export { understands } from './input-words';
export { recognise } from './recognise';
export { WINDOW_VARIABLES, type WindowVariable } from './windows/variables';
export { courseInputs, hasLookBack, LOOK_BACK_SCORES, ONSET_SCORES, type CourseInput } from './windows/course-inputs';

/** Every score there is, in menu order, without what computes it: a form reads this and loads no engine. */
export const SCORES: readonly ScoreDefinition[] = [
  phoenix,
  phoenix8,
  psofa,
  pelod2,
  pim3,
  sirs,
  vasoactiveInotropic,
  kdigo,
  zScore
];
