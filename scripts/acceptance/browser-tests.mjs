import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright } from '../check/counts.mjs';
import { ensureBuilt } from '../site/build.mjs';
import { run } from '../site/command.mjs';
import { root } from '../site/places.mjs';
import { freePort } from '../site/server.mjs';

/**
 * Runs tests in the browser afresh, on the built site.
 * @param {import('./context.mjs').Context} context
 * @param {{files?: readonly string[], titles?: string, env?: NodeJS.ProcessEnv, alone?: boolean}} which files below
 *   `tests`, and what titles have to match; `alone`: one at a time, where milliseconds are counted
 * @returns {Promise<{passed: string[], problems: string[], notes: {type: string, description: string}[], holds: boolean}>}
 *   titles of what passed at once, and what the tests noted
 */
export async function browserTests(context, { files = [], titles, env = {}, alone = false }) {
  await ensureBuilt();
  const report = context.temporary(`playwright-${Math.random().toString(36).slice(2)}.json`);
  const code = await run(
    process.execPath,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      ...files,
      ...(titles === undefined ? [] : ['--grep', titles]),
      // The measurements of a machine's milliseconds depend on the project of all others; here they run by themselves.
      '--no-deps',
      ...(alone ? ['--workers=1'] : []),
      '--reporter=line,json'
    ],
    {
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PHEMS_TEST_PORT: String(await freePort()) },
      limitMinutes: 30
    }
  );
  if (!existsSync(report)) {
    return { passed: [], problems: [`the runner ended with code ${code} and left no report`], notes: [], holds: false };
  }
  const content = JSON.parse(readFileSync(report, 'utf8'));
  const { problems } = countPlaywright(content);
  /** @type {string[]} */
  const passed = [];
  /** @type {{type: string, description: string}[]} */
  const notes = [];
  /** @param {any} suite */
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const spec of suite.specs ?? []) {
      for (const { annotations } of spec.tests)
        for (const { type, description = '' } of annotations) notes.push({ type, description });
      if (spec.tests.length > 0 && spec.tests.every((/** @type {any} */ test) => test.status === 'expected'))
        passed.push(spec.title);
    }
  };
  for (const suite of content.suites) visit(suite);
  return { passed, problems, notes, holds: code === 0 && problems.length === 0 && passed.length > 0 };
}
