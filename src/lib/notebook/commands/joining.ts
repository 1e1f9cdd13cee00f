import { commandTitles as titles } from '$lib/messages/notebook';
import { insertAt, newCell } from '../edits';
import { freeName, takenNames } from '../free-name';
import type { Cell } from '../model';
import { selectedIndexes, type Command, type CommandContext } from './command';

/** The selected cells, or the selected one and the next, where they stand together and are of one kind of text. */
export function mergeable(context: CommandContext): Cell[] {
  const { cells } = context.session.notebook;
  const indexes = selectedIndexes(context);
  const [first] = indexes;
  if (first === undefined) return [];
  const wanted = indexes.length === 1 ? [first, first + 1] : indexes;
  const found = wanted.flatMap((index, offset) => (index === first + offset ? (cells[index] ?? []) : []));
  const kind = context.kinds.find(({ name }) => name === found[0]?.kind);
  const isText = kind !== undefined && kind.language !== 'yaml';
  const together = found.length === wanted.length && found.length > 1;
  return together && isText && found.every((cell) => cell.kind === kind.name) ? found : [];
}

function merge(context: CommandContext): void {
  const cells = mergeable(context);
  const [first, ...rest] = cells;
  if (!first) return;
  const text = cells
    .map((cell) => cell.text.replace(/\s+$/, ''))
    .filter((part) => part !== '')
    .join('\n\n');
  const { session } = context;
  // What comes last gives the result, so its name is the one that others know.
  const id = cells.findLast((cell) => cell.id !== undefined)?.id;
  session.apply({
    type: 'several',
    edits: [
      { type: 'delete', keys: rest.map(({ key }) => key) },
      { type: 'edit', key: first.key, text },
      ...(id === first.id ? [] : [{ type: 'set-id' as const, key: first.key, id }])
    ],
    undo: 'now'
  });
  context.select([first.key]);
}

function split(context: CommandContext): void {
  const { session, active } = context;
  const caret = context.caret();
  const index = session.notebook.cells.findIndex((cell) => cell.key === active);
  const cell = session.notebook.cells[index];
  if (!cell || caret === undefined) return;
  const id = cell.id === undefined ? undefined : freeName(cell.id, takenNames(session));
  const below = newCell(cell.kind, cell.text.slice(caret).replace(/^\s*\n/, ''), id);
  session.apply({
    type: 'several',
    edits: [
      { type: 'edit', key: cell.key, text: cell.text.slice(0, caret).replace(/\s+$/, '') },
      insertAt(index + 1, [below])
    ],
    undo: 'now'
  });
  context.enter(below.key, 0);
}

/** One cell of several, and several of one. */
export const joining: readonly Command[] = [
  {
    name: 'cell.merge',
    group: 'change',
    title: () => titles.merge(),
    icon: 'combine',
    keys: { command: ['Shift-m'] },
    enabled: (context) => !context.readOnly && mergeable(context).length > 1,
    run: merge
  },
  {
    name: 'cell.split',
    group: 'change',
    title: () => titles.split(),
    icon: 'split',
    // Shift and − type this sign on most keyboards.
    keys: { edit: ['Mod-_'] },
    enabled: ({ readOnly, caret }) => !readOnly && caret() !== undefined,
    run: split
  }
];
