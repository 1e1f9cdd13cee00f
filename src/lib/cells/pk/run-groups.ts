import type { BleedingGroup } from '$workers/clinical';
import type { Relation } from '$workers/data/contract';
import { TableBuilder } from '$workers/shared/column-builder';
import { isPresent } from '$workers/shared/exact-text';
import type { Column, Table } from '$workers/shared/table';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { tableInput } from '../inputs';
import { quoted } from '../sql-name';
import { found, needed } from './sources';
import { namesOf, type AdherenceSpec, type BleedingSpec } from './spec';

export interface BleedingOutput {
  show: 'bleeding' | 'inhibitor';
  groups: readonly BleedingGroup[];
  /** Persons without years at risk. */
  leftOut: number;
  /** Bleeds of nobody in the table of patients. */
  strangers: number;
  relation: Relation;
}

/** Bleeding rates of persons: `<id>`, and of groups: `<id>_groups`. */
export async function runBleeding(spec: BleedingSpec, context: RunContext): Promise<Outcome<BleedingOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  progress({ step: 'pk-read' });
  const patients = await tableInput(spec.patients, context);
  const bleeds = await tableInput(spec.bleeds, context);
  const id = quoted(needed(patients, 'person_id').name);
  const of = quoted(needed(bleeds, 'person_id').name);
  const [from, theirs] = [quoted(patients.name), quoted(bleeds.name)];
  const sql = spec.show === 'inhibitor' ? inhibitorSql(patients, bleeds) : bleedingSql(spec, patients, bleeds);
  const table = await engines.data.query(sql, [], job);
  const counts = await engines.data.query(
    `SELECT (SELECT count(DISTINCT ${id}) FROM ${from})::DOUBLE,
      (SELECT count(*) FROM ${theirs} WHERE ${of} IS NULL OR ${of} NOT IN (SELECT ${id} FROM ${from} WHERE ${id} IS NOT NULL))::DOUBLE`,
    [],
    { signal }
  );
  const [persons, strangers] = counts.columns.map(({ values }) => Number(values[0]));
  const found = await engines.clinical.bleedingGroups(table, job);
  const tables = [found.persons, groupTable(found.groups)];
  const values = new Map<string, CellValue>();
  for (const [at, name] of namesOf(spec).entries()) {
    values.set(name, { type: 'table', relation: await engines.data.insert(name, tables[at] as Table, job) });
  }
  const counted = new Set(found.persons.columns[0]?.values as BigInt64Array).size;
  const output: BleedingOutput = {
    show: spec.show,
    groups: found.groups,
    leftOut: (persons ?? 0) - counted,
    strangers: strangers ?? 0,
    relation: (values.get(spec.name) as { relation: Relation }).relation
  };
  return { output, values };
}

function bleedingSql(spec: BleedingSpec, patients: Relation, bleeds: Relation): string {
  const id = quoted(needed(patients, 'person_id').name);
  const of = quoted(needed(bleeds, 'person_id').name);
  const years = quoted(needed(patients, 'years').name);
  const by = spec.by === undefined ? undefined : quoted(columnOf(patients, spec.by, spec.placeOf('by')).name);
  const group = by === undefined ? '' : `, COALESCE(CAST(p.${by} AS VARCHAR), '') AS "group"`;
  return `SELECT p.${id} AS person_id, COALESCE(b.n, 0)::INTEGER AS bleeds, p.${years}::DOUBLE AS years${group}
    FROM ${quoted(patients.name)} p
    LEFT JOIN (SELECT ${of} AS person, count(*) AS n FROM ${quoted(bleeds.name)} GROUP BY ALL) b ON b.person = p.${id}
    WHERE p.${id} IS NOT NULL AND p.${years} > 0
    ORDER BY ${by === undefined ? '' : `"group", `}p.${id}`;
}

/** The time of each person with an inhibitor and without one, and the bleeds in it. */
function inhibitorSql(patients: Relation, bleeds: Relation): string {
  const column = (relation: Relation, what: Parameters<typeof needed>[1]) => quoted(needed(relation, what).name);
  const id = column(patients, 'person_id');
  const start = column(patients, 'observed_from');
  const years = column(patients, 'years');
  const [from, to] = [column(patients, 'inhibitor_from'), column(patients, 'inhibitor_to')];
  return `WITH observed AS (
      SELECT ${id} AS person, ${start}::TIMESTAMP AS begins, ${years}::DOUBLE AS years,
        ${start}::TIMESTAMP + to_microseconds(CAST(${years} * 365.25 * 86400e6 AS BIGINT)) AS ends,
        ${from}::TIMESTAMP AS since, ${to}::TIMESTAMP AS until
      FROM ${quoted(patients.name)}
      WHERE ${id} IS NOT NULL AND ${start} IS NOT NULL AND ${years} > 0
    ), split AS (
      SELECT *, CASE WHEN since IS NULL THEN 0 ELSE greatest(0, epoch(least(ends, COALESCE(until, ends))) -
        epoch(greatest(begins, since))) / 86400 / 365.25 END AS inhibited
      FROM observed
    ), bled AS (
      SELECT s.person, (since IS NOT NULL AND b.${column(bleeds, 'time')} >= since
        AND b.${column(bleeds, 'time')} < COALESCE(until, ends)) AS during, count(*) AS n
      FROM ${quoted(bleeds.name)} b JOIN split s ON s.person = b.${column(bleeds, 'person_id')}
      GROUP BY ALL
    ), parts AS (
      SELECT person, true AS during, inhibited AS years, 'during' AS "group", 3 AS place FROM split WHERE inhibited > 0
      UNION ALL
      SELECT person, false, years - inhibited, if(inhibited > 0, 'before or after', 'never'), if(inhibited > 0, 2, 1)
      FROM split WHERE years - inhibited > 1e-9
    )
    SELECT parts.person AS person_id, COALESCE(n, 0)::INTEGER AS bleeds, parts.years::DOUBLE AS years, "group"
    FROM parts LEFT JOIN bled USING (person, during)
    ORDER BY place, person_id`;
}

function groupTable(groups: readonly BleedingGroup[]): Table {
  const figures = ['persons', 'bleeds', 'years', 'rate', 'lower', 'upper', 'dispersion'] as const;
  const units: Partial<Record<(typeof figures)[number], string>> = {
    years: 'years',
    rate: '1/year',
    lower: '1/year',
    upper: '1/year'
  };
  const builder = new TableBuilder([
    { name: 'group', type: 'text' },
    ...figures.map((name) => {
      const unit = units[name];
      return { name, type: 'float64' as const, ...(unit !== undefined && { unit }) };
    }),
    { name: 'bleed_free', type: 'float64' }
  ]);
  for (const group of groups) builder.push(group.name, ...figures.map((name) => group[name]), group.bleedFree);
  return builder.finish();
}

export interface AdherenceOutput {
  show: 'adherence';
  /** Shares of planned doses taken, a person each, rising. */
  shares: Float64Array;
  planned: number;
  taken: number;
  /** Longest time without a dose of each person who has one, hours, rising. */
  gaps: Float64Array;
  relation: Relation;
}

/** How far each person kept to the plan: `<id>`. */
export async function runAdherence(spec: AdherenceSpec, context: RunContext): Promise<Outcome<AdherenceOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  progress({ step: 'pk-read' });
  const doses = await tableInput(spec.doses, context);
  const [id, planned, time] = (['person_id', 'planned', 'time'] as const).map((what) =>
    quoted(needed(doses, what).name)
  );
  const flag = found(doses, 'given');
  const wasGiven = flag ? ` AND COALESCE(CAST(${quoted(flag.name)} AS INTEGER), 1) <> 0` : '';
  // A dose on demand was never planned: it keeps to no plan.
  const select = (of: string, where: string) =>
    engines.data.query(
      `SELECT ${id} AS person_id, ${of} AS "time" FROM ${quoted(doses.name)} WHERE ${id} IS NOT NULL AND ${where} ORDER BY 1, 2`,
      [],
      { signal }
    );
  const plan = await select(planned as string, `${planned} IS NOT NULL`);
  const given = await select(time as string, `${planned} IS NOT NULL AND ${time} IS NOT NULL${wasGiven}`);
  const table = await engines.clinical.adherenceByPerson(plan, given, spec.toleranceHours, job);
  const relation = await engines.data.insert(spec.name, table, job);
  const column = (name: string) => presentIn(table.columns.find((one) => one.name === name) as Column, table.rows);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const output: AdherenceOutput = {
    show: 'adherence',
    shares: column('share').sort(),
    planned: sum(column('planned')),
    taken: sum(column('taken')),
    gaps: column('longest_gap').sort(),
    relation
  };
  return { output, values: new Map([[spec.name, { type: 'table', relation }]]) };
}

function presentIn(column: Column, rows: number): Float64Array {
  const present = Array.from({ length: rows }, (_, row) => row).filter((row) => isPresent(column, row));
  return Float64Array.from(present, (row) => Number(column.values[row]));
}
