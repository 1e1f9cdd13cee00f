import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guarded, guardedFiles } from './guarded-parquet';

test('the guards find their places in the version we have', () => {
  for (const file of guardedFiles) {
    const code = readFileSync(`node_modules/hyparquet/src/${file}`, 'utf8');
    expect(guarded(file, code)).not.toBe(code);
  }
});

test('another version is an error of the build, not a reader without guards', () => {
  expect(() => guarded('encoding.js', 'const count = header >> 1')).toThrow("hyparquet's encoding.js is not as known");
});
