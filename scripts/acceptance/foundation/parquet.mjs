import { parquetWriteFile } from 'hyparquet-writer';
import { statSync } from 'node:fs';
import { rounded } from '../measure.mjs';
import { watchMemory } from '../memory.mjs';
import { runnerPath, waitForRunner } from '../page.mjs';

export const line = 'Parquet';
export const asked = '1 M × 10 in ≤ 5 s, one row group in memory at a time';

const rows = 1_000_000;
const rowsOfGroup = 122_880;

/** @param {string} path the kinds of columns of `reference/stack.md` §7 */
function writeMillion(path) {
  /** @template T @param {(row: number) => T} make */
  const column = (make) => Array.from({ length: rows }, (_, row) => make(row));
  const start = Date.UTC(2020, 0, 1);
  parquetWriteFile({
    filename: path,
    rowGroupSize: rowsOfGroup,
    columnData: [
      { name: 'id', type: 'INT64', data: column((row) => 9_007_199_254_740_993n + BigInt(row)) },
      { name: 'person', type: 'INT32', data: column((row) => row % 5000) },
      { name: 'hour', type: 'INT32', data: column((row) => row % 720) },
      { name: 'reading', type: 'DOUBLE', data: column((row) => ((row * 7919) % 1000) / 3) },
      { name: 'lactate', type: 'DOUBLE', data: column((row) => (row % 9 === 0 ? (row % 100) / 10 : null)) },
      { name: 'at', type: 'TIMESTAMP', data: column((row) => new Date(start + row * 60_000)) },
      { name: 'day', type: 'INT32', data: column((row) => 18_262 + (row % 1000)) },
      { name: 'ventilated', type: 'BOOLEAN', data: column((row) => row % 3 === 0) },
      { name: 'unit', type: 'STRING', data: column((row) => `unit ${row % 500}`) },
      { name: 'note', type: 'STRING', data: column((row) => (row % 10 === 0 ? null : `note of ${row}`)) }
    ]
  });
}

const query = `select count(*)::integer, sum(person)::bigint::varchar, count(lactate)::integer, count(note)::integer,
  max(id)::varchar, count(distinct unit)::integer from million`;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const path = context.temporary('million.parquet');
  writeMillion(path);
  const seconds = [];
  let answer;
  let group = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const page = await context.page(runnerPath);
    try {
      await waitForRunner(page);
      // The engine's own start is not part of reading a file.
      await page.evaluate((text) => window.phemsRunner?.open(text), '```sql\nselect 1\n```\n');
      await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
      await page.evaluate((text) => window.phemsRunner?.open(text), `\`\`\`sql id=q\n${query}\n\`\`\`\n`);
      const memory = attempt === 2 ? await watchMemory(page, 20) : undefined;
      await page.setInputFiles('#runner-files', path);
      const taken = await page.evaluate(async () => {
        const start = performance.now();
        await window.phemsRunner?.attach();
        await window.phemsRunner?.run({ rows: 1 });
        return (performance.now() - start) / 1000;
      });
      const usage = await memory?.stop();
      if (usage)
        group = usage.peak.heapBytes + usage.peak.bufferBytes - usage.first.heapBytes - usage.first.bufferBytes;
      else seconds.push(taken);
      const outcome = await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
      answer =
        outcome?.cells.find(({ id }) => id === 'q')?.table?.rows[0] ??
        outcome?.cells.find(({ error }) => error)?.error?.message;
    } finally {
      await page.context().close();
    }
  }
  const expected = [rows, '2499500000', 111_112, 900_000, String(9_007_199_254_740_993n + 999_999n), 500];
  const best = Math.min(...seconds);
  const measured = {
    fileMB: rounded(statSync(path).size / 1e6),
    seconds: seconds.map((value) => rounded(value, 2)),
    answer,
    peakAboveStartMB: rounded(group / 1e6)
  };
  // The million rows take some 110 MB as columns and 400 MB as JavaScript objects; a group is an eighth of that.
  return {
    measured,
    holds: best <= 5 && JSON.stringify(answer) === JSON.stringify(expected) && group < 150e6
  };
}
