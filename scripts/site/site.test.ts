import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compressFolder } from './compress.mjs';
import { opener } from './desktop.mjs';
import { sourceFingerprint } from './fingerprint.mjs';
import { isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phems-site-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('whether the packages are installed', () => {
  test.each([
    ['missing', undefined, false],
    ['older than the lock', 1000, false],
    ['of the same age', 2000, true],
    ['younger', 3000, true]
  ])('node_modules %s', (_what, age, expected) => {
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    utimesSync(join(folder, 'package-lock.json'), 2000, 2000);
    if (age !== undefined) {
      mkdirSync(join(folder, 'node_modules'));
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}');
      utimesSync(join(folder, 'node_modules/.package-lock.json'), age, age);
    }
    expect(isInstalled(folder)).toBe(expected);
  });
});

describe('the fingerprint of the sources', () => {
  test('changes with a name, a content and a deletion, not with an age or a test', () => {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/a.ts'), '1');
    const first = sourceFingerprint(folder);
    writeFileSync(join(folder, 'src/a.test.ts'), 'a test');
    utimesSync(join(folder, 'src/a.ts'), 1, 1);
    expect(sourceFingerprint(folder)).toBe(first);
    writeFileSync(join(folder, 'src/b.ts'), '2');
    const second = sourceFingerprint(folder);
    expect(second).not.toBe(first);
    writeFileSync(join(folder, 'src/b.ts'), '3');
    expect(sourceFingerprint(folder)).not.toBe(second);
    rmSync(join(folder, 'src/b.ts'));
    expect(sourceFingerprint(folder)).toBe(first);
  });
});

describe('compressing', () => {
  test('writes both forms beside what gets smaller, and leaves the rest', async () => {
    writeFileSync(join(folder, 'a.js'), 'let a = 1;\n'.repeat(500));
    writeFileSync(join(folder, 'small.js'), 'let a = 1;');
    writeFileSync(join(folder, 'font.woff2'), 'x'.repeat(5000));
    await compressFolder(folder);
    expect(readdirSync(folder).sort()).toEqual(['a.js', 'a.js.br', 'a.js.gz', 'font.woff2', 'small.js']);
    const plain = readFileSync(join(folder, 'a.js'));
    expect(gunzipSync(readFileSync(join(folder, 'a.js.gz')))).toEqual(plain);
    expect(brotliDecompressSync(readFileSync(join(folder, 'a.js.br')))).toEqual(plain);
  });
});

describe('the lock', () => {
  test('lets one task run at a time', async () => {
    const path = join(folder, 'inner/build.lock');
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await wait(10);
      running -= 1;
    };
    await Promise.all([withLock(path, task), withLock(path, task), withLock(path, task)]);
    expect(most).toBe(1);
  });

  test('is freed when its holder has died, and after a task that failed', async () => {
    const path = join(folder, 'build.lock');
    // Process numbers end at 4,194,304 on Linux: nobody has this one.
    writeFileSync(path, '4194305');
    await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await withLock(path, () => Promise.resolve('next'))).toBe('next');
  });
});

describe('opening the page on a desktop', () => {
  test.each([
    ['linux', { DISPLAY: ':0' }, true, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, 'xdg-open'],
    ['linux', {}, true, undefined],
    ['linux', { DISPLAY: ':0' }, false, undefined],
    ['linux', { DISPLAY: ':0', CI: 'true' }, true, undefined],
    ['darwin', {}, true, 'open'],
    ['win32', {}, true, 'cmd']
  ] as const)('%s with %o, terminal %s: %s', (platform, environment, terminal, program) => {
    expect(opener({ platform, environment, terminal })?.[0]).toBe(program);
  });
});
