/** A value that goes on changing after its cell has run: a generator, or what a person sets in a view. */
export interface Changing {
  /** Resolves with the next value; `done` where there is none any more. */
  next(): Promise<{ value: unknown; done: boolean }>;
  end(): void;
}

const isFunction = (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function';

/** Generators and async generators; not lists and maps, which can be walked through too. */
export function isGenerator(value: unknown): value is Generator | AsyncGenerator {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Partial<Generator> & Partial<AsyncGenerator>;
  return (
    isFunction(one.next) &&
    isFunction(one.return) &&
    (isFunction(one[Symbol.iterator]) || isFunction(one[Symbol.asyncIterator]))
  );
}

export function fromGenerator(generator: Generator | AsyncGenerator): Changing {
  let ended = false;
  return {
    next: async () => {
      if (ended) return { value: undefined, done: true };
      const { value, done } = await generator.next();
      return { value: (await value) as unknown, done: done === true };
    },
    end: () => {
      ended = true;
      // A generator that waits for something is not heard any more.
      void Promise.resolve(generator.return(undefined)).catch(() => undefined);
    }
  };
}

/** The helpers that code finds as `Generators`. */
export const Generators = {
  /** A generator of what a function announces: `observe((change) => { …; return () => stop })`. */
  async *observe(begin: (change: (value: unknown) => void) => unknown): AsyncGenerator {
    let fresh: { value: unknown } | undefined;
    let wake: (() => void) | undefined;
    const end = begin((value) => {
      fresh = { value };
      wake?.();
    });
    try {
      for (;;) {
        if (!fresh) await new Promise<void>((resolve) => (wake = resolve));
        const { value } = fresh as unknown as { value: unknown };
        fresh = undefined;
        yield value;
      }
    } finally {
      if (isFunction(end)) end();
    }
  },
  *range(start: number, stop?: number, step = 1): Generator<number> {
    const [from, to] = stop === undefined ? [0, start] : [start, stop];
    for (let value = from; step > 0 ? value < to : value > to; value += step) yield value;
  }
};
