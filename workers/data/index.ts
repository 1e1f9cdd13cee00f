import type { DataEngine } from './contract';
import type { Duck } from './duck';
import { createDataEngine } from './engine';
import { createImports, type ImportSettings } from './import';
import type { Imports } from './import/contract';

export { decode } from './decode';
export { encode } from './encode';
export { explain } from './explain';
export type { DataEngine, Imports };

/** The whole room over an open DuckDB: engine and imports share one list of relations. */
export type DataRoom = DataEngine & Imports;

/** What the page may call; the worker hands on nothing else. */
export const dataMethods = [
  'define',
  'query',
  'page',
  'count',
  'materialise',
  'insert',
  'remove',
  'relations',
  'memory',
  'functions',
  'inspect',
  'propose',
  'read',
  'forget'
] as const satisfies readonly (keyof DataRoom)[];

/** @param duck from `openBrowserDuck` in a worker, from `openNodeDuck` in tests */
export async function createDataRoom(duck: Duck, settings: ImportSettings = {}): Promise<DataRoom> {
  const { engine, relations } = await createDataEngine(duck);
  const imports = createImports(duck, relations, settings);
  return {
    ...engine,
    ...imports,
    remove: async (names) => {
      await engine.remove(names);
      await imports.forget(names);
    }
  };
}
