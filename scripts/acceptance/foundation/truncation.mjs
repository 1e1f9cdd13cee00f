import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { runnerPath, waitForRunner } from '../page.mjs';

export const line = 'truncation';
export const asked =
  'a file cut in the middle, with a field too many or too few, an unclosed quote (also after row 30,000), or changed between two queries, is an error with the place';

const rowCount = 40_000;
const late = 35_000;

/** @param {number} row */
const record = (row) => `${row},${(row * 0.5).toFixed(1)},"ward ${row % 7}",${row % 2 === 0 ? 'yes' : 'no'}`;

/** @param {(records: string[]) => string[] | void} [spoil] */
function csv(spoil) {
  const records = ['id,value,ward,kept', ...Array.from({ length: rowCount }, (_, row) => record(row + 1))];
  return `${(spoil?.(records) ?? records).join('\n')}\n`;
}

/** @param {number} row @param {string} text */
const replaced = (row, text) => (/** @type {string[]} */ records) => records.with(row, text);

const cases = {
  'whole (must be read)': csv(),
  'cut inside the last field': csv().slice(0, -2),
  'cut inside a field': csv().slice(0, -9),
  'cut after a delimiter': csv().slice(0, csv().lastIndexOf(',') + 1),
  'cut inside a quoted field': csv().slice(0, csv().lastIndexOf('"') - 2),
  'cut after the second field': csv().slice(0, csv().lastIndexOf(',"')),
  'a field too many, row 3': csv(replaced(3, `${record(3)},more`)),
  'a field too many, row 35,000': csv(replaced(late, `${record(late)},more`)),
  'a field too few, row 3': csv(replaced(3, '3,1.5,"ward 3"')),
  'a field too few, row 35,000': csv(replaced(late, '35000,1.5,"ward 3"')),
  'an unclosed quote, row 3': csv(replaced(3, '3,1.5,"ward 3,yes')),
  'an unclosed quote, row 35,000': csv(replaced(late, '35000,1.5,"ward 0,yes'))
};

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const path = context.temporary('cut.csv');
  const text = '```sql id=q\nselect count(*)::integer as n, count(kept)::integer as kept from cut\n```\n';
  /** @type {Record<string, unknown>} */
  const measured = {};
  let holds = true;
  for (const [name, content] of Object.entries(cases)) {
    writeFileSync(path, content);
    const outcome = await context.runner(name, text, { data: [path] });
    const row = outcome.cells.find(({ id }) => id === 'q')?.table?.rows[0];
    const whole = row?.[0] === rowCount && row[1] === rowCount;
    const imported = outcome.cells.find(({ kind }) => kind === 'import');
    const refusal = outcome.problems?.[0] ?? imported?.error;
    const [warning] = outcome.cells.flatMap(({ warnings = [] }) => warnings);
    if (name.startsWith('whole')) holds = holds && whole && refusal === undefined;
    // Cut inside the last field: it may be complete, so all its rows with a warning are right too.
    else if (name === 'cut inside the last field' && row?.[0] === rowCount) holds = holds && warning !== undefined;
    else holds = holds && row === undefined && refusal?.line !== undefined;
    measured[name] = { rows: row ?? null, said: refusal?.message ?? warning ?? null, line: refusal?.line };
  }
  const changed = await changedBetween(context);
  return { measured: { ...measured, 'changed between two queries': changed.said }, holds: holds && changed.holds };
}

/** A file read in place, cut and then grown between two runs. @param {import('../context.mjs').Context} context */
async function changedBetween(context) {
  const path = context.temporary('inplace.csv');
  writeFileSync(path, 'id,value\n');
  // Large enough that it is not copied but read where it is.
  const block = Array.from({ length: 100_000 }, (_, row) => `${row},${'x'.repeat(90)}`).join('\n');
  for (let part = 0; part < 30; part++) appendFileSync(path, `${block}\n`);
  const text = '```sql id=q\nselect count(*)::integer as n, max(length("value"))::integer as w from inplace\n```\n';
  const page = await context.page(runnerPath);
  try {
    await waitForRunner(page);
    await page.evaluate((source) => window.phemsRunner?.open(source), text);
    await page.setInputFiles('#runner-files', path);
    await page.evaluate(() => window.phemsRunner?.attach());
    const runOnce = async () =>
      (await page.evaluate(() => window.phemsRunner?.run({ rows: 1 })))?.cells.find(({ id }) => id === 'q');
    const before = await runOnce();
    truncateSync(path, 40_000_000);
    const cut = await runOnce();
    const said = {
      before: before?.table?.rows[0] ?? before?.error?.message,
      afterCut: cut?.error ?? cut?.table?.rows[0]
    };
    return { said, holds: before?.table?.rows[0]?.[0] === 3_000_000 && cut?.status === 'error' };
  } finally {
    await page.context().close();
  }
}
