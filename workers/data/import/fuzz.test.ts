import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi, type TestContext } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { AppError } from '../../shared/errors';
import { mutatedBytes, mutatedText } from '../../shared/mutate';
import { randomStream } from '../../shared/random';
import { countSequence, sequencesAsked } from '../../shared/sequences';
import { quoteName } from '../duck';
import { openBench, type Bench } from './testing';

const asked = sequencesAsked(10);
/** A reader that takes longer holds the engine. Of the processor: others may be using the machine, too. */
const longestMs = 2000;
vi.setConfig({ testTimeout: 60_000 + asked * 1000 });
let bench: Bench;

const csv = ['id,name,when,value', ...[1, 2, 3, 4, 5].map((n) => `${n},"a ""${n}""; b",2024-02-0${n},${n / 7}`)].join(
  '\n'
);
const words = [
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  '\u0000',
  '\ufeff',
  'NA',
  '1e999',
  '-',
  '=1+1',
  'é',
  '😀'
];

beforeAll(async () => {
  bench = await openBench();
  await bench.duck.run('create table witness as select range as n from range(100)');
});

const tables = () => bench.rows('select table_name, estimated_size from duckdb_tables() order by all');

/** Reads the file as the page does. Afterwards there is the whole table, or nothing and an error of ours. */
async function survives(name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
  const before = await tables();
  const begun = process.cpuUsage();
  try {
    const { result } = await bench.bring(name, content);
    for (const { name: table, rows } of [result.relation, ...(result.setAside ? [result.setAside.relation] : [])]) {
      if (rows !== undefined)
        expect(await bench.rows(`select count(*) from ${quoteName(table)}`)).toEqual([[String(rows)]]);
      await bench.engine.remove([table]);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000, name).toBeLessThan(longestMs);
  expect(await tables()).toEqual(before);
}

async function fuzz(context: TestContext, name: string, sample: Uint8Array): Promise<void> {
  for (let n = 0; n < asked; n++) {
    await survives(name, mutatedBytes(sample, randomStream('fuzz', name, n)));
    countSequence(context);
  }
}

async function workbook(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'phems-fuzz-'));
  const path = join(folder, 'a.xlsx');
  await writeWorkbook([
    [{ value: 'id' }, { value: 'name' }],
    [{ value: 1 }, { value: 'a' }],
    [{ value: 2 }, { value: 'b' }]
  ]).toFile(path);
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

async function zipped(files: readonly (readonly [string, BlobPart])[]): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [name, content] of files) await writer.add(name, new BlobReader(new Blob([content])));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

test('mutated CSV is a whole table or an error', async (context) => {
  for (let n = 0; n < asked; n++) {
    const text = mutatedText(csv, words, randomStream('fuzz csv', n));
    await survives('a.csv', new TextEncoder().encode(text));
    countSequence(context);
  }
});

test('mutated bytes of CSV are a whole table or an error', (context) =>
  fuzz(context, 'b.csv', new TextEncoder().encode(csv)));

test('mutated Parquet is a whole table or an error', (context) => {
  const columnData = [
    { name: 'id', data: [1n, 2n, 3n], type: 'INT64' as const },
    { name: 'name', data: ['a', 'b', null], type: 'STRING' as const },
    { name: 'value', data: [0.5, 1.5, 2.5], type: 'DOUBLE' as const }
  ];
  return fuzz(context, 'a.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
});

test('a mutated workbook is a whole table or an error', async (context) => fuzz(context, 'a.xlsx', await workbook()));

test('a mutated zip is a whole table or an error', async (context) =>
  fuzz(context, 'a.zip', await zipped([['person.csv', csv]])));

test('bombs are refused at once', async (context) => {
  const zeros = new Uint8Array(50_000_000);
  const bomb = await zipped([['a.csv', zeros]]);
  const nested = await zipped([['b.zip', bomb]]);
  const [entry] = await Promise.all([zipped([['xl/worksheets/sheet1.xml', zeros]])]);
  for (const [name, bytes] of [
    ['bomb.zip', bomb],
    ['nested.zip', nested],
    ['bomb.xlsx', entry],
    ['bomb.parquet', zeros.subarray(0, 1000)]
  ] as const) {
    await survives(name, new Uint8Array(bytes));
    countSequence(context);
  }
});
