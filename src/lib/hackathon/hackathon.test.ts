import { beforeAll, describe, expect, test } from 'vitest';
import { makeFiles, score as scoreInNode, scoreCourse, simulate } from '$workers/clinical';
import { createDataRoom, type DataRoom } from '$workers/data';
import type { Relation } from '$workers/data/contract';
import { openNodeDuck } from '$workers/data/duck-node';
import { numbers } from '$workers/clinical/shared/testing/read-columns';
import { scanSql } from '$workers/shared/sql-scan';
import type { Engines } from '$lib/engines';
import type { CellValue, RunContext } from '$lib/notebook/kind';
import type { CellKey } from '$lib/notebook/model';
import { quality } from '../cells/quality';
import { parseQuality } from '../cells/quality/spec';
import { score } from '../cells/score';
import { parseScore } from '../cells/score/spec';
import { bringHackathon, recogniseHackathon, type HackathonCell } from '.';

const request = {
  ...{ useCase: 'picu-sepsis' as const, persons: 45, seed: 5, hospitals: [1, 2, 3, 4], leak: true, faults: false },
  ...{ tables: [], format: 'csv' as const, layout: 'hackathon' as const }
};

let room: DataRoom;
const relations: Relation[] = [];
const relationOf = new Map<string, Relation>();
let made: HackathonCell[];

const one = async (sql: string) => Number(((await room.query(sql)).columns[0]?.values ?? [])[0]);
const count = (from: string) => one(`select count(*)::integer from ${from}`);

/** Files as they come back from a disk: proposed and read as the import cell does. */
beforeAll(async () => {
  room = await createDataRoom(await openNodeDuck());
  for (const { path, content } of (await makeFiles(request, 0)).pieces) {
    const sources = [{ path, file: new File([content], path) }];
    const { plan } = await room.propose({ file: path }, sources);
    relations.push((await room.read(plan, sources)).relation);
  }
  const sets = recogniseHackathon(relations);
  made = await bringHackathon(room, sets);
  for (const { stem: name, text: sql } of made) {
    relationOf.set(name, (await room.define({ name, sql, variables: {}, inputs: [] })).relation);
  }
}, 120_000);

describe('tables of the hackathon', () => {
  test('are recognised by their columns, train and test apart', () => {
    const sets = recogniseHackathon(relations);
    const named = (relation: Relation | undefined) => relation?.name;
    expect(
      sets.map((set) => [
        set.side,
        ...[set.hours, set.stays, set.devices, set.drugs, set.concepts].map(named),
        set.label,
        set.begins?.name,
        set.measured.map(({ relation }) => relation.name).sort(),
        set.aside.map(({ name }) => name).sort(),
        set.doubtful
      ])
    ).toEqual(
      ['train', 'test'].map((side) => [
        side,
        `sepsislabel_${side}`,
        `person_demographics_episode_${side}`,
        `devices_${side}`,
        `drugsexposure_${side}`,
        'concept',
        side === 'train' ? 'SepsisLabel' : undefined,
        'visit_start_date',
        ['lab', 'meds', 'observation'].map((name) => `measurement_${name}_${side}`),
        // Of no culture a file has only its names: no column of times.
        [`observation_${side}`, ...(side === 'train' ? [`proceduresoccurrences_${side}`] : [])],
        []
      ])
    );
  });

  test('become a row an hour: none is lost, none is there twice', async () => {
    for (const side of ['train', 'test']) {
      expect(await count(`${side}_hours`)).toBe(await count(`"SepsisLabel_${side}"`));
      expect(await count(`(select distinct person_id, time from ${side}_hours)`)).toBe(await count(`${side}_hours`));
    }
    const twice = '(select person_id from person_demographics_episode_train group by 1 having count(*) > 1)';
    expect(await count(twice)).toBeGreaterThan(0);
    expect(await one(`select count(distinct episode)::integer from train_hours`)).toBe(
      await count('person_demographics_episode_train')
    );
  });

  test('keep every label, and say as much as the simulation they were made from', async () => {
    const { tables } = await simulate({ useCase: 'picu-sepsis', persons: 45, seed: 5, tables: ['hours'] });
    if (!tables.hours) throw new Error('no hours');
    await room.insert('truth', tables.hours);
    expect(await one('select sum(SepsisLabel)::integer from train_hours')).toBe(
      await one('select sum(SepsisLabel)::integer from SepsisLabel_train')
    );
    const joined = 'train_hours h join truth t using (person_id, time)';
    expect(await count(joined)).toBe(await count('train_hours'));
    for (const name of ['SepsisLabel', 'lactate', 'heart_rate', 'gcs', 'platelets', 'fio2'])
      expect(await count(`${joined} where h.${name} is distinct from t.${name}`), name).toBe(0);
    expect(await count(`${joined} where h.age_in_months is distinct from t.age_months`)).toBe(0);
    expect(numbers(tables.hours, 'vasoactives').some((running) => running > 0)).toBe(true);
    // Full hours touched, not the minutes: an hour more at the end of a run.
    for (const name of ['imv', 'support', 'vasoactives'])
      expect(await count(`${joined} where h.${name} < t.${name}`), name).toBe(0);
    expect(await one('select sum(vasoactives)::integer from train_hours')).toBeGreaterThan(0);
  });

  test('say at the top what was taken for what, and what was left out', () => {
    const text = made.find(({ stem }) => stem === 'train_hours')?.text ?? '';
    expect(text).toContain('-- imv (invasive ventilation): “Invasive mechanical ventilation”.');
    expect(text).toContain('-- Devices left out: “Central line”.');
    expect(text).toMatch(/-- vasoactives .*“epinephrine”/);
    expect(text).toMatch(/-- Drugs left out: “Systemic antibiotic”/);
    expect(text).toMatch(/-- Not joined: .*“proceduresoccurrences_train”/);
    const { tables, params, files } = scanSql(text);
    expect(tables).toHaveLength(8);
    expect([...params, ...files]).toEqual([]);
  });

  test('are scored by the Phoenix score', async () => {
    const { output } = await score.run(
      parseScore('score: phoenix\nfrom: train_hours', { id: 'scored' }),
      context('scored')
    );
    expect(output.rows).toBe(await count('train_hours'));
    expect([...output.inputs.keys()]).toEqual(
      expect.arrayContaining(['age_months', 'imv', 'other_respiratory_support', 'vasoactives', 'lactate', 'gcs', 'map'])
    );
    expect(await count('scored where phoenix_total >= 2')).toBeGreaterThan(0);
    expect(await count('scored where phoenix_cardiovascular >= 1 and vasoactives > 0')).toBe(
      await count('scored where vasoactives > 0')
    );
  });

  test('are looked at by the quality cell, which tells a column that gives the label away', async () => {
    const spec = parseQuality('hours: train_hours\ntables: [train_hours]\nchecks: [26]', { id: 'checked' });
    const { output } = await quality.run(spec, context('checked'));
    const columns = output.report.results.map(({ column }) => column);
    expect(columns).toEqual(expect.arrayContaining(['lactate', 'vasoactives', 'imv']));
    expect(columns).not.toEqual(expect.arrayContaining(['episode']));
  });
});

function context(id: string): RunContext {
  const inputs = ['train_hours', 'test_hours'].map((name): [string, CellValue] => [
    name,
    { type: 'table', relation: relationOf.get(name) as Relation }
  ]);
  return {
    ...{ key: 'k1' as CellKey, id, signal: new AbortController().signal, inputs: new Map(inputs) },
    engines: { data: room, clinical: { score: scoreInNode, scoreCourse } } as unknown as Engines,
    files: { find: async () => undefined, below: async () => [], waiting: () => [], paths: () => [] },
    ...{ progress: () => undefined, warn: () => undefined, partial: () => undefined, changed: () => Promise.resolve() },
    simulates: () => undefined
  };
}
