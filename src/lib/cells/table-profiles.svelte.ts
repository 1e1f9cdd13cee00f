import type { Relation } from '$workers/data/contract';
import type { JobOptions } from '$workers/shared/job';
import type { ColumnDetails, ColumnProfile, TableProfile } from '$workers/shared/profile';
import { noiseRows } from '$workers/shared/profile';
import type { ColumnFilter } from '$workers/shared/table-view';

/** What profiles are asked of. */
export interface ProfileEngine {
  profile(
    request: { name: string; columns: readonly string[]; filters?: readonly ColumnFilter[] },
    options?: JobOptions
  ): Promise<TableProfile>;
  details(
    request: { name: string; column: string; filters?: readonly ColumnFilter[]; today: string },
    options?: JobOptions
  ): Promise<ColumnDetails>;
}

/** After a table is visible so much time passes before its columns are looked at; a filter is waited for as long. */
const patienceMilliseconds = 300;
/** Columns that scrolling brings are asked for together. */
const togetherMilliseconds = 20;
/** Columns of one scan. */
const columnsAtOnce = 20;

interface Batch {
  columns: readonly string[];
  /** Nobody sees them yet. */
  ahead: boolean;
  controller: AbortController;
}

/**
 * Profiles of one result's columns, asked for when they are seen and kept as long as the result. Columns that are
 * scrolled away are not waited for.
 */
export class TableProfiles {
  #version = $state(0);
  readonly #known = new Map<string, ColumnProfile>();
  readonly #seen = new Map<string, number>();
  readonly #failed = new Set<string>();
  readonly #details = new Map<string, Promise<ColumnDetails>>();
  #sample: number | undefined;
  #rows: number | undefined;
  #filters: readonly ColumnFilter[] = [];
  #batch: Batch | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience = patienceMilliseconds;

  constructor(
    private readonly engine: ProfileEngine,
    private readonly relation: Relation
  ) {}

  /** For ten rows and fewer a picture is noise. */
  get worthwhile(): boolean {
    return (this.relation.rows ?? Infinity) > noiseRows;
  }

  /** How many rows were drawn, of how many; undefined where all were looked at. */
  get sample(): { rows: number; of: number } | undefined {
    void this.#version;
    return this.#sample === undefined || this.#rows === undefined ? undefined : { rows: this.#sample, of: this.#rows };
  }

  /** The column under the filter that is set; while that is counted, as it was before. */
  of(column: string): ColumnProfile | undefined {
    void this.#version;
    return this.#known.get(keyOf(column, this.#filters)) ?? this.#known.get(keyOf(column, []));
  }

  /** The rows that the table shows now: strips follow. */
  filterBy(filters: readonly ColumnFilter[]): void {
    if (keyOf('', filters) === keyOf('', this.#filters)) return;
    this.#filters = filters;
    this.#batch?.controller.abort();
    this.#version++;
    this.#patience = patienceMilliseconds;
    this.#soon();
  }

  /** A column is on the screen. @returns that it is no more */
  see(column: string): () => void {
    this.#seen.set(column, (this.#seen.get(column) ?? 0) + 1);
    // Who is seen goes before those that are read ahead.
    if (this.#batch?.ahead && !this.#batch.columns.includes(column) && this.#isUnknown(column)) {
      this.#batch.controller.abort();
    }
    this.#soon();
    return () => {
      const left = (this.#seen.get(column) ?? 1) - 1;
      if (left > 0) this.#seen.set(column, left);
      else this.#seen.delete(column);
      const gone = this.#seen.size === 0;
      if (gone) this.#rest();
      // What is read ahead goes on while the table is scrolled aside: that is what it is for.
      const batch = this.#batch;
      const idle = batch && !batch.ahead && !batch.columns.some((one) => this.#seen.has(one));
      if (gone || idle) batch?.controller.abort();
    };
  }

  /** Everything about one column, for its card. */
  details(column: string, options: JobOptions): Promise<ColumnDetails> {
    const key = keyOf(column, this.#filters);
    const known = this.#details.get(key);
    if (known) return known;
    const today = new Date().toISOString().slice(0, 10);
    const asked = this.engine.details({ name: this.relation.name, column, filters: this.#filters, today }, options);
    this.#details.set(key, asked);
    asked.catch(() => this.#details.delete(key));
    return asked;
  }

  /** Nobody looks: who comes back is waited for again. */
  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#patience = patienceMilliseconds;
  }

  #soon(): void {
    if (this.#timer !== undefined || this.#batch || this.#seen.size === 0 || !this.worthwhile) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#patience = togetherMilliseconds;
      void this.#next();
    }, this.#patience);
  }

  #isUnknown(column: string): boolean {
    const key = keyOf(column, this.#filters);
    return !this.#known.has(key) && !this.#failed.has(key);
  }

  async #next(): Promise<void> {
    const filters = this.#filters;
    const unknown = (column: string) => this.#isUnknown(column);
    if (this.#batch || this.#seen.size === 0) return;
    const wanted = [...this.#seen.keys()].filter(unknown);
    // Then the first twenty, so that scrolling aside finds them there.
    const ahead = this.relation.columns
      .slice(0, columnsAtOnce)
      .map(({ name }) => name)
      .filter(unknown);
    const columns = (wanted.length > 0 ? wanted : ahead).slice(0, columnsAtOnce);
    if (columns.length === 0) return;
    const batch = { columns, ahead: wanted.length === 0, controller: new AbortController() };
    this.#batch = batch;
    try {
      const request = { name: this.relation.name, columns, filters };
      const profile = await this.engine.profile(request, { signal: batch.controller.signal });
      for (const column of profile.columns) this.#known.set(keyOf(column.name, filters), column);
      this.#sample = profile.sample;
      this.#rows = profile.rows;
    } catch {
      // A strip that cannot be drawn is left out; whoever asks for the card is told why.
      if (!batch.controller.signal.aborted) for (const column of columns) this.#failed.add(keyOf(column, filters));
    } finally {
      this.#batch = undefined;
      this.#version++;
    }
    if (batch.controller.signal.aborted) this.#soon();
    else void this.#next();
  }
}

function keyOf(column: string, filters: readonly ColumnFilter[]): string {
  return JSON.stringify([column, filters]);
}

const kept = new WeakMap<Relation, TableProfiles>();

/** The profiles of a result: grid and data panel share them. A result that is made anew is looked at anew. */
export function profilesOf(engine: ProfileEngine, relation: Relation): TableProfiles {
  let profiles = kept.get(relation);
  if (!profiles) {
    profiles = new TableProfiles(engine, relation);
    kept.set(relation, profiles);
  }
  return profiles;
}
