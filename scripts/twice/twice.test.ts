import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differences, hashesOf } from './compare.mjs';
import { copyProject, sourceFiles } from './copy.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phems-two-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('comparing two builds', () => {
  test('names each file that is not the same, and says nothing of equal ones', () => {
    write({
      'a/same.js': '1',
      'b/same.js': '1',
      'a/in/changed.css': 'x',
      'b/in/changed.css': 'y',
      'a/gone.html': '',
      'b/new.zip': ''
    });
    expect(differences(hashesOf(join(folder, 'a')), hashesOf(join(folder, 'b')))).toEqual([
      'gone.html: only in the first',
      'in/changed.css: other bytes',
      'new.zip: only in the second'
    ]);
  });

  test('hashes are SHA-256', () => {
    write({ 'a/abc': 'abc' });
    // The example of FIPS 180-2, appendix B.1.
    expect([...hashesOf(join(folder, 'a'))]).toEqual([
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']
    ]);
  });
});

describe('copying the project', () => {
  const project = {
    'from/package-lock.json': '{}',
    'from/src/a.ts': 'a',
    'from/build/index.html': 'old',
    'from/static/data/made.csv': 'm',
    'from/node_modules/pack/index.js': 'p',
    'from/node_modules/.vite/kept.json': 'k'
  };

  test('takes the sources and nothing that is made from them', () => {
    write(project);
    expect(sourceFiles(join(folder, 'from')).sort()).toEqual(['package-lock.json', 'src/a.ts']);
  });

  test('links packages, leaves out what tools write there, and needs no installation', () => {
    write(project);
    copyProject(join(folder, 'from'), join(folder, 'to'));
    const node = (path: string) => statSync(join(folder, path)).ino;
    expect(node('to/node_modules/pack/index.js')).toBe(node('from/node_modules/pack/index.js'));
    expect(node('to/src/a.ts')).not.toBe(node('from/src/a.ts'));
    expect(statSync(join(folder, 'to/node_modules/.vite'), { throwIfNoEntry: false })).toBeUndefined();
    expect(statSync(join(folder, 'to/package-lock.json')).mtimeMs).toBe(1000);
  });
});
