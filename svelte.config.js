import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { sourceFingerprint } from './scripts/site/fingerprint.mjs';
import { policy } from './scripts/site/headers.mjs';
import { root } from './scripts/site/places.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', strict: true }),
    // The default is the time of the build: then no two builds of one source are equal.
    // With the sources' mark, a tab can tell a worker which build it comes from.
    version: { name: `${version}+${sourceFingerprint(root).slice(0, 12)}` },
    // Registered by our own code, once a page is at rest (src/lib/offline).
    serviceWorker: { register: false },
    alias: { $workers: 'workers', $notebooks: 'notebooks' },
    csp: {
      mode: 'hash',
      directives: policy
    }
  }
};
