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
    keys: { command: [steps < 0 ? 'Alt-ArrowUp' : 'Alt-ArrowDown'] },
    enabled: changes,
    run: ({ session, selection }) => session.apply({ ...moveBy(session.notebook, selection, steps), undo: 'now' })
  };
}

/** What changes the document. */
export const structure: readonly Command[] = [
  {
    name: 'notebook.undo',
    group: 'notebook',
    title: () => titles.undo(),
    icon: 'undo-2',
    keys: { command: ['z', 'Mod-z'], form: ['Mod-z'] },
    notInText: true,
    enabled: ({ session, readOnly }) => !readOnly && session.canUndo,
    run: ({ undo }) => undo()
  },
  {
    name: 'notebook.redo',
    group: 'notebook',
    title: () => titles.redo(),
    icon: 'redo-2',
    keys: { command: ['Shift-z', 'Mod-Shift-z'], form: ['Mod-Shift-z'] },
    notInText: true,
    enabled: ({ session, readOnly }) => !readOnly && session.canRedo,
    run: ({ redo }) => redo()
  },
  {
    name: 'cell.insert-above',
    group: 'change',
    title: () => titles.insertAbove(),
    icon: 'plus',
    keys: { command: ['a'] },
    enabled: ({ readOnly }) => !readOnly,
    run: (context) => context.chooseKind(selectedIndexes(context)[0] ?? 0)
  },
  {
    name: 'cell.insert-below',
    group: 'change',
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
    group: 'change',
    title: ({ selection }) => titles.delete(selection.length),
    icon: 'trash-2',
    keys: { command: ['d d', 'Delete'] },
    enabled: changes,
    run: ({ remove, selection }) => remove(selection)
  },
  {
    name: 'cell.move-up',
    group: 'change',
    title: ({ selection }) => titles.moveUp(selection.length),
    icon: 'arrow-up',
    ...move(-1)
  },
  {
    name: 'cell.move-down',
    group: 'change',
    title: ({ selection }) => titles.moveDown(selection.length),
    icon: 'arrow-down',
    ...move(1)
  },
  {
    name: 'cell.rename',
    group: 'change',
    title: () => titles.rename(),
    icon: 'text-cursor-input',
    keys: { command: ['r'] },
    enabled: ({ active, session, readOnly }) =>
      !readOnly && active !== undefined && session.cell(active)?.kind !== 'markdown',
    run: ({ active, rename }) => {
      if (active) rename(active);
    }
  },
  {
    name: 'cell.duplicate',
    group: 'change',
    title: () => titles.duplicate(),
    icon: 'copy-plus',
    keys: { command: ['Mod-d'] },
    enabled: ({ active, readOnly }) => !readOnly && active !== undefined,
    run: ({ active, duplicate }) => {
      if (active) duplicate(active);
    }
  },
  {
    name: 'cell.switch',
    group: 'change',
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
    group: 'notebook',
    title: () => titles.save(),
    icon: 'save',
    keys: { anywhere: ['Mod-s'] },
    overDialogs: true,
    enabled: () => true,
    run: ({ save }) => save()
  }
];

/** A command a kind: puts a cell of it below. */
export function insertCommands(kinds: readonly AnyKind[]): Command[] {
  return kinds.map((kind) => ({
    name: `cell.add-${kind.name}`,
    group: 'insert',
    title: () => kind.title,
    icon: kind.icon,
    keys: {},
    enabled: ({ readOnly }) => !readOnly,
    run: ({ insert }) => insert(kind.name)
  }));
}

/** A command a kind: its letter changes the selected cells to it. */
export function kindCommands(kinds: readonly AnyKind[]): Command[] {
  return kinds.map((kind) => ({
    name: `cell.to-${kind.name}`,
    group: 'change',
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
