import type { Duck } from '../duck';
import type { FoundTable, ImportFormat } from './contract';
import { tableName } from './files/names';

/** The tables of one file: one, or each sheet of a workbook and each table of a database that has several. */
export async function innerTables(
  duck: Duck,
  file: { path: string; blob: Blob; handle: string },
  format: ImportFormat
): Promise<FoundTable[]> {
  const { path, blob } = file;
  const one: FoundTable = { file: path, format, bytes: blob.size, name: tableName(path) };
  if (format === 'duckdb') {
    const { databaseTables } = await import('./database');
    return (await databaseTables(duck, file)).map((inner) => ({ ...one, inner, name: tableName(inner) }));
  }
  if (format !== 'excel') return [one];
  const { sheetNames } = await import('./excel/open');
  const sheets = await sheetNames(path, blob);
  if (sheets.length < 2) return [one];
  return sheets.map((inner) => ({ ...one, inner, name: tableName(`${tableName(path)}_${inner}`) }));
}
