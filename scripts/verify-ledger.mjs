#!/usr/bin/env node
// Verifies a ledger that PHEMS Notebook exported. Stands alone: Node 20, no other file.
//   node verify-ledger.mjs LEDGER.json
// Ends with 0 where the chain is whole, 1 where it is not, 2 where the file is no ledger.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const format = 'phems-ledger/1';
const zeros = '0'.repeat(64);

/** JSON with sorted keys and nothing between. @param {unknown} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** @param {unknown} text @returns {{entries: Record<string, unknown>[], count: unknown, last: unknown}} */
function read(text) {
  const ledger = JSON.parse(String(text));
  if (ledger?.format !== format || !Array.isArray(ledger.entries)) throw new Error(`it does not say ${format}`);
  return ledger;
}

/**
 * Every entry holds the hash of the one before and its own; the head says how many there are and which is the last.
 * @param {ReturnType<typeof read>} ledger
 * @returns {string | undefined} what is wrong
 */
function wrong({ entries, count, last }) {
  let before = zeros;
  for (const [index, entry] of entries.entries()) {
    const { hash, ...open } = entry ?? {};
    if (open['number'] !== index + 1)
      return `entry ${index + 1} is missing: entry ${open['number']} stands in its place`;
    if (open['before'] !== before) return `entry ${index + 1} does not follow the one before it`;
    const own = createHash('sha256').update(canonical(open)).digest('hex');
    if (hash !== own) return `entry ${index + 1} was changed`;
    before = own;
  }
  if (entries.length !== count) return `the file says ${count} entries and has ${entries.length}`;
  if (last !== before) return 'the last entry is not the one that the file says';
  return undefined;
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Call: node verify-ledger.mjs LEDGER.json');
  process.exit(2);
}
try {
  const ledger = read(readFileSync(path, 'utf8'));
  const problem = wrong(ledger);
  if (problem !== undefined) {
    console.error(`Broken: ${problem}.`);
    process.exit(1);
  }
  const left = ledger.entries.filter(({ outcome }) => outcome === 'left').length;
  console.log(`${ledger.entries.length} entries, unbroken; ${left} left the device. Last: ${ledger.last}`);
} catch (error) {
  console.error(`Not a ledger: ${error instanceof Error ? error.message : error}.`);
  process.exit(2);
}
