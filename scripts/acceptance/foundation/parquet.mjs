import { parquetWriteFile } from 'hyparquet-writer';
import { rounded } from '../measure.mjs';
import { watchMemory } from '../memory.mjs';
import { runnerPath, waitForRunner } from '../page.mjs';

export const line = 'Parquet';
export const asked = '1 M × 10 in ≤ 5 s, one row group in memory at a time';

const million = 1_000_000;
/** Two row groups and a bit: what is held at a time must not be more with eight. */
const few = 250_000;
const rowsOfGroup = 122_880;

/** The kinds of columns that were measured for the design. @param {string} path @param {number} rows */
function write(path, rows) {
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

/**
 * Reads a file in a page whose engine has started, and asks one question of it.
 * @param {import('../context.mjs').Context} context
 * @param {string} path
 * @param {{watch: boolean}} options watching memory slows reading down
 */
async function read(context, path, { watch }) {
  const page = await context.page(runnerPath);
  try {
    await waitForRunner(page);
    await page.evaluate((text) => window.phemsRunner?.open(text), '```sql\nselect 1\n```\n');
    await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
    await page.evaluate((text) => window.phemsRunner?.open(text), `\`\`\`sql id=q\n${query}\n\`\`\`\n`);
    const memory = watch ? await watchMemory(page, 20) : undefined;
    await page.setInputFiles('#runner-files', path);
    const { seconds, outcome } = await page.evaluate(async () => {
      const start = performance.now();
      await window.phemsRunner?.attach();
      const result = await window.phemsRunner?.run({ rows: 1 });
      return { seconds: (performance.now() - start) / 1000, outcome: result };
    });
    const usage = await memory?.stop();
    const cells = outcome?.cells ?? [];
    const answer =
      cells.find(({ id }) => id === 'q')?.table?.rows[0] ?? cells.find(({ error }) => error)?.error?.message;
    const peakMB = usage
      ? rounded((usage.peak.heapBytes + usage.peak.bufferBytes - usage.first.heapBytes - usage.first.bufferBytes) / 1e6)
      : NaN;
    return { seconds: rounded(seconds, 2), answer, peakMB };
  } finally {
    await page.context().close();
  }
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const path = context.temporary('million.parquet');
  write(path, million);
  const runs = [];
  for (let attempt = 0; attempt < 3; attempt++) runs.push(await read(context, path, { watch: false }));
  const whole = await read(context, path, { watch: true });
  // The same name, so that the same question can be asked.
  write(path, few);
  const part = await read(context, path, { watch: true });
  const expected = [million, '2499500000', 111_112, 900_000, String(9_007_199_254_740_993n + 999_999n), 500];
  const right = runs.every(({ answer }) => JSON.stringify(answer) === JSON.stringify(expected));
  // That group n + 1 is read only when group n is in the engine: what is read and put, in order.
  const groups = await context.vitest(['workers/data/import/parquet/groups.test.ts']);
  const seconds = runs.map((run) => run.seconds);
  const measured = {
    seconds,
    medianSeconds: seconds.toSorted((a, b) => a - b)[1] ?? NaN,
    oneGroupAtATime: groups,
    answer: runs[0]?.answer,
    peakAboveStartMB: { [million]: whole.peakMB, [few]: part.peakMB }
  };
  return {
    measured,
    holds:
      right &&
      measured.medianSeconds <= 5 &&
      whole.peakMB <= 2 * part.peakMB &&
      groups.failed === 0 &&
      groups.passed > 0
  };
}
