import ArrowUpToLine from '@lucide/svelte/icons/arrow-up-to-line';
import Copy from '@lucide/svelte/icons/copy';
import CircleOff from '@lucide/svelte/icons/circle-off';
import Combine from '@lucide/svelte/icons/combine';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Pencil from '@lucide/svelte/icons/pencil';
import MoveUp from '@lucide/svelte/icons/arrow-up';
import MoveDown from '@lucide/svelte/icons/arrow-down';
import TypeIcon from '@lucide/svelte/icons/type';
import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right';
import X from '@lucide/svelte/icons/x';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import { page as words } from '$lib/messages/page';
import { isOff, type Cell } from '$lib/notebook/model';
import { isSlow } from '$lib/notebook/runtime/policy';
import type { MenuAction, MenuItem } from '$lib/ui/overlay/menu-items';
import type { PageState } from './page-state.svelte';

/** What can be done to a cell: commands of the table, in the words of a menu. */
export function cellMenu(page: PageState, cell: Cell): MenuItem[] {
  const item = (command: string, label: string, icon: MenuAction['icon']): MenuItem => {
    const keys = page.commands.key(command);
    return { label, ...(icon && { icon }), ...(keys && { keys }), run: () => page.commands.runNamed(command) };
  };
  const prose = cell.kind === 'markdown';
  const isFolded = (part: 'editor' | 'output') => page.folds.isFolded(cell.key, part);
  const named: MenuItem[] = prose
    ? []
    : [
        item('cell.rename', words.renameCell, TypeIcon),
        item('cell.switch', isOff(cell) ? words.turnOn : words.turnOff, CircleOff),
        item('cell.fold-editor', isFolded('editor') ? words.unfoldCode : words.foldCode, EyeOff),
        item('cell.fold-output', isFolded('output') ? words.unfoldOutput : words.foldOutput, EyeOff),
        item('cell.run-above', words.runAbove, ArrowUpToLine)
      ];
  const life = page.session.state(cell.key);
  // A slow cell waits for a click from then on, unless the person wants it otherwise.
  const slow: MenuItem[] =
    !prose && isSlow(life) && page.session.policy(cell.key) === 'ask' && !page.session.readOnly
      ? [{ label: words.keepAutomatic, icon: RefreshCw, run: () => page.session.keepAutomatic(cell.key) }]
      : [];
  const drawing =
    life !== undefined && life.outputKind === cell.kind && page.registry.find(cell.kind)?.draws?.(life.output);
  const pictures: MenuItem[] = drawing
    ? (['SVG', 'PNG'] as const).map((form) => ({
        label: words.savePicture(form),
        icon: ArrowUpRight,
        run: () => void import('./exchange/save-drawing').then(({ saveDrawing }) => saveDrawing(page, cell, form))
      }))
    : [];
  return [
    ...slow,
    item('cell.edit', words.edit, Pencil),
    ...named,
    item('cell.duplicate', words.duplicate, Copy),
    item('cell.merge', words.merge, Combine),
    item('cell.move-up', words.moveUp, MoveUp),
    item('cell.move-down', words.moveDown, MoveDown),
    ...(pictures.length > 0 ? (['separator', ...pictures] satisfies MenuItem[]) : []),
    'separator',
    item('cell.delete', words.deleteCell, X)
  ];
}
