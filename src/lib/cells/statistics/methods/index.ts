import type { MethodForm } from '../method-form';
import { agree } from './agree';
import { compare } from './compare';
import { describe } from './describe';
import { detect } from './detect';
import { plan } from './plan';
import { pool } from './pool';
import { predict } from './predict';
import { relate } from './relate';
import { survive } from './survive';

/** Every method, by question. A new question is a file here; a new method an entry in one. */
export const methodForms: readonly MethodForm[] = [
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
