import type { AnyKind } from '../kind';
import type { CellKey } from '../model';
import type { NotebookSession } from '../session/session.svelte';

/**
 * `command`: a cell's frame has the focus; `edit`: the caret is in an editor; `form`: a control of a cell's form has it;
 * `elsewhere`: another field, a grid, a dialog.
 */
export type Mode = 'command' | 'edit' | 'form' | 'elsewhere';

/** A place of the page that one can go to by a command. */
export type PageArea = 'data' | 'outline' | 'ledger' | 'versions';

/** What of a cell can be folded away. */
export type CellPart = 'editor' | 'output';

/** What a command works on, given by the page. */
export interface CommandContext {
  session: NotebookSession;
  /** Selected cells, in the page's order. */
  selection: readonly CellKey[];
  /** The one of them that has the focus: a selection grows and shrinks at it. */
  active: CellKey | undefined;
  readOnly: boolean;
  kinds: readonly AnyKind[];
  /** Areas that this page has. */
  areas: readonly PageArea[];
  select(keys: readonly CellKey[]): void;
  /** Selects from where the selection began to this cell. */
  extendTo(key: CellKey): void;
  /** Puts the caret into a cell's editor, at an offset in its text or where it was. */
  enter(key: CellKey, offset?: number): void;
  /** From the editor back to the frame. */
  leave(): void;
  /** Where the caret is in the text of the cell that is edited. */
  caret(): number | undefined;
  /** Asks which kind to add at an index. */
  chooseKind(index: number): void;
  /** Takes cells away, says so and offers them back. */
  remove(keys: readonly CellKey[]): void;
  copy(text: string): void;
  paste(): void;
  isFolded(key: CellKey, part: CellPart): boolean;
  fold(keys: readonly CellKey[], part: CellPart, folded: boolean): void;
  /** Shows outputs at their full height, or at the usual one again. */
  expand(keys: readonly CellKey[]): void;
  rename(key: CellKey): void;
  duplicate(key: CellKey): void;
  /** Puts a new cell of a kind below the selected ones. */
  insert(kind: string): void;
  restartEngine(): void;
  save(): void;
  /** Opens the dialog that prints. */
  print(): void;
  undo(): void;
  redo(): void;
  open(area: PageArea): void;
  palette(): void;
  find(): void;
  help(): void;
  /** Help on the word at the caret. */
  explain(): void;
  /** Absent where there is no presenting. */
  present?: (() => void) | undefined;
  /** To the next region of the page (toolbar, notebook, panels, status bar), or the one before. */
  region(step: 1 | -1): void;
}

/** Where help lists a command. */
export type CommandGroup = 'run' | 'move' | 'change' | 'insert' | 'notebook' | 'editor' | 'go';

/** One thing a person can do: it feeds the keys, the palette, menus, tooltips and help alike. */
export interface Command {
  readonly name: string;
  readonly group: CommandGroup;
  title(context: CommandContext): string;
  /** A Lucide name. */
  readonly icon?: string;
  /** As `Mod-Shift-Enter`, `d d`. `anywhere` also counts in fields and grids. */
  readonly keys: Readonly<Partial<Record<'command' | 'edit' | 'form' | 'anywhere', readonly string[]>>>;
  /** Works while a dialog is open, too. */
  readonly overDialogs?: true;
  /** The editor does it by itself: listed, never run from here. */
  readonly byEditor?: true;
  /** With Mod the browser's own event does it: that alone reaches the clipboard on every page. */
  readonly event?: 'copy' | 'cut' | 'paste';
  /** In a field that is typed into the key is the browser's: it takes back what was typed. */
  readonly notInText?: true;
  /** Only moves about: nobody looks for it by name. */
  readonly keysOnly?: true;
  enabled(context: CommandContext): boolean;
  run(context: CommandContext): void;
}

/** Indexes of the selected cells in the notebook as it is. */
export function selectedIndexes({ session, selection }: CommandContext): number[] {
  const selected = new Set(selection);
  return session.notebook.cells.flatMap((cell, index) => (selected.has(cell.key) ? [index] : []));
}
