import type { CellState } from '../cell-state.svelte';
import type { Graph } from '../graph/graph';
import type { CellKey } from '../model';
import type { Policy } from './policy';

export interface PlanOptions {
  /** A person asked: whatever these cells need runs, be it slow or asked for. */
  byHand: boolean;
}

export interface Plan {
  /** Parents first. */
  run: readonly CellKey[];
  /** Targets and dependants that would run, were it not for a cell that waits for a person. */
  held: readonly CellKey[];
}

/**
 * Which cells a request makes run: the targets, what they need that is not fresh (and only that), and what waits for
 * them and starts unasked. A cell below one that does not run is never in the plan: it would use old values.
 */
export function plan(
  graph: Graph,
  stateOf: (key: CellKey) => CellState | undefined,
  policy: (key: CellKey) => Policy,
  targets: Iterable<CellKey>,
  { byHand }: PlanOptions
): Plan {
  const isOff = (key: CellKey) => graph.node(key)?.analysis.off ?? true;
  const coming = (key: CellKey) => (stateOf(key)?.run ?? 'idle') !== 'idle' && stateOf(key)?.run !== 'stopping';
  const run = new Set<CellKey>();
  const held = new Set<CellKey>();
  const wanted = new Set([...targets].filter((key) => !isOff(key)));

  for (const target of graph.sorted(wanted)) {
    const above = graph
      .ancestors([target])
      .filter((key) => !isOff(key) && !wanted.has(key) && stateOf(key)?.result !== 'fresh' && !coming(key));
    const startable = (key: CellKey) => {
      const result = stateOf(key)?.result;
      return policy(key) === 'auto' && (result === 'none' || result === 'stale' || result === undefined);
    };
    if (byHand || (policy(target) === 'auto' && above.every(startable))) {
      above.forEach((key) => run.add(key));
      run.add(target);
    } else if (policy(target) === 'auto') held.add(target);
  }
  // Of the targets of an automatic request one may stand below another that does not run.
  if (!byHand) for (const key of graph.sorted(run)) if (!ready(key) && run.delete(key)) held.add(key);

  function ready(key: CellKey): boolean {
    return (graph.node(key)?.parents ?? []).every(
      (parent) => run.has(parent) || coming(parent) || stateOf(parent)?.result === 'fresh'
    );
  }
  for (const key of graph.dependants(run)) {
    if (run.has(key) || isOff(key) || policy(key) === 'ask') continue;
    if (ready(key)) run.add(key);
    else held.add(key);
  }
  return { run: graph.sorted(run), held: graph.sorted(held) };
}
