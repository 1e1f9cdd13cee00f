import { DuckDBInstance } from '@duckdb/node-api';

/** Kinds of columns of the tall table: an id of 19 digits, a measurement, a count, a word of five hundred. */
const kinds = [
  (/** @type {number} */ at) => `1000000000000000000 + range * ${[7, 11, 13, 17, 19][at]} AS id_${at}`,
  (/** @type {number} */ at) =>
    `CASE WHEN range % 101 = ${at} THEN NULL ELSE ((range * 7919 + ${at}) % 1000000) / 1000.0 END AS value_${at}`,
  (/** @type {number} */ at) => `(range * ${at + 3} % ${1000 * (at + 1)})::INTEGER AS count_${at}`,
  (/** @type {number} */ at) => `'word ' || ((range * ${at + 7}) % 500) AS word_${at}`
];

/** The tall table as a SELECT: 5 BIGINT, 5 DOUBLE, 5 INTEGER and 5 texts of 500 values. @param {number} rows */
export const tall = (rows) =>
  `SELECT ${kinds.flatMap((kind) => [0, 1, 2, 3, 4].map(kind)).join(', ')} FROM range(${rows})`;

/** The broad table as a SELECT: 100 rows of 5,000 columns. @param {number} columns */
export const broad = (columns) =>
  `SELECT ${Array.from({ length: columns }, (_, at) => `range * ${at + 1} AS c${at}`).join(', ')} FROM range(100)`;

/**
 * Tables in a DuckDB file, written by native DuckDB.
 * @param {string} path @param {Readonly<Record<string, string>>} tables name and SELECT
 */
export async function writeDatabase(path, tables) {
  const database = await DuckDBInstance.create(path);
  const connection = await database.connect();
  for (const [name, sql] of Object.entries(tables)) await connection.run(`CREATE TABLE ${name} AS ${sql}`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  database.closeSync();
}

/**
 * What native DuckDB answers, as text.
 * @param {string} path @param {string} sql @returns {Promise<string[][]>}
 */
export async function askNative(path, sql) {
  const database = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await database.connect();
  const reader = await connection.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM (${sql})`);
  const rows = reader.getRows().map((row) => row.map((value) => (value === null ? '' : String(value))));
  connection.closeSync();
  database.closeSync();
  return rows;
}
