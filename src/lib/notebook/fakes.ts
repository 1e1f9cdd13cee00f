// Stand-ins for tests of this room: small kinds with real promises, and engines that note what they forget.
import type { Relation } from '$workers/data/contract';
import { AppError } from '$workers/shared/errors';
import { scanSql } from '$workers/shared/sql-scan';
import type { Engines } from '$lib/engines';
import type { AnyKind, CellValue, FileShelf, KindRegistry, RunContext } from './kind';
import type { Cell } from './model';
import type { SessionOptions } from './session/options';
import { NotebookSession } from './session/session.svelte';
import { breathe } from '$workers/shared/breathe';

export interface Run {
  key: string;
  id: string | undefined;
  text: string;
  inputs: ReadonlyMap<string, unknown>;
  signal: AbortSignal;
}

/** What the fake kinds did, and how long they take. */
export class Log {
  runs: Run[] = [];
  disposed: string[] = [];
  inFlight = 0;
  mostInFlight = 0;
  /** What a run waits for; rejects on abort like a good engine unless `deaf`. */
  work: (run: Run) => Promise<void> = () => Promise.resolve();
  deaf = false;

  ids(): (string | undefined)[] {
    return this.runs.map((run) => run.id);
  }
  clear(): void {
    this.runs = [];
  }
}

const unwrap = (value: CellValue) =>
  value.type === 'value' ? value.value : value.type === 'table' ? value.relation.name : value.live.name;

/** What a result was made of, down to the first texts: the name of a fake table's only column. */
export function digestOf(value: CellValue): string {
  if (value.type === 'live') return value.live.name;
  return value.type === 'value' ? String(value.value) : (value.relation.columns[0]?.name ?? '');
}

export function digest(text: string, inputs: readonly CellValue[]): string {
  return `${text} <${inputs.map(digestOf).join('; ')}>`;
}

function madeOf(name: string, digest: string): Relation {
  return { name, columns: [{ name: digest, type: 'text', sqlType: 'VARCHAR' }], rows: 1, kind: 'view' };
}

function fakeKind(log: Log, name: string, more: Partial<AnyKind>): AnyKind {
  const asTable = name === 'sql' || name === 'load';
  return {
    name,
    title: name,
    hint: '',
    icon: '',
    safe: true,
    language: 'yaml',
    template: '',
    parse: (text: string) => {
      if (text.includes('!!'))
        throw new AppError('fake-text', 'Two marks are one too many.', 'Take one out.', { line: 1 });
      return text;
    },
    needs: () => ({ tables: [], values: [] }),
    defines: (_spec: unknown, id: string | undefined) => (id === undefined ? [] : [id]),
    policy: () => 'auto',
    run: async (spec: string, context: RunContext) => {
      const inputs = new Map([...context.inputs].map(([key, value]) => [key, unwrap(value)]));
      const run: Run = { key: context.key, id: context.id, text: spec, inputs, signal: context.signal };
      log.runs.push(run);
      log.mostInFlight = Math.max(log.mostInFlight, ++log.inFlight);
      try {
        await Promise.race([log.work(run), log.deaf ? new Promise(() => {}) : aborted(context.signal)]);
        if (spec.includes('simulate()')) context.simulates();
        if (spec.includes('boom')) throw new AppError('fake-boom', 'It went boom.', 'Take the boom out.');
        if (spec.includes('bug')) throw new TypeError('x is undefined');
        const value: CellValue = asTable
          ? { type: 'table', relation: madeOf(context.id ?? '', digest(spec, [...context.inputs.values()])) }
          : { type: 'value', value: Number(spec) };
        return {
          output: spec,
          values: new Map(context.id === undefined || name === 'markdown' ? [] : [[context.id, value]])
        };
      } finally {
        log.inFlight--;
      }
    },
    dispose: (names: readonly string[]) => {
      log.disposed.push(...names);
      return Promise.resolve();
    },
    ...more
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new AppError('stopped', 'Stopped.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

/** `sql` (auto, tables and values), `input` (auto), `markdown`, `load` (ask), `code` (unsafe). */
export function fakeRegistry(log: Log): KindRegistry {
  const sqlNeeds = (spec: string) => {
    const { tables, params } = scanSql(spec);
    return { tables, values: params };
  };
  const kinds = [
    fakeKind(log, 'markdown', { language: 'markdown', defines: () => [] }),
    fakeKind(log, 'sql', { language: 'sql', needs: sqlNeeds }),
    fakeKind(log, 'input', {}),
    fakeKind(log, 'task', { needs: sqlNeeds }),
    fakeKind(log, 'load', { policy: () => 'ask', needs: sqlNeeds }),
    fakeKind(log, 'code', { safe: false, language: 'text' })
  ];
  return { kinds, find: (name) => kinds.find((kind) => kind.name === name) };
}

export const fakeEngines = { close: () => {} } as unknown as Engines;

/** `kind id: text` a line, as cells. */
export function cellsOf(lines: string): Cell[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, kind = '', id, off, text = ''] = /^(\w+) ?(\w+)?( off)?: ?(.*)$/.exec(line) ?? [];
      const attributes = off ? [{ name: 'off', value: 'true' }] : [];
      return { key: `${kind}-${id ?? text}${off ?? ''}` as Cell['key'], kind, id, attributes, text };
    });
}

/** Nothing was given. */
export const noFiles: FileShelf = {
  find: () => Promise.resolve(undefined),
  below: () => Promise.resolve([]),
  waiting: () => [],
  paths: () => []
};

/** A session over `cellsOf(lines)`, with short words for looking at it. */
export function openSession(lines: string, options: Partial<SessionOptions> = {}) {
  const log = new Log();
  const session = new NotebookSession({
    notebook: { front: '', cells: cellsOf(lines) },
    registry: fakeRegistry(log),
    engines: fakeEngines,
    files: noFiles,
    trusted: true,
    pauseMs: 5,
    ...options
  });
  const key = (name: string) => {
    const cell = session.notebook.cells.find((one) => one.id === name || one.key === name);
    if (!cell) throw new Error(`no cell ${name}`);
    return cell.key;
  };
  const stateOf = (one: Cell['key']) => {
    const state = session.state(one);
    if (!state) throw new Error(`no state ${one}`);
    return state;
  };
  const state = (name: string) => stateOf(key(name));
  const results = () => session.notebook.cells.map((cell) => stateOf(cell.key).status);
  const edit = (name: string, text: string, run?: boolean) =>
    session.edit(key(name), text, run === undefined ? {} : { run });
  return { log, session, key, state, results, edit };
}

/** A gate for `log.work`: runs wait until it is opened. */
export function gate() {
  let open = () => {};
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { open, wait: () => closed };
}

/** Waits some ticks for something to hold. */
export async function until(holds: () => boolean): Promise<void> {
  for (let count = 0; count < 2000 && !holds(); count++) await breathe();
  if (!holds()) throw new Error('it never came true');
}
