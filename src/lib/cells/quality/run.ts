import {
  qualityChecks,
  qualityOf,
  qualityTable,
  type QualityOptions,
  type QualityReport
} from '$workers/clinical/quality';
import type { Relation } from '$workers/data/contract';
import { AppError, at } from '$workers/shared/errors';
import type { Progress } from '$workers/shared/job';
import { qualityWords as words } from '$lib/messages/quality';
import type { Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { tableInputs } from '../inputs';
import { failQuality as fail } from './failures';
import { cdmNameOf } from './recognise';
import { needsOf, type QualitySpec } from './spec';

/** What a quality cell shows. */
export interface QualityOutput {
  report: QualityReport;
  /** The notebook's tables by their names in the CDM. */
  tables: Readonly<Record<string, string>>;
  /** The report as a table that others can use. */
  relation: Relation;
}

/** Asks the data engine one query a check; no row leaves it. */
export async function runQuality(spec: QualitySpec, context: RunContext): Promise<Outcome<QualityOutput>> {
  const { data } = context.engines;
  const { signal, progress } = context;
  const { tables, map } = await tablesOf(spec, context);
  const options: QualityOptions = {
    tables: map === undefined ? tables : { ...tables, [map]: map },
    ...(spec.checks && { checks: spec.checks }),
    thresholds: spec.thresholds,
    ...(map !== undefined && { variableMap: map }),
    ...(spec.label !== undefined && { hours: { label: spec.label } }),
    ...(spec.extractDate !== undefined && { extractDate: spec.extractDate }),
    ageYears: spec.ages,
    ...(spec.intensiveCare && { intensiveCare: spec.intensiveCare }),
    signal,
    progress: (done) => progress(inWords(done))
  };
  const report = await placed(spec, qualityOf({ query: (sql, values, job) => data.query(sql, values, job) }, options));
  const relation = await data.insert(spec.name, qualityTable(report), { signal });
  return { output: { report, tables, relation }, values: new Map([[spec.name, { type: 'table', relation }]]) };
}

/** The tables by what they are, every view made a table first; `map` is the one of variables. */
async function tablesOf(
  spec: QualitySpec,
  context: RunContext
): Promise<{ tables: Record<string, string>; map: string | undefined }> {
  const { prefix, placeOf } = spec;
  const relationOf = async (name: string) => (await tableInputs([name], context))[0]?.name;
  const tables: Record<string, string> = {};
  for (const name of needsOf(spec).tablesIfThere ?? []) {
    const found = await relationOf(name);
    if (found !== undefined) tables[name.slice(prefix?.length)] = found;
  }
  for (const [index, name] of spec.tables.entries()) {
    const place = placeOf('tables', String(index));
    const known = cdmNameOf(name);
    if (known === undefined) throw fail('quality-table-unknown', { table: name }, { place });
    if (tables[known] !== undefined) {
      throw fail('quality-table-twice', { table: name, other: tables[known], known }, { place });
    }
    tables[known] = (await relationOf(name)) ?? name;
  }
  if (spec.hours !== undefined) tables['hours'] = (await relationOf(spec.hours)) ?? spec.hours;
  if (spec.label !== undefined && tables['hours'] !== undefined) {
    const [hours] = await tableInputs([tables['hours']], context);
    // A usual label may be missing; one that is written wrongly must not pass as "not applicable".
    if (hours) columnOf(hours, spec.label, placeOf('label'));
  }
  if (Object.keys(tables).length === 0) throw fail('quality-no-tables', { prefix }, { place: placeOf('tables') });
  const map = spec.variableMap === undefined ? undefined : await relationOf(spec.variableMap);
  return { tables, map };
}

/** What the engine finds wrong with the map of variables stands where the map is named. */
async function placed<T>(spec: QualitySpec, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('quality-map')) {
      throw at(error, spec.placeOf('variable_map'));
    }
    throw error;
  }
}

function inWords({ of, ...progress }: Progress): Progress {
  const check = qualityChecks.find(({ name }) => name === of);
  return check ? { ...progress, of: words.names[check.number] ?? check.name } : progress;
}
