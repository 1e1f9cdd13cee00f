import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenAt, canonical, chained, exported, type Entry, type Told } from './entry';
import { MemoryLedger } from './store';

const told = (at: number): Told => ({
  at: `2026-11-24T10:00:0${at}.000Z`,
  kind: 'table',
  outcome: at === 2 ? 'kept' : 'left',
  way: 'file',
  what: `Tabelle ${at} “määrä”`,
  to: 'table.csv',
  bytes: 100 * at,
  rows: 0,
  fingerprint: 'ab'.repeat(32),
  notebook: 'Sepsis',
  cell: 'hourly',
  allowed: 'you',
  reason: '',
  mended: [],
  shownSeconds: 3.5,
  checks: [{ code: 'small-cells', severity: 'stop', table: 'hourly', count: 2 }],
  minCell: 5
});

async function four(): Promise<Entry[]> {
  const store = new MemoryLedger();
  for (const at of [1, 2, 3, 4]) await store.append(told(at));
  return store.entries();
}

describe('the chain', () => {
  test('is the hash of sorted JSON, by another SHA-256 too', async () => {
    const [first] = await four();
    const { hash, ...open } = first as Entry;
    const sorted = JSON.stringify(open, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value
    );
    expect(canonical(open)).toBe(sorted);
    expect(hash).toBe(createHash('sha256').update(sorted).digest('hex'));
  });

  test('is whole as it was written', async () => {
    expect(brokenAt(await four())).toBeUndefined();
  });
});

/** What somebody may do to a ledger, and at which entry it shows. */
const tampering: [string, (entries: Entry[]) => Entry[], number][] = [
  ['a word changed', (all) => all.map((one, at) => (at === 1 ? { ...one, what: 'Nothing' } : one)), 2],
  ['a figure changed', (all) => all.map((one, at) => (at === 2 ? { ...one, bytes: 1 } : one)), 3],
  ['a field added', (all) => all.map((one, at) => (at === 0 ? { ...one, more: 1 } : one)), 1],
  ['one removed', (all) => all.filter((_, at) => at !== 1), 2],
  ['the first removed', (all) => all.slice(1), 1],
  ['two in another order', ([a, b, c, d]) => [a, c, b, d] as Entry[], 2],
  ['one inserted', ([a, b, c, d]) => [a, b, chained(told(9), b), c, d] as Entry[], 4],
  ['one changed and hashed anew', ([a, , c, d]) => [a, chained({ ...told(2), outcome: 'left' }, a), c, d] as Entry[], 3]
];

test.each(tampering)('%s is found', async (_, change, at) => {
  expect(brokenAt(change(await four()))).toBe(at);
});

describe('the script that stands alone', () => {
  const script = fileURLToPath(new URL('../../../../scripts/verify-ledger.mjs', import.meta.url));
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phems-ledger-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const verify = (text: string) => {
    const path = join(folder, 'ledger.json');
    writeFileSync(path, text);
    return spawnSync(process.execPath, [script, path], { encoding: 'utf8' });
  };

  test('imports nothing of ours', () => {
    expect(execFileSync('grep', ['-c', "from 'node:", script], { encoding: 'utf8' }).trim()).toBe('2');
    expect(spawnSync('grep', ['-E', "from '\\.", script]).status).toBe(1);
  });

  test('says that a ledger is whole', async () => {
    const { status, stdout } = verify(exported(await four(), new Date(0)));
    expect(stdout).toContain('4 entries, unbroken; 3 left the device');
    expect(status).toBe(0);
  });

  test.each(tampering)('finds %s', async (_, change, at) => {
    const whole = JSON.parse(exported(await four(), new Date(0))) as { entries: Entry[] };
    const { status, stderr } = verify(JSON.stringify({ ...whole, entries: change(whole.entries) }));
    expect(stderr).toContain(`entry ${at}`);
    expect(status).toBe(1);
  });

  test('finds that the end is cut off', async () => {
    const whole = JSON.parse(exported(await four(), new Date(0))) as { entries: Entry[] };
    expect(verify(JSON.stringify({ ...whole, entries: whole.entries.slice(0, 3) })).status).toBe(1);
  });

  test.each(['', '{}', '{"format":"phems-ledger/9","entries":[]}', '[]'])('refuses %j', (text) => {
    expect(verify(text).status).toBe(2);
  });
});
