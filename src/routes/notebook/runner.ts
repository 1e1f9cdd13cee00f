// The hook that the headless runner drives: opens a text, takes files as if dropped, runs all, says what came of it.
import { tick } from 'svelte';
import type { PageRunner, CellResult, Problem, RunnerResult } from '../../../scripts/runner/contract';
import type { SourceFile } from '$workers/data/contract';
import { AppError } from '$workers/shared/errors';
import { readsFile } from '$lib/cells/import/reads-file';
import { insertAt, newCell } from '$lib/notebook/edits';
import { parseNotebook } from '$lib/notebook/format/parse';
import { isOff, type Cell, type CellKey } from '$lib/notebook/model';
import type { PageState } from './page-state.svelte';
import { parsed } from './parsed';
import { drawn } from './drawn';
import { tableOf, valueOf } from './runner-values';

interface Stage {
  /** Shows a notebook that is kept nowhere and trusted. */
  show(notebook: ReturnType<typeof parseNotebook>['notebook']): Promise<PageState>;
  kinds: readonly string[];
}

export function pageRunner(stage: Stage): PageRunner {
  let page: PageState | undefined;
  let unread: Problem[] = [];
  const sources: SourceFile[] = [];
  /** Import cells that `--data` stands for; shown only where they went wrong. */
  const own = new Set<CellKey>();

  const open = (): PageState => {
    if (!page) throw new Error('no notebook is open');
    return page;
  };

  return {
    async open(text) {
      const { notebook, problems } = parseNotebook(text, stage.kinds);
      unread = problems.map(({ message, line, code }) => ({ message, line, code }));
      sources.length = 0;
      own.clear();
      page = await stage.show(notebook);
    },

    async attach() {
      const given = ['#runner-files', '#runner-folder'].flatMap((selector) => {
        const input = document.querySelector<HTMLInputElement>(selector);
        return [...(input?.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      });
      await open().files.add(given);
      open().session.filesChanged();
      sources.push(...given);
      return { problems: [] };
    },

    async run({ rows }): Promise<RunnerResult> {
      const { session } = open();
      const problems = [...unread, ...(await standIn(open(), sources, own))];
      session.run('all', { byHand: true });
      await session.settled();
      await tick();
      await drawn(open());
      const cells: CellResult[] = [];
      const stoodIn: CellResult[] = [];
      for (const [index, cell] of session.notebook.cells.entries()) {
        const result = await resultOf(open(), cell, index, rows);
        const isPlainProse = cell.kind === 'markdown' && result.status === 'ok' && cell.id === undefined;
        if (own.has(cell.key)) {
          if (result.status !== 'ok' || result.warnings) stoodIn.push(result);
        } else if (!isPlainProse) cells.push(result);
      }
      // Cells of the file first: what stood in for `--data` is told only where it has something to say.
      cells.push(...stoodIn);
      return { cells, problems };
    },

    snapshot() {
      const { session } = open();
      const cells = session.notebook.cells.map((cell, index): CellResult => {
        const run = session.state(cell.key)?.run;
        const status = run === 'queued' ? 'waiting' : run === 'idle' ? 'ok' : 'running';
        return { id: nameOf(cell, index), kind: cell.kind, status };
      });
      return { cells };
    }
  };
}

/** Cells that read what no import cell names, as it is proposed. What a person would be asked is a problem. */
async function standIn(page: PageState, sources: readonly SourceFile[], own: Set<CellKey>): Promise<Problem[]> {
  if (sources.length === 0) return [];
  const { session, registry, engines } = page;
  const kind = registry.find('import');
  const specs = session.notebook.cells.flatMap((cell) =>
    kind && cell.kind === 'import' && !isOff(cell) ? [parsed(kind, cell)] : []
  );
  try {
    const inspection = await engines.data.inspect(sources);
    const problems: Problem[] = inspection.problems.map(({ file, message, hint, code }) => ({
      file,
      message,
      code,
      ...(hint === undefined ? {} : { hint })
    }));
    const taken = new Set(session.names.map(({ name }) => name.toLowerCase()));
    const cells: Cell[] = [];
    for (const { file, inner, name } of inspection.tables) {
      if (specs.some((spec) => readsFile(spec, file))) continue;
      if (taken.has(name.toLowerCase())) {
        const message = `\`${name}\` is the name of two tables: \`${file}\` and another.`;
        problems.push({
          file,
          code: 'import-name-taken',
          message,
          hint: 'Write an import cell with a name of its own.'
        });
        continue;
      }
      taken.add(name.toLowerCase());
      const lines = [
        `file: ${JSON.stringify(file)}`,
        ...(inner === undefined ? [] : [`inner: ${JSON.stringify(inner)}`])
      ];
      cells.push(newCell('import', lines.join('\n'), name));
    }
    for (const { key } of cells) own.add(key);
    session.apply({ ...insertAt(0, cells), undo: 'never' }, { run: false });
    return problems;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ message: error.message, code: error.code, ...(error.hint === undefined ? {} : { hint: error.hint }) }];
  }
}

function nameOf(cell: Cell, index: number): string {
  return cell.id ?? `${cell.kind}-${index + 1}`;
}

async function resultOf(page: PageState, cell: Cell, index: number, rows: number): Promise<CellResult> {
  const id = nameOf(cell, index);
  const life = page.session.state(cell.key);
  if (isOff(cell)) return { id, kind: cell.kind, status: 'skipped' };
  if (!life || life.result !== 'fresh') return { id, kind: cell.kind, status: 'error', error: errorOf(page, cell) };
  const warnings = life.warnings.length > 0 ? { warnings: life.warnings.map((warning) => warning()) } : {};
  const base: CellResult = { id, kind: cell.kind, status: 'ok', ...warnings };
  const own = [...life.values].find(([name]) => name === cell.id)?.[1];
  if (own?.type === 'value') return { ...base, value: valueOf(own.value) };
  const table = own ?? [...life.values.values()][0];
  if (table?.type !== 'table') return base;
  return { ...base, table: await tableOf(page.engines.data, table.relation, rows) };
}

function errorOf(page: PageState, cell: Cell): NonNullable<CellResult['error']> {
  const life = page.session.state(cell.key);
  const error = life?.error ?? page.session.problem(cell.key);
  if (!error) return { message: `The cell did not end: ${life?.status ?? 'it is gone'}.` };
  const { message, code, hint, place } = error;
  const where = [place?.file && `file ${place.file}`].filter(Boolean).join(', ');
  return {
    message: where && !message.includes(place?.file ?? '') ? `${message} (${where})` : message,
    code,
    ...(hint === undefined ? {} : { hint }),
    ...(place?.line === undefined ? {} : { line: place.line }),
    ...(place?.column === undefined ? {} : { column: place.column })
  };
}
