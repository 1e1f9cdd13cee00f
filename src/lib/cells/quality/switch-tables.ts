import type { Relation } from '$workers/data/contract';
import { setField } from '../task';
import { namesTables, qualityFields } from './fields';
import { readTask } from '../task';
import { cdmNameOf } from './recognise';

/** The text with its tables said the other way: those that the prefix means by name, or what the names begin with. */
export function switchTables(
  text: string,
  to: 'prefix' | 'list',
  relations: readonly Pick<Relation, 'name'>[]
): string {
  if ((to === 'list') === namesTables(text)) return text;
  if (to === 'list') {
    const prefix = String(readTask(text, qualityFields.prefix).spec.tables ?? '').toLowerCase();
    const known = relations.filter(({ name }) => name.toLowerCase() === `${prefix}${cdmNameOf(name)}`);
    return setField(text, ['tables'], known.length > 0 ? known.map(({ name }) => name) : [`${prefix}person`]);
  }
  const first = readTask(text, qualityFields.list).spec.tables?.[0] ?? '';
  const known = cdmNameOf(first);
  return setField(text, ['tables'], known === undefined ? '' : first.slice(0, first.length - known.length));
}
