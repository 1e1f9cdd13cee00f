import { hourlyGrid, type HourlyOptions, type HourlyTables } from '$workers/clinical/hourly';
import { qualityOf, qualityTable, type QualityOptions } from '$workers/clinical/quality';
import { checkArguments, may, need } from '$workers/shared/call-arguments';
import type { JobOptions } from '$workers/shared/job';
import type { Relation } from '$workers/shared/relation';
import type { Table } from '$workers/shared/table';
import type { ClinicalClient } from '../clinical';
import type { DataClient } from '../data';
import { fail } from '../errors';

/** Where functions for own code work that read tables in the data engine, part by part. */
export interface DataRoom {
  data: DataClient;
  clinical: ClinicalClient;
  /** The tables that the cell was given. */
  relations: ReadonlyMap<string, Relation>;
  /** A name that no other table has. */
  newName(): string;
}

const texts = (name: string) => may(name, 'columns');

const hourlyArguments = [
  need('tables', 'object', [need('from', 'table'), may('stays', 'table'), may('map', 'table')]),
  may('options', 'object', [
    texts('variables'),
    may('aggregate', 'object'),
    may('carry', 'object'),
    may('unitless', 'text'),
    may('columns', 'object'),
    may('stayColumns', 'object'),
    may('ages', 'truth')
  ])
];

const qualityArguments = [
  need('tables', 'object'),
  may('options', 'object', [
    may('checks', 'numbers'),
    may('thresholds', 'object'),
    may('limits', 'object'),
    may('variableMap', 'table'),
    may('hours', 'object', [may('label', 'column'), may('stay', 'column'), may('time', 'column')]),
    may('extractDate', 'text'),
    may('ageYears', 'numbers'),
    may('intensiveCare', 'numbers')
  ])
];

/** The functions of `clinical` that need the data engine. */
export const overData = {
  /** Measurements on the hours of stays, as the cell `hourly` puts them. @throws `call-…`, `hourly-…`, `stopped` */
  async hourly(room: DataRoom, args: readonly unknown[], { signal }: JobOptions) {
    checkArguments('clinical.hourly', hourlyArguments, args);
    const [tables, options = {}] = args as [Record<keyof HourlyTables, unknown>, HourlyOptions?];
    const job = signal ? { signal } : {};
    const { data, clinical } = room;
    return withTables(room, job, async (tableOf, made) => {
      const from = await tableOf(tables.from);
      const stays = tables.stays === undefined ? undefined : await tableOf(tables.stays);
      const map = tables.map === undefined ? undefined : await tableOf(tables.map);
      const parts: string[] = [];
      const report = await hourlyGrid(
        { from, ...(stays && { stays }), ...(map && { map }) },
        options,
        {
          query: (sql) => data.query(sql, [], job),
          fill: (plan, block) => clinical.fillHours(plan, block, job),
          keep: async (part) => {
            const name = room.newName();
            made.push(name);
            parts.push(name);
            await data.insert(name, part, job);
          }
        },
        job
      );
      const all = parts.map((name) => `SELECT * FROM ${quoted(name)}`).join(' UNION ALL ');
      return { ...report, table: await data.query(all, [], job) };
    });
  },

  /** Data-quality checks of OMOP tables by their names in the CDM. @throws `call-…`, `quality-…`, `stopped` */
  async quality(room: DataRoom, args: readonly unknown[], { signal }: JobOptions) {
    checkArguments('clinical.quality', qualityArguments, args);
    const [given, asked = {}] = args as [Record<string, unknown>, (QualityOptions & { variableMap?: unknown })?];
    const { variableMap, ...options } = asked;
    const job = signal ? { signal } : {};
    return withTables(room, job, async (tableOf) => {
      const tables: Record<string, string> = {};
      for (const [name, table] of Object.entries(given)) {
        checkArguments('clinical.quality', [need('tables', 'object', [need(name, 'table')])], [{ [name]: table }]);
        tables[name] = (await tableOf(table)).name;
      }
      const map = variableMap === undefined ? undefined : (await tableOf(variableMap)).name;
      const report = await qualityOf(
        { query: (sql, values, more) => room.data.query(sql, values, more) },
        {
          ...options,
          ...job,
          tables: map === undefined ? tables : { ...tables, [map]: map },
          ...(map !== undefined && { variableMap: map })
        }
      );
      const { failed, passed, notApplicable } = report;
      return { table: qualityTable(report), failed, passed, notApplicable };
    });
  }
} as const;

export type OverData = keyof typeof overData;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Work with tables under names of their own, which are gone afterwards. */
async function withTables<Result>(
  { data, relations, newName }: DataRoom,
  job: JobOptions,
  work: (tableOf: (table: unknown) => Promise<Relation>, made: string[]) => Promise<Result>
): Promise<Result> {
  const made: string[] = [];
  const tableOf = async (table: unknown): Promise<Relation> => {
    const { relation } = table as { relation?: unknown };
    if (relation === undefined) {
      const name = newName();
      made.push(name);
      return data.insert(name, table as Table, job);
    }
    const granted = typeof relation === 'string' ? relations.get(relation) : undefined;
    if (!granted) throw fail('code-request');
    // A view would run again for each reader.
    return granted.kind === 'view' ? data.materialise(granted.name, job) : granted;
  };
  try {
    return await work(tableOf, made);
  } finally {
    if (made.length > 0) await data.remove(made).catch(() => undefined);
  }
}
