/** For tests only: the real data engine in Node behind the context that a notebook gives its cells. */
import { createDataRoom } from '$workers/data/index';
import { openNodeDuck } from '$workers/data/duck-node';
import type { DataEngine, Relation } from '$workers/data/contract';
import type { Engines } from '$lib/engines';
import type { CellValue, RunContext } from '$lib/notebook/kind';
import type { CellKey } from '$lib/notebook/model';

export interface NodeCells {
  data: DataEngine;
  /** Makes a table by SQL. */
  table(name: string, sql: string): Promise<Relation>;
  /** A view, as another SQL cell leaves it. */
  view(name: string, sql: string): Promise<Relation>;
  /** A context whose inputs are these tables and values. */
  context(inputs?: Readonly<Record<string, CellValue>>, id?: string): RunContext & { warnings: string[] };
}

/** Opens an engine; takes 1–2 s. */
export async function openCells(): Promise<NodeCells> {
  const engine = await createDataRoom(await openNodeDuck());
  return {
    data: engine,
    table: async (name, sql) => engine.insert(name, await engine.query(sql)),
    view: async (name, sql) => (await engine.define({ name, sql, variables: {}, inputs: [] })).relation,
    context: (inputs = {}, id) => {
      const warnings: string[] = [];
      return {
        key: 'k1' as CellKey,
        id,
        signal: new AbortController().signal,
        inputs: new Map(Object.entries(inputs)),
        engines: { data: engine } as unknown as Engines,
        files: { find: async () => undefined, below: async () => [], waiting: () => [], paths: () => [] },
        progress: () => undefined,
        warn: (words) => warnings.push(words()),
        partial: () => undefined,
        changed: () => Promise.resolve(),
        simulates: () => undefined,
        warnings
      };
    }
  };
}
