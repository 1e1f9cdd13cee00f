import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '$workers/data/import/contract';
import { omopText, parseImport, planText } from './spec';

const plan: ImportPlan = {
  name: 'labs',
  file: 'ward/labs.csv',
  format: 'csv',
  csv: {
    delimiter: ';',
    quote: '"',
    encoding: 'windows-1252',
    header: true,
    decimal: ',',
    thousands: '.',
    dateOrder: 'dmy'
  },
  columns: [
    { name: 'person_id', type: 'bigint' },
    { name: 'lactate', type: 'number', unit: 'mmol/L', label: 'Lactate', missing: ['?', 'NA'] },
    { name: 'price: net', type: 'decimal(10,2)', from: 'Preis #1' }
  ],
  misfits: 'stop',
  rows: 1204,
  fingerprint: { bytes: 41_200_000, modified: 1_700_000_000_000, sha256: 'aa-bb' }
};

describe('import cell', () => {
  test('a confirmed plan reads back as it was, and needs no proposal', () => {
    const spec = parseImport(planText(plan));
    const { name: _name, ...rest } = plan;
    expect(spec).toEqual({ shape: 'table', wanted: rest, complete: true });
  });

  test('so does a part of a sheet, with years of two digits', () => {
    const { csv: _csv, ...book } = plan;
    const excel: ImportPlan = {
      ...book,
      format: 'excel',
      inner: 'May',
      header: true,
      range: 'B3:F40',
      fillMerged: true,
      misfits: 'set-aside',
      columns: [{ name: 'born', type: 'date', dateOrder: 'dmy', yearsFrom: 1950, missing: ['?'] }]
    };
    const { name: _name, ...rest } = excel;
    const spec = parseImport(planText(excel));
    expect(spec).toMatchObject({ shape: 'table', wanted: rest });
  });

  test('a file alone leaves the rest to be proposed', () => {
    expect(parseImport('file: site:picu-classroom.csv')).toEqual({
      shape: 'table',
      wanted: { file: 'site:picu-classroom.csv' },
      complete: false
    });
  });

  test('a word of a column is its type, and a column may say nothing', () => {
    expect(parseImport('file: a.csv\ncolumns:\n  id: text\n  day:')).toMatchObject({
      wanted: { columns: [{ name: 'id', type: 'text' }, { name: 'day' }] }
    });
  });

  test('an OMOP extract names its tables', () => {
    const text = omopText({ file: 'extract.zip', version: '5.4', tables: ['person', 'death'], prefix: '' });
    expect(parseImport(text)).toEqual({
      shape: 'omop',
      file: 'extract.zip',
      version: '5.4',
      tables: ['person', 'death'],
      prefix: ''
    });
  });

  test.each([
    ['format: csv', 'import-needs-file', 1, undefined],
    ['file: a.csv\nfromat: csv', 'import-key', 2, 1],
    ['file: a.csv\nformat: sas', 'import-value', 2, 9],
    ['file: a.csv\ncsv: {delimiter: "~"}', 'import-value', 2, 18],
    ['file: a.csv\ncolumns:\n  x: {type: float}', 'import-value', 3, 13],
    ['file: a.csv\ncolumns:\n  x: float', 'import-value', 3, 6],
    ['file: a.csv\ncolumns:\n  x: [text]', 'import-value', 3, 6],
    ['file: a.csv\ncolumns:\n  x: 3', 'import-value', 3, 6],
    ['file: a.csv\ncolumns:\n  x: {typ: text}', 'import-key', 3, 7],
    ['file: a.csv\nomop: "5.4"', 'import-value', 1, 1],
    ['file: "a.csv\ncsv: 1', 'import-yaml', 2, 7]
  ])('%j is refused with its place', (text, code, line, column) => {
    expect(() => parseImport(text)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining(column ? { line, column } : { line }) })
    );
  });
});
