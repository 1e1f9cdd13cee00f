import { bringHackathon, recogniseHackathon, type HackathonSet } from '$lib/hackathon';
import { hackathonWords as words } from '$lib/messages/hackathon';
import { insertAt, newCell } from '$lib/notebook/edits';
import { freeName } from '$lib/notebook/free-name';
import type { Cell } from '$lib/notebook/model';
import type { NotebookSession } from '$lib/notebook/session/session.svelte';
import type { PageState } from './page-state.svelte';

type SetsOf = 'active' | 'cell' | 'names' | 'relations';

/**
 * Sets of the hackathon among the imported tables: a query of one of them has its columns, too, and is none. None while a
 * file is still being read, as what is put together then would lack its columns.
 */
export function hackathonSets({ session }: { session: Pick<NotebookSession, SetsOf> }): HackathonSet[] {
  if (session.active.some(({ key }) => session.cell(key)?.kind === 'import')) return [];
  const imported = new Set(
    session.names.flatMap(({ name, key }) => (session.cell(key)?.kind === 'import' ? [name.toLowerCase()] : []))
  );
  return recogniseHackathon(session.relations.filter(({ name }) => imported.has(name.toLowerCase())));
}

/** Those that no cell has put together yet: none reads the hours and a table beside them. */
export function waitingSets(page: PageState): HackathonSet[] {
  const read = [...page.session.graph.nodes.values()].map(
    ({ inputs }) => new Set(inputs.map(({ defined }) => defined.toLowerCase()))
  );
  return hackathonSets(page).filter(({ hours, stays, devices, drugs, measured }) => {
    const beside = [stays, devices, drugs, ...measured.map(({ relation }) => relation)];
    return !read.some(
      (names) =>
        names.has(hours.name.toLowerCase()) && beside.some((table) => table && names.has(table.name.toLowerCase()))
    );
  });
}

/** Puts in a cell for each set that makes one row a person and hour, and runs them: one step to undo. */
export async function putHackathon(page: PageState, sets: readonly HackathonSet[]): Promise<void> {
  const { session } = page;
  if (session.readOnly) return;
  page.data.problem = undefined;
  try {
    const made = await bringHackathon(page.engines.data, sets);
    const taken = page.cells.taken();
    const cells = made.map(({ stem, text }): Cell => {
      const id = freeName(stem, taken);
      taken.push(id);
      return newCell('sql', text, id);
    });
    session.apply({ ...insertAt(session.notebook.cells.length, cells), undo: 'now' }, { run: false });
    session.run(
      cells.map(({ key }) => key),
      { byHand: true }
    );
    page.offer(words.done(cells.map(({ id = '' }) => `\`${id}\``).join(', ')));
    const [first] = cells;
    if (first) await page.goTo(first.key);
  } catch (error) {
    page.data.problem = error;
  }
}
