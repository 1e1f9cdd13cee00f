import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../site/build.mjs';
import { freePort } from '../site/server.mjs';
import { run, runTool } from '../site/command.mjs';
import { buildDirectory, cacheDirectory, root } from '../site/places.mjs';
import { compareWithAnother } from '../twice/index.mjs';
import { countPlaywright, countVitest } from './counts.mjs';

/** @typedef {import('./beside.mjs').Step} Step */

/**
 * A program whose exit code is the answer.
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} parameters
 * @returns {Step}
 */
const check = (name, tool, parameters) => ({
  name,
  run: async (output) => {
    const code = await runTool(tool, parameters, output === undefined ? {} : { output });
    return outcome(code === 0 ? undefined : `${tool} ended with code ${code}`);
  }
});

/** @param {string | undefined} problem @returns {import('./counts.mjs').Counts} */
const outcome = (problem) =>
  problem === undefined ? { passed: 1, failed: 0, problems: [] } : { passed: 0, failed: 1, problems: [problem] };

/**
 * A test runner: its report is counted, its exit code believed. A runner that dies leaves no report, or one
 * that says all is well; both are failures.
 * @param {string} report file name of the JSON report
 * @param {(path: string) => Promise<number>} start
 * @param {(report: any) => import('./counts.mjs').Counts} count
 */
async function suite(report, start, count) {
  mkdirSync(cacheDirectory, { recursive: true });
  const path = join(cacheDirectory, report);
  rmSync(path, { force: true });
  const code = await start(path);
  /** @type {import('./counts.mjs').Counts} */
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return outcome(`the runner ended with code ${code} and left no report`);
  }
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, problems: [`the runner ended with code ${code}, although no test failed`] };
}

/**
 * A test in an endless loop cannot be interrupted from inside: each suite has its time.
 * @param {boolean} full
 */
const environment = (full) => ({ ...process.env, PHEMS_FULL: full ? '1' : '' });

/**
 * What `npm test` does, in this order: the quick ones first. Those of one list need nothing of each other and run beside
 * each other, the longest begun first; the suites and builds after them keep every core busy by themselves.
 * @param {{full: boolean}} options
 * @returns {readonly (Step | readonly Step[])[]}
 */
export const steps = ({ full }) => [
  check('settings', '@sveltejs/kit/svelte-kit.js', ['sync']),
  [
    check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    // Made sure of while others compute: where there is none it is fetched.
    {
      name: 'browser',
      run: async (output) => {
        const code = await run(
          process.execPath,
          [join(root, 'scripts/browser.mjs')],
          output === undefined ? {} : { output }
        );
        return outcome(code === 0 ? undefined : `no browser (code ${code})`);
      }
    },
    check('types of components', 'svelte-check/bin/svelte-check', ['--fail-on-warnings', '--output', 'human']),
    check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    check('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])
  ],
  {
    name: 'unit and oracle tests',
    run: () =>
      suite(
        'vitest.json',
        (path) =>
          runTool('vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${path}`], {
            env: environment(full),
            limitMinutes: full ? 60 : 20
          }),
        countVitest
      )
  },
  {
    name: 'build',
    run: async () => {
      await ensureBuilt();
      return outcome(undefined);
    }
  },
  {
    name: 'the same build in another folder',
    run: async () => {
      const { differences } = await compareWithAnother(buildDirectory);
      return { passed: differences.length === 0 ? 1 : 0, failed: differences.length, problems: differences };
    }
  },
  {
    name: 'tests in the browser',
    run: () =>
      suite(
        'playwright.json',
        async (path) =>
          run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=dot,json'], {
            env: {
              ...environment(full),
              PLAYWRIGHT_JSON_OUTPUT_FILE: path,
              PHEMS_TEST_PORT: String(await freePort())
            },
            limitMinutes: full ? 90 : 30
          }),
        countPlaywright
      )
  }
];
