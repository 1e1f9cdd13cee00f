import { Runtime, type Module, type Variable } from '@observablehq/runtime';
import type { CellKey } from '../model';
import { breathe } from '$workers/shared/breathe';

/** Computes one cell once all its parents have settled. Must not reject: failures live in the cells' own states. */
export type Compute = (key: CellKey, invalidation: Promise<void>) => Promise<void>;

interface Defined {
  variable: Variable;
  parents: readonly CellKey[];
}

/**
 * The order of things, by `@observablehq/runtime`: one variable a cell, named by the cell's key, so that renaming,
 * double names and unknown names never reach the runtime. A recomputed cell pulls all cells below it along; whether
 * one of them really computes is decided by who calls (see `Executor`).
 */
export class CellRuntime {
  #runtime: Runtime;
  #module: Module;
  #cells = new Map<CellKey, Defined>();

  constructor(
    private readonly compute: Compute,
    private readonly mistake: (key: CellKey, error: unknown) => void
  ) {
    this.#runtime = new Runtime({}, (name) => {
      throw new Error(`${name} is no cell`);
    });
    if (typeof this.#runtime._computeSoon !== 'function' || typeof this.#runtime._computeNow !== 'function') {
      throw new Error('The runtime has no _computeSoon: it would wait for frames.');
    }
    const runtime = this.#runtime;
    runtime._computeSoon = () => breathe().then(() => (runtime._disposed ? undefined : runtime._computeNow()));
    this.#module = runtime.module();
  }

  /** Makes the runtime know these cells and no others. Parents must be free of cycles. */
  sync(parentsOf: ReadonlyMap<CellKey, readonly CellKey[]>): void {
    const gone = [...this.#cells.keys()].filter((key) => !parentsOf.has(key));
    for (const [key, parents] of parentsOf) {
      const known = this.#cells.get(key);
      if (known && known.parents.length === parents.length && known.parents.every((one, at) => one === parents[at]))
        continue;
      // An observer each: without one a cell would only compute when another needs it.
      const variable = known?.variable ?? this.#module.variable({ rejected: (error) => this.mistake(key, error) });
      this.#define(key, { variable, parents });
    }
    // After the others, so that nothing refers to them any more.
    for (const key of gone) {
      this.#cells.get(key)?.variable.delete();
      this.#cells.delete(key);
    }
  }

  /** Recomputes cells, and with them everything below. */
  touch(keys: readonly CellKey[]): void {
    // The runtime takes what came last first; so the page's order is kept.
    for (const key of [...keys].reverse()) {
      const known = this.#cells.get(key);
      if (known) this.#define(key, known);
    }
  }

  dispose(): void {
    this.#runtime.dispose();
    this.#cells.clear();
  }

  #define(key: CellKey, defined: Defined): void {
    this.#cells.set(key, defined);
    defined.variable.define(key, [...defined.parents, 'invalidation'], (...inputs: unknown[]) =>
      this.compute(key, inputs.at(-1) as Promise<void>)
    );
  }
}
