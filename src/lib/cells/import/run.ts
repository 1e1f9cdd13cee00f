import type { ImportPlan, ImportResult, Proposal } from '$workers/data/import/contract';
import type { SourceFile } from '$workers/data/contract';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { at, type AppError } from '$workers/shared/errors';
import { importWords } from '$lib/messages/import';
import { worded } from '$lib/messages/worded';
import { fail } from './errors';
import { isSiteFile, siteFile } from './site-file';
import type { ImportSpec, OmopSpec, TableSpec } from './spec';

export interface ImportOutput {
  results: readonly ImportResult[];
  /** Why the types are as they are, where they were proposed in this run. */
  proposals: readonly Proposal[];
}

/** Reads what an import cell names; nothing is replaced before it is whole. */
export async function runImport(spec: ImportSpec, context: RunContext): Promise<Outcome<ImportOutput>> {
  const output = spec.shape === 'omop' ? await readOmop(spec, context) : await readTable(spec, context);
  for (const { warnings, relation, setAside } of output.results) {
    for (const remark of warnings) context.warn(() => `${relation.name}: ${worded(remark).message}`);
    if (!setAside) continue;
    context.warn(() => importWords.setAside(setAside.rows, relation.name, setAside.relation.name));
  }
  const values = new Map<string, CellValue>();
  for (const { relation, setAside } of output.results) {
    values.set(relation.name, { type: 'table', relation });
    if (setAside) values.set(setAside.relation.name, { type: 'table', relation: setAside.relation });
  }
  return { output, values };
}

async function readTable(spec: TableSpec, context: RunContext): Promise<ImportOutput> {
  const { id } = context;
  if (!id) throw fail('import-needs-id', {}, { place: { line: 1 } });
  const sources = await sourcesOf(spec.wanted.file, context);
  if (spec.complete) {
    const result = await context.engines.data.read({ ...(spec.wanted as ImportPlan), name: id }, sources, context);
    return { results: [result], proposals: [] };
  }
  const proposal = await context.engines.data.propose({ ...spec.wanted, name: id }, sources, context);
  const question = proposal.questions[0];
  if (question) {
    const values = { file: spec.wanted.file, question: question.code, columns: question.columns.join(', ') };
    throw fail('import-asks', values);
  }
  const result = await context.engines.data.read({ ...proposal.plan, name: id }, sources, context);
  return { results: [result], proposals: [proposal] };
}

async function readOmop(spec: OmopSpec, context: RunContext): Promise<ImportOutput> {
  const sources = await sourcesOf(spec.file, context);
  const inspection = await context.engines.data.inspect(sources, context);
  const found = inspection.tables.filter((table) => table.omop && spec.tables.includes(table.omop.table));
  const absent = spec.tables.filter((name) => !found.some((table) => table.omop?.table === name));
  if (found.length === 0) throw fail('import-not-omop', { file: spec.file });
  if (absent.length > 0) context.warn(() => importWords.absent(spec.file, absent));
  const results: ImportResult[] = [];
  const proposals: Proposal[] = [];
  for (const [index, table] of found.entries()) {
    context.signal.throwIfAborted();
    context.progress({ step: 'import-tables', done: index, total: found.length, unit: 'files', of: table.file });
    const name = `${spec.prefix}${table.omop?.table ?? table.name}`;
    const quiet = { signal: context.signal };
    try {
      const wanted = { file: table.file, ...(table.inner === undefined ? {} : { inner: table.inner }), name };
      const proposal = await context.engines.data.propose(wanted, sources, quiet);
      results.push(await context.engines.data.read({ ...proposal.plan, name }, sources, quiet));
      proposals.push(proposal);
    } catch (error) {
      throw isAppError(error) ? at(error, { file: table.file }) : error;
    }
  }
  return { results, proposals };
}

function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError';
}

/** The file a path lies in (`extract.zip/PERSON.csv` lies in `extract.zip`), or all files of a folder. */
async function sourcesOf(path: string, context: RunContext): Promise<readonly SourceFile[]> {
  if (isSiteFile(path)) return [await siteFile(path, context.signal)];
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length--) {
    const source = await context.files.find(parts.slice(0, length).join('/'));
    if (source) return [source];
  }
  const below = await context.files.below(path);
  if (below.length > 0) return below;
  const waits = context.files.waiting().some((waiting) => path === waiting || path.startsWith(`${waiting}/`));
  throw fail(waits ? 'import-file-waits' : 'import-file-missing', { file: path });
}
