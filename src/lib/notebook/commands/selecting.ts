import { commandTitles as titles } from '$lib/messages/notebook';
import { selectedIndexes, type Command, type CommandContext } from './command';

const hasCells = ({ session }: CommandContext) => session.notebook.cells.length > 0;

function selectIndex({ session, select }: CommandContext, index: number): void {
  const { cells } = session.notebook;
  const cell = cells[Math.min(Math.max(index, 0), cells.length - 1)];
  if (cell) select([cell.key]);
}

function extend(context: CommandContext, steps: -1 | 1): void {
  const indexes = selectedIndexes(context);
  const { cells } = context.session.notebook;
  const next = steps < 0 ? Math.max((indexes[0] ?? 0) - 1, 0) : Math.min((indexes.at(-1) ?? -1) + 1, cells.length - 1);
  const all = new Set([...indexes, next]);
  context.select(cells.filter((_, index) => all.has(index)).map((cell) => cell.key));
}

/** Moving about: between cells, into the editor and out. */
export const selecting: readonly Command[] = [
  {
    name: 'cell.edit',
    title: () => titles.edit(),
    keys: { command: ['Enter'] },
    enabled: ({ selection, readOnly }) => selection.length > 0 && !readOnly,
    run: ({ selection, enter }) => {
      const last = selection.at(-1);
      if (last) enter(last);
    }
  },
  {
    name: 'cell.leave',
    title: () => titles.leave(),
    keys: { edit: ['Escape'] },
    enabled: () => true,
    run: ({ leave }) => leave()
  },
  {
    name: 'cell.previous',
    title: () => titles.previous(),
    keys: { command: ['ArrowUp', 'k'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, (selectedIndexes(context)[0] ?? 0) - 1)
  },
  {
    name: 'cell.next',
    title: () => titles.next(),
    keys: { command: ['ArrowDown', 'j'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, (selectedIndexes(context).at(-1) ?? -1) + 1)
  },
  {
    name: 'cell.first',
    title: () => titles.first(),
    keys: { command: ['Home'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, 0)
  },
  {
    name: 'cell.last',
    title: () => titles.last(),
    keys: { command: ['End'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, Infinity)
  },
  {
    name: 'cell.extend-up',
    title: () => titles.extendUp(),
    keys: { command: ['Shift+ArrowUp'] },
    enabled: hasCells,
    run: (context) => extend(context, -1)
  },
  {
    name: 'cell.extend-down',
    title: () => titles.extendDown(),
    keys: { command: ['Shift+ArrowDown'] },
    enabled: hasCells,
    run: (context) => extend(context, 1)
  }
];
