import { may } from '../../../shared/call-arguments';
import { isPresent } from '../../../shared/exact-text';
import { takenRows } from '../../../shared/taken-rows';
import type { Column } from '../../../shared/table';
import { groupsOf, keyOf } from '../../columns';
import { fail } from '../../errors';
import type { Given } from '../given';
import { comparedGroups, labelOf } from '../groups';

/** Keys of what makes pairs: two columns of a row; or a value, its condition and its person, a row each. */
export const pairTakes = [
  may('before', 'column'),
  may('after', 'column'),
  may('value', 'column'),
  may('condition', 'column'),
  may('person', 'column'),
  may('reference', 'text')
];

/** Both values of each pair, a place each, with what they are called. */
export interface Pairs {
  before: Column;
  after: Column;
  labels: { before: string; after: string };
  /** What was measured. */
  of: string;
  /** Rows that belong to no pair: without a person or a condition, or the only one of a person. */
  nDropped: number;
}

/**
 * @throws `pairs-unnamed`; of rows: `pairs-conditions`, `pairs-repeated`, `event-absent`
 */
export function pairsGiven(given: Given): Pairs {
  if (given.has('before') && given.has('after')) {
    const [before, after] = [given.column('before'), given.column('after')];
    return { before, after, labels: { before: before.name, after: after.name }, of: `${before.name}, ${after.name}`, nDropped: 0 }; // prettier-ignore
  }
  if (!given.has('value') || !given.has('condition') || !given.has('person')) throw fail('pairs-unnamed');
  return fromRows(given);
}

function fromRows(given: Given): Pairs {
  const [value, person, condition] = [given.column('value'), given.column('person'), given.column('condition')];
  const conditions = comparedGroups(given, { key: 'condition' });
  if (conditions.names.length !== 2) {
    throw fail('pairs-conditions', { column: condition.name, conditions: conditions.names.length });
  }
  const persons = groupsOf(person);
  const rows = [0, 1].map(() => new Int32Array(persons.rows.length).fill(-1));
  const repeated = new Set<string | number | bigint>();
  let placed = 0;
  persons.codes.forEach((code, row) => {
    const which = conditions.codes[row]!;
    if (code < 0 || which < 0 || !isPresent(value, row)) return;
    const place = rows[which]!;
    if (place[code]! >= 0) repeated.add(keyOf(person, row));
    place[code] = row;
    placed += 1;
  });
  if (repeated.size > 0) throw fail('pairs-repeated', { persons: repeated.size });
  const [first, second] = rows as [Int32Array, Int32Array];
  const whole = Array.from(first.keys()).filter((code) => first[code]! >= 0 && second[code]! >= 0);
  const take = (from: Int32Array) => takenRows(value, whole.map((code) => from[code]!)); // prettier-ignore
  return {
    before: take(first),
    after: take(second),
    labels: { before: labelOf(condition, conditions.names[0]!), after: labelOf(condition, conditions.names[1]!) },
    of: value.name,
    nDropped: given.table.rows - placed + (placed - 2 * whole.length)
  };
}
