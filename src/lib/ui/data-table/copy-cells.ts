import type { Column } from '$workers/shared/table';
import { exactText } from './format-value';
import type { CellRange } from './selection';

export interface CopiedCells {
  /** Tab-separated: a cell with a tab, a quote or a line end is quoted, as spreadsheets read it. */
  tsv: string;
  html: string;
  cells: number;
}

/** One row of the table and where it is in its page. */
export interface RowPlace {
  columns: readonly Column[];
  index: number;
}

/**
 * The cells of a range with every digit; what is missing is empty.
 *
 * @param names of the columns copied, and which ones of a row they are
 * @param placeOf finds a row; undefined while its page is not read
 * @param header whether the names stand above
 * @returns undefined if a row is not read yet
 */
export function copiedCells(
  range: Pick<CellRange, 'top' | 'bottom'>,
  { names, columns }: { names: readonly string[]; columns: readonly number[] },
  placeOf: (row: number) => RowPlace | undefined,
  { header }: { header: boolean }
): CopiedCells | undefined {
  const lines: string[][] = [];
  if (header) lines.push([...names]);
  for (let row = range.top; row <= range.bottom; row += 1) {
    const place = placeOf(row);
    if (!place) return undefined;
    lines.push(
      columns.map((column) => {
        const values = place.columns[column];
        return values ? exactText(values, place.index) : '';
      })
    );
  }
  const body = lines.map((line, index) => {
    const tag = header && index === 0 ? 'th' : 'td';
    return `<tr>${line.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  });
  return {
    tsv: lines.map((line) => line.map(quoted).join('\t')).join('\n'),
    html: `<table>${body.join('')}</table>`,
    cells: (range.bottom - range.top + 1) * columns.length
  };
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
