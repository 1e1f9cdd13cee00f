/**
 * What a selection over a plain table copies: its cells with every digit, tab between columns, a line a row.
 *
 * @param exact the value of a column and a row of the body, both from 0
 * @returns undefined where less than a whole cell is selected: then the letters themselves are meant
 */
export function copiedCells(
  table: HTMLTableElement,
  exact: (column: number, row: number) => string,
  selection = document.getSelection()
): string | undefined {
  if (!selection || selection.isCollapsed) return undefined;
  const lines = [...table.rows].flatMap((line) => {
    const cells = [...line.cells].filter((cell) => selection.containsNode(cell, true));
    return cells.length === 0 ? [] : [cells];
  });
  const only = lines.length === 1 && lines[0]?.length === 1 ? lines[0][0] : undefined;
  if (lines.length === 0 || (only && selection.toString().trim() !== only.textContent.trim())) return undefined;
  const heads = table.tHead?.rows.length ?? 0;
  const textOf = (cell: HTMLTableCellElement) => {
    const row = (cell.parentElement as HTMLTableRowElement).rowIndex - heads;
    return row < 0 ? cell.textContent.trim().replace(/\s+/g, ' ') : exact(cell.cellIndex, row);
  };
  return lines.map((cells) => cells.map(textOf).join('\t')).join('\n');
}
