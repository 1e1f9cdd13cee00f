import type { AnyKind } from '../kind';
import type { CellKey } from '../model';
import type { NotebookSession } from '../session/session.svelte';

/** `command`: a cell's frame has the focus; `edit`: the caret is in an editor; `elsewhere`: a field, a grid, a dialog. */
export type Mode = 'command' | 'edit' | 'elsewhere';

/** What a command works on, given by the page. */
export interface CommandContext {
  session: NotebookSession;
  /** Selected cells, in the page's order. */
  selection: readonly CellKey[];
  readOnly: boolean;
  kinds: readonly AnyKind[];
  select(keys: readonly CellKey[]): void;
  /** Puts the caret into a cell's editor. */
  enter(key: CellKey): void;
  /** From the editor back to the frame. */
  leave(): void;
  /** Asks which kind to add at an index. */
  chooseKind(index: number): void;
  save(): void;
  undo(): void;
  redo(): void;
}

/** One thing a person can do: it feeds the keys, the palette, menus, tooltips and help alike. */
export interface Command {
  readonly name: string;
  title(context: CommandContext): string;
  /** A Lucide name. */
  readonly icon?: string;
  /** As `Mod+Shift+Enter`, `d d`. `anywhere` also counts in fields and dialogs. */
  readonly keys: Readonly<Partial<Record<'command' | 'edit' | 'anywhere', readonly string[]>>>;
  enabled(context: CommandContext): boolean;
  run(context: CommandContext): void;
}

/** Indexes of the selected cells in the notebook as it is. */
export function selectedIndexes({ session, selection }: CommandContext): number[] {
  const selected = new Set(selection);
  return session.notebook.cells.flatMap((cell, index) => (selected.has(cell.key) ? [index] : []));
}
