import { createEngines, type Engines } from '$lib/engines';
import { spawn } from '$lib/engines/spawn';
import { AppError } from '$workers/shared/errors';
import type { Judged, Place } from './attempt';
import { statements, type Attempt } from './attempts';
import { expressionOf, hostOf } from './harness';
import { judge, judgeSql, readSeen } from './verdict';

/** Nothing came back that says anything. */
const broken: Judged = { verdict: 'unclear', how: 'broken', what: '' };
/** A worker that does not even start says nothing either. */
const longest = 8_000;

/** Makes attempts, each in a place as the page itself makes them: engines of its own, closed at the end. */
export class Places {
  readonly #engines: Engines = createEngines();
  readonly #site = location.origin;

  close(): void {
    this.#engines.close();
  }

  /** @throws nothing: what goes wrong is what was seen */
  async attempt(attempt: Attempt, place: Exclude<Place, 'sql'>, signal: AbortSignal): Promise<Judged> {
    try {
      const expression = expressionOf(attempt, place, this.#site);
      if (place === 'cell') return await this.#inCell(attempt.name, expression, signal);
      const told = await (place === 'page' ? onPage(expression) : inWorker(expression, signal));
      return read(told);
    } catch {
      return broken;
    }
  }

  async statement(name: string, signal: AbortSignal): Promise<Judged> {
    const statement = statements.find((one) => one.name === name);
    if (!statement) return broken;
    try {
      const { data } = this.#engines;
      const sql = statement.sql(hostOf(name, 'sql'));
      if (statement.asCell) await data.define({ name, sql, variables: {}, inputs: [] }, { signal });
      else await data.query(sql, [], { signal });
      return judgeSql(undefined);
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('engine-') || error.code === 'stopped') return broken;
      const { code, message } = error;
      return judgeSql({ code, text: `${message} ${error.details ?? ''}` });
    }
  }

  /** A cell of own code, read and run like every other one. */
  async #inCell(name: string, expression: string, signal: AbortSignal): Promise<Judged> {
    const { readCode } = await import('$workers/sandbox/analysis');
    let code;
    try {
      ({ code } = readCode(`await ${expression}`, { language: 'js', label: 'self-test' }));
    } catch (error) {
      return error instanceof AppError ? { verdict: 'blocked', how: 'before', what: error.code } : broken;
    }
    const client = await this.#engines.code.client();
    const request = { key: `self-test ${name}`, id: 'seen', code, inputs: {}, width: 1, seed: 1 };
    const output = await client.run(request, { signal });
    return read(output.defined[0]?.value);
  }
}

function read(told: unknown): Judged {
  const seen = typeof told === 'string' ? readSeen(JSON.parse(told)) : undefined;
  return seen ? judge(seen) : broken;
}

/** As code that got into the page would run: there is no other way in than a blob, and no evaluation of texts. */
async function onPage(expression: string): Promise<unknown> {
  return withAddress(`export const seen = ${expression};`, async (address) => {
    const { seen } = (await import(/* @vite-ignore */ address)) as { seen: Promise<unknown> };
    return seen;
  });
}

/** In a worker started as all of ours are. */
async function inWorker(expression: string, signal: AbortSignal): Promise<unknown> {
  return withAddress(`${expression}.then((seen) => postMessage(seen));`, (address) => {
    const worker = spawn(address, 'self-test');
    return new Promise<unknown>((resolve) => {
      const end = () => resolve(undefined);
      signal.addEventListener('abort', end, { once: true });
      worker.onerror = end;
      worker.onmessage = ({ data }) => resolve(data);
      setTimeout(end, longest);
    }).finally(() => worker.terminate());
  });
}

async function withAddress<Value>(text: string, use: (address: string) => Promise<Value>): Promise<Value> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    return await use(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
