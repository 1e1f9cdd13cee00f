import type { ColumnType } from '../shared/table';

/** A DuckDB type name as a tree. */
export type SqlType =
  | { kind: 'scalar'; name: string; precision?: number; scale?: number }
  | { kind: 'list'; item: SqlType }
  | { kind: 'struct'; fields: readonly { name: string; type: SqlType }[] }
  | { kind: 'map'; key: SqlType; value: SqlType };

/**
 * Reads a type as `DESCRIBE` prints it.
 * @throws Error on text that is no type: DuckDB wrote it, so that is a bug of ours
 */
export function parseSqlType(text: string): SqlType {
  let at = 0;
  const skip = () => {
    while (text[at] === ' ') at++;
  };
  const take = (mark: string): boolean => {
    skip();
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const need = (mark: string) => {
    if (!take(mark)) throw new Error(`Type ${text}: ${mark} is missing at ${at}.`);
  };
  const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;
  const word = /[^\s,()[\]"']+/y;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };

  const fieldName = (): string => {
    skip();
    const name = match(quoted) ?? match(word) ?? '';
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
  };
  const fields = (): { name: string; type: SqlType }[] => {
    need('(');
    const found: { name: string; type: SqlType }[] = [];
    do found.push({ name: fieldName(), type: type() });
    while (take(','));
    need(')');
    return found;
  };
  const scalar = (first: string): SqlType => {
    const words = [first];
    const found: string[] = [];
    for (;;) {
      skip();
      if (take('(')) {
        do {
          skip();
          found.push(match(quoted) ?? match(word) ?? '');
        } while (take(','));
        need(')');
      }
      skip();
      const next = match(word);
      if (next === undefined) break;
      words.push(next);
    }
    const name = words.join(' ').toUpperCase();
    return name === 'DECIMAL'
      ? { kind: 'scalar', name, precision: Number(found[0]), scale: Number(found[1]) }
      : { kind: 'scalar', name };
  };
  const base = (): SqlType => {
    skip();
    const first = match(quoted) ?? match(word);
    if (first === undefined) throw new Error(`Type ${text}: a name is missing at ${at}.`);
    const upper = first.toUpperCase();
    if (upper === 'STRUCT') return { kind: 'struct', fields: fields() };
    if (upper === 'UNION') {
      fields();
      return { kind: 'scalar', name: 'UNION' };
    }
    if (upper !== 'MAP') return scalar(first);
    need('(');
    const key = type();
    need(',');
    const value = type();
    need(')');
    return { kind: 'map', key, value };
  };
  function type(): SqlType {
    let result = base();
    while (take('[')) {
      match(word);
      need(']');
      result = { kind: 'list', item: result };
    }
    return result;
  }
  return type();
}

const asInteger = new Set(['"NULL"', 'TINYINT', 'SMALLINT', 'UTINYINT', 'USMALLINT']);
const direct: Readonly<Record<string, ColumnType>> = {
  BOOLEAN: 'bool',
  // A bare NULL; DuckDB itself makes it INTEGER in a table.
  '"NULL"': 'int32',
  TINYINT: 'int32',
  SMALLINT: 'int32',
  UTINYINT: 'int32',
  USMALLINT: 'int32',
  INTEGER: 'int32',
  UINTEGER: 'int64',
  BIGINT: 'int64',
  FLOAT: 'float64',
  DOUBLE: 'float64',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp'
};

/**
 * How a DuckDB type stands in our table. Text where a number would lose digits (HUGEINT, UBIGINT, wide decimals,
 * nanoseconds) or where there is no number (UUID, INTERVAL, TIME, lists …).
 */
export function columnTypeOf(type: SqlType): ColumnType {
  if (type.kind !== 'scalar') return 'text';
  if (type.name === 'DECIMAL') return (type.precision ?? 38) <= 18 ? 'decimal' : 'text';
  return direct[type.name] ?? 'text';
}

/** The type to cast to before a column leaves DuckDB, because Arrow would lose or bend it; undefined: as it is. */
export function carrierOf(type: SqlType): string | undefined {
  const cast = type.kind === 'scalar' ? scalarCast(type) : nestedCast(type);
  return cast.changed ? cast.text : undefined;
}

interface Cast {
  text: string;
  changed: boolean;
}

function nestedCast(type: SqlType): Cast {
  switch (type.kind) {
    case 'list': {
      const item = nestedCast(type.item);
      return { text: `${item.text}[]`, changed: item.changed };
    }
    case 'map': {
      const key = nestedCast(type.key);
      const value = nestedCast(type.value);
      return { text: `MAP(${key.text}, ${value.text})`, changed: key.changed || value.changed };
    }
    case 'struct': {
      const fields = type.fields.map((field) => ({ name: field.name, ...nestedCast(field.type) }));
      const text = fields.map((field) => `"${field.name.replaceAll('"', '""')}" ${field.text}`).join(', ');
      return { text: `STRUCT(${text})`, changed: fields.some((field) => field.changed) };
    }
    case 'scalar':
      // Inside lists and structs these reach us as milliseconds or unscaled: their words go into the JSON instead.
      return /^(DATE|TIMESTAMP|TIMESTAMP_S|TIMESTAMP_MS|DECIMAL)$/.test(type.name)
        ? { text: 'VARCHAR', changed: true }
        : scalarCast(type);
  }
}

function scalarCast(type: Extract<SqlType, { kind: 'scalar' }>): Cast {
  const { name } = type;
  if (asInteger.has(name)) return { text: 'INTEGER', changed: true };
  if (name === 'UINTEGER') return { text: 'BIGINT', changed: true };
  if (name === 'FLOAT') return { text: 'DOUBLE', changed: true };
  if (name === 'TIMESTAMP_S' || name === 'TIMESTAMP_MS') return { text: 'TIMESTAMP', changed: true };
  if (name === 'DECIMAL') {
    const text = `DECIMAL(${type.precision},${type.scale})`;
    return columnTypeOf(type) === 'decimal' ? { text, changed: false } : { text: 'VARCHAR', changed: true };
  }
  // An ENUM goes as VARCHAR: DuckDB-WASM sends no dictionary along with a stream.
  return name in direct || name === 'VARCHAR' ? { text: name, changed: false } : { text: 'VARCHAR', changed: true };
}

/** Whether a value of this type is written into JSON without quotation marks. */
export function isNumeric(type: SqlType): boolean {
  return (
    type.kind === 'scalar' &&
    /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL|BIGNUM|VARINT)$/.test(type.name)
  );
}
