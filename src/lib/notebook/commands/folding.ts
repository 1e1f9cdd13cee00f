import { commandTitles as titles } from '$lib/messages/notebook';
import type { CellPart, Command, CommandContext } from './command';

const hasSelection = ({ selection }: CommandContext) => selection.length > 0;

/** All selected cells become as the active one is not. */
function turn(part: CellPart): Pick<Command, 'run'> {
  return {
    run: ({ active, selection, isFolded, fold }) => {
      const first = active ?? selection[0];
      if (first) fold(selection, part, !isFolded(first, part));
    }
  };
}

/** What is shown of cells. */
export const folding: readonly Command[] = [
  {
    name: 'cell.fold-editor',
    group: 'change',
    title: () => titles.foldEditor(),
    icon: 'eye-off',
    keys: { command: ['h'] },
    enabled: hasSelection,
    ...turn('editor')
  },
  {
    name: 'cell.fold-output',
    group: 'change',
    title: () => titles.foldOutput(),
    icon: 'chevrons-down-up',
    keys: { command: ['o'] },
    enabled: hasSelection,
    ...turn('output')
  },
  {
    name: 'cell.expand-output',
    group: 'change',
    title: () => titles.expandOutput(),
    icon: 'chevrons-up-down',
    keys: { command: ['Shift-o'] },
    enabled: hasSelection,
    run: ({ expand, selection }) => expand(selection)
  }
];
