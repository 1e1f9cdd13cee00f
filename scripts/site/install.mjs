import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from './command.mjs';
import { root } from './places.mjs';

/** @param {string} path */
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * npm writes its own copy of the lock into `node_modules` at the end of an install: its age is the install's.
 * @param {string} [folder]
 * @returns {boolean}
 */
export function isInstalled(folder = root) {
  return modified(join(folder, 'node_modules/.package-lock.json')) >= modified(join(folder, 'package-lock.json'));
}

/** Brings `node_modules` to what the lock says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json …');
  // Without `--include=dev` a NODE_ENV of `production` would leave out what builds the site.
  await runOrThrow('npm', ['ci', '--include=dev', '--no-progress']);
}
