import type { PageState } from './page-state.svelte';

/** What was asked for by a command, and whose code is still on its way. */
export type Coming = 'find' | 'kind' | 'dialog';

type Asked = Pick<PageState, 'finding' | 'findTyped' | 'choosing' | 'renaming' | 'helping'> & {
  registry: { kinds: readonly { name: string; letter?: string | undefined }[] };
  cells: { insert(kind: string, at: number): unknown };
  exchange: Pick<PageState['exchange'], 'dialog'>;
  focusActive(): Promise<void>;
};

export function comingOn(page: Asked, there: ParentNode = document): Coming | undefined {
  if (page.finding) return there.querySelector('.find[role="search"]') ? undefined : 'find';
  const asked = page.choosing ?? page.renaming ?? page.exchange.dialog ?? (page.helping || undefined);
  if (asked === undefined || there.querySelector('dialog[open]')) return undefined;
  return page.choosing === undefined ? 'dialog' : 'kind';
}

/** A key pressed meanwhile is meant for what comes, and is no command on the cell: `dd` would delete it. */
export function meantFor(coming: Coming, page: Asked, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  // An editor has handed it over before the page does.
  if (event.defaultPrevented) return true;
  event.preventDefault();
  if (event.key === 'Escape') {
    page.finding = page.helping = false;
    page.choosing = page.renaming = page.exchange.dialog = undefined;
    void page.focusActive();
  } else if (coming === 'find') {
    if (event.key === 'Backspace') page.findTyped = page.findTyped.slice(0, -1);
    else if (event.key.length === 1) page.findTyped += event.key;
  } else if (coming === 'kind') {
    const kind = page.registry.kinds.find(({ letter }) => letter === event.key);
    const at = page.choosing;
    if (!kind || at === undefined) return true;
    page.choosing = undefined;
    page.cells.insert(kind.name, at);
  }
  return true;
}
