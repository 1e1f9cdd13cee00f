import type { CellPart } from '$lib/notebook/commands/command';
import type { Edit } from '$lib/notebook/change';
import { setAttribute } from '$lib/notebook/edits';
import { attribute, type Cell, type CellKey } from '$lib/notebook/model';
import { SvelteSet } from 'svelte/reactivity';
import type { PageState } from './page-state.svelte';

/** How the file says that a part of a cell is folded away. */
const marks: Record<CellPart, { name: string; value: string }> = {
  editor: { name: 'code', value: 'folded' },
  output: { name: 'show', value: 'false' }
};

/** Whether a part of a cell is folded away, as the file says it. */
export function isFoldedAway(cell: Cell, part: CellPart): boolean {
  const { name, value } = marks[part];
  return attribute(cell, name) === value;
}

/** Folding: kept in the file, but for forms, which fold by themselves under a result. */
export class PageFolds {
  /** Outputs shown at their full height, as long as the page is open. */
  readonly expanded = new SvelteSet<CellKey>();

  constructor(private readonly page: PageState) {}

  isFolded(key: CellKey, part: CellPart): boolean {
    const cell = this.page.session.cell(key);
    if (!cell) return false;
    if (part === 'editor' && this.#hasForm(cell)) return this.page.viewOf(cell, this.#kind(cell)) === 'folded';
    return isFoldedAway(cell, part);
  }

  fold(keys: readonly CellKey[], part: CellPart, folded: boolean): void {
    const edits: Edit[] = [];
    for (const key of keys) {
      const cell = this.page.session.cell(key);
      if (!cell || this.isFolded(key, part) === folded) continue;
      if (part === 'editor' && this.#hasForm(cell)) {
        this.page.setView(key, folded ? 'folded' : this.#kind(cell)?.Form ? 'form' : 'text');
      } else if (!(part === 'editor' && cell.kind === 'markdown')) {
        edits.push(setAttribute(cell, marks[part].name, folded ? marks[part].value : undefined));
      }
    }
    if (edits.length > 0) this.page.session.apply({ type: 'several', edits, undo: 'now' }, { run: false });
  }

  unfold(key: CellKey, part: CellPart): void {
    const cell = this.page.session.cell(key);
    if (cell && isFoldedAway(cell, part)) this.fold([key], part, false);
  }

  /** All as the first is not. */
  expand(keys: readonly CellKey[]): void {
    const [first] = keys;
    if (first === undefined) return;
    const whole = !this.expanded.has(first);
    for (const key of keys) {
      if (whole) this.expanded.add(key);
      else this.expanded.delete(key);
    }
  }

  #kind(cell: Cell) {
    return this.page.registry.find(cell.kind);
  }

  #hasForm(cell: Cell): boolean {
    return this.#kind(cell)?.language === 'yaml';
  }
}
