import { AppError } from '../../shared/errors';
import type { JobOptions } from '../../shared/job';
import type { SourceFile } from '../contract';
import type { Duck } from '../duck';
import type { FoundTable, ImportFormat, Inspection, Remark } from './contract';
import { fail } from './errors';
import { isByFile } from './files/archive';
import { detect, type Detected } from './files/detect';
import type { Locator } from './files/locate';
import { innerTables } from './inner';
import { omopTableName, recogniseExtract } from './omop/recognise';

const HEAD = 64 * 1024;

/** What is in the files, folders and archives: names, kinds and sizes; contents only as far as they say what they are. */
export async function inspect(
  files: readonly SourceFile[],
  { locator, duck, handleOf }: { locator: Locator; duck: Duck; handleOf: (path: string) => string },
  { signal, progress }: JobOptions
): Promise<Inspection> {
  const tables: FoundTable[] = [];
  const problems: (Remark & { file: string })[] = [];
  const ignored: string[] = [];
  const guarded = async (file: string, work: () => Promise<void>) => {
    signal?.throwIfAborted();
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems.push({ file, ...remarkOf(error) });
    }
  };
  const take = async (path: string, blob: Blob, format: Detected, bytes = blob.size) => {
    if (format === 'notebook') ignored.push(path);
    else
      tables.push(
        ...(await innerTables(duck, { path, blob, handle: handleOf(path) }, format as ImportFormat)).map((table) => ({
          ...table,
          bytes
        }))
      );
  };
  for (const [at, source] of files.entries()) {
    progress?.({ step: 'import-inspecting', done: at, total: files.length, unit: 'files', of: source.path });
    if (isByFile(source.path)) {
      ignored.push(source.path);
      continue;
    }
    await guarded(source.path, async () => {
      const format = await detect(source.path, source.file);
      if (format === 'gzip') {
        const content = await locator.locate(source.path, [source], signal ? { signal } : {});
        await take(source.path, content.blob, content.format);
      } else if (format === 'zip') {
        const archive = await locator.archive(source);
        ignored.push(...archive.ignored);
        if (archive.entries.length === 0)
          throw fail('file-empty', { file: source.path }, { place: { file: source.path } });
        for (const entry of archive.entries) {
          await guarded(entry.path, async () => {
            const head = await entry.head(HEAD);
            const kind = await detect(entry.path, head);
            if (kind === 'zip' || kind === 'gzip' || kind === 'excel' || kind === 'duckdb') {
              const content = await locator.locate(entry.path, [source], signal ? { signal } : {});
              await take(entry.path, content.blob, content.format);
            } else await take(entry.path, head, kind, entry.bytes);
          });
        }
      } else await take(source.path, source.file, format);
    });
  }
  return withOmop({ tables, problems, ignored, clashes: [] });
}

function withOmop(found: Inspection): Inspection {
  const version = recogniseExtract(found.tables.map(({ file }) => file));
  const tables = found.tables.map((table): FoundTable => {
    const omop = version && table.inner === undefined ? omopTableName(table.file) : undefined;
    return omop && version ? { ...table, name: omop, omop: { version, table: omop } } : table;
  });
  const byName = groups(tables);
  const clashes = [...byName].filter(([, files]) => files.length > 1).map(([name, taken]) => ({ name, files: taken }));
  const count = tables.filter(({ omop }) => omop).length;
  return { ...found, tables, clashes, ...(version && { omop: { version, tables: count } }) };
}

function groups(tables: readonly FoundTable[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { name, file, inner } of tables) {
    const where = inner === undefined ? file : `${file} (${inner})`;
    byName.set(name, [...(byName.get(name) ?? []), where]);
  }
  return byName;
}

/** An error as plain values. */
export function remarkOf({ code, message, hint, place, values }: AppError): Remark {
  return { code, message, values, ...(hint !== undefined && { hint }), ...(place && { place }) };
}
