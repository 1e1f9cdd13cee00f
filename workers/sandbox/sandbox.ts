import { randomStream } from '../shared/random';
import { CellLife } from './cell-life';
import { compiler, type Compiled } from './compile';
import { cellConsole } from './console';
import type { CodeOutput, CodeRequest, CompiledCode, SandboxMethods, ValueChild } from './contract';
import { Handles } from './describe';
import type { InputView } from './inputs';
import { Standard, type Outside } from './scope';
import { Telling } from './telling';

/** All cells of own code of one notebook, in one worker: one domain of trust. */
export class Sandbox implements SandboxMethods {
  readonly #cells = new Map<string, CellLife>();
  readonly #handles = new Handles();
  readonly #views = new Map<number, { key: string; input: InputView }>();
  readonly #permits = new Map<string, () => void>();
  readonly #standard: Standard;
  readonly #compile: (code: CompiledCode, names: readonly string[]) => Compiled;
  #lastView = 0;

  constructor(
    load: (url: string) => void,
    private readonly outside: Outside
  ) {
    this.#compile = compiler(load);
    this.#standard = new Standard(outside);
  }

  async run(request: CodeRequest): Promise<CodeOutput> {
    await this.forget(request.key);
    const { code } = request;
    const names = [...new Set([...code.uses, ...code.references, 'console', 'document'])];
    const view = (input: InputView, key: string) => {
      this.#views.set(++this.#lastView, { key, input });
      return this.#lastView;
    };
    const life = new CellLife(request, this.#handles, view, names);
    this.#cells.set(request.key, life);
    const telling = new Telling(() => {
      if (!life.running) return 0;
      const soFar = life.soFar();
      void this.outside.partial(request.key, soFar).catch(() => undefined);
      return (soFar.parts ?? []).reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0);
    });
    life.news = () => telling.news();
    const began = performance.now();
    seedRandom(request);
    try {
      const found: Record<string, unknown> = { ...this.#standard.of(life), console: this.#console(life) };
      const body = this.#compile(code, names);
      const values = names.map((name) => (code.references.includes(name) ? this.#input(life, name) : found[name]));
      const result = body(...values);
      if (code.body === 'program') await life.takeNames(result);
      else await life.takeExpression(result);
      const output = await life.output(began);
      life.running = false;
      for (const name of life.changing.keys()) void this.#goOn(life, name);
      return output;
    } catch (error) {
      life.running = false;
      life.end();
      const shown = await life.output(began);
      return { ...shown, error: life.error(error), defined: [] };
    } finally {
      telling.end();
    }
  }

  async resize(key: string, width: number): Promise<CodeOutput | undefined> {
    const life = this.#cells.get(key);
    if (!life || life.running || life.ended) return undefined;
    this.#standard.width = width;
    if (!life.redraw((value) => this.#standard.redrawn(value))) return undefined;
    return life.output(performance.now());
  }

  children(handle: number, from: number): Promise<readonly ValueChild[]> {
    return Promise.resolve(this.#handles.children(handle, from));
  }

  input(view: number, value: unknown): Promise<void> {
    this.#views.get(view)?.input.set(value);
    return Promise.resolve();
  }

  next(key: string): Promise<void> {
    this.#permits.get(key)?.();
    return Promise.resolve();
  }

  forget(key: string): Promise<void> {
    this.#cells.get(key)?.end();
    this.#cells.delete(key);
    this.#permits.get(key)?.();
    this.#permits.delete(key);
    for (const [view, held] of this.#views) if (held.key === key) this.#views.delete(view);
    return Promise.resolve();
  }

  ping(): Promise<true> {
    return Promise.resolve(true);
  }

  #console(life: CellLife): Console {
    return cellConsole(
      life.console,
      () => life.place(new Error().stack),
      () => life.running && life.news()
    );
  }

  #input(life: CellLife, name: string): unknown {
    const { inputs, key } = life.request;
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!input) throw new ReferenceError(`${name} is not defined`);
    if (input.type === 'value') return input.value;
    if (input.type === 'table') {
      const table = this.#standard.table(key, input.relation);
      life.tables.push(table);
      return table;
    }
    return this.#cells.get(input.live.key)?.values.get(input.live.name);
  }

  /** Takes value after value of a name that changes; each waits until the page has taken over the one before. */
  async #goOn(life: CellLife, name: string): Promise<void> {
    const changing = life.changing.get(name);
    const { key } = life.request;
    for (;;) {
      await this.#permitted(key);
      if (life.ended || !changing) return;
      const began = performance.now();
      try {
        const { value, done } = await changing.next();
        if (life.ended || done) return;
        life.values.set(name, value);
      } catch (error) {
        if (life.ended) return;
        life.display(error);
        life.changing.delete(name);
      }
      life.turn++;
      const output = await life.output(began);
      if (life.ended) return;
      void this.outside.changed(key, output).catch(() => undefined);
      if (!life.changing.has(name)) return;
    }
  }

  #permitted(key: string): Promise<void> {
    const before = this.#permits.get(key);
    return new Promise((resolve) => {
      this.#permits.set(key, () => {
        before?.();
        resolve();
      });
    });
  }
}

/** The same cell draws the same numbers each time it runs. */
function seedRandom({ seed, code }: CodeRequest): void {
  const stream = randomStream(seed, code.label);
  Object.defineProperty(Math, 'random', { value: () => stream.uniform(), writable: true, configurable: true });
}
