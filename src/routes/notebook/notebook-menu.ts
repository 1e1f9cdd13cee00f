import { page as words } from '$lib/messages/page';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import type { OpenedNotebook } from './opened.svelte';
import type { PageState } from './page-state.svelte';

/** What can be done to the whole notebook. */
export function notebookMenu(page: PageState, opened: OpenedNotebook): MenuItem[] {
  const { session } = page;
  return [
    { label: words.undo, keys: 'z', disabled: !session.canUndo, run: () => page.undo() },
    { label: words.redo, keys: 'Shift-z', disabled: !session.canRedo, run: () => page.redo() },
    'separator',
    { label: words.runAll, run: () => session.run('all', { byHand: true }) },
    { label: words.restart, run: () => page.engines.data.restart() },
    'separator',
    { label: words.download, run: () => opened.download(session.notebook) }
  ];
}
