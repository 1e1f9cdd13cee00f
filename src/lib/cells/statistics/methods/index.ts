import type { MethodForm } from '../method-form';
import { agree } from './agree';
import { detect } from './detect';
import { plan } from './plan';
import { pool } from './pool';
import { predict } from './predict';
import { relate } from './relate';
import { survive } from './survive';

/** Every method, by question. A new question is a file here; a new method an entry in one. */
export const methodForms: readonly MethodForm[] = [
  ...relate,
  ...survive,
  ...predict,
  ...agree,
  ...pool,
  ...detect,
  ...plan
];
