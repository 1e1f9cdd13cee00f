import type { JobOptions } from '../../shared/job';
import type { Duck } from '../duck';
import type { CsvOptions, ImportFormat, ImportPlan, Proposal, WantedPlan } from './contract';
import { openCsv } from './csv/open';
import { fail } from './errors';
import type { Content } from './files/locate';
import type { Staged } from './source';

/** A file opened as its format wants it. */
export interface Opened {
  staged: Staged;
  format: ImportFormat;
  csv?: CsvOptions;
  header?: boolean;
  inner?: string;
  range?: string;
  fillMerged?: boolean;
  /** Of a workbook: what the sheet uses, and its merged blocks. */
  sheet?: Proposal['sheet'];
  marksAmbiguous: boolean;
}

export interface OpenContext {
  duck: Duck;
  content: Content;
  wanted: WantedPlan | ImportPlan;
  handle: string;
  /** Only to show what will be: typed formats then read their first rows. */
  preview: boolean;
  inPlaceFrom?: number;
  options: JobOptions;
}

const formats: Record<ImportFormat, (context: OpenContext) => Promise<Opened>> = {
  csv: async ({ duck, content, wanted, handle, inPlaceFrom, options }) => {
    const setAside = wanted.misfits === 'set-aside';
    const input = { path: content.path, blob: content.blob, wanted: wanted.csv ?? {}, handle, setAside };
    const opened = await openCsv(duck, { ...input, ...(inPlaceFrom !== undefined && { inPlaceFrom }) }, options);
    return { ...opened, format: 'csv' };
  },
  json: async (context) => (await import('./json/open')).openJson(context),
  ndjson: async (context) => (await import('./json/open')).openJson(context),
  parquet: async (context) => (await import('./parquet/open')).openParquet(context),
  arrow: async (context) => (await import('./arrow/open')).openArrow(context),
  excel: async (context) => (await import('./excel/open')).openExcel(context),
  duckdb: async (context) => (await import('./database')).openDatabase(context)
};

/**
 * Opens the content of a file. The plan's format must be the file's, save that any text may be read as CSV.
 * @throws `format-differs`, and what the format's reader throws
 */
export function open(context: OpenContext): Promise<Opened> {
  const { content, wanted } = context;
  const found = content.format;
  const expected = wanted.format ?? found;
  const texts = ['csv', 'json', 'ndjson', 'notebook'];
  const fits = expected === found || (texts.includes(found) && texts.includes(expected));
  if (!fits || expected === 'notebook') {
    throw fail('format-differs', { file: content.path, found, expected }, { place: { file: content.path } });
  }
  return formats[expected](context);
}
