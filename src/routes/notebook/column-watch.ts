import { untrack } from 'svelte';
import type { Relation } from '$workers/data/contract';
import { renamedColumns, usesOfColumn, type ColumnRename, type Uses } from '$lib/notebook/renaming';
import type { CellKey } from '$lib/notebook/model';
import type { PageState } from './page-state.svelte';

export interface ColumnOffer extends ColumnRename {
  uses: Uses;
}

/**
 * Notices that an import gives a column another name than before, and what that means for others. What was brought up
 * to date by such an offer is followed, too: a query that hands the column on hands on its new name.
 */
export class ColumnWatch {
  #columns = new Map<string, readonly string[]>();
  #followed = new Set<CellKey>();

  constructor(private readonly page: PageState) {}

  /** Looks at the tables as they are. @returns the first renaming that others should hear of */
  look(): ColumnOffer | undefined {
    const { relations } = this.page.session;
    // Only other tables are a reason to look again, and no key that is pressed.
    return untrack(() => this.#compare(relations));
  }

  #compare(relations: readonly Relation[]): ColumnOffer | undefined {
    const { session } = this.page;
    let offer: ColumnOffer | undefined;
    for (const { name, columns } of relations) {
      const fold = name.toLowerCase();
      const now = columns.map((column) => column.name);
      const before = this.#columns.get(fold);
      this.#columns.set(fold, now);
      const key = session.names.find((one) => one.name.toLowerCase() === fold)?.key;
      const watched = key && (session.cell(key)?.kind === 'import' || this.#followed.has(key));
      if (!before || !watched || offer) continue;
      offer = renamedColumns(before, now)
        .map((change) => ({ ...change, table: name, uses: this.#uses({ ...change, table: name }) }))
        .find(({ uses }) => uses.keys.length > 0);
    }
    return offer;
  }

  /** Writes the new name where the old one was used: one change. */
  update({ uses }: ColumnOffer): void {
    const { session } = this.page;
    for (const key of uses.keys) this.#followed.add(key);
    session.apply({ type: 'several', edits: uses.edits, undo: 'now' }, { run: false });
    session.run(uses.keys, { byHand: false });
  }

  #uses(change: ColumnRename): Uses {
    const { session } = this.page;
    const has = (table: string, column: string) =>
      session.relations.some(
        ({ name, columns }) =>
          name.toLowerCase() === table.toLowerCase() &&
          columns.some((one) => one.name.toLowerCase() === column.toLowerCase())
      );
    return usesOfColumn(session.graph, change, has);
  }
}
