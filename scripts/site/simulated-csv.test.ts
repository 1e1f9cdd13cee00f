import { beforeAll, expect, test } from 'vitest';
import { simulate, type Simulation } from '../../workers/clinical';
import { openBench, type Bench } from '../../workers/data/import/testing';
import { csvOf, wardStays } from './simulated-csv.mjs';

let bench: Bench;
let simulation: Simulation;
beforeAll(async () => {
  bench = await openBench();
  const tables = ['hours', 'episodes', 'measurement'] as const;
  simulation = await simulate({ useCase: 'picu-sepsis', persons: 60, seed: 1, tables });
});

test('the flat CSV of the site comes back as it was simulated, without a question', async () => {
  const { hours } = simulation.tables;
  const { proposal, result } = await bench.bring('picu-classroom.csv', csvOf(hours));
  expect(proposal.questions).toEqual([]);
  expect(result.rows).toBe(hours?.rows);
  expect(result.misfits.count).toBe(0);
  await bench.engine.insert('simulated', hours ?? { rows: 0, columns: [] });
  const name = result.relation.name;
  const lost = `select count(*) from (from simulated except all select * from ${name})`;
  expect(await bench.rows(lost)).toEqual([['0']]);
});

test('the European export is read by its decimal commas, days first and umlauts', async () => {
  const text = wardStays(simulation.tables);
  const { proposal, result } = await bench.bring('ward-stays-latin1.csv', Buffer.from(text, 'latin1'));
  expect(proposal.questions).toEqual([]);
  expect(proposal.plan.csv).toMatchObject({ delimiter: ';', decimal: ',', encoding: 'windows-1252' });
  expect(proposal.plan.columns).toContainEqual({ name: 'Aufnahme', type: 'timestamp', dateOrder: 'dmy' });
  expect(result.rows).toBe(simulation.episodes);
  expect(result.relation.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(
    expect.arrayContaining(['Station text', 'Aufnahme timestamp', 'Alter_Monate float64', 'Laktat_max float64'])
  );
  const name = result.relation.name;
  const umlauts = `select count(*) > 0 from ${name} where Station = 'Größere Kinder' and Geschlecht = 'männlich'`;
  expect(await bench.rows(umlauts)).toEqual([[true]]);
  await bench.engine.insert('stays', simulation.tables.episodes ?? { rows: 0, columns: [] });
  const agree = `select count(*) from ${name} join stays on Fall = episode where Alter_Monate = age_months and Aufnahme = admitted and Gewicht_kg = weight`;
  expect(await bench.rows(agree)).toEqual([[String(simulation.episodes)]]);
});

test('a field with a comma or a quote is quoted, an empty text is not a missing one', () => {
  const column = {
    name: 'text',
    type: 'text',
    dictionary: ['a,b', 'say "x"', ''],
    values: new Int32Array([0, 1, 2, 0])
  } as const;
  expect(csvOf({ rows: 4, columns: [{ ...column, validity: new Uint8Array([0b0111]) }] })).toBe(
    'text\n"a,b"\n"say ""x"""\n""\n\n'
  );
});
