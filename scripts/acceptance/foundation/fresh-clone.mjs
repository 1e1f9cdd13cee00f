import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { launchBrowser } from '../../browser.mjs';
import { runOrThrow } from '../../site/command.mjs';
import { root } from '../../site/places.mjs';
import { rounded } from '../measure.mjs';
import { chart, openFirstSample, waitUntilAllOk } from '../page.mjs';

export const line = 'fresh clone';
export const asked =
  'npm start on a clone without node_modules serves a page whose first sample runs; npm test is green';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const clone = context.temporary('clone');
  await runOrThrow('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  const started = performance.now();
  const served = startNpm(clone);
  let sample;
  try {
    const url = await served.address;
    const servedSeconds = rounded((performance.now() - started) / 1000);
    sample = { servedSeconds, ...(await runSample(url)) };
  } finally {
    await served.stop();
  }
  if (context.skipTests) return { measured: { ...sample, tests: 'left out' }, holds: sample.charts > 0 };
  const tests = await lastLine(clone);
  return {
    measured: { ...sample, tests: tests.line, log: logOfBareMachine() },
    holds: sample.charts > 0 && tests.code === 0 && /^[1-9]\d* passed, 0 failed$/.test(tests.line)
  };
}

/** @param {string} folder */
function startNpm(folder) {
  // A group of its own, so that npm and the server below it can be ended together.
  const child = spawn('npm', ['start', '--silent', '--', '--no-open', '--port', '0'], {
    cwd: folder,
    detached: true,
    env: bareEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let printed = '';
  /** @type {Promise<string>} */
  const address = new Promise((resolve, reject) => {
    child.stdout.on('data', (/** @type {Buffer} */ part) => {
      printed += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with code ${code} before it served.`)));
  });
  return {
    address,
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
  };
}

/** What npm tells its scripts of this run must not reach the clone. */
const bareEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/.test(name)));

/** @param {string} url */
async function runSample(url) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const opened = performance.now();
    await page.goto(`${url}/`);
    await openFirstSample(page);
    await waitUntilAllOk(page);
    return { sampleSeconds: rounded((performance.now() - opened) / 1000), charts: await page.locator(chart).count() };
  } finally {
    await browser.close();
  }
}

/** @param {string} folder @returns {Promise<{code: number, line: string}>} of npm test */
function lastLine(folder) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['test', '--silent', '--', '--keep-going'], {
      cwd: folder,
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit']
    });
    let printed = '';
    child.stdout.on('data', (/** @type {Buffer} */ part) => (printed += part.toString()));
    child.once('close', (code) => resolve({ code: code ?? 1, line: printed.trim().split('\n').at(-1) ?? '' }));
  });
}

/** The run on a machine without a browser, kept from once. */
function logOfBareMachine() {
  try {
    return readFileSync(new URL('machine-without-browser.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
  } catch {
    return 'not recorded yet';
  }
}
