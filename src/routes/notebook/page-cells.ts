import { tick } from 'svelte';
import { asWritten } from '$lib/cells/sql/as-written';
import type { Relation } from '$workers/data/contract';
import { insertAt, moveBy, neighbourOf, newCell, setAttribute } from '$lib/notebook/edits';
import { freeName, takenNames } from '$lib/notebook/free-name';
import { isOff, type Cell, type CellKey } from '$lib/notebook/model';
import { renameCell, type Uses } from '$lib/notebook/renaming';
import { page as words } from '$lib/messages/page';
import type { PageState } from './page-state.svelte';

const nameOf = (name: string | undefined) => (name === undefined ? words.aCell : `\`${name}\``);

/** What a person does to cells on the page: the change of the document, and where caret and selection go after it. */
export class PageCells {
  constructor(private readonly page: PageState) {}

  /** Puts a new cell in and, if asked, the caret into it. */
  insert(kindName: string, at: number, { edit = true }: { edit?: boolean } = {}): CellKey | undefined {
    const { page } = this;
    if (page.session.readOnly) return undefined;
    const kind = page.registry.find(kindName);
    if (!kind) return undefined;
    const id = kind.name === 'markdown' ? undefined : this.free(kind.name);
    const cell = newCell(kind.name, kind.template, id);
    page.session.apply({ ...insertAt(at, [cell]), undo: 'now' }, { run: false });
    if (edit && kind.language !== 'yaml') {
      page.edit(cell.key);
      // A template ends where one goes on writing.
      const lines = cell.text.split('\n');
      page.caret = { key: cell.key, place: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 } };
    } else void this.#goToForm(cell.key, { focus: edit && kind.Form !== undefined });
    return cell.key;
  }

  /** To a new cell, and into its form once that is there: what it needs is asked for there. */
  async #goToForm(key: CellKey, { focus }: { focus: boolean }): Promise<void> {
    await this.page.goTo(key);
    if (focus) this.page.formWanted = key;
  }

  insertBeside(key: CellKey | undefined, kindName: string, side: 'above' | 'below'): void {
    const { cells } = this.page.session.notebook;
    const index = key === undefined ? cells.length - 1 : cells.findIndex((cell) => cell.key === key);
    this.insert(kindName, side === 'above' ? Math.max(index, 0) : index + 1);
  }

  /** Asks which kind of cell is to stand below the selected one. */
  chooseBelow(): void {
    const { cells } = this.page.session.notebook;
    const index = cells.findIndex((cell) => cell.key === this.page.current);
    this.page.choosing = index < 0 ? cells.length : index + 1;
  }

  async remove(keys: readonly CellKey[]): Promise<void> {
    if (this.page.session.readOnly) return;
    const { cells } = this.page.session.notebook;
    const index = cells.findIndex((cell) => keys.includes(cell.key));
    const name = cells[index]?.id;
    const waiting = [...this.page.session.graph.dependants(keys)].filter((key) => !keys.includes(key)).length;
    const next = neighbourOf(this.page.session.notebook, keys);
    this.page.editing = undefined;
    this.page.session.apply({ type: 'delete', keys, undo: 'now' });
    this.page.offer(words.deletedCell(keys.length === 1 ? nameOf(name) : words.someCells(keys.length), waiting));
    if (next) await this.page.goTo(next);
    else {
      this.page.select(undefined);
      await tick();
      document.querySelector<HTMLElement>('main .insert button')?.focus();
    }
  }

  duplicate(key: CellKey): void {
    if (this.page.session.readOnly) return;
    const index = this.page.session.notebook.cells.findIndex((cell) => cell.key === key);
    const cell = this.page.session.notebook.cells[index];
    if (!cell) return;
    const id = cell.id === undefined ? undefined : this.free(cell.id);
    const copy = newCell(cell.kind, cell.text, id, cell.attributes);
    this.page.session.apply({ ...insertAt(index + 1, [copy]), undo: 'now' });
    void this.page.goTo(copy.key);
  }

  move(keys: readonly CellKey[], steps: number): void {
    this.page.session.apply({ ...moveBy(this.page.session.notebook, keys, steps), undo: 'now' });
    if (this.page.current) void this.page.goTo(this.page.current);
  }

  /** Names a cell anew, and brings others to the new name if wanted; what was fresh of them is made again. */
  rename(key: CellKey, id: string | undefined, uses: Uses | undefined): void {
    const { session } = this.page;
    const wereFresh = (uses?.keys ?? []).filter((one) => session.state(one)?.result === 'fresh');
    session.apply({ ...renameCell(key, id, uses), undo: 'now' }, { run: false });
    session.run([key, ...wereFresh], { byHand: false });
  }

  turn(cell: Cell): void {
    this.page.session.apply({ ...setAttribute(cell, 'off', isOff(cell) ? undefined : 'true'), undo: 'now' });
  }

  /** The cell that makes a table. */
  sourceOf(table: string): Cell | undefined {
    const { names } = this.page.session;
    const key = names.find(({ name }) => name.toLowerCase() === table.toLowerCase())?.key;
    return key && this.page.session.cell(key);
  }

  /** Writes a name, quoted where it has to be, at the caret of the cell one works in; without one, asks the table. */
  insertName(name: string, table = name): void {
    const { page } = this;
    const key = page.editing ?? page.current;
    const cell = key && page.session.cell(key);
    if (page.session.readOnly) return;
    if (!cell || cell.kind === 'markdown' || cell.kind === 'import') return this.query(table);
    page.edit(cell.key);
    page.insertion = { key: cell.key, text: asWritten(name) };
  }

  /** A profile of a table, run at once. */
  profile(table: string): void {
    this.#append(newCell('profile', `from: ${table}`, this.free(`${table}_profile`)));
  }

  /** A new query of a table, run at once. */
  query(table: string): void {
    this.addQuery(`select *\nfrom ${asWritten(table)}`);
  }

  /** A query of this text below the current cell, run at once. */
  addQuery(sql: string): void {
    this.#append(newCell('sql', sql, this.free('sql')));
  }

  /** A new chart of a table, its form open. */
  chart({ name, columns }: Relation): void {
    const [x = '', y = ''] = columns
      .filter(({ type }) => type !== 'text' && type !== 'bool')
      .map((column) => column.name);
    this.#append(newCell('chart', `from: ${name}\nmark: dot\nx: ${x}\ny: ${y}`, this.free('chart')));
  }

  /** Takes away the cell that makes a table (what reads it then waits); undo brings it back. */
  removeTable(name: string): void {
    const key = this.sourceOf(name)?.key;
    if (key) void this.remove([key]);
  }

  /** A name that nobody has yet. */
  free(stem: string): string {
    return freeName(stem, this.taken());
  }

  /** Names of tables, values and cells. */
  taken(): string[] {
    return takenNames(this.page.session);
  }

  #append(cell: Cell): void {
    if (this.page.session.readOnly) return;
    const { cells } = this.page.session.notebook;
    const at =
      this.page.current === undefined ? cells.length : cells.findIndex(({ key }) => key === this.page.current) + 1;
    this.page.session.apply({ ...insertAt(at, [cell]), undo: 'now' });
    this.page.run(cell.key);
    void this.page.goTo(cell.key);
  }
}
