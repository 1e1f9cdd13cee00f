import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { policy } from './scripts/site/headers.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', strict: true }),
    // The default is the time of the build: then no two builds of one source are equal.
    version: { name: version },
    alias: { $workers: 'workers', $notebooks: 'notebooks' },
    csp: {
      mode: 'hash',
      directives: policy
    }
  }
};
