import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file of a folder and its SHA-256, compressed forms and the zip too.
 * @param {string} folder
 * @returns {Map<string, string>}
 */
export function hashesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
  return new Map(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
    ])
  );
}

/**
 * What is not the same in two folders.
 * @param {ReadonlyMap<string, string>} one @param {ReadonlyMap<string, string>} other
 * @returns {string[]} a line a file, sorted
 */
export function differences(one, other) {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].sort().flatMap((path) => {
    if (!other.has(path)) return `${path}: only in the first`;
    if (!one.has(path)) return `${path}: only in the second`;
    return one.get(path) === other.get(path) ? [] : `${path}: other bytes`;
  });
}
