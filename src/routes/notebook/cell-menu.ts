import Copy from '@lucide/svelte/icons/copy';
import CircleOff from '@lucide/svelte/icons/circle-off';
import Pencil from '@lucide/svelte/icons/pencil';
import MoveUp from '@lucide/svelte/icons/arrow-up';
import MoveDown from '@lucide/svelte/icons/arrow-down';
import TypeIcon from '@lucide/svelte/icons/type';
import X from '@lucide/svelte/icons/x';
import { page as words } from '$lib/messages/page';
import { isOff, type Cell } from '$lib/notebook/model';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import type { PageState } from './page-state.svelte';

/** What can be done to a cell. */
export function cellMenu(page: PageState, cell: Cell): MenuItem[] {
  const prose = cell.kind === 'markdown';
  const name: MenuItem[] = prose
    ? []
    : [
        { label: words.renameCell, icon: TypeIcon, run: () => (page.renaming = cell.key) },
        { label: isOff(cell) ? words.turnOn : words.turnOff, icon: CircleOff, run: () => page.cells.turn(cell) }
      ];
  return [
    { label: words.edit, icon: Pencil, keys: 'Enter', run: () => page.edit(cell.key) },
    ...name,
    { label: words.duplicate, icon: Copy, run: () => page.cells.duplicate(cell.key) },
    { label: words.moveUp, icon: MoveUp, keys: 'Alt-↑', run: () => page.cells.move([cell.key], -1) },
    { label: words.moveDown, icon: MoveDown, keys: 'Alt-↓', run: () => page.cells.move([cell.key], 1) },
    'separator',
    { label: words.deleteCell, icon: X, keys: 'd d', run: () => void page.cells.remove([cell.key]) }
  ];
}
