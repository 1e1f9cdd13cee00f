import type { Column } from '$workers/shared/table';
import { ui } from '$lib/messages/ui';
import type { ColumnFormat } from './column-format';
import { shownValue, type ShownValue } from './format-value';
import type { Drawn } from './slots';

/** One cell as it is drawn. */
export interface RowCell extends Drawn {
  text: string;
  pad: string | undefined;
  width: number;
  look: string;
  /** Where the sign that is seen says nothing to a listener. */
  spoken: string | undefined;
}

/** What a row is drawn from. The same objects draw the same cells. */
export interface RowLook {
  /** Undefined while the row's page is read. */
  values: readonly Column[] | undefined;
  index: number;
  /** By position. */
  widths: readonly number[];
  /** Which columns there are and in what order. */
  places: unknown;
}

export interface ColumnsLook {
  columnAt(position: number): number;
  formatAt(position: number): ColumnFormat | undefined;
}

const waiting: ShownValue = { text: '…', kind: 'missing' };

/**
 * The cells of a row, kept while they are in sight: scrolling aside formats what comes, and what stays is the same
 * object, so that nothing of it is drawn anew.
 */
export class RowCells {
  #look: RowLook | undefined;
  #cells = new Map<number, RowCell>();

  /** @param drawn all that are in sight: others are forgotten */
  of(drawn: readonly Drawn[], look: RowLook, columns: ColumnsLook): RowCell[] {
    const before = this.#isAs(look) ? this.#cells : undefined;
    const cells = drawn.map((place) => {
      const kept = before?.get(place.position);
      return kept?.slot === place.slot ? kept : cellOf(place, look, columns);
    });
    this.#look = look;
    this.#cells = new Map(cells.map((cell) => [cell.position, cell]));
    return cells;
  }

  #isAs({ values, index, widths, places }: RowLook): boolean {
    const look = this.#look;
    return look?.values === values && look?.index === index && look?.widths === widths && look?.places === places;
  }
}

function cellOf({ position, slot }: Drawn, { values, index, widths }: RowLook, columns: ColumnsLook): RowCell {
  const column = values?.[columns.columnAt(position)];
  const format = columns.formatAt(position);
  const shown = column ? shownValue(column, index, format?.decimals, ui.table) : waiting;
  return {
    position,
    slot,
    text: shown.kind === 'empty' ? ui.table.empty : shown.text,
    pad: shown.pad,
    width: widths[position] ?? 0,
    look: `cell ${format?.align ?? 'left'}${format?.code ? codeLook(shown.text) : ''}${shown.kind === 'value' ? '' : ' pale'}`,
    spoken: shown !== waiting && shown.kind === 'missing' ? ui.table.missing : undefined
  };
}

/** Where there is no room for all figures of an id, its last ones are shown: they tell it from its neighbours. */
function codeLook(text: string): string {
  return /^\d+$/.test(text) ? ' code tail' : ' code';
}
