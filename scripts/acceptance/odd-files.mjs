import { writeFileSync } from 'node:fs';
import * as arrow from '@uwdata/flechette';
import { parquetWriteFile } from 'hyparquet-writer';
import writeExcel from 'write-excel-file/node';
import { clockText, oddRows, priceText, seenText } from './odd-values.mjs';

/** @typedef {import('./odd-values.mjs').OddRow} OddRow */

const names = /** @type {(keyof OddRow)[]} */ (Object.keys(oddRows[0] ?? {}));

/** Values as text, for formats that know no more. @param {OddRow} row @returns {Record<string, string | null>} */
const texts = (row) => ({
  nr: String(row.nr),
  flag: row.flag === null ? null : String(row.flag),
  tiny: row.tiny === null ? null : String(row.tiny),
  whole: row.whole === null ? null : String(row.whole),
  big: row.big === null ? null : String(row.big),
  single: row.single === null ? null : String(row.single),
  ratio: row.ratio === null ? null : String(row.ratio),
  price: priceText(row.price),
  name: row.name,
  note: row.note,
  code: row.code,
  born: row.born,
  seen: seenText(row.seen),
  clock: clockText(row.clock)
});

/** An empty field is missing, `""` is the empty text. @param {string} path */
export function writeCsv(path) {
  const field = (/** @type {string | null | undefined} */ text) =>
    text === null || text === undefined
      ? ''
      : /[",\n;]|^\s|\s$|^$/.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
  const lines = oddRows.map(texts).map((row) => names.map((name) => field(row[name])).join(','));
  writeFileSync(path, [names.join(','), ...lines, ''].join('\n'));
}

/** Numbers with all their digits, as another program's JSON has them. @param {string} path */
export function writeJson(path) {
  const plain = new Set(['nr', 'flag', 'tiny', 'whole', 'big', 'single', 'ratio', 'price']);
  const rows = oddRows.map(texts).map((row) => {
    const fields = names.map((name) => {
      const text = row[name] ?? null;
      return `${JSON.stringify(name)}: ${text === null ? 'null' : plain.has(name) ? text : JSON.stringify(text)}`;
    });
    return `  {${fields.join(', ')}}`;
  });
  writeFileSync(path, `[\n${rows.join(',\n')}\n]\n`);
}

/** @param {keyof OddRow} name @returns {any[]} */
const column = (name) => oddRows.map((row) => row[name]);

/** @param {readonly (number | null)[]} values @param {number} factor */
const scaled = (values, factor) => values.map((value) => (value === null ? null : BigInt(value * factor)));

/** @param {string} path */
export function writeParquet(path) {
  const elements = /** @type {import('hyparquet').SchemaElement[]} */ ([
    { name: 'nr', type: 'INT32' },
    { name: 'flag', type: 'BOOLEAN' },
    { name: 'tiny', type: 'INT32', converted_type: 'INT_8' },
    { name: 'whole', type: 'INT32' },
    { name: 'big', type: 'INT64' },
    { name: 'single', type: 'FLOAT' },
    { name: 'ratio', type: 'DOUBLE' },
    { name: 'price', type: 'INT64', converted_type: 'DECIMAL', precision: 12, scale: 2 },
    { name: 'name', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    { name: 'note', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    { name: 'code', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    { name: 'born', type: 'INT32', converted_type: 'DATE' },
    { name: 'seen', type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
    { name: 'clock', type: 'INT64', converted_type: 'TIME_MICROS' }
  ]).map((element) => ({ ...element, repetition_type: /** @type {const} */ ('OPTIONAL') }));
  const born = column('born').map((day) => (day === null ? null : new Date(`${day}T00:00:00Z`)));
  const special = new Map(
    /** @type {[string, any[]][]} */ ([
      ['price', scaled(column('price'), 1)],
      ['born', born],
      ['clock', scaled(column('clock'), 1_000_000)]
    ])
  );
  parquetWriteFile({
    filename: path,
    columnData: names.map((name) => ({ name, data: special.get(name) ?? column(name) })),
    schema: [{ name: 'root', num_children: names.length }, ...elements]
  });
}

/** @param {string} path */
export function writeArrow(path) {
  const types = {
    nr: arrow.int32(),
    flag: arrow.bool(),
    tiny: arrow.int8(),
    whole: arrow.int32(),
    big: arrow.int64(),
    single: arrow.float32(),
    ratio: arrow.float64(),
    price: arrow.decimal(12, 2),
    name: arrow.utf8(),
    note: arrow.utf8(),
    code: arrow.dictionary(arrow.utf8()),
    born: arrow.dateDay(),
    seen: arrow.timestamp(arrow.TimeUnit.MICROSECOND),
    clock: arrow.timeMicrosecond()
  };
  const special = new Map(
    /** @type {[string, any[]][]} */ ([
      ['price', column('price').map((hundredths) => (hundredths === null ? null : hundredths / 100))],
      ['born', column('born').map((day) => (day === null ? null : new Date(`${day}T00:00:00Z`)))],
      // Milliseconds with a fraction: exact to the microsecond between 1700 and 2200.
      ['seen', column('seen').map((micro) => (micro === null ? null : Number(micro) / 1000))],
      ['clock', scaled(column('clock'), 1_000_000)]
    ])
  );
  const columns = names.map((name) => [name, arrow.columnFromArray(special.get(name) ?? column(name), types[name])]);
  writeFileSync(path, arrow.tableToIPC(arrow.tableFromColumns(Object.fromEntries(columns)), { format: 'file' }) ?? '');
}

/**
 * What Excel's numbers and dates cannot hold stands in cells of text, as careful people write it.
 * @param {string} path
 * @param {{bigAsNumber?: boolean}} [options] the careless way: the number loses its last digit
 */
export async function writeWorkbook(path, { bigAsNumber = false } = {}) {
  const heading = names.map((name) => ({ value: name, type: String }));
  const rows = oddRows.map((row) => {
    const written = texts(row);
    return names.map((name) => {
      const value = row[name];
      if (value === null) return null;
      if (name === 'big' && bigAsNumber) return { value: Number(value), type: Number };
      if (name === 'price') return { value: Number(written.price), type: Number };
      if (name === 'born' && row.nr === 4) {
        return { value: new Date(`${row.born}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
      }
      if (typeof value === 'number' && name !== 'clock') return { value, type: Number };
      if (typeof value === 'boolean') return { value, type: Boolean };
      return { value: written[name] ?? '', type: String };
    });
  });
  await writeExcel(/** @type {any} */ ([heading, ...rows])).toFile(path);
}
