import { fromGenerator, isGenerator, type Changing } from './changing';
import { ConsoleLines } from './console';
import type { CodeError, CodeOutput, CodePlace, CodeRequest, DefinedName, OutputPart } from './contract';
import { opening, ownStack, placeIn } from './compile';
import { Describer, typeText, type Handles } from './describe';
import { heldBytes } from './held-bytes';
import { InputView } from './inputs';
import type { LazyTable } from './lazy-table';
import { codeError, partOf } from './parts';
import { toVariable } from './variables';

/** What `view` gives: other cells see what is set, its own cell reads `.value`. */
export class ViewValue {
  constructor(readonly input: InputView) {}
  get value(): unknown {
    return this.input.value;
  }
  valueOf(): unknown {
    return this.input.value;
  }
}

interface Slot {
  /** Looked at anew for each output: an element may have been drawn on meanwhile. */
  make(): Promise<OutputPart>;
  last?: OutputPart;
}

const mostParts = 200;

/** One cell's run and what it keeps going afterwards: its values, what it displayed, what it printed. */
export class CellLife {
  readonly values = new Map<string, unknown>();
  readonly console = new ConsoleLines();
  readonly invalidation: Promise<void>;
  readonly changing = new Map<string, Changing>();
  /** Of other cells, with the columns that it read. */
  readonly tables: LazyTable[] = [];
  ended = false;
  running = true;
  turn = 0;
  #slots: Slot[] = [];
  #describer: Describer;
  #end: () => void = () => undefined;
  #shift: number;

  constructor(
    readonly request: CodeRequest,
    private readonly handles: Handles,
    private readonly views: (input: InputView, key: string) => number,
    names: readonly string[]
  ) {
    this.#describer = new Describer(handles, request.key);
    this.#shift = opening(request.code, names).length;
    this.invalidation = new Promise((resolve) => (this.#end = resolve));
  }

  end(): void {
    this.ended = true;
    this.#end();
    for (const changing of this.changing.values()) changing.end();
    this.handles.release(this.request.key);
  }

  place(stack: string | undefined): CodePlace | undefined {
    return placeIn(stack, this.request.code.label, this.#shift);
  }

  error(error: unknown): CodeError {
    return codeError(error, (stack) => ({ place: this.place(stack), stack: ownStack(stack) }));
  }

  display(value: unknown): void {
    if (this.#slots.length >= mostParts) return;
    if (value instanceof InputView) {
      const view = this.views(value, this.request.key);
      this.#slots.push({ make: () => Promise.resolve({ type: 'view', view: value.describe(view) }) });
      return;
    }
    const isPlain = typeof value !== 'object' || value === null;
    const part = isPlain ? partOf(value, this.#describer) : undefined;
    this.#slots.push({ make: async () => part ?? partOf(await value, this.#describer) });
  }

  /** The value of an expression: shown, and under the cell's id for others. */
  async takeExpression(result: unknown): Promise<void> {
    const value: unknown = await result;
    if (value instanceof InputView) this.display(value);
    const kept = await this.#keep(this.request.id ?? '', value);
    const isShown = kept !== undefined && !(value instanceof InputView) && !(value instanceof ViewValue);
    if (isShown) this.#slots.push({ make: () => partOf(this.values.get(this.request.id ?? ''), this.#describer) });
  }

  async takeNames(result: unknown): Promise<void> {
    const named = (await result) as Record<string, unknown> | undefined;
    // A program that returned early has not made its names.
    for (const name of this.request.code.defines) await this.#keep(name, await named?.[name]);
  }

  async #keep(name: string, value: unknown): Promise<unknown> {
    const changing = isGenerator(value)
      ? fromGenerator(value)
      : value instanceof ViewValue
        ? value.input.changing()
        : value instanceof InputView && this.request.code.body === 'expression'
          ? value.changing()
          : undefined;
    if (!changing) {
      this.values.set(name, value);
      return value;
    }
    const first = await changing.next();
    this.values.set(name, first.value);
    if (!first.done) this.changing.set(name, changing);
    return first.value;
  }

  async output(began: number): Promise<CodeOutput> {
    const parts = await Promise.all(
      this.#slots.map(async (slot) => {
        try {
          return (slot.last = await slot.make());
        } catch (error) {
          return (slot.last = { type: 'error', error: this.error(error) } satisfies OutputPart);
        }
      })
    );
    return this.#told(parts, began);
  }

  /** What there is at this moment, without waiting for anything. */
  soFar(began: number): CodeOutput {
    return this.#told(
      this.#slots.flatMap(({ last }) => last ?? []),
      began
    );
  }

  #told(parts: readonly OutputPart[], began: number): CodeOutput {
    return {
      parts,
      console: this.console.output(),
      defined: [...this.values].filter(([name]) => name !== '').map((entry) => this.#defined(...entry)),
      milliseconds: performance.now() - began,
      memoryBytes: heldBytes([...this.values.values(), ...this.tables]),
      turn: this.turn
    };
  }

  #defined(name: string, value: unknown): DefinedName {
    const variable = toVariable(value);
    return {
      name,
      type: typeText(value),
      ...(variable !== undefined && { value: variable }),
      ...(this.changing.has(name) && { changing: true })
    };
  }
}
