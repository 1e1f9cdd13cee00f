import type { Table } from '../../shared/table';
import { columnOf } from './column-reader';
import { fail } from './errors';
import type { Levels } from './levels';
import { dosesOf, levelsOf } from './read-tables';
import type { Doses } from './schedule';

const MICROSECONDS_AN_HOUR = 3.6e9;

/**
 * Doses and levels on one clock. Points in time count from the first dose, else from the first level.
 *
 * @throws `pk-times-differ`, and what the tables lack
 */
export function readTimes(
  doseTable: Table | undefined,
  levelTable: Table | undefined
): { doses: Doses | undefined; levels: Levels | undefined; origin: bigint | undefined } {
  const origin = firstOf(doseTable) ?? firstOf(levelTable);
  const doses = doseTable && doseTable.rows > 0 ? dosesOf(since(doseTable, origin)) : undefined;
  const levels = levelTable && levelTable.rows > 0 ? levelsOf(since(levelTable, origin)) : undefined;
  if (doseTable && levelTable && doses && levels && isClock(doseTable) !== isClock(levelTable)) {
    throw fail('pk-times-differ');
  }
  return { doses, levels, origin };
}

const isClock = (table: Table): boolean => columnOf(table, 'time')?.type === 'timestamp';

function firstOf(table: Table | undefined): bigint | undefined {
  const column = table && columnOf(table, 'time');
  if (column?.type !== 'timestamp' || column.values.length === 0) return undefined;
  return column.values.reduce((least, time) => (time < least ? time : least));
}

/** Its times as hours since the origin: differences are taken while they are whole numbers. */
function since(table: Table, origin: bigint | undefined): Table {
  if (origin === undefined || !isClock(table)) return table;
  return {
    ...table,
    columns: table.columns.map((column) => {
      if (column.name !== 'time' || column.type !== 'timestamp') return column;
      const { name, validity } = column;
      const values = Float64Array.from(column.values, (time) => Number(time - origin) / MICROSECONDS_AN_HOUR);
      return { name, type: 'float64', values, unit: 'h', ...(validity && { validity }) };
    })
  };
}
