import type { Edit } from '../change';
import type { VersionReason } from '../store/contract';

/** Why the notebook is kept as it is before a change; undefined where undo is enough. */
export function reasonBefore(change: Edit): VersionReason | undefined {
  return kindsChanged(change) > 1 ? 'before-kinds' : undefined;
}

function kindsChanged(change: Edit): number {
  if (change.type === 'several') return change.edits.reduce((sum, edit) => sum + kindsChanged(edit), 0);
  return change.type === 'set-kind' ? 1 : 0;
}
