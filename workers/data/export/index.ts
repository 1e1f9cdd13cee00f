import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import { rowsOfPage, type FileWriter } from '../../shared/table-files/file-writer';
import type { ExportRequest, RelationColumn } from '../contract';
import { fail } from '../errors';

/** What is exported: rows of a view in their order, page by page. */
export interface ExportSource {
  rows: number;
  columns: readonly RelationColumn[];
  page(offset: number, limit: number): Promise<Table>;
}

/** Rows of a sheet, without the one of the names; columns of a sheet. */
const sheet = { rows: 1_048_575, columns: 16_384 };

/**
 * Writes all rows to a file, page by page, so that no more than a page is in memory beside what the browser keeps.
 * @throws `export-sheet-full` where Excel has no room; `stopped`
 */
export async function exportFile(
  request: Pick<ExportRequest, 'format' | 'forMachines'>,
  source: ExportSource,
  { signal, progress }: JobOptions = {}
): Promise<Blob> {
  const { rows, columns } = source;
  if (request.format === 'xlsx' && (rows > sheet.rows || columns.length > sheet.columns)) {
    throw fail('export-sheet-full', { rows, columns: columns.length, limit: sheet.rows });
  }
  const writer = await writerOf(request, source);
  const step = rowsOfPage(columns.length);
  for (let from = 0; from < rows; from += step) {
    if (signal?.aborted) throw fail('stopped');
    const page = await source.page(from, step);
    if (page.rows !== Math.min(step, rows - from)) throw fail('export-incomplete', { rows, found: from + page.rows });
    await writer.add(page);
    progress?.({ step: 'table-export', done: Math.min(rows, from + step), total: rows, unit: 'rows' });
  }
  return writer.end();
}

async function writerOf(
  { format, forMachines = false }: Pick<ExportRequest, 'format' | 'forMachines'>,
  source: ExportSource
): Promise<FileWriter> {
  switch (format) {
    case 'csv':
      return (await import('../../shared/table-files/csv')).csvWriter(source.columns, { forMachines });
    case 'parquet':
      return (await import('../../shared/table-files/parquet')).parquetWriter(source.columns);
    case 'xlsx':
      return (await import('./excel')).excelWriter(source.columns);
  }
}
