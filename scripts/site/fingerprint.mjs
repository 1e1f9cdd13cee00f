import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built site is made of. `static/data` is made by the build itself. */
const sources = [
  'src',
  'workers',
  'notebooks',
  'static',
  'scripts',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json'
];
const left = new Set(['static/data', 'scripts/acceptance', 'scripts/runner', 'scripts/check']);

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]} files below a path, sorted
 */
function filesBelow(folder, path) {
  const stats = statSync(join(folder, path), { throwIfNoEntry: false });
  if (!stats || left.has(path) || /\.(test|spec)\.[a-z]+$/.test(path)) return [];
  if (stats.isFile()) return [path];
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`));
}

/**
 * One hash over names and contents: unlike ages it also sees a file that was deleted, and a checkout that changed nothing.
 * @param {string} folder
 * @returns {string}
 */
export function sourceFingerprint(folder) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesBelow(folder, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
