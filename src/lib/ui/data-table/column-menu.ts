import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Copy from '@lucide/svelte/icons/copy';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Funnel from '@lucide/svelte/icons/funnel';
import Pin from '@lucide/svelte/icons/pin';
import Text from '@lucide/svelte/icons/text';
import { tableWords as words } from '$lib/messages/table';
import type { MenuItem } from '../overlay/menu-items';
import type { TableControl } from './table-control.svelte';

/** A card cannot open while the menu closes. */
const afterMenu = (work: () => void) => () => void setTimeout(work);

/** What can be done with a column. */
export function columnMenu(control: TableControl, position: number): MenuItem[] {
  const { grid, view } = control;
  const name = grid.nameAt(position);
  const sort = view.sort.find((one) => one.column === name);
  const arranging: MenuItem[] = control.canArrange
    ? [
        {
          label: words.sortAscending,
          icon: ArrowUp,
          checked: sort?.descending === false,
          run: () => view.sortTo(name, false)
        },
        {
          label: words.sortDescending,
          icon: ArrowDown,
          checked: sort?.descending === true,
          run: () => view.sortTo(name, true)
        },
        ...(sort ? [{ label: words.sortNone, run: () => view.sortTo(name, undefined) }] : []),
        'separator',
        {
          label: words.filter,
          icon: Funnel,
          keys: 'f',
          run: afterMenu(() => control.openCard('filter', position))
        },
        ...(view.filterOf(name) ? [{ label: words.unfilter, run: () => view.removeFilter(name) }] : []),
        'separator'
      ]
    : [];
  const pinned = view.pinned.includes(name);
  const { showProfile } = control;
  return [
    ...arranging,
    ...(showProfile
      ? [{ label: words.profile, icon: ChartColumn, keys: 'p', run: afterMenu(() => showProfile(name)) }]
      : []),
    { label: pinned ? words.unpin : words.pin, icon: Pin, run: () => view.togglePin(name) },
    { label: words.hide, icon: EyeOff, disabled: grid.columns < 2, run: () => view.hide(name) },
    {
      label: words.moveLeft,
      keys: 'Alt-Shift-ArrowLeft',
      disabled: position === 0,
      run: () => control.moveColumn(position, position - 1)
    },
    {
      label: words.moveRight,
      keys: 'Alt-Shift-ArrowRight',
      disabled: position >= grid.columns - 1,
      run: () => control.moveColumn(position, position + 1)
    },
    'separator',
    { label: words.wider, keys: 'Alt-ArrowRight', run: () => control.resize(position, 2) },
    { label: words.narrower, keys: 'Alt-ArrowLeft', run: () => control.resize(position, -2) },
    { label: words.fit, run: () => control.fit(position) }
  ];
}

/** What can be done with a cell. */
export function cellMenu(control: TableControl, row: number, position: number): MenuItem[] {
  const arranging: MenuItem[] = control.canArrange
    ? [
        { label: words.filterValue, icon: Funnel, run: () => control.filterByValue(row, position) },
        { label: words.filter, keys: 'f', run: afterMenu(() => control.openCard('filter')) },
        'separator'
      ]
    : [];
  return [
    { label: words.showValue, icon: Text, keys: 'Enter', run: afterMenu(() => control.openCard('value')) },
    {
      label: words.copyCells,
      icon: Copy,
      keys: 'Mod-C',
      run: () => void control.actions.copy({ header: false, wholeIfOneCell: false })
    },
    {
      label: words.copyWithNames,
      keys: 'Mod-Shift-C',
      run: () => void control.actions.copy({ header: true, wholeIfOneCell: false })
    },
    'separator',
    ...arranging,
    { label: words.menu(control.grid.nameAt(position)), run: afterMenu(() => control.openContextOfColumn(position)) }
  ];
}
