/** A failure as it crosses. */
export interface WireError {
  name: string;
  message: string;
  stack?: string | undefined;
  code?: string | undefined;
  hint?: string | undefined;
}

/** What a method gives back together with memory that goes over instead of being copied. */
export class Handed {
  constructor(
    readonly value: unknown,
    readonly buffers: readonly Transferable[]
  ) {}
}

export type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Connection {
  call(method: string, args: readonly unknown[]): Promise<unknown>;
  /** Nothing crosses any more; whoever waits for an answer gets this instead. */
  end(reason: unknown): void;
}

/** The part of a `MessagePort` that is used. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

interface Explaining {
  /** A failure of ours, as the other side may see it. */
  toWire(error: unknown): WireError;
  /** A failure of the other side. */
  fromWire(error: WireError): unknown;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Calls over a port, in both directions. Made small on purpose: what comes from the other side is looked up by
 * `Object.hasOwn` among `methods` and nowhere else, so that no message reaches a prototype or a constructor.
 */
export function connect(port: Port, methods: Methods, explaining: Explaining): Connection {
  const waiting = new Map<number, Waiting>();
  const post = port.postMessage.bind(port);
  let last = 0;
  let ended: { reason: unknown } | undefined;

  const answer = async (id: number, method: string, args: unknown[]): Promise<void> => {
    try {
      const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
      if (!known) throw new Error(`There is no method ${method.slice(0, 40)}.`);
      const given = await known(...(args as never[]));
      if (ended) return;
      if (given instanceof Handed) post({ id, result: given.value }, [...given.buffers]);
      else post({ id, result: given }, []);
    } catch (error) {
      if (!ended) post({ id, error: explaining.toWire(error) }, []);
    }
  };

  port.onmessage = ({ data }: MessageEvent) => {
    if (!isObject(data) || typeof data.id !== 'number') return;
    if (typeof data.method === 'string' && Array.isArray(data.args)) {
      void answer(data.id, data.method, data.args);
      return;
    }
    const open = waiting.get(data.id);
    if (!open) return;
    waiting.delete(data.id);
    if (isObject(data.error)) open.reject(explaining.fromWire(readError(data.error)));
    else open.resolve(data.result);
  };

  return {
    call: (method, args) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended.reason);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        try {
          post({ id, method, args }, []);
        } catch (error) {
          waiting.delete(id);
          reject(error);
        }
      }),
    end: (reason) => {
      ended = { reason };
      port.onmessage = null;
      port.close();
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    }
  };
}

function readError(error: Record<string, unknown>): WireError {
  const text = (name: string, most: number) =>
    typeof error[name] === 'string' ? (error[name] as string).slice(0, most) : undefined;
  return {
    name: text('name', 100) ?? 'Error',
    message: text('message', 10_000) ?? '',
    stack: text('stack', 10_000),
    code: text('code', 100),
    hint: text('hint', 1000)
  };
}
