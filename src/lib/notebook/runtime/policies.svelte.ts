import type { AppError } from '$workers/shared/errors';
import type { CellState, SeenNode } from '../cell-state.svelte';
import type { CellKey } from '../model';
import { distrust, policyOf, type Policy, type PolicyOptions } from './policy';

/** What may start, and what starts unasked, in one open notebook. */
export class Policies {
  #options: PolicyOptions;

  constructor(options: { trusted: boolean; runAsk: boolean }) {
    this.#options = $state.raw({ ...options, kept: new Set<string>() });
  }

  get trusted(): boolean {
    return this.#options.trusted;
  }

  of(node: SeenNode, state: CellState | undefined): Policy {
    return policyOf(node, state, this.#options);
  }

  /** Why a cell may not run at all. */
  refusal(node: SeenNode): AppError | undefined {
    return distrust(node, this.#options);
  }

  trust(): void {
    this.#options = { ...this.#options, trusted: true };
  }

  /** A slow cell goes on starting unasked. */
  keep(key: CellKey): void {
    this.#options = { ...this.#options, kept: new Set([...this.#options.kept, key]) };
  }
}
