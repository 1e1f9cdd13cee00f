import type { DataClient } from '$lib/engines/data';
import type {
  CsvOptions,
  FoundTable,
  ImportPlan,
  Inspection,
  Proposal,
  WantedPlan
} from '$workers/data/import/contract';
import type { SourceFile } from '$workers/data/contract';
import type { Progress } from '$workers/shared/job';
import { importWords } from '$lib/messages/import';
import { omopText, planText } from './spec';

/** A cell to be put into the notebook. */
export interface NewCell {
  kind: 'import';
  id: string;
  text: string;
}

/** An import cell that is to read its file in another way. */
export interface EditedCell {
  id: string;
  wanted: WantedPlan;
}

/** One table on offer: what was found, what the person changed, and how it would be read. */
export class TableChoice {
  include = $state(true);
  /** Its own name is somebody else's already: the person is shown the number it got. */
  clashes = $state(false);
  name = $state('');
  wanted = $state.raw<Omit<WantedPlan, 'file'>>({});
  proposal = $state.raw<Proposal>();
  problem = $state.raw<unknown>();
  busy = $state(false);
  /** Counts the proposals asked for; only the newest answer counts. */
  turn = 0;
  /** Ends with the newest of them. */
  asked: Promise<void> = Promise.resolve();

  constructor(readonly found: FoundTable) {
    this.name = found.name;
  }

  /** Whether some values do not fit the types as they are now. */
  readonly hasMisfits = $derived(this.proposal?.columns.some(({ misfits }) => misfits > 0) ?? false);

  /** How its text is cut up; in part where the file could not be read to the end, so that it can be put right. */
  get csv(): Partial<CsvOptions> | undefined {
    if (this.found.format !== 'csv' || !(this.proposal ?? this.problem)) return undefined;
    return { ...this.proposal?.plan.csv, ...this.#order, ...this.wanted.csv };
  }

  /** The order of the dates where all that were found have the same: so it is shown, whoever found it. */
  get #order(): Pick<CsvOptions, 'dateOrder'> | undefined {
    const dates = this.proposal?.plan.columns.filter(({ type }) => type === 'date' || type === 'timestamp') ?? [];
    const [dateOrder, another] = new Set(dates.map((column) => column.dateOrder ?? 'ymd'));
    return dateOrder && !another ? { dateOrder } : undefined;
  }

  /** What the engine is asked to read, with all that the person has fixed. */
  get request(): WantedPlan {
    const { file, inner } = this.found;
    return { ...this.wanted, file, name: this.name, ...(inner === undefined ? {} : { inner }) };
  }
}

/** The import dialog: looks into files, proposes, takes changes, gives the cells that read them. */
export class ImportDialogState {
  inspection = $state.raw<Inspection>();
  problem = $state.raw<unknown>();
  tables = $state.raw<readonly TableChoice[]>([]);
  selected = $state(0);
  /** An OMOP extract is read by one cell, under the names of the model. */
  asExtract = $state(false);
  progress = $state.raw<Progress>();
  /** Set while the last proposals are made on confirming. */
  confirming = $state(false);
  readonly #abort = new AbortController();

  readonly chosen = $derived(this.tables.filter((table) => table.include));
  /** What one cell can name: the folder or archive of the OMOP tables. Loose files are read one by one, typed alike. */
  readonly #extractFolder = $derived(
    commonFolder(this.tables.flatMap(({ found }) => (found.omop ? [found.file] : [])))
  );
  readonly canBeExtract = $derived((this.inspection?.omop?.tables ?? 0) > 1 && this.#extractFolder !== '');
  readonly current = $derived(this.tables[this.selected]);
  /** The table to look at first: persons of an extract, else the first one. */
  readonly firstTable = $derived(this.asExtract ? this.#extractTables()[0] : this.chosen[0]?.name);
  /** Why it cannot be confirmed yet; empty when it can. */
  readonly obstacle = $derived(this.#obstacle());

  constructor(
    readonly sources: readonly SourceFile[],
    private readonly data: DataClient,
    private readonly taken: readonly string[],
    /** The cell whose choices are changed; without one, new cells are made. */
    readonly edited?: EditedCell
  ) {}

  async look(): Promise<void> {
    try {
      const inspection = await this.data.inspect(this.sources, this.#options());
      this.inspection = inspection;
      if (this.edited) return await this.#lookAgain(inspection, this.edited);
      this.tables = inspection.tables.map((found) => new TableChoice(found));
      this.#settleNames();
      this.asExtract = this.canBeExtract;
      if (!this.asExtract && this.tables.length > 0) await this.propose(0);
    } catch (error) {
      if (!this.#abort.signal.aborted) this.problem = error;
    } finally {
      this.progress = undefined;
    }
  }

  /** The one table of the cell, with all that the cell says of it: only what the file was is forgotten. */
  async #lookAgain({ tables }: Inspection, { id, wanted }: EditedCell): Promise<void> {
    const { file, inner, rows: _rows, fingerprint: _fingerprint, ...said } = wanted;
    const found = tables.find((one) => one.file === file && (inner === undefined || one.inner === inner));
    if (!found) return;
    const table = new TableChoice(found);
    table.name = id;
    table.wanted = said;
    this.tables = [table];
    await this.propose(0);
  }

  /** Shows how a table would be read, after a change of the person's. */
  async propose(index: number, change: Omit<WantedPlan, 'file'> = {}): Promise<void> {
    const table = this.tables[index];
    if (!table) return;
    this.selected = index;
    const changed = Object.keys(change).length > 0;
    if (table.proposal && !changed) return;
    table.wanted = merge(table.wanted, change);
    await (table.asked = this.#ask(table));
  }

  async #ask(table: TableChoice): Promise<void> {
    const turn = ++table.turn;
    table.busy = true;
    table.problem = undefined;
    try {
      const proposal = await this.data.propose(table.request, this.sources, this.#options());
      // An answer to an older wish is dropped.
      if (turn === table.turn) table.proposal = proposal;
    } catch (error) {
      if (!this.#abort.signal.aborted && turn === table.turn) table.problem = error;
    } finally {
      if (turn === table.turn) {
        table.busy = false;
        this.progress = undefined;
      }
    }
  }

  /** A column's type, unit or label as the person wants it; what was said of other columns stays. */
  async setColumn(index: number, name: string, change: Partial<ImportPlan['columns'][number]>): Promise<void> {
    const table = this.tables[index];
    // What was wished last may not be proposed yet: a second wish builds on the first.
    const wished = table?.wanted.columns?.find((column) => column.name === name);
    const shown = table?.proposal?.plan.columns.find((column) => column.name === name);
    await this.propose(index, { columns: [{ ...(wished ?? shown), name, ...change }] });
  }

  /** @returns the cells, or undefined where a question is still open (it is shown then) */
  async confirm(): Promise<readonly NewCell[] | undefined> {
    if (this.obstacle || this.chosen.length === 0) return undefined;
    this.confirming = true;
    try {
      // A wish of the last moment, also for a table that is not the one on show, is read as it was wished.
      do {
        for (const table of this.#singles()) {
          const index = this.tables.indexOf(table);
          await table.asked;
          if (!table.proposal) await this.propose(index);
          if (table.busy) continue;
          if (this.#abort.signal.aborted || !table.proposal || table.problem || table.proposal.questions.length > 0) {
            this.selected = index;
            return undefined;
          }
        }
      } while (this.#singles().some(({ busy, proposal }) => busy || !proposal));
      if (this.#abort.signal.aborted || this.obstacle || this.chosen.length === 0) return undefined;
      const cells: NewCell[] = this.asExtract ? [this.#extractCell()] : [];
      for (const { name, proposal } of this.#singles()) {
        if (proposal) cells.push({ kind: 'import', id: name, text: planText({ ...proposal.plan, name }) });
      }
      return cells;
    } finally {
      this.confirming = false;
    }
  }

  /** Ends whatever is being read. */
  close(): void {
    this.#abort.abort();
  }

  /** Persons first: everything else in an extract is about them. */
  #extractTables(): string[] {
    const tables = this.chosen.flatMap(({ found }) => (found.omop ? [found.omop.table] : []));
    return tables.sort((a, b) => Number(b === 'person') - Number(a === 'person'));
  }

  #extractCell(): NewCell {
    const tables = this.#extractTables();
    const file = this.#extractFolder;
    const id = this.taken.includes('extract') ? `extract_${this.taken.length}` : 'extract';
    return {
      kind: 'import',
      id,
      text: omopText({ file, version: this.inspection?.omop?.version ?? '5.4', tables, prefix: '' })
    };
  }

  #obstacle(): string {
    if (!this.inspection) return '';
    if (this.chosen.length === 0) return this.tables.length === 0 ? '' : importWords.noneChosen;
    const others = this.edited ? [] : this.taken;
    const seen = new Set(others.map((name) => name.toLowerCase()));
    for (const name of this.chosen.map((table) => this.#nameOf(table))) {
      if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return importWords.nameShape;
      if (seen.has(name.toLowerCase())) return importWords.nameTaken(name);
      seen.add(name.toLowerCase());
    }
    const single = this.#singles();
    const stopped = single.find(({ problem }) => problem !== undefined);
    if (stopped) return importWords.stopped(stopped.name);
    return single.some(({ proposal }) => proposal?.questions.length) ? importWords.question : '';
  }

  /** What is read by a cell of its own. */
  #singles(): readonly TableChoice[] {
    return this.chosen.filter((table) => !this.#isOfExtract(table));
  }

  /** Whether the extract's one cell reads it, under its OMOP name. */
  #isOfExtract({ found }: TableChoice): boolean {
    return this.asExtract && found.omop !== undefined;
  }

  #nameOf(table: TableChoice): string {
    return this.#isOfExtract(table) ? (table.found.omop?.table ?? table.name) : table.name;
  }

  /** A name that clashes gets a number, which the person sees and can change. */
  #settleNames(): void {
    const seen = new Set(this.taken.map((name) => name.toLowerCase()));
    for (const table of this.tables) {
      let name = table.name;
      for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${table.found.name}_${n}`;
      table.clashes = name !== table.name;
      table.name = name;
      seen.add(name.toLowerCase());
    }
  }

  #options() {
    return { signal: this.#abort.signal, progress: (progress: Progress) => (this.progress = progress) };
  }
}

/** Later wishes win; CSV options and columns merge one by one. */
function merge(wanted: Omit<WantedPlan, 'file'>, change: Omit<WantedPlan, 'file'>): Omit<WantedPlan, 'file'> {
  const csv = { ...wanted.csv, ...change.csv };
  // Another heading or delimiter makes other columns: what was said of the old ones no longer fits.
  const columnsGone =
    'header' in change ||
    'range' in change ||
    (change.csv && ('header' in change.csv || 'delimiter' in change.csv || 'encoding' in change.csv));
  const said = (wanted.columns ?? []).map((column) => {
    // An order for the whole file is an order for each column.
    const { dateOrder: _own, ...rest } = column;
    return change.csv?.dateOrder === undefined ? column : rest;
  });
  const columns = new Map((columnsGone ? [] : said).map((column) => [column.name, column]));
  for (const column of change.columns ?? []) columns.set(column.name, { ...columns.get(column.name), ...column });
  const { columns: _columns, ...rest } = { ...wanted, ...change };
  return {
    ...rest,
    ...(Object.keys(csv).length > 0 ? { csv } : {}),
    ...(columns.size > 0 ? { columns: [...columns.values()] } : {})
  };
}

/** The folder or archive that all files lie in. */
export function commonFolder(files: readonly string[]): string {
  const first = files[0]?.split('/') ?? [];
  let length = first.length - 1;
  while (length > 0 && !files.every((file) => file.startsWith(`${first.slice(0, length).join('/')}/`))) length--;
  return first.slice(0, Math.max(length, 0)).join('/');
}
