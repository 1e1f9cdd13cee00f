import type { TextColumn } from '../../shared/table';
import { quoteName, quoteText, type Duck } from '../duck';
import { columnTypeOf, parseSqlType } from '../sql-type';
import type { ImportType } from './contract';
import { fail } from './errors';
import type { OpenContext, Opened } from './opened';

/** Opens one table of a DuckDB file: attached read-only under the lock, by a statement of ours, and detached after. */
export async function openDatabase({ duck, content, wanted, handle, options }: OpenContext): Promise<Opened> {
  const { path, blob } = content;
  const alias = `phems_attached_${handle.split('-', 1)[0]}`;
  const release = async () => {
    await duck.run(`DETACH DATABASE IF EXISTS ${alias}`);
    await duck.dropFile(handle);
  };
  const local = await duck.registerFile(handle, blob);
  try {
    await duck.run(`ATTACH ${quoteText(local)} AS ${alias} (READ_ONLY)`).catch((error: unknown) => {
      throw fail(
        'database-unreadable',
        { file: path },
        { place: { file: path }, details: String(error), cause: error }
      );
    });
    const tables = await tablesOf(duck, alias);
    const inner = chosen(tables, wanted.inner, path);
    const [schema, table] = split(inner);
    const target = `${alias}.${quoteName(schema)}.${quoteName(table)}`;
    const described = await duck.describe(`FROM ${target}`, options.signal && { signal: options.signal });
    const counted = await duck.query(`SELECT count(*) FROM ${target}`);
    const columns = described.map(({ name, sqlType }, at) => ({
      name,
      key: `c${at}`,
      kind: 'fixed' as const,
      type: importTypeOf(sqlType)
    }));
    return {
      format: 'duckdb',
      inner,
      marksAmbiguous: false,
      staged: {
        from: `(SELECT ${described.map(({ name }, at) => `${quoteName(name)} AS c${at}`).join(', ')} FROM ${target})`,
        columns,
        rows: Number((counted.columns[0]!.values as BigInt64Array)[0]),
        inPlace: false,
        linesOf: (rows) => Promise.resolve(rows),
        warnings: [],
        raw: [],
        release
      }
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Names of the tables and views in a DuckDB file: `labs`, or `schema.labs` outside `main`. */
export async function databaseTables(
  duck: Duck,
  file: { path: string; blob: Blob; handle: string }
): Promise<string[]> {
  const alias = `phems_attached_${file.handle.split('-', 1)[0]}`;
  const local = await duck.registerFile(file.handle, file.blob);
  try {
    await duck.run(`ATTACH ${quoteText(local)} AS ${alias} (READ_ONLY)`);
    return await tablesOf(duck, alias);
  } catch (error) {
    throw fail(
      'database-unreadable',
      { file: file.path },
      { place: { file: file.path }, details: String(error), cause: error }
    );
  } finally {
    await duck.run(`DETACH DATABASE IF EXISTS ${alias}`);
    await duck.dropFile(file.handle);
  }
}

async function tablesOf(duck: Duck, alias: string): Promise<string[]> {
  const found = await duck.query(
    `SELECT CASE WHEN schema_name = 'main' THEN '' ELSE schema_name || '.' END || table_name FROM (
       SELECT database_name, schema_name, table_name FROM duckdb_tables()
       UNION ALL SELECT database_name, schema_name, view_name FROM duckdb_views() WHERE NOT internal
     ) WHERE database_name = ? ORDER BY 1`,
    [alias]
  );
  const { values, dictionary } = found.columns[0] as TextColumn;
  return Array.from(values, (code) => dictionary[code]!);
}

function chosen(tables: readonly string[], wanted: string | undefined, file: string): string {
  const values = { file, inner: wanted, count: tables.length, has: tables.slice(0, 12).join(', ') };
  const place = { file };
  if (wanted !== undefined) {
    if (!tables.includes(wanted)) throw fail('inner-missing', values, { place });
    return wanted;
  }
  if (tables.length !== 1) throw fail('inner-needed', values, { place });
  return tables[0]!;
}

function split(inner: string): [string, string] {
  const dot = inner.indexOf('.');
  return dot < 0 ? ['main', inner] : [inner.slice(0, dot), inner.slice(dot + 1)];
}

/** The import type nearest to DuckDB's own; `text` also stands for lists and records, which stay what they are. */
export function importTypeOf(sqlType: string): ImportType {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(sqlType);
  if (decimal) return `decimal(${Number(decimal[1])},${Number(decimal[2])})`;
  if (sqlType === 'TIME') return 'time';
  const type = columnTypeOf(parseSqlType(sqlType));
  const types = { float64: 'number', int32: 'integer', int64: 'bigint', bool: 'boolean' } as const;
  return type === 'text' || type === 'decimal' ? 'text' : type === 'date' || type === 'timestamp' ? type : types[type];
}
