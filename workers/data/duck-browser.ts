import {
  BROWSER_RUNTIME,
  createDuckDB,
  DuckDBDataProtocol,
  getPlatformFeatures,
  VoidLogger
  // The package names this build only for Node; its file for browsers is reached by its place.
} from '../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';
import type { Duck } from './duck';
import { BlockingDuck, duckSettings } from './duck-blocking';
import { fail } from './errors';

/**
 * DuckDB in this worker.
 * @param wasm whole address of `duckdb-eh.wasm`, same origin
 * @throws `engine-wasm` where it cannot be fetched or the browser is too old for it
 */
export async function openBrowserDuck(wasm: string): Promise<Duck> {
  // Only the build for WebAssembly exceptions is shipped; every browser of the last years has them.
  if (!(await getPlatformFeatures()).wasmExceptions)
    throw fail('engine-wasm', {}, { details: 'No WebAssembly exceptions.' });
  const bundle = { mainModule: wasm, mainWorker: '' };
  const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), BROWSER_RUNTIME);
  try {
    await bindings.instantiate(() => undefined);
  } catch (error) {
    throw fail('engine-wasm', {}, { details: String(error), cause: error });
  }
  bindings.open(duckSettings);
  return new BlockingDuck({
    bindings,
    // Reads slices of the file where it lies, when they are needed.
    register: (name, file) => {
      bindings.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
      return Promise.resolve();
    },
    wasmBytes: () => bindings.mod.HEAPU8.byteLength
  });
}
