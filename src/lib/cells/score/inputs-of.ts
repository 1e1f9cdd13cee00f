import { recognise } from '$workers/clinical/contract';
import type { Relation, RelationColumn } from '$workers/data/contract';
import { columnOf } from '../columns';
import type { ScoreSpec } from './spec';

export interface TakenInput {
  column: RelationColumn;
  /** As the cell says it, else as the column does. */
  unit: string | undefined;
}

/**
 * The columns that a score takes from a table, by input: those written, and those recognised that are not left out.
 * @throws `no-column` with the place in the text
 */
export function inputsOf(spec: ScoreSpec, relation: Relation): Map<string, TakenInput> {
  const recognised = recognise(spec, relation);
  const taken = new Map<string, TakenInput>();
  for (const { name } of spec.inputs) {
    const written = spec.columns.get(name);
    const column =
      written !== undefined
        ? columnOf(relation, written, spec.placeOf('columns', name))
        : spec.without.includes(name)
          ? undefined
          : recognised.get(name);
    if (column) taken.set(name, { column, unit: spec.units.get(name) ?? column.unit });
  }
  return taken;
}
