import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Below what the development server serves, and below what Git ignores. */
const made = join(root, '.svelte-kit/sandbox/worker.js');

/**
 * The worker of the sandbox as one classic script: a module does not start in a frame without an origin. What the page
 * imports as `$sandbox-bundle?url` is that file, so it is named by its content and is in the list of files for offline use.
 */
export function sandboxBundle(): Plugin {
  let making: Promise<void> | undefined;
  return {
    name: 'sandbox-bundle',
    enforce: 'pre',
    resolveId: async (id) => {
      if (id !== '$sandbox-bundle?url') return undefined;
      await (making ??= bundle());
      return `${made}?url`;
    },
    watchChange: (path) => {
      if (path.startsWith(join(root, 'workers'))) making = undefined;
    }
  };
}

async function bundle(): Promise<void> {
  mkdirSync(dirname(made), { recursive: true });
  writeFileSync(made, await sandboxText());
}

/** The bundle's text: no import, no export. */
export async function sandboxText(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(root, 'workers/sandbox/worker.ts'),
        output: { format: 'iife', entryFileNames: 'worker.js' },
        checks: { eval: false, pluginTimings: false }
      }
    }
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output) || output.output.length !== 1 || output.output[0].type !== 'chunk') {
    throw new Error('The sandbox is to be one file.');
  }
  return output.output[0].code;
}
