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
 * @param {{files?: readonly string[], titles?: string, env?: NodeJS.ProcessEnv}} which files below `tests`, and what
 *   titles have to match
 * @returns {Promise<{passed: string[], problems: string[], holds: boolean}>} titles of what passed at once
 */
export async function browserTests(context, { files = [], titles, env = {} }) {
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
      '--reporter=line,json'
    ],
    {
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PHEMS_TEST_PORT: String(await freePort()) },
      limitMinutes: 30
    }
  );
  if (!existsSync(report)) {
    return { passed: [], problems: [`the runner ended with code ${code} and left no report`], holds: false };
  }
  const content = JSON.parse(readFileSync(report, 'utf8'));
  const { problems } = countPlaywright(content);
  /** @type {string[]} */
  const passed = [];
  /** @param {any} suite */
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const spec of suite.specs ?? [])
      if (spec.tests.length > 0 && spec.tests.every((/** @type {any} */ test) => test.status === 'expected'))
        passed.push(spec.title);
  };
  for (const suite of content.suites) visit(suite);
  return { passed, problems, holds: code === 0 && problems.length === 0 && passed.length > 0 };
}
