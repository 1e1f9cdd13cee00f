import { expose, transfer } from 'comlink';
import { carryAppErrors } from './carry-errors';
import type { JobOptions, Progress } from './job';

/** What crosses instead of `JobOptions`: a signal and a function cannot. */
export interface JobTicket {
  job: number;
}

/** A worker's message beside Comlink's own. */
export interface ProgressMessage {
  progress: { job: number; progress: Progress };
}

type Method = (...given: never[]) => Promise<unknown>;

const progressEvery = 100;

/**
 * Hands a worker's functions to the page. Where the page gave `JobOptions` as last argument, the function gets them
 * back here: a signal that `cancel(job)` aborts, and progress of at most 10 messages a second. Typed arrays of results
 * are transferred: a function must not keep what it returns.
 *
 * @param api its functions, by name
 * @param explain makes a failure one that people can read
 */
export function serve<Api extends object>(api: Api, explain: (error: unknown) => unknown = (error) => error): void {
  carryAppErrors();
  const running = new Map<number, AbortController>();

  const serveMethod =
    (method: Method) =>
    async (...given: unknown[]): Promise<unknown> => {
      const ticket = given.at(-1);
      if (!isTicket(ticket)) return answer(method, given);
      const controller = new AbortController();
      running.set(ticket.job, controller);
      const options: JobOptions = { signal: controller.signal, progress: reporter(ticket.job) };
      try {
        return await answer(method, [...given.slice(0, -1), options]);
      } finally {
        running.delete(ticket.job);
      }
    };
  const answer = async (method: Method, given: unknown[]): Promise<unknown> => {
    try {
      const result = await method(...(given as never[]));
      // Comlink keys what is transferred by the object: a number or nothing cannot be a key.
      return typeof result === 'object' && result !== null ? transfer(result, buffersOf(result)) : result;
    } catch (error) {
      throw explain(error);
    }
  };

  const methods = Object.entries(api).map(([name, method]) => [name, serveMethod(method as Method)] as const);
  expose({
    ...Object.fromEntries(methods),
    cancel: (job: number) => running.get(job)?.abort(),
    ping: () => true
  });
}

function isTicket(value: unknown): value is JobTicket {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'job') && Object.keys(value).length === 1;
}

function reporter(job: number): (progress: Progress) => void {
  let last = -Infinity;
  let step = '';
  return (progress) => {
    const now = performance.now();
    if (now - last < progressEvery && progress.step === step) return;
    last = now;
    step = progress.step;
    postMessage({ progress: { job, progress } } satisfies ProgressMessage);
  };
}

/** The memory behind every typed array in a result, each once. Lists of plain values are not looked through. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    if (typeof value[0] === 'object') for (const item of value) buffersOf(item, found);
  } else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const item of Object.values(value)) buffersOf(item, found);
  }
  return [...found];
}
