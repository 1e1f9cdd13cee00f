import { ui } from '$lib/messages/ui';
import { copyOut } from '../clipboard-way';
import { mostCopied, type GridState } from './grid-state.svelte';
import { cellCount, type CellRange } from './selection';

/** Copies cells. At once where the rows are at hand; else after reading them. */
export class GridActions {
  /** What a live region says about the last copy. */
  notice = $state('');

  constructor(
    private readonly grid: GridState,
    /** Name of the table, for the ledger. */
    private readonly from: () => string | undefined
  ) {}

  /** Mod-C. Within the event the clipboard may be written without asking anybody, also over plain http. */
  async copyEvent(event: ClipboardEvent): Promise<void> {
    event.preventDefault();
    const range = this.grid.copyRange({ wholeIfOneCell: false });
    const copied = this.#small(range) ? this.grid.copied(range, { header: false }) : undefined;
    if (!copied) return this.#copyLater(range, false);
    const done = this.#out(range, copied, { header: false }, event);
    // Within the event it is there now; the person is told at once.
    if (done === true) this.notice = ui.table.copied(copied.cells);
    else if (await done) this.notice = ui.table.copied(copied.cells);
  }

  async copy(options: { header: boolean; wholeIfOneCell: boolean }): Promise<void> {
    await this.#copyLater(this.grid.copyRange(options), options.header);
  }

  /** All rows and columns of the view, with their names. */
  async copyAll(): Promise<void> {
    await this.#copyLater({ top: 0, bottom: this.grid.rows - 1, left: 0, right: this.grid.columns - 1 }, true);
  }

  async #copyLater(range: CellRange, header: boolean): Promise<void> {
    if (!this.#small(range)) return;
    let copied = this.grid.copied(range, { header });
    if (!copied) {
      this.notice = ui.table.loading;
      try {
        await this.grid.cache.read(range.top, range.bottom + 1);
      } catch {
        this.notice = ui.table.pageFailed;
        return;
      }
      copied = this.grid.copied(range, { header });
    }
    this.notice = '';
    if (!copied) this.notice = ui.table.copyAgain;
    else if (await this.#out(range, copied, { header })) this.notice = ui.table.copied(copied.cells);
  }

  #out(
    range: CellRange,
    { tsv, html, cells }: { tsv: string; html: string; cells: number },
    { header }: { header: boolean },
    event?: ClipboardEvent
  ): boolean | Promise<boolean> {
    const rows = range.bottom - range.top + 1;
    const names = this.grid.shownNames.slice(range.left, range.right + 1);
    return copyOut({ text: tsv, html, cells, rows, names, header, from: this.from() }, event);
  }

  #small(range: CellRange): boolean {
    const cells = cellCount(range);
    if (cells <= mostCopied) return true;
    this.notice = ui.table.copyTooMany(cells, mostCopied);
    return false;
  }
}
