import { isPresent } from '../../shared/exact-text';
import type { Table } from '../../shared/table';
import { columnOf, factorOf, flagsOf, hoursOf, inUnit, neededColumn, numbersOf, refuseMissing } from './column-reader';
import { fail } from './errors';
import type { Levels } from './levels';
import { checkDoses, type Doses } from './schedule';

const doseColumns = 'time, amount, duration';
const levelColumns = 'time, level, below, unit';
/** One IU/mL is 100 IU/dL; IU/dL and % of normal are the same. */
const levelUnits = { 'IU/dL': 1, 'U/dL': 1, '%': 1, 'IU/mL': 100, 'U/mL': 100 } as const;

/**
 * Doses from a table: `time` (h, or a point in time), `amount` (IU), `duration`? (h or min; a bolus without it).
 *
 * @throws `pk-column-…`; `pk-value-missing`, `pk-dose-impossible`, `pk-duration-impossible` naming the row
 */
export function dosesOf(table: Table): Doses {
  const needed = (column: string) => {
    const found = neededColumn(table, { table: 'doses', column }, doseColumns);
    refuseMissing(found, { table: 'doses', column });
    return found;
  };
  const time = hoursOf(needed('time'), { table: 'doses', column: 'time' });
  const amount = needed('amount');
  const place = { table: 'doses', column: 'amount' };
  const given = columnOf(table, 'duration');
  const duration = given
    ? hoursOf(given, { table: 'doses', column: 'duration' }).map((hours) => (Number.isNaN(hours) ? 0 : hours))
    : new Float64Array(time.length);
  const doses = { time, amount: inUnit(numbersOf(amount, place), amount.unit, { IU: 1, U: 1 }, place), duration };
  checkDoses(doses);
  return doses;
}

/**
 * Levels from a table: `time` as in the doses, `level` (its own unit, or that of the text column `unit`? row by row: IU/dL, %
 * or IU/mL), `below`? (yes where the laboratory reported "below quantification"; `level` may be missing there).
 *
 * @returns IU/dL
 * @throws `pk-column-…`; `pk-value-missing`, `pk-level-unit`, `pk-level-impossible` naming the row
 */
export function levelsOf(table: Table): Levels {
  const needed = (column: string) => neededColumn(table, { table: 'levels', column }, levelColumns);
  const timeColumn = needed('time');
  refuseMissing(timeColumn, { table: 'levels', column: 'time' });
  const time = hoursOf(timeColumn, { table: 'levels', column: 'time' });
  const levelColumn = needed('level');
  const belowColumn = columnOf(table, 'below');
  const below = belowColumn ? flagsOf(belowColumn, { table: 'levels', column: 'below' }) : new Uint8Array(time.length);
  const level = inRowUnits(
    table,
    numbersOf(levelColumn, { table: 'levels', column: 'level' }),
    levelColumn.unit,
    below
  );
  for (let row = 0; row < level.length; row++) {
    if (below[row]) continue;
    if (Number.isNaN(level[row])) throw fail('pk-value-missing', { row: row + 1, table: 'levels', column: 'level' });
    if (!(level[row]! >= 0 && level[row]! < Infinity)) throw fail('pk-level-impossible', { row: row + 1 });
  }
  return { time, level, below };
}

function inRowUnits(table: Table, level: Float64Array, declared: string | undefined, below: Uint8Array): Float64Array {
  const place = { table: 'levels', column: 'level' };
  const units = columnOf(table, 'unit');
  if (!units) return inUnit(level, declared, levelUnits, place);
  if (units.type !== 'text') throw fail('pk-column-type', { table: 'levels', column: 'unit', wanted: 'text' });
  const factors = units.dictionary.map((unit) => factorOf(unit, levelUnits));
  return level.map((value, row) => {
    // A level below quantification is not a number that a unit could change.
    if (below[row]) return value;
    const factor = isPresent(units, row) ? factors[units.values[row]!] : undefined;
    if (factor === undefined) {
      throw fail('pk-level-unit', { row: row + 1, known: Object.keys(levelUnits).join(', ') });
    }
    return value * factor;
  });
}
