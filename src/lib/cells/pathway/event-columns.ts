import type { EventColumns } from '$workers/clinical';
import type { Relation, RelationColumn } from '$workers/data/contract';
import { columnOf } from '../columns';
import { failPathway as fail } from './failures';
import type { EventRole, PathwaySpec } from './spec';

/** Names under which events have their columns; lower case, the most telling first. */
const alsoCalled: Readonly<Record<EventRole, readonly string[]>> = {
  case: ['case_id', 'case', 'case:concept:name', 'caseid', 'visit_occurrence_id', 'person_id', 'patient_id'],
  activity: ['activity', 'concept:name', 'event', 'activity_name', 'event_name'],
  time: ['timestamp', 'time', 'time:timestamp', 'event_time', 'datetime', 'event_datetime', 'start_time', 'date'],
  hospital: ['hospital', 'hospital_id', 'care_site_id', 'care_site', 'site'],
  order: ['row_number', 'event_number', 'sequence', 'event_order']
};

/**
 * Which columns of a table hold what: as the cell says, else by their names.
 * @throws `no-column`, `pathway-no-role` with the place in the text
 */
export function eventColumns(spec: PathwaySpec, relation: Relation): EventColumns {
  const byName = new Map(relation.columns.map((column) => [column.name.toLowerCase(), column]));
  const find = (role: EventRole): RelationColumn | undefined => {
    const written = spec.columns[role];
    if (written !== undefined) return columnOf(relation, written, spec.placeOf('columns', role));
    const called = alsoCalled[role].find((name) => byName.has(name));
    return called === undefined ? undefined : byName.get(called);
  };
  const needed = (role: 'case' | 'activity' | 'time'): string => {
    const found = find(role);
    if (found) return found.name;
    const values = { role, table: spec.from, columns: relation.columns.map(({ name }) => name).join(', ') };
    throw fail('pathway-no-role', values, { place: spec.placeOf('from') });
  };
  const hospital = find('hospital')?.name;
  const order = find('order');
  // Taken unasked only where it can number rows.
  const numbers = order && (spec.columns.order !== undefined || ['int32', 'int64'].includes(order.type));
  return {
    case: needed('case'),
    activity: needed('activity'),
    time: needed('time'),
    ...(hospital !== undefined && { hospital }),
    ...(numbers && { order: order.name })
  };
}
