import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArguments, startFolder, UsageError } from './arguments.mjs';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phems-arguments-'));
  writeFileSync(join(folder, 'a.md'), '# A');
  writeFileSync(join(folder, 'b.csv'), 'x\n1\n');
  mkdirSync(join(folder, 'extract'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the arguments of the runner', () => {
  test('files and data are found from where the person stands', () => {
    expect(readArguments(['a.md', '--data', 'b.csv', '--data', 'extract'], folder)).toEqual({
      files: [{ name: 'a.md', path: join(folder, 'a.md') }],
      data: [
        { path: join(folder, 'b.csv'), folder: false },
        { path: join(folder, 'extract'), folder: true }
      ],
      json: false,
      rows: 20,
      timeoutSeconds: 300,
      help: false
    });
  });

  test('options may stand before and after, with = or without', () => {
    expect(readArguments(['--json', '--rows=0', 'a.md', '--timeout', '5'], folder)).toMatchObject({
      json: true,
      rows: 0,
      timeoutSeconds: 5
    });
  });

  test.each([
    [[]],
    [['missing.md']],
    [['extract']],
    [['a.md', '--data', 'missing.csv']],
    [['a.md', '--data']],
    [['a.md', '--rows', '-1']],
    [['a.md', '--rows', 'many']],
    [['a.md', '--rows', '1.5']],
    [['a.md', '--timeout', '0']],
    [['a.md', '--unknown']]
  ])('%j is refused', (parameters) => {
    expect(() => readArguments(parameters, folder)).toThrow(UsageError);
  });

  test('only our own npm script says where the person stood', () => {
    expect(startFolder({ npm_lifecycle_event: 'notebook', INIT_CWD: '/there' })).toBe('/there');
    expect(startFolder({ npm_lifecycle_event: 'test', INIT_CWD: '/there' })).toBe(process.cwd());
    expect(startFolder({})).toBe(process.cwd());
  });
});
