import type { Component } from 'svelte';
import { keeping as words } from '$lib/messages/keeping';
import { pages } from '$lib/messages/pages';
import type { PageState } from './page-state.svelte';

export type SidePanelName = 'versions' | 'ledger';

interface SidePanel {
  name: SidePanelName;
  title: string;
  /** Fetched when it is opened first. */
  load: () => Promise<{ default: Component<{ page: PageState }> }>;
}

/** What can stand at the right of the notebook, one at a time. Adding one is a component and a line here. */
export const sidePanels: readonly SidePanel[] = [
  {
    name: 'versions',
    get title() {
      return words.versions;
    },
    load: () => import('./versions/VersionsPanel.svelte')
  },
  {
    name: 'ledger',
    get title() {
      return pages.ledger;
    },
    load: () => import('./ledger/LedgerSide.svelte')
  }
];
