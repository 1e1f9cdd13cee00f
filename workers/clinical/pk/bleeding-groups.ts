import { TableBuilder } from '../../shared/column-builder';
import { AppError } from '../../shared/errors';
import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { bleedingRates, type BleedingRates } from './bleeding-rate';
import { columnOf } from './column-reader';
import { fail, type pkFailures } from './errors';

export type BleedingGroup = BleedingRates['group'] & {
  /** Empty where the table names no groups, or a row none. */
  name: string;
  bleedFree: number;
};

export interface BleedingGroups {
  /** In the order in which they first appear. */
  groups: BleedingGroup[];
  /** A row a person and group: person_id, group, bleeds, years, rate, lower, upper. */
  persons: Table;
}

/** Rates of some rows of a table; what is wrong with one names its row in that table. */
function ratesOf(some: Table, places: readonly number[]): BleedingRates {
  try {
    return bleedingRates(some);
  } catch (error) {
    const row = error instanceof AppError ? error.values['row'] : undefined;
    if (!(error instanceof AppError) || typeof row !== 'number') throw error;
    throw fail(
      error.code as keyof typeof pkFailures,
      { ...error.values, row: (places[row - 1] ?? 0) + 1 },
      { cause: error }
    );
  }
}

/**
 * Bleeding rates of groups side by side, with exact Poisson limits of each person and each group. A person may stand in
 * several groups with part of the time in each.
 *
 * @param table as `bleedingRates` takes it, and `group`? (text)
 * @throws what `bleedingRates` throws, with the row of the whole table
 */
export function bleedingGroups(table: Table): BleedingGroups {
  const group = columnOf(table, 'group');
  if (group && group.type !== 'text')
    throw fail('pk-column-type', { table: 'bleeds', column: 'group', wanted: 'text' });
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const name = group && isPresent(group, row) ? (group.dictionary[group.values[row]!] ?? '') : '';
    const there = rows.get(name);
    if (there) there.push(row);
    else rows.set(name, [row]);
  }
  if (rows.size === 0) throw fail('bleeds-none');
  const persons = new TableBuilder([
    { name: 'person_id', type: 'int64' },
    { name: 'group', type: 'text' },
    { name: 'bleeds', type: 'float64' },
    { name: 'years', type: 'float64', unit: 'years' },
    { name: 'rate', type: 'float64', unit: '1/year' },
    { name: 'lower', type: 'float64', unit: '1/year' },
    { name: 'upper', type: 'float64', unit: '1/year' }
  ]);
  const groups = [...rows].map(([name, of]): BleedingGroup => {
    const columns = table.columns.filter((column) => column !== group).map((column) => takenRows(column, of));
    const found = ratesOf({ rows: of.length, columns }, of);
    const [ids, ...figures] = found.persons.columns as [Column, ...Column[]];
    let bleedFree = 0;
    for (let row = 0; row < of.length; row++) {
      const values = figures.map((column) => column.values[row] as number);
      if (values[0] === 0) bleedFree++;
      persons.push(ids.values[row], name, ...values);
    }
    return { ...found.group, name, bleedFree };
  });
  return { groups, persons: persons.finish() };
}
