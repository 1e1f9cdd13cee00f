import type { BlockedBy } from '$lib/messages/en/notebook';
import type { AppError } from '$workers/shared/errors';
import type { Blocker, CellState } from '../cell-state.svelte';
import type { Result } from '../cell-status';
import { fail } from '../errors';
import type { CellNode, Graph } from '../graph/graph';
import { placeOfName } from '../graph/place';
import type { CellKey } from '../model';

export interface Wait {
  error: AppError;
  blocker: Blocker;
}

/**
 * Why a cell cannot use its inputs, named by the cell at the root of it.
 * @param waits also parents that are merely old or never ran, and wait for a person
 */
export function waitOf(
  graph: Graph,
  node: CellNode,
  stateOf: (key: CellKey) => CellState | undefined,
  waits: { forPerson: boolean }
): Wait | undefined {
  for (const input of node.inputs) {
    const parent = stateOf(input.from);
    const result = parent?.result ?? 'none';
    // What is queued or running will say itself how it ended.
    if (result === 'fresh' || (parent && parent.run !== 'idle')) continue;
    const ended = result === 'failed' || result === 'stopped' || result === 'blocked';
    if (!ended && !waits.forPerson) continue;
    const root = result === 'blocked' ? parent?.blocker : undefined;
    const name = root?.name ?? input.defined;
    const rootResult = root?.key ? stateOf(root.key)?.result : result;
    const untrusted = (root?.key ? stateOf(root.key) : parent)?.error?.code === 'cell-untrusted';
    const gone = root !== undefined && root.key === undefined;
    const why = gone ? 'missing' : untrusted ? 'untrusted' : ended ? endOf(rootResult) : 'waiting';
    const place = placeOfName(node.cell, input.name, node.analysis.kind?.language);
    const key = root ? root.key : input.from;
    return { error: fail('cell-blocked', { name, why }, { place }), blocker: { key, name } };
  }
  return undefined;
}

function endOf(result: Result | undefined): BlockedBy {
  return result === 'failed' || result === 'stopped' || result === 'blocked' ? result : 'waiting';
}
