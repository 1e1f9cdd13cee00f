import type { PkRequest, PkStudy } from '$workers/clinical';
import type { Relation } from '$workers/data/contract';
import { TableBuilder } from '$workers/shared/column-builder';
import type { Column, Table } from '$workers/shared/table';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { tableInput } from '../inputs';
import { failPk as fail } from './failures';
import { readPerson, type ReadPerson } from './read-person';
import { readDoses, readLevels } from './read-record';
import { namesOf, type CurveSpec } from './spec';

export interface CurveOutput extends Omit<ReadPerson, 'inhibitor'> {
  show: 'curve';
  study: PkStudy;
  doses: number;
  /** Rows that lacked a time, an amount or a level. */
  leftOut: number;
  /** On the axis of the curve, hours. */
  inhibitor: { from: number; to: number } | undefined;
  /** The values stand in the text, not in a table of persons. */
  isWritten: boolean;
  relation: Relation;
}

const MICROSECONDS_AN_HOUR = 3.6e9;

/** One person's curve: `<id>`, what is read off it: `<id>_figures`, and the levels beside it: `<id>_levels`. */
export async function runCurve(spec: CurveSpec, context: RunContext): Promise<Outcome<CurveOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const relationOf = async (name: string | undefined) => (name === undefined ? undefined : tableInput(name, context));
  progress({ step: 'pk-read' });
  const read = await readPerson(spec, await relationOf(spec.patients), context);
  const doses = await readDoses(spec, await relationOf(spec.doses), context);
  const levels = await readLevels(spec, await relationOf(spec.levels), context);
  if (spec.who !== undefined && spec.doses !== undefined && doses?.table.rows === 0 && !spec.whatIf?.amount) {
    throw fail('pk-cell-no-doses', { who: spec.who, table: spec.doses }, { place: spec.placeOf('doses') });
  }
  const study = await engines.clinical.pkStudy(requestOf(spec, read, doses?.table, levels?.table), job);
  const tables = [dated(study.curve, study.origin), figureTable(study), dated(study.levels, study.origin)];
  const values = new Map<string, CellValue>();
  for (const [at, name] of namesOf(spec).entries()) {
    values.set(name, { type: 'table', relation: await engines.data.insert(name, tables[at] as Table, job) });
  }
  const { origin } = study;
  const hour = (micros: bigint) => Number(micros - (origin ?? 0n)) / MICROSECONDS_AN_HOUR;
  const { person, endogenous, inhibitor } = read;
  const output: CurveOutput = {
    show: 'curve',
    study,
    person,
    endogenous,
    doses: doses?.table.rows ?? 0,
    leftOut: (doses?.leftOut ?? 0) + (levels?.leftOut ?? 0),
    inhibitor: inhibitor && origin !== undefined ? { from: hour(inhibitor.from), to: hour(inhibitor.to) } : undefined,
    isWritten: [spec.patients, spec.doses, spec.levels].every((name) => name === undefined),
    relation: (values.get(spec.name) as { relation: Relation }).relation
  };
  return { output, values };
}

function requestOf(
  spec: CurveSpec,
  { person, endogenous }: ReadPerson,
  doses: Table | undefined,
  levels: Table | undefined
): PkRequest {
  const { model, residual, quantificationLimit, fromHour, toHour, thresholds, target, whatIf, seed } = spec;
  return {
    model,
    person,
    endogenous,
    thresholds,
    seed,
    ...(doses && { doses }),
    ...(levels && { levels }),
    ...(residual && { residual }),
    ...(quantificationLimit !== undefined && { quantificationLimit }),
    ...(fromHour !== undefined && { fromHour }),
    ...(toHour !== undefined && { toHour }),
    ...(target && { target }),
    ...(whatIf && { whatIf })
  };
}

/** With the point in time beside the hours, where there is one. */
function dated(table: Table, origin: bigint | undefined): Table {
  const [time, ...rest] = table.columns as [Column, ...Column[]];
  if (origin === undefined) return table;
  const values = BigInt64Array.from(
    time.values as Float64Array,
    (hours) => origin + BigInt(Math.round(hours * MICROSECONDS_AN_HOUR))
  );
  return { rows: table.rows, columns: [time, { name: 'date_time', type: 'timestamp', values }, ...rest] };
}

function figureTable({ figures }: PkStudy): Table {
  const builder = new TableBuilder([
    { name: 'figure', type: 'text' },
    { name: 'threshold', type: 'float64', unit: 'IU/dL' },
    { name: 'value', type: 'float64' },
    { name: 'lower', type: 'float64' },
    { name: 'upper', type: 'float64' },
    { name: 'population', type: 'float64' },
    { name: 'unit', type: 'text' }
  ]);
  for (const { name, threshold, value, lower, upper, population, unit } of figures) {
    builder.push(name, threshold, value, lower, upper, population, unit);
  }
  return builder.finish();
}
