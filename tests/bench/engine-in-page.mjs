/**
 * The data engine of a built site without its page: the same worker from the same address, started from a blob under
 * the same policy, spoken to in Comlink's messages (4.4). So no test hook is shipped to people.
 */
export class EngineInPage {
  /** @param {import('@playwright/test').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {import('@playwright/test').Browser} browser @param {string} siteUrl without a slash at the end */
  static async open(browser, siteUrl) {
    const { worker, wasm } = await findEngine(siteUrl);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${siteUrl}/`);
    await page.evaluate(startEngine, { worker, wasm });
    return new EngineInPage(page);
  }

  /** @param {string} sql @returns {Promise<{milliseconds: number, values: number[]}>} all values of the result as numbers */
  query(sql) {
    return this.page.evaluate(async (text) => {
      const started = performance.now();
      const table = await globalThis.benchEngine('query', [text, []]);
      const milliseconds = performance.now() - started;
      const values = table.columns.flatMap((column) =>
        column.type === 'text'
          ? [...column.values].map((code) => Number(column.dictionary[code]))
          : [...column.values].map(Number)
      );
      return { milliseconds, values };
    }, sql);
  }

  /** @param {string} name @param {string} sql */
  makeTable(name, sql) {
    return this.page.evaluate(
      async ([id, text]) => {
        await globalThis.benchEngine('define', [{ name: id, sql: text, variables: {}, inputs: [] }]);
        await globalThis.benchEngine('materialise', [id]);
      },
      [name, sql]
    );
  }

  async close() {
    await this.page.context().close();
  }
}

/** @param {{worker: string, wasm: string}} addresses */
async function startEngine({ worker: address, wasm }) {
  const starter = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(starter), { type: 'module' });
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data }) => {
    const settle = waiting.get(data?.id);
    if (!settle) return;
    waiting.delete(data.id);
    if (data.type === 'HANDLER') settle.reject(new Error(JSON.stringify(data.value)));
    else settle.resolve(data.value);
  };
  worker.onerror = (event) => {
    for (const settle of waiting.values()) settle.reject(new Error(event.message));
  };
  globalThis.benchEngine = (method, given) =>
    new Promise((resolve, reject) => {
      const id = `bench-${++last}`;
      waiting.set(id, { resolve, reject });
      const argumentList = given.map((value) => ({ type: 'RAW', value }));
      worker.postMessage({ id, type: 'APPLY', path: [method], argumentList });
    });
  await globalThis.benchEngine('open', [wasm]);
}

/** Follows the site's own files to the one that names both the worker and DuckDB. @param {string} siteUrl */
async function findEngine(siteUrl) {
  const queue = [`${siteUrl}/`, `${siteUrl}/notebook`];
  const seen = new Set(queue);
  for (const url of queue) {
    const response = await fetch(url);
    if (!response.ok) continue;
    const text = await response.text();
    const wasm = /[\w./-]*duckdb-eh[\w.-]*\.wasm/.exec(text)?.[0];
    const worker =
      wasm &&
      (await dataWorker(
        [...text.matchAll(/[\w./-]*workers\/[\w.-]+\.js/g)].map(([path]) => absolute(path, url, siteUrl))
      ));
    if (wasm && worker) return { worker, wasm: absolute(wasm, url, siteUrl) };
    for (const [path] of text.matchAll(/[\w./-]+\.js\b/g)) {
      const next = absolute(path, url, siteUrl);
      if (seen.has(next) || !next.startsWith(`${siteUrl}/`)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  throw new Error(`${siteUrl} names no data engine.`);
}

/** Workers have names without meaning: the data engine's is the one that opens DuckDB. @param {string[]} addresses */
async function dataWorker(addresses) {
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    if (text.includes('duckdb_web_')) return address;
  }
  return undefined;
}

/** @param {string} path @param {string} from @param {string} siteUrl */
function absolute(path, from, siteUrl) {
  return path.startsWith('_app/') ? `${siteUrl}/${path}` : new URL(path, from).href;
}
