import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { runnerPath, waitForRunner } from '../page.mjs';
import { rounded } from '../measure.mjs';
import { root } from '../../site/places.mjs';

export const line = 'sim';
export const asked =
  'the target marginals of §9 hold for three seeds (bands stated in the test); 10,000 PICU stays ≤ 60 s in the browser; same SHA-256 of the columnar buffers (padding zeroed) in Chromium and Node';

const targets = [
  'workers/clinical/picu/targets.slow.test.ts',
  'workers/clinical/cardiac/targets.slow.test.ts',
  'workers/clinical/haemophilia/targets.slow.test.ts'
];

/** 12 % of persons stay twice. */
const persons = 9000;
const stays = 10_000;
const mostSeconds = 60;

/** What is hashed in both places: every use case, flat and OMOP tables, with faults. */
const hashed = [
  {
    useCase: 'picu-sepsis',
    persons: 60,
    seed: 1,
    faults: true,
    tables: ['hours', 'episodes', 'person', 'measurement']
  },
  { useCase: 'cardiac-surgery', persons: 200, seed: 2, tables: ['operations', 'events', 'death'] },
  { useCase: 'haemophilia', persons: 60, seed: 3, tables: ['patients', 'doses', 'levels', 'bleeds'] }
];

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, failed, problems, holds } = await context.vitest(targets);
  const speed = await inBrowser(context);
  const inNode = await hashesInNode();
  const inChromium = await hashesInChromium(context);
  const same = hashed.filter((_, at) => inNode[at] === inChromium[at]).length;
  return {
    measured: { targets: { passed, failed, problems }, speed, hashes: { same, of: hashed.length, inNode, inChromium } },
    holds: holds && speed.stays >= stays && speed.seconds <= mostSeconds && same === hashed.length
  };
}

/** From the start of the cell until its table stands in the data engine. @param {import('../context.mjs').Context} context */
async function inBrowser(context) {
  const page = await context.page(runnerPath);
  try {
    await waitForRunner(page);
    const text = [
      `\`\`\`simulate id=picu\nuse: picu-sepsis\npersons: ${persons}\nseed: 1\ntables: [hours]\n\`\`\``,
      '```sql id=stays\nselect count(*)::integer as stays from (select distinct person_id, episode from picu_hours)\n```'
    ].join('\n\n');
    await page.evaluate((source) => window.phemsRunner?.open(source), `${text}\n`);
    const started = performance.now();
    const result = await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
    const seconds = rounded((performance.now() - started) / 1000);
    const made = result?.cells.find(({ id }) => id === 'stays')?.table?.rows[0]?.[0];
    return { persons, stays: Number(made ?? 0), seconds };
  } finally {
    await page.context().close();
  }
}

async function hashesInNode() {
  /** @type {{ module: typeof import('../../../workers/clinical/index') }} */
  const { module: clinical } = await runnerImport(join(root, 'workers/clinical/index.ts'), {
    configFile: false,
    root,
    logLevel: 'error'
  });
  const hashes = [];
  for (const options of hashed) {
    const made = await clinical.simulate(/** @type {any} */ (options));
    const hash = createHash('sha256');
    for (const piece of pieces(made.tables, options.tables)) hash.update(piece);
    hashes.push(hash.digest('hex'));
  }
  return hashes;
}

/**
 * Everything that a set of tables says, in one order; this very text runs in the browser, too.
 * @param {any} tables @param {readonly string[]} names
 * @returns {Uint8Array[]}
 */
function pieces(tables, names) {
  const out = [];
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  for (const name of names) {
    const table = tables[name].exact ?? tables[name];
    out.push(bytes(`${name} ${table.rows};`));
    for (const { values, validity, type, dictionary = [], unit = '', name: column } of table.columns) {
      out.push(bytes(JSON.stringify([column, type, unit, dictionary])));
      out.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      if (validity) out.push(validity);
    }
  }
  return out;
}

/** In a cell of own code, by our own SHA-256. @param {import('../context.mjs').Context} context */
async function hashesInChromium(context) {
  const sha = readFileSync(join(root, 'workers/shared/sha256.ts'), 'utf8').replaceAll(/^export /gm, '');
  const code = `${sha}\n${pieces.toString().replace('(tables, names)', '(tables: any, names: string[]): Uint8Array[]')}\n`;
  const cells = hashed.map(
    (options, at) =>
      `\`\`\`ts id=h${at} run=auto\nconst h${at} = await (async () => {\n${code}const made = await clinical.simulate(${JSON.stringify(options)});\nconst hash = new Sha256();\nfor (const piece of pieces(made.tables, ${JSON.stringify(options.tables)})) hash.add(piece);\nreturn hash.end();\n})();\n\`\`\``
  );
  const outcome = await context.runner('hashes', `${cells.join('\n\n')}\n`, { rows: 1 });
  return hashed.map((_, at) => {
    const cell = outcome.cells.find(({ id }) => id === `h${at}`);
    return cell?.value ?? `no value: ${cell?.status} ${cell?.error?.message ?? ''}`;
  });
}
