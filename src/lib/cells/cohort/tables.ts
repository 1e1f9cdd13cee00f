import type { Relation, RelationColumn } from '$workers/data/contract';
import { columnOf } from '../columns';
import { quoted } from '../sql-name';
import { failCohort as fail } from './failures';
import { clockOf, columnFor, sortOf, type Clock } from './recognise';
import type { CohortSpec, EntryEvent, Rows, Step } from './spec';
import type { MeantRows } from './sql/rows';

/** A column that belongs to the entry or to its person, as SQL where both are joined. */
export interface OwnColumn {
  column: RelationColumn;
  table: string;
  sql: string;
}

/** The tables of a cohort with the columns that matter found in them. */
export class CohortTables {
  readonly from: Relation;
  readonly person: { relation: Relation; id: RelationColumn } | undefined;
  readonly personId: RelationColumn;
  readonly clock: Clock;
  /** The table that holds the entries: the one named, or the one in which several events were put together. */
  entries: { name: string; gathered: boolean };

  /** @throws `no-column`, `cohort-no-role`, `cohort-not-a-time`, `cohort-person-types` */
  constructor(
    private readonly spec: CohortSpec,
    private readonly relationOf: (name: string) => Relation
  ) {
    const { entry, placeOf } = spec;
    this.from = relationOf(spec.from);
    this.entries = { name: this.from.name, gathered: false };
    this.personId = columnFor(this.from, 'person', {
      name: entry.person_id,
      key: 'person_id',
      place: placeOf('entry', 'person_id')
    });
    this.clock = clockOf(this.from, { name: entry.date, key: 'date', place: placeOf('entry', 'date') });
    if (spec.person !== undefined) {
      const relation = relationOf(spec.person);
      this.person = { relation, id: this.#personIn(relation, undefined, placeOf('person')) };
    }
  }

  /** The rows that an event or a value is about, and when and whose they are. */
  rowsOf(rows: Rows, step: Step, kind: string): MeantRows {
    return this.rowsAt({ ...rows, placeOf: (...keys) => step.placeOf(kind, ...keys) });
  }

  /** The rows that a part of the text names; without a table, those of the table of entries. */
  rowsAt(rows: Omit<EntryEvent, 'end_date'>): MeantRows {
    if (rows.table === undefined || rows.table.toLowerCase() === this.spec.from.toLowerCase()) {
      const clock = rows.date === undefined ? () => this.clock : this.#clockIn(this.from, rows);
      return { rows, relation: this.from, id: this.personId, clock };
    }
    const relation = this.relationOf(rows.table);
    const id = this.#personIn(relation, rows.person_id, rows.placeOf('person_id'));
    return { rows, relation, id, clock: this.#clockIn(relation, rows) };
  }

  /** A table of one or several rows a person, with one of its columns. */
  ofPersons(key: 'period' | 'death'): { relation: Relation; id: RelationColumn } | undefined {
    const name = this.spec[key];
    if (name === undefined) return undefined;
    const relation = this.relationOf(name);
    return { relation, id: this.#personIn(relation, undefined, this.spec.placeOf(key)) };
  }

  /** A column of the entry, else of its person. @throws `no-column` */
  own(name: string, place: ReturnType<Step['placeOf']>): OwnColumn {
    const folded = name.toLowerCase();
    const has = (relation: Relation | undefined) =>
      relation?.columns.some((column) => column.name.toLowerCase() === folded);
    const { person } = this;
    if (person && !has(this.from) && has(person.relation)) return this.#owned(person.relation, 'person', name);
    const column = columnOf(this.from, name, place);
    return { column, table: this.from.name, sql: `entry.${quoted(column.name)}` };
  }

  /** The first of the two that has a column of this role. */
  ownRole(find: (relation: Relation) => RelationColumn | undefined): OwnColumn | undefined {
    const inEntry = find(this.from);
    if (inEntry) return this.#owned(this.from, 'entry', inEntry.name);
    const inPerson = this.person && find(this.person.relation);
    return this.person && inPerson && this.#owned(this.person.relation, 'person', inPerson.name);
  }

  #owned(relation: Relation, alias: string, name: string): OwnColumn {
    const column = columnOf(relation, name);
    return { column, table: relation.name, sql: `${alias}.${quoted(column.name)}` };
  }

  #clockIn(relation: Relation, { date, placeOf }: Omit<EntryEvent, 'end_date'>): () => Clock {
    // Only a window needs the time: a table without one can still be counted.
    return () => clockOf(relation, { name: date, key: 'date', place: placeOf('date') });
  }

  #personIn(relation: Relation, name: string | undefined, place: ReturnType<Step['placeOf']>): RelationColumn {
    const same = name === undefined ? this.#sameName(relation) : undefined;
    const id = same ?? columnFor(relation, 'person', { name, key: 'person_id', place });
    const [first, second] = [sortOf(this.personId), sortOf(id)];
    if (first === second) return id;
    const values = { one: this.from.name, first, other: relation.name, second };
    throw fail('cohort-person-types', values, { place });
  }

  /** Where a table's own column is called as that of the entries, it is the person there too. */
  #sameName(relation: Relation): RelationColumn | undefined {
    return relation.columns.find(({ name }) => name.toLowerCase() === this.personId.name.toLowerCase());
  }
}
