import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../site/command.mjs';
import { root } from '../site/places.mjs';
import { differences, hashesOf } from './compare.mjs';
import { copyProject } from './copy.mjs';

/**
 * Surroundings that differ in everything that must not matter: name and depth of the folder, order of its files, time
 * zone, language, where the home is.
 */
const surroundings = [
  { folder: 'first', backwards: false, env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } },
  { folder: 'the second/one deeper', backwards: true, env: { TZ: 'Pacific/Auckland', LANG: 'fi_FI.UTF-8', LC_ALL: '' } }
];

/** @typedef {{zip: string, mark: string, files: number, bytes: number, differences: string[]}} Compared */

/**
 * Builds the site in another folder, and compares it with one that is there already.
 * @param {string} build
 * @returns {Promise<Compared>}
 */
export const compareWithAnother = (build) =>
  inFolder(async (folder) => compare(build, await buildIn(folder, surroundings[1])));

/**
 * Builds the site in two other folders, one after the other, and compares what came of it.
 * @returns {Promise<Compared>}
 */
export const buildTwice = () =>
  inFolder(async (folder) => {
    const first = await buildIn(folder, surroundings[0]);
    return compare(first, await buildIn(folder, surroundings[1]));
  });

/** @template T @param {(folder: string) => Promise<T>} task */
async function inFolder(task) {
  const folder = mkdtempSync(join(tmpdir(), 'phems-twice-'));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} within @param {typeof surroundings[number] | undefined} around @returns {Promise<string>} the built site */
async function buildIn(within, around) {
  if (!around) throw new Error('No surroundings were given.');
  const place = join(within, around.folder);
  copyProject(root, place, around);
  const env = { ...process.env, ...around.env, HOME: within };
  const code = await run(process.execPath, [join(place, 'scripts/build.mjs')], { cwd: place, env, limitMinutes: 10 });
  if (code !== 0)
    throw new Error(`The site could not be built in another folder (code ${code}); the reason stands above.`);
  return join(place, 'build');
}

/** @param {string} first @param {string} second @returns {Compared} */
function compare(first, second) {
  const [one, other] = [hashesOf(first), hashesOf(second)];
  const { hash, bytes } = JSON.parse(readFileSync(join(second, 'build.json'), 'utf8'));
  return {
    mark: hash,
    zip: other.get('phems-notebook.zip') ?? '',
    files: other.size,
    bytes,
    differences: differences(one, other)
  };
}
