import type { Relation, RelationColumn } from '$workers/data/contract';
import { failPk as fail } from './failures';

/** Names under which what a cell reads is found in tables; lower case, the first is the engine's own. */
const called = {
  person_id: ['person_id', 'patient_id', 'person', 'patient'],
  time: ['time', 'hour', 'hours'],
  amount: ['amount', 'iu', 'dose_iu', 'dose'],
  duration: ['duration', 'minutes', 'duration_min', 'duration_h'],
  given: ['given'],
  planned: ['planned'],
  level: ['level', 'value', 'activity'],
  below: ['below', 'below_quantification'],
  unit: ['unit'],
  weight: ['weight', 'weight_kg'],
  age: ['age_years', 'age_y', 'age'],
  endogenous: ['endogenous', 'baseline'],
  type: ['type', 'haemophilia_type'],
  years: ['years', 'years_at_risk'],
  observed_from: ['observed_from'],
  inhibitor_from: ['inhibitor_from'],
  inhibitor_to: ['inhibitor_to']
} as const;

export type Sought = keyof typeof called;

/** The column of a table that stands for something, if there is one. */
export function found(relation: Relation, what: Sought): RelationColumn | undefined {
  const byName = new Map(relation.columns.map((column) => [column.name.toLowerCase(), column]));
  for (const name of called[what]) if (byName.has(name)) return byName.get(name);
  return undefined;
}

/** @throws `pk-cell-no-column` */
export function needed(relation: Relation, what: Sought): RelationColumn {
  const column = found(relation, what);
  if (column) return column;
  const known = relation.columns.map(({ name }) => name).join(', ');
  throw fail('pk-cell-no-column', { table: relation.name, column: called[what].join(', '), known });
}

/** The unit that a column declares, or that its name does. */
export function unitOf({ name, unit }: RelationColumn): string | undefined {
  if (unit !== undefined && unit !== '') return unit;
  const lower = name.toLowerCase();
  return lower === 'minutes' || lower.endsWith('_min') ? 'min' : undefined;
}
