import type { Table } from '../shared/table';
import type { Relation, RelationColumn } from './contract';
import type { Described, Duck } from './duck';
import { quoteName } from './duck';
import { fail } from './errors';
import { columnTypeOf, parseSqlType } from './sql-type';

/** Unit and label of a column, by its name in lower case. */
export type ColumnNotes = ReadonlyMap<string, { unit?: string; label?: string }>;

/** What the engine knows beside the relation itself. */
export interface Held {
  relation: Relation;
  /** Where its rows are read from in a fixed order, as SQL; undefined: a view not made a table yet. */
  source: string | undefined;
  /** Filtered and sorted views whose row numbers are kept (arrange.ts), the newest last. */
  arrangements?: Map<string, { table: string; rows: number }>;
  /** Where the text that was last looked for stands (find.ts). */
  hits?: { key: string; table: string; rows: number };
  /** The relation that this one is another name of. */
  alias?: string;
  /** The relations that a view reads, by name. */
  reads?: readonly string[];
  /** Variables of the connection that its view reads. */
  variables?: readonly string[];
  /** The table of columns that its view shows beside the rows of the one table that it reads (widen.ts). */
  beside?: string;
  /** That table was replaced or removed: the rows of this view are gone. */
  outdated?: boolean;
}

/** Names compare without case, as in SQL. */
export class Relations {
  readonly #held = new Map<string, Held>();

  constructor(private readonly duck: Duck) {}

  /**
   * Takes a table or view that was just created in schema main into the list. Also the import room's way in.
   * @param kind `file`: a view over a file read in place, whose own order is fixed
   */
  async adopt(
    name: string,
    kind: Relation['kind'],
    more: { rows?: number; notes?: ColumnNotes; described?: readonly Described[] } = {}
  ): Promise<Relation> {
    const described = more.described ?? (await this.duck.describe(`FROM main.${quoteName(name)}`));
    const relation: Relation = {
      name,
      kind,
      rows: more.rows,
      columns: described.map((column) => relationColumn(column, more.notes))
    };
    this.put({ relation, source: kind === 'view' ? undefined : `main.${quoteName(name)}` });
    return relation;
  }

  put(held: Held): void {
    this.#held.set(held.relation.name.toLowerCase(), held);
  }

  find(name: string): Held | undefined {
    return this.#held.get(name.toLowerCase());
  }

  /** @throws `relation-unknown`, `relation-outdated` */
  need(name: string): Held {
    const held = this.find(name);
    if (!held) throw fail('relation-unknown', { name });
    if (held.outdated) throw fail('relation-outdated', { name });
    return held;
  }

  /** Forgets a relation; what stands beside its rows is outdated from then on. */
  delete(name: string): void {
    for (const { relation } of this.wideningsOf(name)) {
      const { beside: _, ...held } = this.need(relation.name);
      this.put({ ...held, outdated: true });
    }
    this.#held.delete(name.toLowerCase());
  }

  /** The views whose columns stand beside the rows of a relation. */
  wideningsOf(name: string): readonly (Held & { beside: string })[] {
    const key = name.toLowerCase();
    return [...this.#held.values()].filter(
      (held): held is Held & { beside: string } =>
        held.beside !== undefined && (held.reads ?? []).some((read) => read.toLowerCase() === key)
    );
  }

  all(): readonly Relation[] {
    return [...this.#held.values()].map((held) => held.relation);
  }

  /** The files read in place that these relations are, or are made of. A table holds its rows itself. */
  inPlace(names: readonly string[], seen = new Set<string>()): readonly string[] {
    return names.flatMap((name) => {
      const held = this.find(name);
      if (!held || seen.has(held.relation.name)) return [];
      seen.add(held.relation.name);
      if (held.relation.kind === 'file') return [held.relation.name];
      return held.relation.kind === 'view' ? this.inPlace(held.reads ?? [], seen) : [];
    });
  }

  names(): readonly string[] {
    return this.all().map((relation) => relation.name);
  }

  /** Units and labels of some relations' columns. Where two disagree on a name, neither is kept. */
  notesOf(names: readonly string[]): ColumnNotes {
    const notes = new Map<string, { unit?: string; label?: string }>();
    const disputed = new Set<string>();
    for (const column of names.flatMap((name) => this.find(name)?.relation.columns ?? [])) {
      const key = column.name.toLowerCase();
      const note = noteOf(column);
      if (note.unit === undefined && note.label === undefined) continue;
      const known = notes.get(key);
      if (known && (known.unit !== note.unit || known.label !== note.label)) disputed.add(key);
      notes.set(key, note);
    }
    for (const key of disputed) notes.delete(key);
    return notes;
  }
}

function relationColumn({ name, sqlType }: Described, notes?: ColumnNotes): RelationColumn {
  return { name, type: columnTypeOf(parseSqlType(sqlType)), sqlType, ...notes?.get(name.toLowerCase()) };
}

export function noteOf({ unit, label }: { unit?: string; label?: string }): { unit?: string; label?: string } {
  return { ...(unit !== undefined && { unit }), ...(label !== undefined && { label }) };
}

/** Columns of a result with the units and labels of the relation they come from, by name. */
export function withNotes(table: Table, relation: Relation): Table {
  const notes = new Map(relation.columns.map((column) => [column.name, noteOf(column)]));
  return { ...table, columns: table.columns.map((column) => ({ ...column, ...notes.get(column.name) })) };
}
