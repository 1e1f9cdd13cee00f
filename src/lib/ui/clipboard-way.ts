/** What goes to the clipboard, and how much of the data is in it. */
export interface Copied {
  text: string;
  html?: string | undefined;
  /** Cells of a table; none for own text. */
  cells?: number;
  rows?: number;
  /** Of the columns, where cells are copied. */
  names?: readonly string[];
  /** The first line holds the names. */
  header?: boolean;
  /** The table they come from. */
  from?: string | undefined;
  /** Cells of the notebook whose text it is. */
  notebookCells?: number;
}

/** @returns whether it is there now; within the browser's event at once, where nothing has to be asked */
export type ClipboardWay = (copied: Copied, event?: ClipboardEvent) => boolean | Promise<boolean>;

let way: ClipboardWay | undefined;

/** The ground knows no way out: the room that has it hands it in, once, at the start. */
export function openClipboardWay(given: ClipboardWay): void {
  way = given;
}

/** Copies, by the way out that stands open. */
export function copyOut(copied: Copied, event?: ClipboardEvent): boolean | Promise<boolean> {
  return way?.(copied, event) ?? false;
}
