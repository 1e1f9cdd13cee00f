import { commandTitles as titles } from '$lib/messages/notebook';
import { insertAt, newCell } from '../edits';
import { freeName, takenNames } from '../free-name';
import { selectedIndexes, type Command, type CommandContext } from './command';

const hasSelection = ({ selection }: CommandContext) => selection.length > 0;

function runSelection({ session, selection }: CommandContext): void {
  session.run(selection);
}

function addBelow({ session, select, enter, kinds }: CommandContext, index: number): void {
  const above = session.notebook.cells[index - 1];
  const kind = kinds.find((one) => one.name === above?.kind) ?? kinds[0];
  if (!kind) return;
  const id = kind.name === 'markdown' ? undefined : freeName(kind.name, takenNames(session));
  const cell = newCell(kind.name, kind.template, id);
  session.apply({ ...insertAt(index, [cell]), undo: 'now' });
  select([cell.key]);
  enter(cell.key);
}

/** Running and stopping. */
export const running: readonly Command[] = [
  {
    name: 'cell.run',
    group: 'run',
    title: ({ selection }) => titles.run(selection.length),
    icon: 'play',
    keys: { command: ['Mod-Enter'], edit: ['Mod-Enter'], form: ['Mod-Enter'] },
    enabled: hasSelection,
    run: runSelection
  },
  {
    name: 'cell.run-next',
    group: 'run',
    title: ({ selection }) => titles.runNext(selection.length),
    keys: { command: ['Shift-Enter'], edit: ['Shift-Enter'] },
    enabled: hasSelection,
    run: (context) => {
      runSelection(context);
      const next = (selectedIndexes(context).at(-1) ?? 0) + 1;
      const cell = context.session.notebook.cells[next];
      if (cell) {
        context.leave();
        context.select([cell.key]);
      } else if (!context.readOnly) addBelow(context, next);
    }
  },
  {
    name: 'cell.run-insert',
    group: 'run',
    title: () => titles.runInsert(),
    keys: { command: ['Alt-Enter'], edit: ['Alt-Enter'] },
    enabled: (context) => hasSelection(context) && !context.readOnly,
    run: (context) => {
      runSelection(context);
      addBelow(context, (selectedIndexes(context).at(-1) ?? 0) + 1);
    }
  },
  {
    name: 'cell.run-above',
    group: 'run',
    title: () => titles.runAbove(),
    icon: 'arrow-up-to-line',
    keys: {},
    enabled: (context) => (selectedIndexes(context)[0] ?? 0) > 0,
    run: (context) => {
      const above = context.session.notebook.cells.slice(0, selectedIndexes(context)[0]);
      context.session.run(above.map((cell) => cell.key));
    }
  },
  {
    name: 'notebook.run-stale',
    group: 'run',
    title: ({ session }) => titles.runStale(session.staleKeys.length),
    icon: 'play',
    keys: { command: ['Mod-Shift-Enter'], edit: ['Mod-Shift-Enter'] },
    enabled: ({ session }) => session.staleKeys.length > 0,
    run: ({ session }) => session.run('stale')
  },
  {
    name: 'notebook.run-all',
    group: 'run',
    title: () => titles.runAll(),
    icon: 'list-restart',
    keys: {},
    enabled: ({ session }) => session.notebook.cells.length > 0,
    run: ({ session }) => session.run('all')
  },
  {
    name: 'engine.restart',
    group: 'run',
    title: () => titles.restartEngine(),
    icon: 'memory-stick',
    keys: {},
    enabled: () => true,
    run: ({ restartEngine }) => restartEngine()
  },
  {
    name: 'notebook.stop',
    group: 'run',
    title: () => titles.stop(),
    icon: 'square',
    keys: { anywhere: ['Mod-.'], command: ['Escape Escape'] },
    overDialogs: true,
    enabled: ({ session }) => session.active.length > 0,
    run: ({ session, selection }) => {
      const mine = selection.filter((key) => session.state(key)?.run === 'running');
      if (mine.length > 0) for (const key of mine) session.stop(key);
      else session.stop();
    }
  }
];
