import { agree } from './agree';
import { compare } from './compare';
import type { AnalysisMethod } from './define';
import { describe } from './describe';
import { detect } from './detect';
import { plan } from './plan';
import { pool } from './pool';
import { predict } from './predict';
import { relate } from './relate';
import { survive } from './survive';

/** Every method there is, by question, in the order of the form. */
export const analyses: readonly AnalysisMethod[] = [
  ...describe,
  ...compare,
  ...relate,
  ...survive,
  ...predict,
  ...agree,
  ...pool,
  ...detect,
  ...plan
];
