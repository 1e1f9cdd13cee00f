import { ui } from '$lib/messages/ui';
import { copyText } from '../copy-text';
import { mostCopied, type GridState } from './grid-state.svelte';
import { cellCount, type CellRange } from './selection';

/** What is about to be copied: whoever keeps the ledger may say no. */
export interface CopyWish {
  cells: number;
  rows: number;
}

/** Copies cells. At once where the rows are at hand; else after reading them. */
export class GridActions {
  /** What a live region says about the last copy. */
  notice = $state('');

  constructor(
    private readonly grid: GridState,
    private readonly allow: (wish: CopyWish) => boolean | Promise<boolean>
  ) {}

  /** Mod-C. Within the event the clipboard may be written without asking anybody, also over plain http. */
  async copyEvent(event: ClipboardEvent): Promise<void> {
    event.preventDefault();
    const range = this.grid.copyRange({ wholeIfOneCell: false });
    const copied = this.#small(range) ? this.grid.copied(range, { header: false }) : undefined;
    const allowed = copied && this.allow(wishOf(range));
    if (copied && allowed === true && event.clipboardData) {
      event.clipboardData.setData('text/plain', copied.tsv);
      event.clipboardData.setData('text/html', copied.html);
      this.notice = ui.table.copied(copied.cells);
      return;
    }
    if (allowed === false) return;
    await this.#copyLater(range, false, allowed);
  }

  async copy(options: { header: boolean; wholeIfOneCell: boolean }): Promise<void> {
    await this.#copyLater(this.grid.copyRange(options), options.header);
  }

  /** All rows and columns of the view, with their names. */
  async copyAll(): Promise<void> {
    await this.#copyLater({ top: 0, bottom: this.grid.rows - 1, left: 0, right: this.grid.columns - 1 }, true);
  }

  async #copyLater(range: CellRange, header: boolean, asked?: boolean | Promise<boolean>): Promise<void> {
    if (!this.#small(range) || !(await (asked ?? this.allow(wishOf(range))))) return;
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
    this.notice =
      copied && (await copyText(copied.tsv, copied.html)) ? ui.table.copied(copied.cells) : ui.table.copyAgain;
  }

  #small(range: CellRange): boolean {
    const cells = cellCount(range);
    if (cells <= mostCopied) return true;
    this.notice = ui.table.copyTooMany(cells, mostCopied);
    return false;
  }
}

function wishOf(range: CellRange): CopyWish {
  return { cells: cellCount(range), rows: range.bottom - range.top + 1 };
}
