import { fromGenerator, isGenerator, type Changing } from './changing';
import { ConsoleLines } from './console';
import type { CodeError, CodeOutput, CodePlace, CodeRequest, CodeSoFar, DefinedName, OutputPart } from './contract';
import { opening, ownStack, placeIn } from './compile';
import { Describer, typeText, type Handles } from './describe';
import { heldBytes } from './held-bytes';
import { InputView } from './inputs';
import { LazyTable } from './lazy-table';
import { codeError, partNow, partOf } from './parts';
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
  last?: OutputPart | undefined;
  /** What was displayed, where it may be replaced by another drawing of the same. */
  held?: { value: unknown };
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
  /** Called when there is something new to show. */
  news: () => void = () => undefined;
  #slots: Slot[] = [];
  /** Parts that were told, so that lines of the console take none of them along again. */
  #toldParts = 0;
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
      const part = (): OutputPart => ({ type: 'view', view: value.describe(view) });
      this.#show({ make: () => Promise.resolve(part()), last: part() });
      return;
    }
    const held = { value };
    const slot: Slot = { make: async () => partOf(await held.value, this.#describer), held };
    const isPlain = typeof value !== 'object' || value === null;
    if (value instanceof LazyTable || value instanceof Promise) {
      const coming = slot.make();
      slot.make = () => coming;
      coming.then(
        (part) => {
          slot.last ??= part;
          this.#toldParts = -1;
          if (this.running) this.news();
        },
        () => undefined
      );
    } else {
      const part = (slot.last = this.#partNow(value));
      if (isPlain) slot.make = () => Promise.resolve(part);
    }
    this.#show(slot);
  }

  #show(slot: Slot): void {
    this.#slots.push(slot);
    if (this.running && slot.last) this.news();
  }

  #partNow(value: unknown): OutputPart {
    try {
      return partNow(value, this.#describer);
    } catch (error) {
      return { type: 'error', error: this.error(error) };
    }
  }

  /**
   * Drawings that were made for the room, again for another room.
   * @returns whether there were any
   */
  redraw(redrawn: (value: unknown) => unknown): boolean {
    const others = new Map<unknown, unknown>();
    const other = (value: unknown) => {
      if (!others.has(value)) others.set(value, redrawn(value));
      return others.get(value);
    };
    for (const { held } of this.#slots) if (held) held.value = other(held.value) ?? held.value;
    for (const [name, value] of this.values) this.values.set(name, other(value) ?? value);
    return [...others.values()].some((one) => one !== undefined);
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
  soFar(): CodeSoFar {
    const shown = { console: this.console.output() };
    if (this.#toldParts === this.#slots.length) return shown;
    this.#toldParts = this.#slots.length;
    return { ...shown, parts: this.#slots.flatMap(({ last }) => last ?? []) };
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
