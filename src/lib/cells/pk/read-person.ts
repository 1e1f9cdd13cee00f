import type { Person } from '$workers/clinical';
import { PK_MODELS } from '$workers/clinical/contract';
import type { Relation } from '$workers/data/contract';
import type { RunContext } from '$lib/notebook/kind';
import { exactValue, type ExactValue } from '../column-values';
import { quoted } from '../sql-name';
import { failPk as fail } from './failures';
import { found, needed, type Sought } from './sources';
import type { CurveSpec } from './spec';

export interface ReadPerson {
  person: Person;
  endogenous: number;
  /** µs since 1970, where the table says when an inhibitor was there. */
  inhibitor: { from: bigint; to: bigint } | undefined;
}

const wanted = [
  'weight',
  'age',
  'endogenous',
  'type',
  'inhibitor_from',
  'inhibitor_to'
] as const satisfies readonly Sought[];

/** The person as the text says, and for the rest the table. */
export async function readPerson(
  spec: CurveSpec,
  patients: Relation | undefined,
  context: RunContext
): Promise<ReadPerson> {
  const row = patients ? await rowOf(spec, patients, context) : new Map<Sought, ExactValue>();
  checkType(spec, row.get('type'));
  const number = (written: number | undefined, what: Sought): number => {
    const value = written ?? row.get(what);
    if (typeof value === 'number') return value;
    if (value === undefined || value === null) {
      throw fail('pk-cell-value', { who: spec.who, column: what }, { place: spec.placeOf('who') });
    }
    const exact = Number(value);
    if (Number.isFinite(exact)) return exact;
    throw fail('pk-cell-value', { who: spec.who, column: what }, { place: spec.placeOf('who') });
  };
  const { weight_kg, age_y, plasma_derived } = spec.person;
  const [from, to] = (['inhibitor_from', 'inhibitor_to'] as const).map((what) => micros(row.get(what)));
  return {
    person: {
      weightKg: number(weight_kg, 'weight'),
      ageYears: number(age_y, 'age'),
      ...(plasma_derived !== undefined && { plasmaDerived: plasma_derived })
    },
    endogenous: spec.endogenous ?? (row.get('endogenous') == null ? 0 : number(undefined, 'endogenous')),
    inhibitor: from === undefined || to === undefined ? undefined : { from, to }
  };
}

const micros = (value: ExactValue | undefined): bigint | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(`${value}Z`))
    ? BigInt(Date.parse(`${value}Z`)) * 1000n
    : undefined;

async function rowOf(
  spec: CurveSpec,
  patients: Relation,
  { engines, signal }: RunContext
): Promise<Map<Sought, ExactValue>> {
  const id = needed(patients, 'person_id');
  const columns = wanted.flatMap((what) => {
    const column = found(patients, what);
    return column ? [{ what, name: column.name }] : [];
  });
  const selected = ['1', ...columns.map(({ name }) => quoted(name))].join(', ');
  const sql = `SELECT ${selected} FROM ${quoted(patients.name)} WHERE CAST(${quoted(id.name)} AS VARCHAR) = ? LIMIT 2`;
  const table = await engines.data.query(sql, [spec.who ?? ''], { signal });
  const place = { place: spec.placeOf('who') };
  if (table.rows === 0) throw fail('pk-cell-nobody', { who: spec.who, table: patients.name }, place);
  if (table.rows > 1) throw fail('pk-cell-twice', { who: spec.who, table: patients.name }, place);
  return new Map(
    columns.map(({ what }, at) => {
      const column = table.columns[at + 1];
      return [what, column ? exactValue(column, 0) : null];
    })
  );
}

/** A curve of factor VIII of a person with haemophilia B would be nonsense that looks right. */
function checkType(spec: CurveSpec, type: ExactValue | undefined): void {
  if (!('name' in spec.model) || typeof type !== 'string') return;
  const { name } = spec.model;
  const model = PK_MODELS.find((one) => one.name === name);
  if (!model || !/^[AB]$/i.test(type) || model.type === type.toUpperCase()) return;
  throw fail('pk-cell-type', { who: spec.who, type, model: model.title }, { place: spec.placeOf('model') });
}
