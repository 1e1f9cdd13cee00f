export interface CellPosition {
  /** −1: the heading; a column is then chosen whole. */
  row: number;
  column: number;
}

/** From the cell where it began to the cell that has the focus. */
export interface Selection {
  anchor: CellPosition;
  focus: CellPosition;
}

/** Both ends are inside. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that PageDown moves by. */
  pageRows: number;
  /** The heading can be reached: by ↑ from the first row. */
  heading?: boolean;
}

/** @param rows of the table, for columns that are chosen by their heading */
export function rangeOf({ anchor, focus }: Selection, rows = Infinity): CellRange {
  const whole = anchor.row < 0 || focus.row < 0;
  return {
    top: whole ? 0 : Math.min(anchor.row, focus.row),
    bottom: whole ? rows - 1 : Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column)
  };
}

export function cellCount(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

export function isInside(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

export interface PressedKey {
  key: string;
  mod: boolean;
  shift: boolean;
}

/** Where a key leads, or undefined if the grid does not use it. */
export function afterKey(selection: Selection, pressed: PressedKey, size: GridSize): Selection | undefined {
  const { rows, columns, pageRows } = size;
  const { focus, anchor } = selection;
  if (rows === 0 || columns === 0) return undefined;
  const last = { row: rows - 1, column: columns - 1 };
  if (pressed.key === 'a' && pressed.mod) return { anchor: { row: 0, column: 0 }, focus: last };
  if (pressed.key === ' ' && !pressed.mod) {
    if (focus.row < 0) return selection;
    return { anchor: { row: anchor.row, column: 0 }, focus: { row: focus.row, column: last.column } };
  }
  const moves: Record<string, CellPosition> = {
    ArrowUp: { row: pressed.mod ? 0 : focus.row - 1, column: focus.column },
    ArrowDown: { row: pressed.mod ? last.row : focus.row + 1, column: focus.column },
    ArrowLeft: { row: focus.row, column: pressed.mod ? 0 : focus.column - 1 },
    ArrowRight: { row: focus.row, column: pressed.mod ? last.column : focus.column + 1 },
    Home: { row: pressed.mod ? 0 : focus.row, column: 0 },
    End: { row: pressed.mod ? last.row : focus.row, column: last.column },
    PageUp: { row: focus.row - pageRows, column: focus.column },
    PageDown: { row: focus.row + pageRows, column: focus.column }
  };
  const wished = moves[pressed.key];
  if (!wished) return undefined;
  const inHeading =
    focus.row < 0 &&
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'Home', 'End'].includes(pressed.key) &&
    !(pressed.mod && pressed.key === 'Home');
  const up = size.heading && pressed.key === 'ArrowUp' && !pressed.mod && !pressed.shift;
  const next = {
    row: inHeading ? -1 : Math.min(last.row, Math.max(up ? -1 : 0, wished.row)),
    column: Math.min(last.column, Math.max(0, wished.column))
  };
  return { anchor: pressed.shift ? anchor : next, focus: next };
}
