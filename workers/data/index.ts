import { Background } from './background';
import type { DataEngine } from './contract';
import type { Duck } from './duck';
import { createDataEngine } from './engine';
import { createImports, type ImportSettings } from './import';
import type { Imports } from './import/contract';
import { createProfiles } from './profile';
import type { Profiles } from './profile/contract';

export { decode } from './decode';
export { encode } from './encode';
export { explain } from './explain';
export type { DataEngine, Imports, Profiles };

/** The whole room over an open DuckDB: engine, imports and profiles share one list of relations. */
export type DataRoom = DataEngine & Imports & Profiles;

/** What the page may call; the worker hands on nothing else. */
export const dataMethods = [
  'define',
  'query',
  'page',
  'count',
  'countView',
  'find',
  'summarise',
  'exportFile',
  'materialise',
  'insert',
  'widen',
  'remove',
  'relations',
  'memory',
  'functions',
  'inspect',
  'propose',
  'read',
  'forget',
  'profile',
  'details'
] as const satisfies readonly (keyof DataRoom)[];

/** @param duck from `openBrowserDuck` in a worker, from `openNodeDuck` in tests */
export async function createDataRoom(duck: Duck, settings: ImportSettings = {}): Promise<DataRoom> {
  const { engine, relations } = await createDataEngine(duck);
  const imports = createImports(duck, relations, settings);
  const background = new Background();
  const asked: DataEngine & Imports = {
    ...engine,
    ...imports,
    remove: async (names) => {
      await engine.remove(names);
      await imports.forget(names);
    }
  };
  return { ...goingAhead(asked, background), ...createProfiles({ duck, relations, engine, background }) };
}

/** Every call of a person or a cell breaks off what runs in the background. */
function goingAhead<Api extends object>(api: Api, background: Background): Api {
  const methods = Object.entries(api).map(([name, method]: [string, (...given: unknown[]) => Promise<unknown>]) => [
    name,
    // What the engine knows by heart takes no turn.
    name === 'relations' ? method : (...given: unknown[]) => background.ahead(() => method(...given))
  ]);
  return Object.fromEntries(methods) as Api;
}
