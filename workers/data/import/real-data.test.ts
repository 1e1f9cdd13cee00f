import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceFile } from '../contract';
import type { Duck } from '../duck';
import { openNodeDuck } from '../duck-node';
import { createDataEngine } from '../engine';
import type { DataEngine } from '../contract';
import { createImports } from './imports';
import type { Imports } from './contract';

const data = process.env['PHEMS_DATA'] ?? '../shared/data';
const present = existsSync(data);
if (!present) console.warn(`No public data at ${data}: the import of real files is not tested.`);

let duck: Duck;
let imports: Imports;
let engine: DataEngine;
beforeAll(async () => {
  duck = await openNodeDuck();
  const opened = await createDataEngine(duck);
  engine = opened.engine;
  imports = createImports(duck, opened.relations);
});

function source(path: string): SourceFile {
  const full = join(data, path);
  const modified = statSync(full).mtimeMs;
  return { path: basename(path), file: new File([readFileSync(full)], basename(path), { lastModified: modified }) };
}

async function bring(file: string, sources: readonly SourceFile[]) {
  const proposal = await imports.propose({ file }, sources);
  return { proposal, result: await imports.read(proposal.plan, sources) };
}

async function value(sql: string): Promise<unknown> {
  const column = (await engine.query(sql)).columns[0]!;
  return column.type === 'text' ? column.dictionary[column.values[0]!] : column.values[0];
}

describe.runIf(present)('real files', () => {
  test('the sepsis log keeps the case whose name is NA', async () => {
    const { proposal, result } = await bring('sepsis-log.csv', [source('sepsis-log/sepsis-log.csv')]);
    expect(proposal.plan.columns.map(({ type }) => type)).toEqual(['text', 'text', 'timestamp']);
    expect(result.rows).toBe(15_214);
    expect(await value('select count(distinct "case") from sepsis_log')).toBe(1050n);
    expect(await value(`select count(*) from sepsis_log where "case" = 'NA'`)).toBe(24n);
  });

  test.each([
    ['cleveland', 303],
    ['hungarian', 294],
    ['switzerland', 123],
    ['va', 200]
  ])('the heart table of %s has %i rows, no heading, and ? for missing', async (site, rows) => {
    const name = `processed.${site}.data`;
    const { proposal, result } = await bring(name, [source(`uci-heart/${name}`)]);
    expect(result.rows).toBe(rows);
    expect(proposal.plan.csv?.header).toBe(false);
    expect(proposal.plan.columns).toHaveLength(14);
    expect(proposal.plan.columns.every(({ type }) => type === 'integer' || type === 'number')).toBe(true);
    expect(result.relation.name).toBe(`processed_${site}`);
  });

  test.each([
    ['arx-adult/adult.csv', 30_162, 9, true],
    ['arx-adult/adult_hierarchy_sex.csv', 2, 2, false],
    ['synthesis-bars/nwtco_train.csv', 2014, 7, true],
    ['phems-proto/hours.csv', 32_487, 32, true],
    ['phoenix/sepsis.csv', 20, 27, true],
    ['titanic/titanic.csv', 891, 9, true]
  ])('%s has %i rows and %i columns; heading: %s', async (path, count, columns, header) => {
    const { proposal, result } = await bring(basename(path), [source(path)]);
    expect([result.rows, proposal.plan.columns.length, proposal.plan.csv?.header]).toEqual([count, columns, header]);
    expect(proposal.questions).toEqual([]);
  });

  const rows: Record<string, number> = {
    person: 28,
    observation_period: 28,
    visit_occurrence: 1791,
    visit_detail: 1791,
    condition_occurrence: 470,
    condition_era: 469,
    drug_exposure: 883,
    procedure_occurrence: 1649,
    measurement: 10_040,
    observation: 8099,
    device_exposure: 1,
    death: 3,
    provider: 67,
    concept: 2294,
    concept_relationship: 266_588,
    vocabulary: 1,
    cdm_source: 1
  };

  test.each([['Synthea27Nj_5.4.zip'], ['Synthea27NjParquet_5.4.zip']])(
    'every table of %s has as many rows as its README says, and ids of 64 bits',
    async (name) => {
      const sources = [source(`omop-synthea/${name}`)];
      const found = await imports.inspect(sources);
      expect(found.problems).toEqual([]);
      expect(found.clashes).toEqual([]);
      expect(found.omop?.version).toBe('5.4');
      expect(found.ignored.every((path) => path.includes('__MACOSX'))).toBe(true);
      const counted: Record<string, number> = {};
      for (const table of found.tables) {
        const { proposal, result } = await bring(table.file, sources);
        expect(proposal.questions).toEqual([]);
        if (result.rows > 0) counted[result.relation.name] = result.rows;
        for (const column of result.relation.columns) {
          if (column.name.endsWith('_id') && table.omop)
            expect([column.name, column.sqlType]).toContainEqual(expect.stringMatching(/BIGINT|VARCHAR/));
        }
      }
      expect(counted).toEqual(rows);
      expect(await value('select count(*) from measurement join person using (person_id)')).toBe(10_040n);
    },
    120_000
  );
});
