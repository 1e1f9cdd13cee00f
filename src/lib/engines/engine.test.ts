import { afterEach, describe, expect, test } from 'vitest';
import { expose } from 'comlink';
import { carryAppErrors } from '$workers/shared/carry-errors';
import { AppError } from '$workers/shared/errors';
import type { Progress } from '$workers/shared/job';
import { Engine } from './engine';
import type { WatchClock } from './watchdog';

type Api = Record<string, (...given: never[]) => unknown>;

/** A worker without a thread: the same messages over a channel. Killed, it hears and says nothing more. */
class FakeWorker extends EventTarget {
  readonly #port: MessagePort;
  readonly inside: MessagePort;
  killed = false;

  constructor(api: Api) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.inside = port2;
    port1.onmessage = (event) => this.dispatchEvent(new MessageEvent('message', { data: event.data as unknown }));
    carryAppErrors();
    expose(api, port2);
    port2.start();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.killed) this.#port.postMessage(message, transfer as never);
  }

  terminate(): void {
    this.killed = true;
    this.#port.close();
  }
}

const workers: FakeWorker[] = [];
afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

function engineOver(api: Api, clock?: WatchClock): Engine {
  const start = () => {
    const worker = new FakeWorker({ ping: () => true, cancel: () => undefined, ...api });
    workers.push(worker);
    return { worker: worker as unknown as Worker };
  };
  return new Engine('test engine', start, clock);
}

/** A clock whose seconds pass when the test says so. */
function clock() {
  let at = 0;
  let look: (() => void) | undefined;
  const pass = (seconds: number) => {
    for (let n = 0; n < seconds; n++) {
      at += 1000;
      look?.();
    }
  };
  const every: WatchClock['every'] = (_, given) => {
    look = given;
    return () => (look = undefined);
  };
  return { pass, clock: { now: () => at, every, hidden: () => false } satisfies WatchClock };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

const never = () => new Promise(() => undefined);

describe('an engine', () => {
  test('starts with its first call, once', async () => {
    const engine = engineOver({ add: ((a: number, b: number) => a + b) as never });
    expect(engine.running).toBe(false);
    expect(await Promise.all([engine.call('add', [1, 2]), engine.call('add', [3, 4])])).toEqual([3, 7]);
    expect(workers).toHaveLength(1);
    expect(engine.busy).toBe(0);
  });

  test('carries a failure with all that people need to act on it', async () => {
    const failure = new AppError(
      'sql-syntax',
      'It ends.',
      'Close it.',
      { line: 2, column: 3 },
      { word: 'x' },
      'details'
    );
    const engine = engineOver({
      run: () => {
        throw failure;
      }
    });
    const error: unknown = await engine.call('run', []).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'sql-syntax',
      message: 'It ends.',
      hint: 'Close it.',
      place: { line: 2, column: 3 },
      values: { word: 'x' },
      details: 'details'
    });
  });

  test('hands on progress to the job that makes it', async () => {
    const heard: Progress[] = [];
    const engine = engineOver({
      work: ((ticket: { job: number }) => {
        workers[0]!.inside.postMessage({ progress: { job: ticket.job, progress: { step: 'half' } } });
        workers[0]!.inside.postMessage({ progress: { job: ticket.job + 1, progress: { step: 'of another' } } });
        return 1;
      }) as never
    });
    await engine.call('work', [], { progress: (progress) => heard.push(progress) });
    expect(heard).toEqual([{ step: 'half' }]);
  });
});

describe('Stop', () => {
  test('is heard by a job that listens, and the worker lives', async () => {
    const jobs = new Map<number, () => void>();
    const engine = engineOver({
      work: ((ticket: { job: number }) =>
        new Promise((_, reject) => jobs.set(ticket.job, () => reject(new AppError('stopped', 'Stopped.'))))) as never,
      cancel: ((job: number) => jobs.get(job)?.()) as never
    });
    const controller = new AbortController();
    const call = engine.call('work', [], { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(call).rejects.toMatchObject({ code: 'stopped' });
    expect(workers.map((worker) => worker.killed)).toEqual([false]);
  });

  test('kills a worker that does not listen within a second, and a fresh one answers', async () => {
    const engine = engineOver({ work: never, add: (() => 3) as never });
    let restarts = 0;
    engine.onrestart(() => restarts++);
    const controller = new AbortController();
    const deaf = engine.call('work', [], { signal: controller.signal });
    const bystander = engine.call('work', []);
    bystander.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const asked = performance.now();
    controller.abort();
    await expect(deaf).rejects.toMatchObject({ code: 'stopped' });
    expect(performance.now() - asked).toBeLessThan(1_000);
    await expect(bystander).rejects.toMatchObject({ code: 'engine-restarted' });
    expect(restarts).toBe(1);
    expect(await engine.call('add', [])).toBe(3);
    expect(workers.map((worker) => worker.killed)).toEqual([true, false]);
  });

  test('of a call in the background is never a reason to kill a worker that is busy for somebody else', async () => {
    const cancelled: number[] = [];
    const engine = engineOver({ look: never, work: never, cancel: ((job: number) => cancelled.push(job)) as never });
    const controller = new AbortController();
    const look = engine.call('look', [], { signal: controller.signal, background: true });
    const work = engine.call('work', []);
    work.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    await expect(look).rejects.toMatchObject({ code: 'stopped' });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(workers.map((worker) => worker.killed)).toEqual([false]);
    expect(cancelled).toHaveLength(1);
    expect(engine.busy).toBe(1);
  });

  test('of a call that waits for the worker to start leaves it starting, and asks nothing of it', async () => {
    let opened: (() => void) | undefined;
    let asked = 0;
    const engine = engineOver({
      ping: () => new Promise<void>((resolve) => (opened = resolve)),
      work: () => ++asked
    });
    const controller = new AbortController();
    const call = engine.call('work', [], { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'stopped' });
    const next = engine.call('work', []);
    await expect.poll(() => opened).toBeDefined();
    opened?.();
    expect(await next).toBe(1);
    expect(workers.map((worker) => worker.killed)).toEqual([false]);
  });

  test('of a call that has not begun starts nothing', async () => {
    const engine = engineOver({});
    await expect(engine.call('work', [], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped' });
    expect(engine.running).toBe(false);
  });
});

describe('a death', () => {
  test('by restart ends every open call', async () => {
    const engine = engineOver({ work: never });
    const calls = [engine.call('work', []), engine.call('work', [])];
    engine.restart();
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'engine-restarted' });
    expect(engine.busy).toBe(0);
  });

  test('of the engine inside makes a fresh worker for the next call', async () => {
    let broken = true;
    const engine = engineOver({
      run: () => {
        if (!broken) return 1;
        broken = false;
        throw new AppError('engine-crashed', 'It broke.');
      }
    });
    await expect(engine.call('run', [])).rejects.toMatchObject({ code: 'engine-crashed' });
    expect(await engine.call('run', [])).toBe(1);
    expect(workers).toHaveLength(2);
  });

  test('while starting is an error, and the next call tries again', async () => {
    const engine = engineOver({ run: (() => 1) as never, ping: never });
    const call = engine.call('run', []);
    workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'no such file' }));
    await expect(call).rejects.toMatchObject({ code: 'engine-not-started', details: 'no such file' });
    expect(engine.running).toBe(false);
  });

  test('by closing is for good', async () => {
    const engine = engineOver({ work: never });
    const call = engine.call('work', []);
    engine.close();
    await expect(call).rejects.toMatchObject({ code: 'engine-restarted' });
    await expect(engine.call('work', [])).rejects.toMatchObject({ code: 'engine-closed' });
  });
});

describe('a silent engine', () => {
  /** Says nothing from its first work on, until it is let. */
  function deaf() {
    let pings = 0;
    let works = false;
    let answer: (() => void) | undefined;
    const api: Api = {
      ping: () => !works || (pings++, new Promise((resolve) => (answer = () => resolve(true)))),
      work: () => ((works = true), never())
    };
    const hear = () => {
      works = false;
      answer?.();
    };
    return { api, pings: () => pings, hear };
  }

  test('at work is asked, told of, and told of again when it answers', async () => {
    const { pass, clock: time } = clock();
    const { api, pings, hear } = deaf();
    const engine = engineOver(api, time);
    const told: boolean[] = [];
    engine.onsilence((silent) => told.push(silent));
    engine.call('work', []).catch(() => undefined);
    await soon();
    pass(10);
    await soon();
    expect([pings(), told]).toEqual([1, []]);
    pass(5);
    expect(told).toEqual([true]);
    hear();
    await soon();
    expect(told).toEqual([true, false]);
  });

  test('is restarted like any other: open calls end, and the next call has a fresh worker', async () => {
    const { pass, clock: time } = clock();
    const { api, hear } = deaf();
    const engine = engineOver({ ...api, add: (() => 3) as never }, time);
    const told: boolean[] = [];
    engine.onsilence((silent) => told.push(silent));
    const call = engine.call('work', []);
    call.catch(() => undefined);
    await soon();
    pass(10);
    await soon();
    pass(5);
    engine.restart();
    hear();
    await expect(call).rejects.toMatchObject({ code: 'engine-restarted' });
    expect(told).toEqual([true, false]);
    expect(await engine.call('add', [])).toBe(3);
    expect(workers).toHaveLength(2);
  });

  test('is none that is still starting, however long that takes', async () => {
    const { pass, clock: time } = clock();
    const engine = engineOver({ ping: never, work: never }, time);
    const told: boolean[] = [];
    engine.onsilence((silent) => told.push(silent));
    engine.call('work', []).catch(() => undefined);
    await soon();
    pass(600);
    expect(told).toEqual([]);
    engine.close();
  });
});
