import { beforeAll, describe, expect, test } from 'vitest';
import { fillHours, makeFiles, score as scoreInNode, simulate } from '$workers/clinical';
import { createDataRoom, type DataRoom } from '$workers/data';
import { openNodeDuck } from '$workers/data/duck-node';
import type { Engines } from '$lib/engines';
import type { CellValue, RunContext } from '$lib/notebook/kind';
import type { CellKey } from '$lib/notebook/model';
import { score } from '../score';
import { parseScore } from '../score/spec';
import { runHourly } from './run';
import { parseHourly } from './spec';

const request = {
  ...{ useCase: 'picu-sepsis' as const, persons: 12, seed: 5, hospitals: [1, 2, 3, 4], leak: true, faults: false },
  ...{ tables: [], format: 'csv' as const, layout: 'hackathon' as const }
};

let room: DataRoom;
let inputs: Record<string, CellValue>;

/** Files as they come back from a disk: proposed and read as the import cell does. */
beforeAll(async () => {
  room = await createDataRoom(await openNodeDuck());
  inputs = {};
  const { pieces } = await makeFiles(request, 0);
  for (const { path, content } of pieces) {
    const sources = [{ path, file: new File([content], path) }];
    const { plan } = await room.propose({ file: path }, sources);
    const { relation } = await room.read(plan, sources);
    inputs[relation.name] = { type: 'table', relation };
  }
}, 60_000);

function context(id: string): RunContext {
  return {
    ...{ key: 'k1' as CellKey, id, signal: new AbortController().signal, inputs: new Map(Object.entries(inputs)) },
    engines: { data: room, clinical: { fillHours, score: scoreInNode } } as unknown as Engines,
    files: { find: async () => undefined, below: async () => [], waiting: () => [], paths: () => [] },
    ...{ progress: () => undefined, warn: () => undefined, partial: () => undefined, changed: () => Promise.resolve() },
    simulates: () => undefined
  };
}

const grid = async (text: string, id: string) => {
  const { output } = await runHourly(parseHourly(text, { id }), context(id));
  inputs[id] = { type: 'table', relation: output.relation };
  return output;
};
const number = async (sql: string) => Number(((await room.query(sql)).columns[0]?.values ?? [])[0]);

describe('files in the layout of the hackathon, brought in again', () => {
  test('measurements are recognised by their columns, and every value comes back', async () => {
    const lab = await grid('from: measurement_lab_train', 'lab');
    expect(lab.layout).toBe('wide');
    expect(lab.variables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['lactate', 'crp', 'platelets', 'creatinine', 'pao2'])
    );
    const meds = await grid('from: measurement_meds_train\ncarry_forward: false', 'meds');
    expect(meds.variables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['heart_rate', 'resp_rate', 'map', 'sbp', 'dbp', 'temperature', 'spo2', 'fio2'])
    );
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 12, seed: 5, tables: ['hours'] });
    if (!tables.hours) throw new Error('no hours');
    await room.insert('truth', tables.hours);
    const same = `select count(*)::integer from meds g join truth t using (person_id, time) where g.heart_rate is not distinct from t.heart_rate`;
    const wanted = `select count(*)::integer from truth where person_id in (select person_id from meds) and (person_id, time) in (select (person_id, time) from meds)`;
    expect(await number(same)).toBe(await number(wanted));
    expect(await number('select count(heart_rate)::integer from meds')).toBe(
      await number('select count(heart_rate)::integer from truth where person_id in (select person_id from meds)')
    );
  });

  test('a score takes the grid of laboratory values: a row an hour, points from its platelets', async () => {
    const spec = parseScore('score: phoenix\nfrom: lab', { id: 'scored' });
    await score.run(spec, context('scored'));
    expect(await number('select count(*)::integer from scored')).toBe(
      await number('select count(*)::integer from lab')
    );
    const low = 'select count(*)::integer from scored where platelets < 100';
    expect(await number(`${low} and phoenix_coagulation >= 1`)).toBe(await number(low));
    expect(await number('select count(*)::integer from scored where phoenix_coagulation = 0')).toBeGreaterThan(0);
  });
});

test('the long names of the hackathon’s own files are known, where their unit is sure', async () => {
  const relation = await room.insert(
    'measurement_meds',
    await room.query(
      `select 1::bigint as person_id, timestamp '2024-01-01 10:00' as measurement_datetime, 120.0 as "Heart rate", 30.0 as "Respiratory rate",
        80.0 as "Systolic blood pressure", 40.0 as "Diastolic blood pressure", 37.5 as "Body temperature",
        97.0 as "Measurement of oxygen saturation at periphery", 13.0 as "Glasgow coma scale", 300.0 as "Platelet count",
        9.0 as "White blood cell count", 1.5 as "Lactate [Moles/volume] in Blood", 5.1 as "Glucose [Moles/volume] in Serum or Plasma",
        0.4 as "Creatinine [Mass/volume] in Blood", 12.0 as "C reactive protein [Mass/volume] in Serum or Plasma"`
    )
  );
  inputs['measurement_meds'] = { type: 'table', relation };
  const { variables } = await grid('from: measurement_meds', 'named');
  expect(variables.map(({ name }) => name).sort()).toEqual(
    [
      'heart_rate',
      'resp_rate',
      'sbp',
      'dbp',
      'temperature',
      'spo2',
      'gcs',
      'platelets',
      'wbc',
      'lactate',
      'creatinine',
      'crp'
    ].sort()
  );
});
