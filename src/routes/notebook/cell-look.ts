import { clock } from '$lib/messages/dates';
import { formatCount, formatSeconds } from '$lib/messages/figures';
import { page as words } from '$lib/messages/page';
import type { CellState } from '$lib/notebook/cell-state.svelte';
import type { AnyKind } from '$lib/notebook/kind';
import { isOff, type Cell } from '$lib/notebook/model';
import type { Policy } from '$lib/notebook/runtime/policy';
import type { Status } from '$lib/notebook/cell-status';

/** A cell's status, or one of the two that its state does not know. */
export type Look = Status | 'off' | 'ask';

/** What a cell is seen to be doing: its state, and the two things that its state does not know. */
export function lookOf(cell: Cell, state: CellState, policy: Policy): Look {
  if (isOff(cell)) return 'off';
  if (state.status === 'none' && policy === 'ask') return 'ask';
  return state.status;
}

/** "1,204 × 9 · 0.8 s": size of the table it made, where it made one, and how long it took. */
export function metaOf(cell: Cell, state: CellState, kind?: AnyKind): string {
  const value = cell.id === undefined ? undefined : state.values.get(cell.id);
  const parts: string[] = [];
  if (kind?.summary && state.outputAt !== undefined && state.outputKind === kind.name) {
    parts.push(kind.summary(state.output));
  } else if (value?.type === 'table') {
    const { rows, columns } = value.relation;
    const known = state.counted ?? rows;
    if (known !== undefined) parts.push(`${formatCount(known)} × ${columns.length}`);
  }
  if (state.seconds !== undefined) parts.push(formatSeconds(state.seconds));
  return parts.filter(Boolean).join(' · ');
}

/** The words beside the glyph; undefined where the plain word of the state says it. */
export function stateWords(status: Look, state: CellState, elapsed: number | undefined): string | undefined {
  switch (status) {
    case 'running':
    case 'stopping':
      return elapsed === undefined ? undefined : formatSeconds(elapsed);
    case 'failed': {
      const line = state.error?.place?.line;
      return line === undefined ? undefined : words.failedAt(line);
    }
    case 'stale':
    case 'edited':
      return state.outputAt === undefined ? undefined : words.staleFrom(clock(state.outputAt));
    case 'stopped':
      return state.seconds === undefined ? undefined : words.stoppedAfter(formatSeconds(state.seconds));
    case 'blocked':
      return state.blocker ? words.waitsFor : undefined;
    default:
      return undefined;
  }
}
