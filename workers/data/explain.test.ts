import { describe, expect, test } from 'vitest';
import { DuckError } from './duck';
import { crashOf, readDuckError } from './duck-errors';
import { fail } from './errors';
import { explain } from './explain';

const codes = Object.entries({
  stopped: {},
  'sql-empty': {},
  'sql-syntax': { word: 'selct' },
  'sql-bracket': { word: '(' },
  'sql-quote-open': {},
  'sql-not-a-select': { word: 'drop' },
  'sql-several': {},
  'sql-pivot': {},
  'sql-no-column': { name: 'a'.repeat(99), near: 'lactate, lactat' },
  'sql-no-table': { name: 'stay' },
  'sql-no-function': { name: 'f' },
  'sql-no-value': { name: 'x' },
  'sql-itself': { name: 'x' },
  'sql-ambiguous': { name: 'a', near: 'x.a, y.a' },
  'sql-group': { name: 'b'.repeat(99) },
  'sql-compare': { left: 'DATE', right: 'VARCHAR' },
  'sql-arguments': { name: 'sum', types: 'VARCHAR, '.repeat(30) },
  'sql-conversion': { type: 'INTEGER' },
  'sql-range': {},
  'sql-list': { list: 'INTEGER[]' },
  'sql-cast': { from: 'BIGINT', to: 'DATE' },
  'sql-outdated': {},
  'sql-forbidden': {},
  'sql-out-of-memory': { limit: '3.1 GiB' },
  'sql-refused': { words: 'w '.repeat(200) },
  'sql-failed': {},
  'engine-crashed': {},
  'engine-wasm': {},
  'file-changed': { file: 'a/b.csv' },
  'relation-unknown': { name: 'x' },
  'table-without-columns': { name: 'x' },
  'table-column-twice': { name: 'x', column: 'a' },
  'table-uneven': { name: 'x', column: 'a', found: 1, rows: 2 },
  'relation-outdated': { name: 'scored' },
  'export-sheet-full': { rows: 2_000_000, columns: 3, limit: 1_048_575 },
  'export-text-long': { length: 40_000, limit: 32_767 },
  'export-incomplete': { rows: 10, found: 3 }
} satisfies Record<Parameters<typeof fail>[0], object>) as [Parameters<typeof fail>[0], object][];

test.each(codes)('%s is said in one short sentence with a remedy', (code, values) => {
  const { message, hint = '' } = fail(code, { ...values });
  for (const words of [message, hint]) {
    expect(words.length).toBeLessThanOrEqual(160);
    expect(words).not.toMatch(/invalid|failed to|oops|please|!/i);
    expect(words).not.toContain('undefined');
  }
  expect(hint).toMatch(/^[A-Z][a-z]+/);
});

describe('what is no sentence of DuckDB', () => {
  test.each([
    ['memory access out of bounds', 'engine-crashed'],
    ['table index is out of bounds', 'engine-crashed'],
    ['FATAL Error: database has been invalidated because of a previous fatal error', 'engine-crashed'],
    ['NotReadableError: The requested file could not be read, local/x.csv', 'file-changed'],
    [
      '{"exception_type":"Out of Memory","exception_message":"could not allocate block of size 256.0 KiB"}',
      'sql-out-of-memory'
    ],
    ['{"exception_type":"Something new","exception_message":"Lina Meyer, 7"}', 'sql-failed']
  ])('%s', (text, code) => {
    expect(explain(readDuckError(new Error(text), ''))).toMatchObject({ code });
  });

  test('a trap of WebAssembly is a crash, after which nothing is tried again', () => {
    const error = readDuckError(new WebAssembly.RuntimeError('unreachable'), '');
    expect(crashOf(error)).toBe(error);
  });

  test('a mistake of our own stays what it is', () => {
    const bug = new TypeError('x is undefined');
    expect(explain(bug)).toBe(bug);
  });

  test('values of the data are in the details only', () => {
    const error = explain(new DuckError('Conversion', "Could not convert string 'Lina Meyer' to INT32"));
    expect(error).toMatchObject({ code: 'sql-conversion', details: "Could not convert string 'Lina Meyer' to INT32" });
    expect(String(error)).not.toContain('Lina');
    expect(JSON.stringify((error as { values: object }).values)).not.toContain('Lina');
  });
});

describe('a file that changed while it is read in place', () => {
  const error = readDuckError(new DOMException('The requested file could not be read', 'NotReadableError'), '');

  test('the table behind it and its place in the statement are named', () => {
    const failure = explain(error, { files: [{ name: 'labs', place: { line: 2, column: 6 } }] });
    expect(failure).toMatchObject({ code: 'file-changed', place: { line: 2, column: 6 } });
    expect((failure as Error).message).toBe('The file behind `labs` has changed or is gone.');
  });

  test('several are all named, none is said so', () => {
    expect((explain(error, { files: [{ name: 'a' }, { name: 'b' }] }) as Error).message).toMatch(/`a` or `b`/);
    expect((explain(error) as Error).message).toBe('A file has changed or is gone.');
  });
});
