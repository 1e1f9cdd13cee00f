import { bringCirce } from '$lib/cells/cohort/circe/bring';
import { insertAt, newCell } from '$lib/notebook/edits';
import { cohortWords as words } from '$lib/messages/cohort';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PageState } from './page-state.svelte';

/**
 * A cohort definition of ATLAS that was pasted or dropped becomes a cohort cell below the selection, as one step to undo.
 * @throws `circe-…`
 */
export async function putCirce(page: PageState, json: string): Promise<void> {
  const { session } = page;
  page.data.problem = undefined;
  const { text, title, left } = await bringCirce(json, page.engines.data, session.relations);
  await page.registry.ready?.(['cohort']);
  const { cells } = session.notebook;
  const last = cells.findLastIndex(({ key }) => page.selection.includes(key));
  const cell = newCell('cohort', text, page.cells.free('cohort'));
  session.apply({ ...insertAt(last < 0 ? cells.length : last + 1, [cell]), undo: 'now' });
  toasts.show({ text: words.circeDone(title ?? words.circeUnnamed, left.length) });
  await page.goTo(cell.key);
}
