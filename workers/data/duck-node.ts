import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Duck } from './duck';
import { BlockingDuck, duckSettings } from './duck-blocking';

interface NodeBuild {
  createDuckDB(bundles: object, logger: unknown, runtime: unknown): Promise<DuckDBBindings & { mod: WasmModule }>;
  VoidLogger: new () => unknown;
  NODE_RUNTIME: unknown;
}
interface WasmModule {
  HEAPU8: Uint8Array;
}

/** The same engine as on the page, for tests: locked, but a registered file's bytes are copied. Takes 1–2 s to open. */
export async function openNodeDuck(): Promise<Duck> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const build = require(entry) as NodeBuild;
  const wasm = (name: string) => ({ mainModule: join(dirname(entry), `duckdb-${name}.wasm`), mainWorker: '' });
  const bindings = await build.createDuckDB(
    { mvp: wasm('mvp'), eh: wasm('eh') },
    new build.VoidLogger(),
    build.NODE_RUNTIME
  );
  await bindings.instantiate(() => undefined);
  bindings.open(duckSettings);
  return new BlockingDuck({
    bindings,
    register: async (name, file) => bindings.registerFileBuffer(name, new Uint8Array(await file.arrayBuffer())),
    wasmBytes: () => bindings.mod.HEAPU8.byteLength
  });
}
