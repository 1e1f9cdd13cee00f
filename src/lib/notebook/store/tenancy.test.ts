import { afterEach, describe, expect, test } from 'vitest';
import { Tenancy, type Channel } from './tenancy.svelte';

/** The browser's locks as far as they are used: a queue, and stealing. */
class Locks {
  #holders: { end: (error?: Error) => void }[] = [];
  #queue: (() => void)[] = [];

  request = (async (_name: string, options: LockOptions, run: () => Promise<unknown>) => {
    if (options.steal) this.#holders.splice(0).forEach((holder) => holder.end(new Error('AbortError')));
    else if (this.#holders.length > 0) {
      await new Promise<void>((resolve, reject) => {
        this.#queue.push(resolve);
        options.signal?.addEventListener('abort', () => {
          this.#queue = this.#queue.filter((one) => one !== resolve);
          reject(new Error('AbortError'));
        });
      });
    }
    const holder = { end: (_error?: Error) => {} };
    this.#holders.push(holder);
    const stolen = new Promise((_, reject) => (holder.end = (error) => reject(error)));
    try {
      return await Promise.race([run(), stolen]);
    } finally {
      if (this.#holders.includes(holder)) {
        this.#holders = this.#holders.filter((one) => one !== holder);
        this.#queue.shift()?.();
      }
    }
  }) as LockManager['request'];
}

/** One channel for all tabs of a test; a deaf tab hears nothing, like one that sleeps. */
function air() {
  const ears = new Set<Channel & { deaf?: boolean }>();
  return {
    ears,
    open: (): Channel => {
      const ear: Channel & { deaf?: boolean } = {
        onmessage: null,
        close: () => void ears.delete(ear),
        postMessage: (data: unknown) => {
          for (const other of ears)
            if (other !== ear && !other.deaf) setTimeout(() => other.onmessage?.({ data } as MessageEvent), 1);
        }
      };
      ears.add(ear);
      return ear;
    }
  };
}

const open: Tenancy[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

function world(locks: Locks | undefined) {
  const channel = air();
  const tab = async () => {
    const log: string[] = [];
    const tenancy: Tenancy = new Tenancy({
      id: 'n',
      locks,
      channel: channel.open,
      onlosing: () => log.push(tenancy.owns ? 'changed at last' : 'too late'),
      onlost: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push('flushed');
      },
      onowned: () => log.push('read again'),
      now: () => 42,
      patience: { greeting: 30, handOver: 60 }
    });
    open.push(tenancy);
    await tenancy.enter();
    return { tenancy, log, ear: [...channel.ears].at(-1) as { deaf?: boolean } };
  };
  return { tab };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 90));

describe.each([
  ['with locks', () => new Locks()],
  ['on plain http, by asking', () => undefined]
])('two tabs, %s', (_name, locks) => {
  test('the second reads, and knows since when', async () => {
    const { tab } = world(locks());
    const [first, second] = [await tab(), await tab()];
    expect([first.tenancy.owns, second.tenancy.owns, second.tenancy.since]).toEqual([true, false, 42]);
  });

  test('taking over: the first writes down what it has before the second gets it, then reads', async () => {
    const { tab } = world(locks());
    const [first, second] = [await tab(), await tab()];
    const before = second.tenancy.tenant;
    await second.tenancy.takeOver();
    expect([first.tenancy.owns, second.tenancy.owns]).toEqual([false, true]);
    expect([first.log, second.log]).toEqual([['changed at last', 'flushed'], ['read again']]);
    expect(second.tenancy.tenant).not.toBe(before);
    await first.tenancy.takeOver();
    expect([first.tenancy.owns, second.tenancy.owns]).toEqual([true, false]);
  });

  test('a tab that sleeps is taken over from without its answer', async () => {
    const { tab } = world(locks());
    const [first, second] = [await tab(), await tab()];
    first.ear.deaf = true;
    await second.tenancy.takeOver();
    expect(second.tenancy.owns).toBe(true);
  });

  test('when the tab that has it is closed, one of the others gets it', async () => {
    const { tab } = world(locks());
    const [first, second, third] = [await tab(), await tab(), await tab()];
    first.tenancy.close();
    await settle();
    await settle();
    expect([second.tenancy.owns, third.tenancy.owns].filter(Boolean)).toEqual([true]);
  });
});

test('a tab whose lock was stolen writes down what it has and reads', async () => {
  const { tab } = world(new Locks());
  const [first, second] = [await tab(), await tab()];
  first.ear.deaf = true;
  await second.tenancy.takeOver();
  await settle();
  expect([first.tenancy.owns, first.log]).toEqual([false, ['changed at last', 'flushed']]);
});
