import type { Relation } from '$workers/data/contract';
import type { Column, Table } from '$workers/shared/table';
import type { RunContext } from '$lib/notebook/kind';
import { quoted } from '../sql-name';
import { failPk as fail } from './failures';
import { found, needed, unitOf, type Sought } from './sources';
import type { CurveSpec } from './spec';

export interface ReadTable {
  table: Table;
  /** Rows of the person without a time, an amount or a level. */
  leftOut: number;
}

/** The doses that the text says, or those of the person in the table. */
export async function readDoses(
  { given, who, placeOf }: CurveSpec,
  relation: Relation | undefined,
  context: RunContext
): Promise<ReadTable | undefined> {
  if (given) {
    const columns = [
      float(
        'time',
        given.map(({ hour }) => hour)
      ),
      float(
        'amount',
        given.map(({ iu }) => iu)
      ),
      {
        ...float(
          'duration',
          given.map(({ minutes = 0 }) => minutes)
        ),
        unit: 'min'
      }
    ];
    return { table: { rows: given.length, columns }, leftOut: 0 };
  }
  if (!relation) return undefined;
  const flag = found(relation, 'given');
  const wasGiven = flag ? `COALESCE(CAST(${quoted(flag.name)} AS INTEGER), 1) <> 0` : 'true';
  return rowsOf(relation, ['time', 'amount'], ['duration'], {
    who,
    usable: (name) => `${name('time')} IS NOT NULL AND ${name('amount')} IS NOT NULL`,
    among: wasGiven,
    place: placeOf('doses'),
    context
  });
}

/** The levels that the text says, or those of the person in the table. */
export async function readLevels(
  { measured, who, placeOf }: CurveSpec,
  relation: Relation | undefined,
  context: RunContext
): Promise<ReadTable | undefined> {
  if (measured) {
    const columns: Column[] = [
      float(
        'time',
        measured.map(({ hour }) => hour)
      ),
      float(
        'level',
        measured.map(({ level = 0 }) => level)
      ),
      { name: 'below', type: 'bool', values: Uint8Array.from(measured, ({ below }) => (below ? 1 : 0)) }
    ];
    return { table: { rows: measured.length, columns }, leftOut: 0 };
  }
  if (!relation) return undefined;
  const below = found(relation, 'below');
  const isBelow = below ? `COALESCE(CAST(${quoted(below.name)} AS INTEGER), 0) <> 0` : 'false';
  return rowsOf(relation, ['time', 'level'], ['below', 'unit'], {
    who,
    usable: (name) => `${name('time')} IS NOT NULL AND (${name('level')} IS NOT NULL OR ${isBelow})`,
    among: 'true',
    place: placeOf('levels'),
    context
  });
}

interface Asked {
  who: string | undefined;
  /** What a row must have, by the quoted name of a column. */
  usable: (name: (what: Sought) => string) => string;
  /** Rows that do not fulfil it are not meant at all. */
  among: string;
  place: ReturnType<CurveSpec['placeOf']>;
  context: RunContext;
}

async function rowsOf(
  relation: Relation,
  must: readonly Sought[],
  may: readonly Sought[],
  { who, usable, among, place, context: { engines, signal } }: Asked
): Promise<ReadTable> {
  const taken = [
    ...must.map((what) => ({ what, column: needed(relation, what) })),
    ...may.flatMap((what) => {
      const column = found(relation, what);
      return column ? [{ what, column }] : [];
    })
  ];
  const name = (what: Sought) => quoted(needed(relation, what).name);
  const id = found(relation, 'person_id');
  if (id && who === undefined) {
    const sql = `SELECT count(DISTINCT ${quoted(id.name)})::DOUBLE FROM ${quoted(relation.name)}`;
    const persons = await engines.data.query(sql, [], { signal });
    if (Number(persons.columns[0]?.values[0]) > 1) {
      throw fail('pk-cell-many', { table: relation.name }, { place });
    }
  }
  const theirs = id && who !== undefined ? `CAST(${quoted(id.name)} AS VARCHAR) = ?` : 'true';
  const from = `FROM ${quoted(relation.name)} WHERE ${theirs} AND (${among})`;
  const values = id && who !== undefined ? [who] : [];
  const columns = taken.map(({ column }) => quoted(column.name)).join(', ');
  const sql = `SELECT ${columns} ${from} AND (${usable(name)}) ORDER BY ${name('time')}`;
  const table = await engines.data.query(sql, values, { signal });
  const count = await engines.data.query(`SELECT count(*)::DOUBLE ${from}`, values, { signal });
  return {
    table: {
      rows: table.rows,
      columns: taken.map(({ what, column }, at) => {
        const unit = unitOf(column);
        return { ...(table.columns[at] as Column), name: what, ...(unit !== undefined && { unit }) } as Column;
      })
    },
    leftOut: Number(count.columns[0]?.values[0]) - table.rows
  };
}

const float = (name: string, values: readonly number[]) => ({
  name,
  type: 'float64' as const,
  values: Float64Array.from(values)
});
