import { panel as words } from '$lib/messages/panel';
import { page as pageWords } from '$lib/messages/page';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import type { Relation } from '$workers/data/contract';
import type { PageState } from '../page-state.svelte';

/** What can be done with a table. What changes the notebook can be undone. */
export function tableMenu(page: PageState, relation: Relation): MenuItem[] {
  const { cells, session } = page;
  const source = cells.sourceOf(relation.name);
  const insert = { label: words.insertName, keys: 'Enter', run: () => cells.insertName(relation.name) };
  if (session.readOnly) return source ? [{ label: words.goToCell, run: () => void page.goTo(source.key) }] : [insert];
  return [
    insert,
    ...(page.registry.find('profile') ? [{ label: words.newProfile, run: () => cells.profile(relation.name) }] : []),
    { label: pageWords.newQuery, run: () => cells.query(relation.name) },
    { label: pageWords.newChart, run: () => cells.chart(relation) },
    ...(source
      ? [
          'separator' as const,
          { label: words.goToCell, run: () => void page.goTo(source.key) },
          ...(source.kind === 'import'
            ? [{ label: words.readAnotherWay, run: () => void page.data.change(source.key) }]
            : []),
          ...(source.id?.toLowerCase() === relation.name.toLowerCase()
            ? [{ label: pageWords.renameCell, run: () => (page.renaming = source.key) }]
            : []),
          { label: pageWords.removeTable, keys: 'Delete', run: () => cells.removeTable(relation.name) }
        ]
      : [])
  ];
}
