import { agree } from './agree';
import type { AnalysisMethod } from './define';
import { detect } from './detect';
import { plan } from './plan';
import { pool } from './pool';
import { predict } from './predict';
import { relate } from './relate';
import { survive } from './survive';

/** Every method there is, by question, in the order of the form. */
export const analyses: readonly AnalysisMethod[] = [
  ...relate,
  ...survive,
  ...predict,
  ...agree,
  ...pool,
  ...detect,
  ...plan
];
