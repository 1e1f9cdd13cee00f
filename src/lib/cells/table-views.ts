import type { Engines } from '$lib/engines';
import type { CellKey } from '$lib/notebook/model';
import { ViewState } from '$lib/ui/data-table/view-state.svelte';

const kept = new WeakMap<Engines, Map<CellKey, ViewState>>();

/** How a cell's table is looked at: outlives its runs and its being drawn, as long as the notebook is open. */
export function viewOf(engines: Engines, cell: CellKey): ViewState {
  const views = kept.get(engines) ?? new Map<CellKey, ViewState>();
  kept.set(engines, views);
  const view = views.get(cell) ?? new ViewState();
  views.set(cell, view);
  return view;
}
