import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../site/places.mjs';

/**
 * @typedef {object} HeldCases
 * @property {Record<string, string>} cases by oracle: how many of how many are held
 * @property {Record<string, number>} held by oracle
 * @property {string[]} missing the others, `oracle: name`
 */

/** @param {string} folder @returns {string[]} the unit tests below it */
function testsBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `${folder}/${path}`);
}

/**
 * Whether a name stands in a text whole, not as a part of a longer word or number.
 * @param {string} text
 * @param {string} name
 */
function carries(text, name) {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[.]?[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/**
 * Runs the tests that read these oracles, and tells which cases are held. A case is held by a test that passes, stands in
 * a file that reads the oracle and carries the whole name of the case; where two cases share a name, by two such tests.
 * @param {import('./context.mjs').Context} context
 * @param {readonly string[]} oracles below `tests/oracles`
 */
export async function holdCases(context, oracles) {
  const sources = testsBelow('workers').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  /** By its path, or where several are read alike by its bare name. @param {string} oracle */
  const readers = (oracle) =>
    sources
      .filter(({ text }) => text.includes(`/${oracle}'`) || text.includes(`'${basename(oracle)}'`))
      .map(({ path }) => path);
  const { passed, failed, problems, titles, holds } = await context.vitest([...new Set(oracles.flatMap(readers))]);
  /** @type {HeldCases} */
  const found = { cases: {}, held: {}, missing: [] };
  for (const oracle of oracles) {
    /** @type {{cases: {name: string}[]}} */
    const { cases } = JSON.parse(readFileSync(join(root, 'tests/oracles', oracle), 'utf8'));
    const names = cases.map(({ name }) => name);
    const tests = readers(oracle).flatMap((path) => titles[path] ?? []);
    const without = names.filter((name, place) => {
      const before = names.slice(0, place).filter((other) => other === name).length;
      return tests.filter((test) => carries(test, name)).length <= before;
    });
    found.held[oracle] = names.length - without.length;
    found.cases[oracle] = `${names.length - without.length} of ${names.length}`;
    found.missing.push(...without.map((name) => `${oracle}: ${name}`));
  }
  return { ...found, passed, failed, problems, holds: holds && found.missing.length === 0 };
}
