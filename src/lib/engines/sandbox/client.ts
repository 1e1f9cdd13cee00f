import type { AppError } from '$workers/shared/errors';
import type { CodeError, CodeOutput, CodeRequest, CodeSoFar, ValueChild } from '$workers/sandbox/contract';
import { fail } from '../errors';
import { checkChildren, checkOutput, checkSoFar } from './check-output';
import { openFrame, type Frame } from './frame';
import { Host, type Grant, type Reachable } from './host';

/** A cell that may be about to end by itself is not killed at once: the values of all cells of code would go with it. */
const patienceMilliseconds = 150;
const spareAfter = 1_500;
const answerWithin = 2_000;
/** Between two values of a generator. */
const breath = 40;

/** What code asked for and was refused; `cell` where only one was at work. */
export interface Refused {
  rule: string;
  address: string;
  cell: string | undefined;
}

export interface RunOptions {
  signal: AbortSignal;
  /** While it runs. */
  partial?(soFar: CodeSoFar): void;
  /**
   * It goes on changing and has its next value; without one, it asks when it may go on. Resolves when what waits for the
   * value has taken it over.
   */
  changed?(output: CodeOutput | undefined): Promise<void>;
  /** It calls a simulation, in its run or later. */
  simulates?(): void;
}

/** One worker in its frame, from its start to its death. */
interface Life {
  frame: Promise<Frame>;
  /** Cells whose values it holds. */
  holds: Set<string>;
}

interface Held {
  request: CodeRequest;
  grant: Grant;
  options: RunOptions;
  names: readonly string[];
}

/**
 * Runs people's own code in a worker that has no way out. The worker is killed by Stop; cells whose values it held run
 * again when another cell needs them.
 */
export class SandboxClient {
  #life: Life | undefined;
  #spare: Life | undefined;
  #closed = false;
  /** The last good run of each cell. */
  readonly #held = new Map<string, Held>();
  readonly #running = new Map<string, Held & { lost(error: unknown): void }>();
  readonly #restarts = new Set<() => void>();
  readonly #host: Host;
  /** Told when code asks for the network. */
  onrefused: ((refused: Refused) => void) | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;

  constructor(engines: Reachable) {
    this.#host = new Host(engines, (key) => (this.#running.get(key) ?? this.#held.get(key))?.grant);
  }

  get running(): boolean {
    return this.#life !== undefined;
  }

  onrestart(listener: () => void): () => void {
    this.#restarts.add(listener);
    return () => this.#restarts.delete(listener);
  }

  /** Starts the worker, so that the first cell finds it there. */
  warm(): void {
    if (!this.#closed) this.#life ??= this.#take();
  }

  /**
   * Runs a cell. What it throws is in the output.
   * @throws `stopped`; `engine-crashed` where it took the worker along; `engine-not-started`
   */
  async run(request: CodeRequest, options: RunOptions): Promise<CodeOutput> {
    this.#held.delete(request.key);
    const held: Held = { request, options, grant: grantOf(request, options), names: [] };
    const output = await this.#run(held);
    if (!output.error) {
      held.names = output.defined.map(({ name }) => name);
      this.#held.set(request.key, held);
      this.#goOn(request.key, output);
    }
    return output;
  }

  /** The engine's own failure, where code handed on what the page had told it; its words are ours then. */
  saidBefore(error: CodeError): AppError | undefined {
    return this.#host.said.find(({ code, message }) => code === error.code && message === error.message);
  }

  /** Further children of a shown value; none where the worker that held it is gone. */
  async children(handle: number, from: number): Promise<ValueChild[]> {
    const frame = await this.#life?.frame;
    return frame ? checkChildren(await frame.connection.call('children', [handle, from])) : [];
  }

  /** A person moved a control. */
  async input(view: number, value: unknown): Promise<void> {
    const frame = await this.#life?.frame;
    await frame?.connection.call('input', [view, value]);
  }

  /**
   * The cell has other room: drawings that were made for the room are made again, no code runs.
   * @returns what it shows now; undefined where nothing was made for the room, or it is not there any more
   */
  async resize(key: string, width: number): Promise<CodeOutput | undefined> {
    const held = this.#held.get(key);
    const life = this.#life;
    if (!held || !life?.holds.has(key) || this.#running.has(key)) return undefined;
    held.request = { ...held.request, width };
    const output = await (await life.frame).connection.call('resize', [key, width]);
    return output === undefined || this.#held.get(key) !== held ? undefined : checkOutput(output);
  }

  /** Forgets values that no cell defines any more; what a cell keeps goes with its last name. */
  async forget(names: readonly string[]): Promise<void> {
    const gone = new Set(names);
    for (const [key, held] of this.#held) {
      const left = held.names.filter((name) => !gone.has(name));
      const isMeant = left.length < held.names.length;
      held.names = left;
      if (!isMeant || left.length > 0) continue;
      this.#held.delete(key);
      const life = this.#life;
      life?.holds.delete(key);
      await (await life?.frame)?.connection.call('forget', [key]);
    }
  }

  /** Kills the worker, whatever runs in it, and gives its memory back. */
  restart(): void {
    this.#kill((key) => fail('engine-restarted', { name: 'sandbox', cell: key }));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#preparing);
    this.#restarts.clear();
    this.restart();
    this.#drop(this.#spare);
    this.#spare = undefined;
    this.#held.clear();
  }

  async #run(held: Held, depth = 0): Promise<CodeOutput> {
    const { request, options } = held;
    const { signal } = options;
    if (signal.aborted) throw fail('stopped', { name: 'sandbox' });
    const life = await this.#ready(signal);
    await this.#remake(life, request, signal, depth);
    let patience: ReturnType<typeof setTimeout> | undefined;
    let lost: (error: unknown) => void = () => undefined;
    const death = new Promise<never>((_, reject) => (lost = reject));
    death.catch(() => undefined);
    const running = { ...held, lost };
    this.#running.set(request.key, running);
    const stop = () => {
      patience = setTimeout(() => {
        if (this.#running.get(request.key) === running) this.#kill(() => fail('stopped', { name: 'sandbox' }), life);
      }, patienceMilliseconds);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      const frame = await life.frame;
      if (signal.aborted) throw fail('stopped', { name: 'sandbox' });
      const output = checkOutput(await Promise.race([frame.connection.call('run', [request]), death]));
      if (!output.error) life.holds.add(request.key);
      this.#prepare();
      return output;
    } finally {
      clearTimeout(patience);
      signal.removeEventListener('abort', stop);
      if (this.#running.get(request.key) === running) this.#running.delete(request.key);
    }
  }

  /** Runs again the cells whose values this one uses and that an earlier worker took along. */
  async #remake(life: Life, request: CodeRequest, signal: AbortSignal, depth: number): Promise<void> {
    for (const input of Object.values(request.inputs)) {
      if (input.type !== 'live' || life.holds.has(input.live.key)) continue;
      const held = this.#held.get(input.live.key);
      if (!held || depth > 200) throw fail('code-value-lost', { name: input.live.name });
      const again = { ...held, grant: { ...held.grant, signal }, options: { ...held.options, signal } };
      const output = await this.#run(again, depth + 1);
      if (output.error) throw fail('code-value-lost', { name: input.live.name });
      this.#goOn(input.live.key, output);
    }
  }

  /** A worker that answers: one that a forgotten timer keeps busy is replaced first. */
  async #ready(signal: AbortSignal): Promise<Life> {
    if (this.#closed) throw fail('engine-closed', { name: 'sandbox' });
    const life = (this.#life ??= this.#take());
    const frame = await raced(life.frame, signal);
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, answerWithin, 'late'));
    const answer = await raced(Promise.race([frame.connection.call('ping', []).catch(() => 'late'), late]), signal);
    if (answer !== 'late' || this.#running.size > 0) return life;
    // Whatever goes on changing may be what does not end: it is not started again by itself.
    this.#held.clear();
    this.#kill(() => fail('engine-restarted', { name: 'sandbox' }), life);
    return (this.#life ??= this.#take());
  }

  #take(): Life {
    const life = this.#spare ?? this.#open();
    this.#spare = undefined;
    return life;
  }

  #open(): Life {
    const methods = {
      ...this.#host.methods,
      partial: (key: unknown, output: unknown) => {
        const running = typeof key === 'string' ? this.#running.get(key) : undefined;
        running?.options.partial?.(checkSoFar(output));
      },
      blocked: (rule: unknown, address: unknown) => {
        const [only, more] = [...this.#running.values()];
        const cell = more ? undefined : only?.request.id;
        this.onrefused?.({ rule: shortText(rule, 40), address: shortText(address, 2_000), cell });
      },
      changed: (key: unknown, output: unknown) => {
        if (typeof key === 'string' && this.#life === life) void this.#changed(key, checkOutput(output));
      }
    };
    const frame = openFrame({ methods, onlost: () => this.#lost(life) }).catch((error: unknown) => {
      if (this.#life === life) this.#life = undefined;
      throw fail('engine-not-started', { name: 'sandbox' }, { details: String(error) });
    });
    const life: Life = { frame, holds: new Set() };
    frame.catch(() => undefined);
    return life;
  }

  /** A fresh worker takes a quarter of a second: one stands ready for the next Stop. */
  #prepare(): void {
    if (this.#spare || this.#closed || this.#preparing !== undefined) return;
    this.#preparing = setTimeout(() => {
      this.#preparing = undefined;
      if (!this.#closed && this.#life) this.#spare ??= this.#open();
    }, spareAfter);
  }

  #goOn(key: string, output: CodeOutput): void {
    if (!output.defined.some(({ changing }) => changing)) return;
    void this.#permit(key, undefined);
  }

  async #changed(key: string, output: CodeOutput): Promise<void> {
    await this.#permit(key, output);
  }

  async #permit(key: string, output: CodeOutput | undefined): Promise<void> {
    const life = this.#life;
    const held = this.#held.get(key);
    await held?.options.changed?.(output);
    await new Promise((resolve) => setTimeout(resolve, breath));
    if (this.#life !== life || this.#held.get(key) !== held) return;
    const frame = await life?.frame;
    await frame?.connection.call('next', [key]).catch(() => undefined);
  }

  /** The worker died by itself: out of memory, as a rule. */
  #lost(life: Life): void {
    if (this.#spare === life) this.#spare = undefined;
    else this.#kill(() => fail('engine-crashed', { name: 'sandbox' }), life);
  }

  #kill(reason: (key: string) => unknown, life = this.#life): void {
    if (!life || life !== this.#life) return;
    this.#life = undefined;
    this.#drop(life);
    const open = [...this.#running];
    this.#running.clear();
    for (const [key, { lost }] of open) lost(reason(key));
    for (const listener of this.#restarts) listener();
    if (!this.#closed && this.#spare) this.#life = this.#take();
  }

  #drop(life: Life | undefined): void {
    void life?.frame.then((frame) => frame.close(fail('engine-restarted', { name: 'sandbox' }))).catch(() => undefined);
  }
}

const shortText = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '');

function grantOf({ inputs }: CodeRequest, { signal, simulates }: RunOptions): Grant {
  const tables = Object.values(inputs).flatMap((input) => (input.type === 'table' ? [input.relation] : []));
  const relations = new Map(tables.map((relation) => [relation.name, relation]));
  return { signal, relations, simulates: () => simulates?.() };
}

/** @throws `stopped` as soon as the signal says so */
function raced<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(fail('stopped', { name: 'sandbox' }));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
