import { fail } from '../errors';
import type { AppError } from '$workers/shared/errors';
import type { CellState, SeenNode } from '../cell-state.svelte';
import { attribute } from '../model';

export type Policy = 'auto' | 'ask';

/** Above this an automatic cell asks from then on; its first run may have had to start an engine. */
const slowSeconds = 2;
const slowFirstSeconds = 5;

export interface PolicyOptions {
  trusted: boolean;
  /** Also kinds that ask: the headless runner. */
  runAsk: boolean;
  /** Cells that a person said to keep automatic although they are slow. */
  kept: ReadonlySet<string>;
}

/** Whether a cell starts unasked: its `run=`, else its measured cost, else its kind. */
export function policyOf(node: SeenNode, state: CellState | undefined, options: PolicyOptions): Policy {
  if (options.runAsk) return 'auto';
  if (blameOf(node)) return 'ask';
  const written = attribute(node.cell, 'run');
  if (written === 'auto' || written === 'ask') return written;
  const { kind, spec, error } = node.analysis;
  if (!kind) return 'ask';
  if (isSlow(state) && !options.kept.has(node.cell.key)) return 'ask';
  return error ? 'auto' : kind.policy(spec);
}

/** Why a cell waits for a person this time. */
export function blameOf({ analysis: { kind, spec, error } }: SeenNode): AppError | undefined {
  return error ? undefined : kind?.blame?.(spec);
}

export function isSlow(state: CellState | undefined): boolean {
  return (state?.seconds ?? 0) > ((state?.version ?? 0) > 1 ? slowSeconds : slowFirstSeconds);
}

/** Kinds that do more than read and compute wait until the notebook is trusted. */
export function distrust(node: SeenNode, options: PolicyOptions): AppError | undefined {
  const { kind } = node.analysis;
  return kind && !kind.safe && !options.trusted ? fail('cell-untrusted', { kind: kind.name }) : undefined;
}
