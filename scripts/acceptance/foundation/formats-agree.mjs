import { writeArrow, writeCsv, writeJson, writeParquet, writeWorkbook } from '../odd-files.mjs';
import { oddAnswer, oddQuery } from '../odd-values.mjs';

export const line = 'formats agree';
export const asked =
  '12 column types with odd values give the same content from CSV, Parquet, JSON, Excel, Arrow; what Excel cannot hold is said';

const writers = {
  'odd.csv': writeCsv,
  'odd.parquet': writeParquet,
  'odd.json': writeJson,
  'odd.xlsx': writeWorkbook,
  'odd.arrow': writeArrow
};

/** @param {string} file @returns {unknown[][]} Excel has no empty text: the cell is empty */
const expectedOf = (file) =>
  oddAnswer().map((row) => (file.endsWith('.xlsx') ? row.map((value) => (value === '' ? null : value)) : row));

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  /** @type {Record<string, unknown>} */
  const measured = {};
  let holds = true;
  for (const [file, write] of Object.entries(writers)) {
    const path = context.temporary(file);
    await write(path);
    const outcome = await context.runner(file, `\`\`\`sql id=q\n${oddQuery}\n\`\`\`\n`, { data: [path] });
    const rows = outcome.cells.find(({ id }) => id === 'q')?.table?.rows ?? [];
    const differences = compare(rows, expectedOf(file));
    const failures = [outcome.error, ...(outcome.problems ?? []), ...outcome.cells.map(({ error }) => error)].filter(
      (error) => error !== undefined
    );
    measured[file] = failures.length > 0 ? failures : differences.length > 0 ? differences : 'the same';
    holds = holds && failures.length === 0 && differences.length === 0;
  }
  const said = await careless(context);
  return { measured: { ...measured, excelNumberOver2to53: said }, holds: holds && said.length > 0 };
}

/** @param {import('../context.mjs').Context} context @returns {Promise<string[]>} what is said of digits that were lost */
async function careless(context) {
  const path = context.temporary('careless.xlsx');
  await writeWorkbook(path, { bigAsNumber: true });
  const text = '```import id=careless\nfile: careless.xlsx\n```\n';
  const outcome = await context.runner('careless.xlsx', text, { data: [path] });
  return outcome.cells.flatMap(({ warnings = [], error }) => [...warnings, ...(error ? [error.message] : [])]);
}

/** @param {unknown[][]} rows @param {unknown[][]} expected @returns {object[]} */
function compare(rows, expected) {
  if (rows.length !== expected.length) return [{ rows: rows.length, expected: expected.length }];
  return expected.flatMap((row, index) =>
    row.flatMap((value, column) => {
      const got = rows[index]?.[column] ?? null;
      // A DOUBLE may come as a number or as its text.
      const same = typeof value === 'number' ? Number(got) === value && got !== null : got === value;
      return same ? [] : [{ row: index + 1, column: column + 1, got, expected: value }];
    })
  );
}
