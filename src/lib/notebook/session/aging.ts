import type { CellState } from '../cell-state.svelte';
import type { Graph } from '../graph/graph';
import type { CellKey } from '../model';
import type { Difference } from './difference';

export type States = ReadonlyMap<CellKey, CellState>;

/** Nothing stays fresh that changed, or stands below what changed; what comes back before a run is as good as it was. */
export function age(graph: Graph, states: States, { text, identity, inputs }: Difference): void {
  for (const key of [...text, ...identity]) {
    const node = graph.node(key);
    if (node) states.get(key)?.textChanged(node.cell);
  }
  for (const key of [...inputs, ...identity, ...graph.dependants([...identity, ...inputs])]) states.get(key)?.expire();
  const below = graph.dependants(text);
  for (const key of below) states.get(key)?.markStale();
  for (const key of [...text, ...below]) {
    const node = graph.node(key);
    if (node && !node.problem && !node.analysis.off) states.get(key)?.renew(node, (above) => versionOf(states, above));
  }
}

function versionOf(states: States, key: CellKey): number | undefined {
  const state = states.get(key);
  return state?.result === 'fresh' && state.run === 'idle' ? state.version : undefined;
}

/** Cells that made these tables (compared without case), or any. */
export function holdersOf(states: States, tables: readonly string[] | undefined): CellKey[] {
  const lost = tables && new Set(tables.map((name) => name.toLowerCase()));
  const holds = (state: CellState) =>
    [...state.values].some(([name, { type }]) => type === 'table' && (!lost || lost.has(name.toLowerCase())));
  return [...states.values()].filter(holds).map((state) => state.key);
}
