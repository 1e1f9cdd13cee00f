import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { failure, fileOf, openBench, type Bench } from '../testing';
import { detect } from './detect';
import { gunzipMembers } from './gzip';
import { columnNames, tableName } from './names';
import { sha256 } from '../../../shared/sha256';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string) => [...text].map((letter) => `${letter}\0`).join('');
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('what is not read here is named, with the way out', () => {
  test.each([
    ['labs.xls', `${ole}${'\0'.repeat(500)}${wide('Workbook')}`, 'format-xls', /save it as \.xlsx/],
    ['labs.xlsx', `${ole}${'\0'.repeat(500)}${wide('EncryptedPackage')}`, 'format-encrypted', /^Save it without/],
    ['a.sav', '$FL2@(#) SPSS DATA FILE', 'format-spss', /^Export it as CSV/],
    ['a.zsav', '$FL3@(#) SPSS DATA FILE', 'format-spss', /^Export it as CSV/],
    ['a.dta', '<stata_dta><header>', 'format-stata', /^Export it as CSV/],
    ['old.dta', '\x72\x02\x01\0\x05\0', 'format-stata', /^Export it as CSV/],
    ['a.sas7bdat', `${'\0'.repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92`, 'format-sas', /^Export it as CSV/],
    ['a.xpt', 'HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!', 'format-sas', /^Export it as CSV/],
    ['a.csv', '%PDF-1.7', 'format-pdf', /^Ask/],
    ['a.csv', '\x89PNG\r\n', 'format-image', /^Ask/],
    ['a.csv', '\n<!DOCTYPE html><html>', 'format-html', /^Download/],
    ['a.csv', '', 'file-empty', /^Get/],
    ['a.csv', ' \n\n', 'file-empty', /^Get/],
    ['a.7z', '7z\xbc\xaf\x27\x1c', 'format-archive', /^Unpack/],
    ['a.bin', '\x01\x02\x03\x04\x05\x06\x07', 'format-unknown', /^Save/]
  ])('%s', async (name, content, code, hint) => {
    const error = await failure(detect(name, new Blob([bytes(content)])));
    expect(error.code).toBe(code);
    expect(error.hint).toMatch(hint);
    expect(error.message.length).toBeLessThanOrEqual(160);
  });
});

describe('archives', () => {
  const zip = async (entries: Record<string, BlobPart>, options: { password?: string } = {}) => {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...options });
    for (const [name, content] of Object.entries(entries)) await writer.add(name, new BlobReader(new Blob([content])));
    return writer.close();
  };

  test('a zip is listed without by-files, its bad entries are named, clashes are told', async () => {
    const content = await zip({
      'x/Labs 1.csv': 'a,b\n1,2\n',
      'y/labs_1.csv': 'a,b\n1,2\n',
      '__MACOSX/x/._Labs 1.csv': '\0\x05',
      '.DS_Store': 'x',
      'notes.pdf': '%PDF-1.7',
      'README.md': '# hello'
    });
    const sources = [fileOf('extract.zip', content)];
    const found = await bench.imports.inspect(sources);
    expect(found.tables.map(({ file }) => file)).toEqual(['extract.zip/x/Labs 1.csv', 'extract.zip/y/labs_1.csv']);
    expect(found.clashes).toEqual([{ name: 'labs_1', files: found.tables.map(({ file }) => file) }]);
    expect(found.problems.map(({ file, code }) => [file, code])).toEqual([['extract.zip/notes.pdf', 'format-pdf']]);
    expect(found.ignored).toHaveLength(3);
    const proposal = await bench.imports.propose({ file: 'extract.zip/x/Labs 1.csv' }, sources);
    expect((await bench.imports.read(proposal.plan, sources)).rows).toBe(1);
    // A colleague's archive has another name.
    expect((await bench.imports.read(proposal.plan, [fileOf('mine.zip', content)]).catch((e) => e)).code).toBe(
      'file-missing'
    );
  });

  test('an archive with a password, one in an archive, and a bomb are refused', async () => {
    const locked = await bench.imports.inspect([fileOf('a.zip', await zip({ 'a.csv': 'a\n1\n' }, { password: 'x' }))]);
    expect(locked.problems.map(({ code }) => code)).toEqual(['zip-encrypted']);
    const nested = await zip({ 'inner.zip': await zip({ 'a.csv': 'a\n1\n' }) });
    expect((await bench.imports.inspect([fileOf('a.zip', nested)])).problems.map(({ code }) => code)).toEqual([
      'zip-nested'
    ]);
    const bomb = await zip({ 'a.csv': new Uint8Array(300 * 1024 * 1024) });
    expect((await bench.imports.inspect([fileOf('a.zip', bomb)])).problems.map(({ code }) => code)).toEqual([
      'zip-bomb'
    ]);
  });

  test('gzip, also of several members, and a cut one', async () => {
    const parts = [gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')];
    const { result } = await bench.bring('labs.csv.gz', parts as BlobPart[]);
    expect([result.relation.name, result.rows]).toEqual(['labs', 2]);
    expect(await (await gunzipMembers(new Blob(parts as BlobPart[])))?.text()).toBe('a,b\n1,2\n3,4\n');
    const cut = parts[0]!.subarray(0, parts[0]!.length - 2);
    expect((await failure(bench.bring('labs.csv.gz', cut as BlobPart))).code).toBe('gzip-damaged');
  });
});

describe('names', () => {
  test.each([
    ['extract.zip/PERSON.csv', 'person'],
    ['ward/Größe & Gewicht (2024).xlsx', 'gro_e_gewicht_2024'],
    ['2024-labs.csv.gz', 't_2024_labs'],
    ['processed.va.data', 'processed_va'],
    ['???.csv', 'table_1']
  ])('%s becomes the table %s', (path, name) => expect(tableName(path)).toBe(name));

  test('columns have names, and no two the same in any case', () => {
    expect(columnNames([' a ', null, 'A', 'column2', '']).names).toEqual([
      'a',
      'column2',
      'A_2',
      'column2_2',
      'column5'
    ]);
  });
});

test.each(['', 'abc', 'x'.repeat(55), 'y'.repeat(56), 'z'.repeat(64), 'ü'.repeat(5000)])(
  'SHA-256 is that of Node',
  (text) => {
    const content = new TextEncoder().encode(text);
    expect(sha256(content)).toBe(createHash('sha256').update(content).digest('hex'));
  }
);
