import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `Runs notebooks in a headless browser and prints what their cells gave.
  npm run -s notebook -- FILE.md… [--data PATH]… [--json] [--rows N] [--timeout S]
    --data PATH   a file or a folder, as if dropped on the page; may be given several times
    --json        one JSON object a notebook and line, instead of a listing
    --rows N      rows of each table to print (default 20; with --json 100)
    --timeout S   seconds for each notebook (default 300)
  Ends with 0 if every cell is ok, 1 if not, 2 if it was called wrongly.`;

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}

/**
 * @typedef {object} RunnerArguments
 * @property {{name: string, path: string}[]} files as named, and the absolute path
 * @property {{path: string, folder: boolean}[]} data absolute paths
 * @property {boolean} json
 * @property {number} rows
 * @property {number} timeoutSeconds
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} parameters
 * @param {string} folder that relative paths start from
 * @returns {RunnerArguments}
 */
export function readArguments(parameters, folder) {
  const { values, positionals } = parse(parameters);
  const json = values.json ?? false;
  if (values.help) return { files: [], data: [], json, rows: 0, timeoutSeconds: 0, help: true };
  if (positionals.length === 0) throw new UsageError('No notebook is named.');
  const files = positionals.map((name) => ({ name, path: resolve(folder, name) }));
  for (const { path } of files) {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no notebook ${path}.`);
  }
  const data = (values.data ?? []).map((path) => {
    const stats = statSync(resolve(folder, path), { throwIfNoEntry: false });
    if (!stats) throw new UsageError(`There is no file or folder ${resolve(folder, path)} for --data.`);
    return { path: resolve(folder, path), folder: stats.isDirectory() };
  });
  return {
    files,
    data,
    json,
    rows: wholeNumber('rows', values.rows ?? (json ? '100' : '20'), 0),
    timeoutSeconds: wholeNumber('timeout', values.timeout ?? '300', 1),
    help: false
  };
}

/** @param {readonly string[]} parameters */
function parse(parameters) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        rows: { type: 'string' },
        timeout: { type: 'string' },
        help: { type: 'boolean' }
      }
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} name @param {string} text @param {number} least @returns {number} */
function wholeNumber(name, text, least) {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new UsageError(`--${name} is ${text}, not a whole number from ${least} on.`);
  }
  return Number(text);
}

/**
 * npm starts scripts in the folder of package.json and says in INIT_CWD where the person stood. Anyone else who starts us
 * may have inherited that variable from an npm further up, so it counts only for our own script.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string}
 */
export const startFolder = (environment) =>
  (environment['npm_lifecycle_event'] === 'notebook' ? environment['INIT_CWD'] : undefined) ?? process.cwd();
