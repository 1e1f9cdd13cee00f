import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Zone
 * @property {string} target files that import
 * @property {string | string[]} from what they may not import
 * @property {string[]} [except] globs of the parts of `from` that they may
 * @property {string} message
 */

/** @param {string} folder @returns {string[]} */
const folders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

/** Rooms of `src/lib` from high to low; `ui`, `messages` (and `workers/shared`) are the ground. */
const sides = /** @type {const} */ ({
  cells: { never: ['routes'] },
  notebook: { never: ['routes', 'lib/cells'] },
  engines: { never: ['routes', 'lib/cells', 'lib/notebook', 'lib/egress', 'lib/ui'] },
  'self-test': { never: ['routes', 'lib/cells', 'lib/notebook', 'lib/ui'] },
  egress: { never: ['routes', 'lib/cells', 'lib/notebook', 'lib/engines'] },
  offline: { never: ['routes', 'lib/cells', 'lib/notebook', 'lib/engines', 'lib/egress', 'lib/ui', 'lib/messages'] },
  ui: { never: ['routes', 'lib/cells', 'lib/notebook', 'lib/engines', 'lib/egress', 'lib/offline'] },
  messages: { never: ['routes', 'lib/cells', 'lib/notebook', 'lib/engines', 'lib/egress', 'lib/ui'] }
});

/** A worker's room shows its door, the contract beside it and nothing else. */
const door = ['*/index.ts', '*/*/index.ts', '*/contract.ts', '*/*/contract.ts', 'shared/**'];

/**
 * The drawing of the house (routes → cells → notebook → engines → workers) as zones of `import-x/no-restricted-paths`.
 * @param {string} root folder of the repository
 * @returns {Zone[]}
 */
export function zones(root) {
  /** @param {string} path */
  const at = (path) => join(root, path);
  /** @type {Zone[]} */
  const all = Object.entries(sides).map(([room, { never }]) => ({
    target: at(`src/lib/${room}`),
    from: never.map((other) => at(`src/${other}`)),
    message: `src/lib/${room} may not import upward (routes → cells → notebook → engines → workers).`
  }));

  for (const room of [...folders(at('src/lib')), '../routes']) {
    const ground = room === 'ui' || room === 'messages';
    const opened = room === 'engines' ? [...door, '*/worker.ts', '*/*/worker.ts'] : door;
    all.push({
      target: at(`src/lib/${room}`),
      from: at('workers'),
      // The plugin takes exceptions relative to `from`, and globs only where `from` is one too.
      except: ground ? ['shared'] : exceptions(at('workers'), opened),
      message: ground
        ? 'The ground knows no engine: of workers only workers/shared.'
        : 'A worker is entered by its index or contract (its worker only by src/lib/engines).'
    });
  }

  all.push({
    target: at('workers'),
    from: [at('src'), at('scripts'), at('notebooks')],
    message: 'Workers compute: they import nothing of src, scripts or notebooks.'
  });
  for (const room of folders(at('workers'))) {
    all.push({
      target: at(`workers/${room}`),
      from: at('workers'),
      except: room === 'shared' ? ['shared'] : [room, 'shared'],
      message: "No worker's room imports another: what two need lives in workers/shared."
    });
  }
  all.push({
    target: at('src'),
    from: at('scripts'),
    // Types that the site shares with its build and with the headless runner.
    except: ['notebook-index.ts', 'runner/contract.ts'],
    message: 'What people see stands on its own: no import of scripts.'
  });
  return all;
}

/**
 * The files of a folder that match one of the door's patterns, relative to it.
 * @param {string} folder
 * @param {readonly string[]} patterns `*` stands for one name, `**` for all below
 * @returns {string[]}
 */
function exceptions(folder, patterns) {
  const matchers = patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern.replaceAll('.', '\\.').replaceAll('**', '\0').replaceAll('*', '[^/]+').replaceAll('\0', '.+')}$`
      )
  );
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => matchers.some((matcher) => matcher.test(path)));
}
