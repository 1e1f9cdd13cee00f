import type { Check } from '../check';
import { completeness } from './completeness';
import { conformance } from './conformance';
import { plausibility } from './plausibility';

/** Every check there is, by number. Adding one is an entry in the list of its kind. */
export const checks: readonly Check[] = [...conformance, ...completeness, ...plausibility];
