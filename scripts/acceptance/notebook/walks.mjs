import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { countPlaywright } from '../../check/counts.mjs';
import { runTool } from '../../site/command.mjs';
import { freePort } from '../../site/server.mjs';

export const line = 'walks';
export const asked =
  'walks 2, 4, 5, 6, 8, 9, 10, 12 of reference/notebooks.md §19 pass as e2e tests (as far as this issue’s cells go)';

const wanted = [2, 4, 5, 6, 8, 9, 10, 12];

/**
 * Results of the tests whose titles begin with a walk's number.
 * @param {any} report of Playwright, in JSON
 * @returns {Map<number, {passed: number, failed: number}>}
 */
export function countWalks(report) {
  /** @type {Map<number, {passed: number, failed: number}>} */
  const walks = new Map();
  /** @param {any} suite */
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const { title, tests } of suite.specs ?? []) {
      const number = Number(/^walk (\d+):/.exec(title)?.[1]);
      if (!Number.isInteger(number)) continue;
      const counts = walks.get(number) ?? { passed: 0, failed: 0 };
      // Skipped is not passed; passed at a second attempt has failed once.
      for (const { status } of tests) counts[status === 'expected' ? 'passed' : 'failed'] += 1;
      walks.set(number, counts);
    }
  };
  for (const suite of report.suites) visit(suite);
  return walks;
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  // The site is built by whoever needs it first; the tests then serve it themselves.
  await context.host();
  const file = context.temporary('walks.json');
  mkdirSync(dirname(file), { recursive: true });
  await runTool(
    '@playwright/test/cli.js',
    // One at a time: in some of them milliseconds are counted.
    ['test', '--grep', `walk (${wanted.join('|')}):`, '--no-deps', '--workers=1', '--reporter=line,json'],
    {
      env: {
        ...process.env,
        PHEMS_FULL: '1',
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        PHEMS_TEST_PORT: String(await freePort())
      }
    }
  );
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const walks = countWalks(report);
  const { problems } = countPlaywright(report);
  const missing = wanted.filter((number) => (walks.get(number)?.passed ?? 0) === 0);
  const failed = wanted.filter((number) => (walks.get(number)?.failed ?? 0) > 0);
  return {
    measured: { walks: Object.fromEntries(walks), missing, problems },
    holds: missing.length === 0 && failed.length === 0
  };
}
