import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { codeDeclarations } from './scripts/declarations/index.ts';
import { guardedParquet } from './scripts/guarded-parquet.ts';
import { notebookIndex } from './scripts/notebook-index.ts';
import { pageChunks } from './scripts/page-chunks.ts';
import { sandboxBundle } from './scripts/sandbox-bundle.ts';
import { staticIcons } from './scripts/static-icons.ts';

// DuckDB's Emscripten glue holds an `eval` that only Node would reach; the policy forbids it in the page anyway.
const checks = { eval: false, pluginTimings: false };

export default defineConfig({
  plugins: [
    codeDeclarations(),
    guardedParquet(),
    notebookIndex(),
    pageChunks(),
    sandboxBundle(),
    staticIcons(),
    sveltekit()
  ],
  worker: { format: 'es', plugins: () => [guardedParquet()], rolldownOptions: { checks } },
  build: { target: 'es2023', rolldownOptions: { checks } },
  test: {
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'tests/oracles/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Suites of minutes: only with `npm run test:full`.
    exclude: [...configDefaults.exclude, ...(process.env['PHEMS_FULL'] ? [] : ['**/*.slow.test.ts'])],
    environment: 'node',
    // By itself it leaves a core to whoever watches: of two that is half the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Modules stay loaded from one file of tests to the next, which is half the time. What a test puts in the place of
    // something of all (timers, globals) it puts back.
    isolate: false,
    // Read as the page reads it: with its guards.
    server: { deps: { inline: ['hyparquet'] } },
    // The acceptance tells cases of oracles apart by the names of their tests, which would end after 40 letters.
    chaiConfig: { truncateThreshold: 200 },
    testTimeout: 30_000,
    hookTimeout: 60_000
  }
});
