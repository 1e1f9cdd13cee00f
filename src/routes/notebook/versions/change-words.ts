import { keeping as words } from '$lib/messages/keeping';
import type { CellChange } from '$lib/notebook/versions/diff';
import { lineChanges, type LineChange } from '$lib/notebook/versions/line-changes';

/** What changed of a cell beside its text. */
export function headWords({ before, after, moved, placeBefore, placeAfter }: CellChange): string[] {
  if (!before || !after) return [];
  const found: string[] = [];
  if (before.id !== after.id) found.push(words.renamedFrom(before.id ?? words.unnamedCell));
  if (before.kind !== after.kind) found.push(words.changedFrom(before.kind));
  const keys = ({ attributes }: typeof before) => attributes.map(({ name, value }) => `${name}=${value}`).join(' ');
  if (keys(before) !== keys(after)) found.push(words.changedFrom(`\`${keys(before) || '–'}\``));
  if (moved && placeBefore !== undefined && placeAfter !== undefined)
    found.push(words.movedFrom(placeBefore, placeAfter));
  return found;
}

/** The lines of a cell: of an edited one the comparison, of a new or removed one all. */
export function linesOf({ sort, before, after, lines }: CellChange): readonly LineChange[] {
  if (sort === 'added') return lineChanges('', after?.text ?? '');
  return sort === 'removed' ? lineChanges(before?.text ?? '', '') : lines;
}

/** Lines to show: what changed with two lines around it, and how many were left out. */
export type ShownLine = LineChange | { leftOut: number };

export function shownLines(lines: readonly LineChange[], around = 2): ShownLine[] {
  const near = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ sort }) => sort !== 'same');
  const found: ShownLine[] = [];
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1);
    if (near(at)) found.push(line);
    else if (last && 'leftOut' in last) last.leftOut++;
    else found.push({ leftOut: 1 });
  }
  return found;
}
