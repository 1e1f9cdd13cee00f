import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { rounded } from '../measure.mjs';
import { longTasksSince, watchLongTasks, watchMemory } from '../memory.mjs';
import { runnerPath, waitForRunner } from '../page.mjs';

export const line = 'big file';
export const asked =
  '1 GB CSV by handle: a group by answers, JavaScript heap stays under 200 MB, no main-thread task over 50 ms while it runs';

const blocks = 100;
const rowsOfBlock = 150_000;

/** @param {string} path @returns {number} rows */
function writeBig(path) {
  const lines = Array.from({ length: rowsOfBlock }, (_, row) => {
    const value = (row % 1000) / 8;
    return `${1_000_000_000 + row},2024-01-${String((row % 28) + 1).padStart(2, '0')} 10:${String(row % 60).padStart(2, '0')}:00,${row % 20},${value},"heart rate, monitor",mmol/L`;
  });
  const block = Buffer.from(`${lines.join('\n')}\n`);
  const file = openSync(path, 'w');
  writeSync(file, 'measurement_id,measured_at,ward,reading,source,unit\n');
  for (let part = 0; part < blocks; part++) writeSync(file, block);
  closeSync(file);
  return blocks * rowsOfBlock;
}

const query = 'select ward, count(*)::integer as n, avg(reading) as mean from big group by ward order by ward';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const path = context.temporary('big.csv');
  const rows = writeBig(path);
  const page = await context.page(runnerPath, { prepare: watchLongTasks });
  try {
    await waitForRunner(page);
    await page.evaluate((text) => window.phemsRunner?.open(text), `\`\`\`sql id=q\n${query}\n\`\`\`\n`);
    const memory = await watchMemory(page);
    const start = await page.evaluate(() => performance.now());
    await page.setInputFiles('#runner-files', path);
    const problems = (await page.evaluate(() => window.phemsRunner?.attach()))?.problems ?? [];
    const attached = await page.evaluate(() => performance.now());
    const outcome = await page.evaluate(() => window.phemsRunner?.run({ rows: 50 }));
    const done = await page.evaluate(() => performance.now());
    const longTasks = await longTasksSince(page, start);
    const { peak } = await memory.stop();
    const answered = outcome?.cells.find(({ id }) => id === 'q');
    const table = answered?.table;
    const total = (table?.rows ?? []).reduce((sum, row) => sum + Number(row[1]), 0);
    const measured = {
      fileMB: rounded(statSync(path).size / 1e6, 0),
      rows,
      answered: total,
      problems: problems.map(({ message }) => message),
      error: outcome?.cells.find(({ error }) => error)?.error?.message,
      attachSeconds: rounded((attached - start) / 1000),
      querySeconds: rounded((done - attached) / 1000),
      heapPeakMB: rounded(peak.heapBytes / 1e6),
      longTasksMs: longTasks
    };
    return {
      measured,
      holds: total === rows && table?.rowCount === 20 && peak.heapBytes < 200e6 && longTasks.length === 0
    };
  } finally {
    await page.context().close();
  }
}
