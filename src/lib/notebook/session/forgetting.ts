import type { Engines } from '$lib/engines';
import type { CellState } from '../cell-state.svelte';
import type { CellNode, Graph } from '../graph/graph';
import type { CellValue } from '../kind';

/** Makes the engines forget what cells no longer define, in order, and lets others wait for it. */
export class Forgetting {
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly engines: Engines) {}

  /** Resolves when everything asked for so far is forgotten. */
  done(): Promise<void> {
    return this.#last;
  }

  forget(node: CellNode, names: readonly string[]): void {
    const dispose = node.analysis.kind?.dispose;
    if (names.length === 0 || !dispose) return;
    // An engine that is down has forgotten already.
    this.#last = this.#last.then(() => dispose(names, this.engines)).catch(() => {});
  }

  /** After a change: deleted, renamed, switched off, or of another kind. */
  after(before: Graph, now: Graph, stateOf: (node: CellNode) => CellState | undefined): void {
    for (const old of before.nodes.values()) {
      const state = stateOf(old);
      if (!state || state.values.size === 0) continue;
      const current = now.node(old.cell.key);
      const sameKind = current?.cell.kind === old.cell.kind;
      const kept = new Set(sameKind ? current.analysis.defines.map((name) => name.toLowerCase()) : []);
      const names = [...state.values.keys()].filter((name) => !kept.has(name.toLowerCase()));
      if (names.length === 0) continue;
      this.forget(old, names);
      const values = new Map<string, CellValue>([...state.values].filter(([name]) => !names.includes(name)));
      state.values = values;
      state.expire();
    }
  }
}
