import { appendFileSync, closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { cell, editor, runnerPath, waitForRunner, writeCell } from '../page.mjs';

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

const blockOf = 100_000;
const blocks = 30;
const changes = {
  cut: (/** @type {string} */ path) => truncateSync(path, 40_000_000),
  grown: (/** @type {string} */ path) => appendFileSync(path, '1,more\n'.repeat(1000)),
  'other bytes, same size': (/** @type {string} */ path) => {
    const file = openSync(path, 'r+');
    writeSync(file, '9'.repeat(40), 20_000_000);
    closeSync(file);
  }
};

/**
 * A file read in place that changes on disk between two queries of one sitting: only the query runs again, not the
 * import. @param {import('../context.mjs').Context} context
 */
async function changedBetween(context) {
  /** @type {Record<string, unknown>} */
  const said = {};
  let holds = true;
  for (const [name, change] of Object.entries(changes)) {
    const { before, after } = await betweenTwo(context, change);
    said[name] = { before, after };
    holds &&= before === String(blockOf * blocks) && /^The file behind inplace .*line 2, column 6$/.test(after);
  }
  return { said, holds };
}

/** @param {import('../context.mjs').Context} context @param {(path: string) => void} change */
async function betweenTwo(context, change) {
  const path = context.temporary('inplace.csv');
  writeFileSync(path, 'id,value\n');
  // Large enough that it is not copied but read where it is.
  const block = Array.from({ length: blockOf }, (_, row) => `${row},${'x'.repeat(90)}`).join('\n');
  for (let part = 0; part < blocks; part++) appendFileSync(path, `${block}\n`);
  const text = '```sql id=q\nselect count(*)::integer as n, max(length("value"))::integer as w from inplace\n```\n';
  const page = await context.page(runnerPath);
  try {
    await waitForRunner(page);
    await page.evaluate((source) => window.phemsRunner?.open(source), text);
    await page.setInputFiles('#runner-files', path);
    await page.evaluate(() => window.phemsRunner?.attach());
    const outcome = await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
    const q = outcome?.cells.find(({ id }) => id === 'q');
    change(path);
    const query = page.locator(cell).filter({ hasText: 'SQL' }).first();
    // Its header: a click in the middle would go into the table of the result.
    await query.click({ position: { x: 120, y: 8 } });
    await page.keyboard.press('Enter');
    await query.locator(editor).waitFor();
    await writeCell(page, 'select count(*)::integer as n, max(id)::integer as latest\nfrom inplace');
    await page.keyboard.press('ControlOrMeta+Enter');
    // Either it is refused, or (wrongly) answered: then there is a column of the new query's.
    const refusal = query.getByText(/has changed or is gone/);
    const answered = query.locator('[role="columnheader"]', { hasText: 'latest' });
    await refusal.or(answered).first().waitFor({ timeout: 60_000 });
    const error = (await refusal.count()) > 0 ? (await query.innerText()).replace(/\s+/g, ' ') : '';
    const said = /The file behind .*? column \d+/.exec(error)?.[0] ?? 'no error with a place';
    const shown = (await answered.count()) > 0;
    return { before: String(q?.table?.rows[0]?.[0] ?? q?.error?.message), after: shown ? 'rows were shown' : said };
  } finally {
    await page.context().close();
  }
}
