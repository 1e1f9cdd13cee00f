import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { parquetMetadata } from 'hyparquet';

export const line = 'real input';
export const asked =
  'omop-synthea (both zips, the unpacked folder), the sepsis log, the heart tables and a UTF-16 decimal-comma CSV load with row counts equal to the files’';

/** Rows of the CSV extract, counted with an independent reader (the data set's README); its other tables are empty. */
const synthea = {
  person: 28,
  observation_period: 28,
  visit_occurrence: 1791,
  visit_detail: 1791,
  condition_occurrence: 470,
  condition_era: 469,
  drug_exposure: 883,
  procedure_occurrence: 1649,
  measurement: 10_040,
  observation: 8099,
  device_exposure: 1,
  death: 3,
  provider: 67,
  concept: 2294,
  concept_relationship: 266_588,
  vocabulary: 1,
  cdm_source: 1
};
const csvZip = 'omop-synthea/Synthea27Nj_5.4.zip';
const parquetZip = 'omop-synthea/Synthea27NjParquet_5.4.zip';
const hospitals = { cleveland: 303, hungarian: 294, switzerland: 123, va: 200 };

/** @typedef {Record<string, number>} Counts */

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const folder = await unpack(context.data(csvZip), context.temporary('extract'));
  const expected = Object.fromEntries(folder.tables.map((name) => [name, 0]));
  const csvCounts = { ...expected, ...synthea };
  const cases = [
    { name: 'omop csv zip', counts: csvCounts, data: [context.data(csvZip)] },
    { name: 'omop folder', counts: csvCounts, folders: [folder.path] },
    {
      name: 'omop parquet zip',
      counts: await parquetCounts(context.data(parquetZip)),
      data: [context.data(parquetZip)]
    },
    { name: 'sepsis log', counts: { sepsis_log: 15_214 }, data: [context.data('sepsis-log/sepsis-log.csv')] },
    {
      name: 'heart tables',
      counts: Object.fromEntries(Object.entries(hospitals).map(([site, rows]) => [`processed_${site}`, rows])),
      data: Object.keys(hospitals).map((site) => context.data(`uci-heart/processed.${site}.data`))
    },
    { name: 'UTF-16 decimal comma', counts: { laktat: 1000 }, data: [writeUtf16(context.temporary('Laktat.csv'))] }
  ];
  /** @type {Record<string, unknown>} */
  const measured = {};
  let holds = true;
  for (const { name, counts, ...given } of cases) {
    const wrong = await differences(context, name, counts, given);
    measured[name] = wrong.length === 0 ? `${Object.keys(counts).length} tables, counts equal` : wrong.slice(0, 8);
    holds = holds && wrong.length === 0;
  }
  const answers = await questions(context, cases.at(3)?.data ?? [], cases.at(-1)?.data ?? [], cases.at(0)?.data ?? []);
  return { measured: { ...measured, answers: answers.got }, holds: holds && answers.right };
}

/**
 * @param {import('../context.mjs').Context} context
 * @param {string} name
 * @param {Counts} counts
 * @param {{data?: string[], folders?: string[]}} given
 * @returns {Promise<string[]>} what is not as in the files
 */
async function differences(context, name, counts, given) {
  const parts = Object.keys(counts).map((table) => `select '${table}' as t, count(*)::integer as n from "${table}"`);
  const text = `\`\`\`sql id=counts\n${parts.join('\nunion all ')}\n\`\`\`\n`;
  const outcome = await context.runner(name, text, { ...given, rows: 200 });
  const failures = [outcome.error, ...(outcome.problems ?? []), ...outcome.cells.map(({ error }) => error)];
  const got = new Map(
    (outcome.cells.find(({ id }) => id === 'counts')?.table?.rows ?? []).map(([table, rows]) => [
      String(table),
      Number(rows)
    ])
  );
  return [
    ...new Set(failures.flatMap((failure) => (failure ? [failure.message] : []))),
    ...Object.entries(counts).flatMap(([table, rows]) =>
      got.get(table) === rows ? [] : [`${table}: ${got.get(table) ?? 'missing'} of ${rows} rows`]
    )
  ];
}

/**
 * @param {import('../context.mjs').Context} context
 * @param {string[]} sepsis @param {string[]} laktat @param {string[]} omop
 */
async function questions(context, sepsis, laktat, omop) {
  const cell = (/** @type {string} */ sql) => `\`\`\`sql id=q\n${sql}\n\`\`\`\n`;
  const asks = [
    {
      data: sepsis,
      sql: `select count(distinct "case")::integer, (count(*) filter (where "case" = 'NA'))::integer, min("timestamp")::timestamp::varchar from sepsis_log`,
      answer: [1050, 24, firstTime(sepsis[0] ?? '')]
    },
    // 0,25 + 0,50 + … + 250,00; the first of March is the day after the last of February.
    {
      data: laktat,
      sql: `select sum(wert)::double, max(tag)::date::varchar from laktat`,
      answer: [125_125, '2024-03-01']
    },
    {
      data: omop,
      sql: `select count(*)::integer, count(distinct person_id)::integer from measurement join person using (person_id)`,
      answer: [10_040, undefined]
    },
    { data: omop, sql: `select typeof(person_id), count(*)::integer from person group by 1`, answer: ['BIGINT', 28] }
  ];
  const got = [];
  let right = true;
  for (const { data, sql, answer } of asks) {
    const outcome = await context.runner('answers', cell(sql), { data });
    const row =
      outcome.cells[0]?.table?.rows[0] ?? outcome.cells[0]?.error?.message ?? outcome.error?.message ?? 'none';
    got.push(row);
    right = right && Array.isArray(row) && answer.every((value, index) => value === undefined || row[index] === value);
  }
  return { got, right };
}

/** @param {string} path @returns {string} */
function firstTime(path) {
  const times = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((record) => record.split(',')[2] ?? '');
  return (times.sort()[0] ?? '').replace('T', ' ');
}

/** @param {string} path */
function writeUtf16(path) {
  const days = ['29.02.2024', '01.03.2024'];
  const records = Array.from({ length: 1000 }, (_, index) => {
    const value = ((index + 1) * 0.25).toFixed(2).replace('.', ',');
    return `${index + 1};${value};${days[index % 2]};"Größe ""${index}"" µmol"`;
  });
  const text = `\uFEFFnr;wert;tag;text\r\n${records.join('\r\n')}\r\n`;
  writeFileSync(path, Buffer.from(text, 'utf16le'));
  return path;
}

/** @param {string} path */
async function entriesOf(path) {
  const reader = new ZipReader(new BlobReader(new Blob([readFileSync(path)])), { useWebWorkers: false });
  const entries = await reader.getEntries();
  return entries.filter((entry) => !entry.directory && !/(^|\/)(__MACOSX\/|\._)/.test(entry.filename));
}

/** @param {import('@zip.js/zip.js').Entry} entry @returns {Promise<Uint8Array>} */
async function bytesOf(entry) {
  if (!('getData' in entry) || !entry.getData) throw new Error(`${entry.filename} is a folder.`);
  return entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false });
}

/** @param {string} zip @param {string} path @returns {Promise<{path: string, tables: string[]}>} */
async function unpack(zip, path) {
  const tables = [];
  for (const entry of await entriesOf(zip)) {
    const target = join(path, entry.filename);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await bytesOf(entry));
    tables.push(
      entry.filename
        .replace(/^.*\//, '')
        .replace(/\.csv$/i, '')
        .toLowerCase()
    );
  }
  return { path, tables };
}

/** Rows as each file's own footer says. @param {string} zip @returns {Promise<Counts>} */
async function parquetCounts(zip) {
  /** @type {Counts} */
  const counts = {};
  for (const entry of await entriesOf(zip)) {
    const bytes = await bytesOf(entry);
    const { num_rows: rows } = parquetMetadata(bytes.slice().buffer);
    counts[entry.filename.replace(/^.*\//, '').replace(/\.parquet$/, '')] = Number(rows);
  }
  return counts;
}
