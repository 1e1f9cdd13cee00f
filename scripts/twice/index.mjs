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
  { name: 'first', backwards: false, env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } },
  { name: 'the second/one deeper', backwards: true, env: { TZ: 'Pacific/Auckland', LANG: 'fi_FI.UTF-8', LC_ALL: '' } }
];

/** @typedef {{zip: string, mark: string, files: number, bytes: number, differences: string[]}} Compared */

/**
 * Builds the site in another folder, and compares it with one that is there already.
 * @param {string} build
 * @returns {Promise<Compared>}
 */
export const compareWithAnother = (build) =>
  inFolder(async (folder) => compare([build, ...(await builtIn(folder, surroundings.slice(1)))]));

/**
 * Builds the site in two other folders, one after the other, and compares what came of it.
 * @returns {Promise<Compared>}
 */
export const buildTwice = () => inFolder(async (folder) => compare(await builtIn(folder, surroundings)));

/** @template T @param {(folder: string) => Promise<T>} task */
async function inFolder(task) {
  const folder = mkdtempSync(join(tmpdir(), 'phems-twice-'));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the sources into each of the surroundings, as they are at this moment, and then builds there.
 * @param {string} folder @param {typeof surroundings} all
 * @returns {Promise<string[]>} the built sites
 */
async function builtIn(folder, all) {
  for (const { name, backwards } of all) copyProject(root, join(folder, name), { backwards });
  const sites = [];
  for (const { name, env } of all) {
    const place = join(folder, name);
    const given = { cwd: place, env: { ...process.env, ...env, HOME: folder }, limitMinutes: 10 };
    const code = await run(process.execPath, [join(place, 'scripts/build.mjs')], given);
    if (code !== 0)
      throw new Error(`The site could not be built in another folder (code ${code}); the reason stands above.`);
    sites.push(join(place, 'build'));
  }
  return sites;
}

/** @param {readonly string[]} sites two of them @returns {Compared} */
function compare([first = '', second = '']) {
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
