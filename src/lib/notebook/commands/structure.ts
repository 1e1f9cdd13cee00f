import { commandTitles as titles } from '$lib/messages/notebook';
import type { Edit } from '../change';
import { moveBy, setAttribute } from '../edits';
import type { AnyKind } from '../kind';
import { isOff } from '../model';
import { selectedIndexes, type Command, type CommandContext } from './command';

const changes = ({ readOnly, selection }: CommandContext) => !readOnly && selection.length > 0;

function applyAll({ session }: CommandContext, edits: readonly Edit[]): void {
  session.apply({ type: 'several', edits, undo: 'now' });
}

function selectedCells(context: CommandContext) {
  return selectedIndexes(context).flatMap((index) => context.session.notebook.cells[index] ?? []);
}

function move(steps: -1 | 1): Pick<Command, 'enabled' | 'run' | 'keys'> {
  return {
    keys: { command: [steps < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'] },
    enabled: changes,
    run: ({ session, selection }) => session.apply({ ...moveBy(session.notebook, selection, steps), undo: 'now' })
  };
}

/** What changes the document. */
export const structure: readonly Command[] = [
  {
    name: 'notebook.undo',
    title: () => titles.undo(),
    icon: 'undo-2',
    keys: { command: ['z', 'Mod+z'] },
    enabled: ({ session, readOnly }) => !readOnly && session.canUndo,
    run: ({ undo }) => undo()
  },
  {
    name: 'notebook.redo',
    title: () => titles.redo(),
    icon: 'redo-2',
    keys: { command: ['Shift+z', 'Mod+Shift+z'] },
    enabled: ({ session, readOnly }) => !readOnly && session.canRedo,
    run: ({ redo }) => redo()
  },
  {
    name: 'cell.insert-above',
    title: () => titles.insertAbove(),
    icon: 'plus',
    keys: { command: ['a'] },
    enabled: ({ readOnly }) => !readOnly,
    run: (context) => context.chooseKind(selectedIndexes(context)[0] ?? 0)
  },
  {
    name: 'cell.insert-below',
    title: () => titles.insertBelow(),
    icon: 'plus',
    keys: { command: ['b'] },
    enabled: ({ readOnly }) => !readOnly,
    run: (context) => {
      const last = selectedIndexes(context).at(-1) ?? context.session.notebook.cells.length - 1;
      context.chooseKind(last + 1);
    }
  },
  {
    name: 'cell.delete',
    title: ({ selection }) => titles.delete(selection.length),
    icon: 'trash-2',
    keys: { command: ['d d', 'Delete'] },
    enabled: changes,
    run: (context) => {
      const { session, selection } = context;
      const first = selectedIndexes(context)[0] ?? 0;
      session.apply({ type: 'delete', keys: selection, undo: 'now' });
      const { cells } = session.notebook;
      const next = cells[first] ?? cells.at(-1);
      context.select(next ? [next.key] : []);
    }
  },
  { name: 'cell.move-up', title: ({ selection }) => titles.moveUp(selection.length), icon: 'arrow-up', ...move(-1) },
  {
    name: 'cell.move-down',
    title: ({ selection }) => titles.moveDown(selection.length),
    icon: 'arrow-down',
    ...move(1)
  },
  {
    name: 'cell.switch',
    title: (context) => {
      const cells = selectedCells(context);
      return cells.length > 0 && cells.every(isOff) ? titles.switchOn(cells.length) : titles.switchOff(cells.length);
    },
    icon: 'power',
    keys: {},
    enabled: changes,
    run: (context) => {
      const cells = selectedCells(context);
      const off = cells.every(isOff) ? undefined : 'true';
      applyAll(
        context,
        cells.map((cell) => setAttribute(cell, 'off', off))
      );
    }
  },
  {
    name: 'notebook.save',
    title: () => titles.save(),
    icon: 'save',
    keys: { anywhere: ['Mod+s'] },
    enabled: () => true,
    run: ({ save }) => save()
  }
];

/** A command a kind: its letter changes the selected cells to it. */
export function kindCommands(kinds: readonly AnyKind[]): Command[] {
  return kinds.map((kind) => ({
    name: `cell.to-${kind.name}`,
    title: () => titles.toKind(kind.title),
    icon: kind.icon,
    keys: kind.letter === undefined ? {} : { command: [kind.letter] },
    enabled: changes,
    run: (context) =>
      applyAll(
        context,
        context.selection.map((key) => ({ type: 'set-kind', key, kind: kind.name }))
      )
  }));
}
