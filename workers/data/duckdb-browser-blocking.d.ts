/** The package has this build's types under a name that TypeScript does not look for. */
declare module '*/duckdb-browser-blocking.mjs' {
  import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';

  export function createDuckDB(
    bundles: object,
    logger: unknown,
    runtime: unknown
  ): Promise<DuckDBBindings & { mod: { HEAPU8: Uint8Array } }>;
  export function getPlatformFeatures(): Promise<{ wasmExceptions: boolean }>;
  export class VoidLogger {}
  export const BROWSER_RUNTIME: unknown;
  export const DuckDBDataProtocol: { BROWSER_FILEREADER: number };
}
