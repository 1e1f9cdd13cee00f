import { commandTitles as titles } from '$lib/messages/notebook';
import { selectedIndexes, type Command, type CommandContext } from './command';

const hasCells = ({ session }: CommandContext) => session.notebook.cells.length > 0;

function selectIndex({ session, select }: CommandContext, index: number): void {
  const { cells } = session.notebook;
  const cell = cells[Math.min(Math.max(index, 0), cells.length - 1)];
  if (cell) select([cell.key]);
}

function extend(context: CommandContext, step: -1 | 1): void {
  const { cells } = context.session.notebook;
  const at = cells.findIndex((cell) => cell.key === context.active);
  const next = cells[Math.min(Math.max(at + step, 0), cells.length - 1)];
  if (next) context.extendTo(next.key);
}

/** Moving about: between cells, into the editor and out. */
export const selecting: readonly Command[] = [
  {
    name: 'cell.edit',
    group: 'move',
    icon: 'pencil',
    title: () => titles.edit(),
    keys: { command: ['Enter'] },
    enabled: ({ active, readOnly }) => active !== undefined && !readOnly,
    run: ({ active, enter }) => {
      if (active) enter(active);
    }
  },
  {
    name: 'cell.leave',
    group: 'move',
    keysOnly: true,
    title: () => titles.leave(),
    keys: { edit: ['Escape'], form: ['Escape'] },
    enabled: () => true,
    run: ({ leave }) => leave()
  },
  {
    name: 'cell.previous',
    group: 'move',
    keysOnly: true,
    title: () => titles.previous(),
    keys: { command: ['ArrowUp', 'k'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, (selectedIndexes(context)[0] ?? 0) - 1)
  },
  {
    name: 'cell.next',
    group: 'move',
    keysOnly: true,
    title: () => titles.next(),
    keys: { command: ['ArrowDown', 'j'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, (selectedIndexes(context).at(-1) ?? -1) + 1)
  },
  {
    name: 'cell.first',
    group: 'move',
    keysOnly: true,
    title: () => titles.first(),
    keys: { command: ['Home'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, 0)
  },
  {
    name: 'cell.last',
    group: 'move',
    keysOnly: true,
    title: () => titles.last(),
    keys: { command: ['End'] },
    enabled: hasCells,
    run: (context) => selectIndex(context, Infinity)
  },
  {
    name: 'cell.extend-up',
    group: 'move',
    keysOnly: true,
    title: () => titles.extendUp(),
    keys: { command: ['Shift-ArrowUp'] },
    enabled: hasCells,
    run: (context) => extend(context, -1)
  },
  {
    name: 'cell.extend-down',
    group: 'move',
    keysOnly: true,
    title: () => titles.extendDown(),
    keys: { command: ['Shift-ArrowDown'] },
    enabled: hasCells,
    run: (context) => extend(context, 1)
  }
];
