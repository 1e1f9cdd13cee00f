import type { RelationColumn } from '../contract';
import { quoteName } from '../duck';
import { isNumeric, parseSqlType } from '../sql-type';

/** What a column can be asked, by its type alone. */
export type Family = 'float' | 'decimal' | 'whole' | 'date' | 'timestamp' | 'bool' | 'text' | 'uuid' | 'other';

/** A column of a table, as our statements speak of it. */
export interface Asked {
  name: string;
  sqlType: string;
  unit: string | undefined;
  family: Family;
  /** Its quoted name. */
  sql: string;
  /** Identifies somebody or something, by its name. */
  namedId: boolean;
  /** A code of a vocabulary: a number, but no quantity. */
  isCode: boolean;
}

export function askedOf({ name, sqlType, unit }: RelationColumn): Asked {
  const family = familyOf(sqlType);
  const isCode = /(^|_)(concept_id|code|icd\d*|atc)$/i.test(name);
  const nameable = family === 'whole' || family === 'text' || family === 'uuid' || family === 'decimal';
  return {
    name,
    sqlType,
    unit,
    family,
    sql: quoteName(name),
    namedId: (nameable && !isCode && /(^|_)(id|mrn|uuid|guid|zip|postcode|ssn|hetu)$/i.test(name)) || family === 'uuid',
    isCode: isCode && (family === 'whole' || family === 'text')
  };
}

function familyOf(sqlType: string): Family {
  const type = parseSqlType(sqlType);
  if (type.kind !== 'scalar') return 'other';
  const { name } = type;
  if (name === 'FLOAT' || name === 'DOUBLE') return 'float';
  if (name === 'DECIMAL') return type.scale === 0 ? 'whole' : 'decimal';
  if (isNumeric(type)) return 'whole';
  if (name === 'DATE') return 'date';
  if (name.startsWith('TIMESTAMP')) return 'timestamp';
  if (name === 'BOOLEAN') return 'bool';
  if (name === 'VARCHAR' || name === 'ENUM') return 'text';
  return name === 'UUID' ? 'uuid' : 'other';
}

export function isNumber({ family }: Asked): boolean {
  return family === 'float' || family === 'decimal' || family === 'whole';
}

export function isTime({ family }: Asked): boolean {
  return family === 'date' || family === 'timestamp';
}

/** A value as a double: what bins and steps are counted in. Times are microseconds since 1970. */
export function asDouble({ sql, family }: Asked): string {
  if (family === 'date') return `(epoch_us(${sql}::TIMESTAMP)::DOUBLE)`;
  if (family === 'timestamp') return `(epoch_us(${sql})::DOUBLE)`;
  return `(${sql}::DOUBLE)`;
}

/** True where there is a value to count with. Infinite dates exist, too. */
export function isCountable({ sql, family }: Asked): string {
  return family === 'float' || family === 'date' || family === 'timestamp' ? `isfinite(${sql})` : `${sql} IS NOT NULL`;
}
