import { nearNames } from '../../shared/near-names';
import type { Column, Int32Column, Int64Column, Table, TextColumn } from '../../shared/table';
import { fail } from './errors';
import type { TimeColumn } from './event-times';

/** Which columns of a table hold what. */
export interface EventColumns {
  /** Whose event it is: text, int64 or int32. */
  case: string;
  /** What happened: text. */
  activity: string;
  /** When: timestamp or date. */
  time: string;
  /** Where, of any type; a case belongs to the hospital of its first event that names one. */
  hospital?: string;
  /** Number of the row in its file, int64 or int32: it decides between equal times. Default: the order of the table. */
  order?: string;
}

export interface ChosenColumns {
  case: TextColumn | Int64Column | Int32Column;
  activity: TextColumn;
  time: TimeColumn;
  hospital: Column | undefined;
  order: Int64Column | Int32Column | undefined;
}

function columnOf(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name);
  if (found) return found;
  const names = table.columns.map((column) => column.name);
  const near = nearNames(name, names, 1)[0];
  throw fail('pathway-column-unknown', { column: name, near, known: names.join(', ') });
}

function typed<Type extends Column['type']>(
  column: Column,
  role: string,
  types: readonly Type[]
): Extract<Column, { type: Type }> {
  if (types.includes(column.type as Type)) return column as Extract<Column, { type: Type }>;
  const wanted = types.join(' or ');
  throw fail('pathway-column-type', { column: column.name, type: column.type, role, wanted });
}

/** @throws `pathway-column-unknown`, `pathway-column-type` */
export function chooseColumns(table: Table, names: EventColumns): ChosenColumns {
  return {
    case: typed(columnOf(table, names.case), 'case', ['text', 'int64', 'int32']),
    activity: typed(columnOf(table, names.activity), 'activity', ['text']),
    time: typed(columnOf(table, names.time), 'time', ['timestamp', 'date']),
    hospital: names.hospital === undefined ? undefined : columnOf(table, names.hospital),
    order: names.order === undefined ? undefined : typed(columnOf(table, names.order), 'row number', ['int64', 'int32'])
  };
}
