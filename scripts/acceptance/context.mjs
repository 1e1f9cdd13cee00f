import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { countVitest } from '../check/counts.mjs';
import { openHost } from '../runner/host.mjs';
import { runNotebook } from '../runner/run-notebook.mjs';
import { runTool } from '../site/command.mjs';
import { root } from '../site/places.mjs';

/** What a measurement may use: made at first use, shared by all lines, taken down at the end. */
export class Context {
  /** @type {Promise<Awaited<ReturnType<typeof openHost>>> | undefined} */
  #host;
  /** @type {string | undefined} */
  #folder;

  /** @param {{skipTests: boolean}} options */
  constructor({ skipTests }) {
    this.skipTests = skipTests;
  }

  /** The built site, served, and a browser. Precise memory figures; garbage can be collected on demand. */
  host() {
    this.#host ??= openHost({ flags: ['--enable-precise-memory-info', '--js-flags=--expose-gc'] });
    return this.#host;
  }

  /**
   * A page of its own, at a path of the site. A fresh browser would bring the whole site into its cache while something
   * else is measured: only a line about that lets it.
   * @param {string} path
   * @param {{prepare?: (page: import('@playwright/test').Page) => Promise<unknown>, keeps?: boolean}} [options]
   */
  async page(path, { prepare, keeps = false } = {}) {
    const { browser, siteUrl } = await this.host();
    const browserContext = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      serviceWorkers: keeps ? 'allow' : 'block'
    });
    const page = await browserContext.newPage();
    await prepare?.(page);
    await page.goto(`${siteUrl}${path}`);
    return page;
  }

  /**
   * Runs a notebook's text as the headless runner does.
   * @param {string} name
   * @param {string} text
   * @param {{data?: readonly string[], folders?: readonly string[], rows?: number, timeoutSeconds?: number,
   *   prepare?: (page: import('@playwright/test').Page) => Promise<unknown>}} [options]
   */
  async runner(name, text, { data = [], folders = [], ...more } = {}) {
    const places = [
      ...data.map((path) => ({ path, folder: false })),
      ...folders.map((path) => ({ path, folder: true }))
    ];
    return runNotebook(await this.host(), { name, text, data: places, ...more });
  }

  /** @param {string} name @returns {string} a path in the temporary folder of this run */
  temporary(name) {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'phems-acceptance-'));
    return join(this.#folder, name);
  }

  /**
   * @param {string} path below the folder of public data sets
   * @returns {string}
   */
  data(path) {
    const folder = resolve(root, process.env['PHEMS_DATA'] ?? '../shared/data');
    const found = join(folder, path);
    if (!existsSync(found)) throw new Error(`${path} is not in ${folder}: name the folder in PHEMS_DATA.`);
    return found;
  }

  /**
   * Runs unit tests afresh and counts them; tells the names of those that passed, by file too, and the random sequences
   * and the figures that tests told, by title.
   * @param {readonly string[]} paths
   * @param {NodeJS.ProcessEnv} [env]
   */
  async vitest(paths, env = {}) {
    const report = this.temporary(`vitest-${Math.abs(hash(paths.join()))}.json`);
    mkdirSync(join(report, '..'), { recursive: true });
    const code = await runTool(
      'vitest/vitest.mjs',
      ['run', ...paths, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      { env: { ...process.env, PHEMS_FULL: '1', ...env } }
    );
    const content = JSON.parse(readFileSync(report, 'utf8'));
    const counts = countVitest(content);
    /** @type {Record<string, string[]>} */
    const titles = {};
    /** @type {Record<string, number>} */
    const sequences = {};
    /** @type {Record<string, Record<string, number>>} */
    const measured = {};
    for (const { name, assertionResults } of content.testResults) {
      const path = relative(root, name).replaceAll('\\', '/');
      titles[path] = [];
      for (const { title, fullName, status, meta } of assertionResults) {
        // What is measured is told of a failed test too: the figure says how far off it is.
        if (meta?.measured) measured[title] = meta.measured;
        if (status !== 'passed') continue;
        titles[path].push(fullName);
        if (meta?.sequences) sequences[title] = meta.sequences;
      }
    }
    const tests = Object.values(titles).flat();
    return {
      ...counts,
      tests,
      titles,
      sequences,
      measured,
      holds: code === 0 && counts.failed === 0 && counts.passed > 0
    };
  }

  /** @param {string} text */
  log(text) {
    console.error(text);
  }

  async close() {
    if (this.#host) await (await this.#host).close();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** @param {string} text */
const hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
