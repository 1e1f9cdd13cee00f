import { commandTitles as titles } from '$lib/messages/notebook';
import { parseNotebook } from '../format/parse';
import { serializeNotebook } from '../format/serialize';
import { newCell } from '../edits';
import { freeName } from '../free-name';
import type { AnyKind } from '../kind';
import type { Cell } from '../model';
import { selectedIndexes, type Command, type CommandContext } from './command';

const names = (kinds: readonly AnyKind[]) => kinds.map((kind) => kind.name);

/** Cells as text for the clipboard: our own Markdown, so that any editor can take it. */
export function cellsAsText(cells: readonly Cell[], kinds: readonly AnyKind[]): string {
  return serializeNotebook({ front: '', cells }, names(kinds));
}

/** Any text as cells: ours as what it was, other text as prose. Names that are taken are replaced by free ones. */
export function textAsCells(text: string, kinds: readonly AnyKind[], taken: readonly string[]): Cell[] {
  const used = [...taken];
  return parseNotebook(text, names(kinds)).notebook.cells.map((cell) => {
    const id = cell.id === undefined ? undefined : freeName(cell.id, used);
    if (id !== undefined) used.push(id);
    return newCell(cell.kind, cell.text, id, cell.attributes);
  });
}

function copySelected(context: CommandContext): void {
  const { cells } = context.session.notebook;
  const selected = selectedIndexes(context).flatMap((index) => cells[index] ?? []);
  context.copy(cellsAsText(selected, context.kinds));
}

/** Cells to and from the clipboard. */
export const clipboard: readonly Command[] = [
  {
    name: 'cell.cut',
    group: 'change',
    title: ({ selection }) => titles.cut(selection.length),
    icon: 'scissors',
    keys: { command: ['x', 'Mod-x'] },
    event: 'cut',
    enabled: ({ selection, readOnly }) => selection.length > 0 && !readOnly,
    run: (context) => {
      copySelected(context);
      context.remove(context.selection);
    }
  },
  {
    name: 'cell.copy',
    group: 'change',
    title: ({ selection }) => titles.copy(selection.length),
    icon: 'copy',
    keys: { command: ['c', 'Mod-c'] },
    event: 'copy',
    enabled: ({ selection }) => selection.length > 0,
    run: copySelected
  },
  {
    name: 'cell.paste',
    group: 'change',
    title: () => titles.paste(),
    icon: 'clipboard-paste',
    keys: { command: ['v', 'Mod-v'] },
    event: 'paste',
    enabled: ({ readOnly }) => !readOnly,
    run: ({ paste }) => paste()
  }
];
