import { describe, expect, test } from 'vitest';
import type { Relation, RelationColumn } from '$workers/data/contract';
import { recogniseHackathon } from '.';
import { readAgents, readDevices, readRoutes } from './names';

const typeOf = (name: string): RelationColumn['type'] => {
  if (/datetime|date$/.test(name)) return 'timestamp';
  return /^(device|gender|procedure|valuefilled|observation_concept_name|concept_name|note)$/.test(name)
    ? 'text'
    : 'float64';
};
/** A table of these columns, separated by blanks. */
const table = (name: string, columns: string, types: Record<string, RelationColumn['type']> = {}): Relation => ({
  ...{ name, rows: 1, kind: 'table' },
  columns: columns.split(' ').map((column) => ({ name: column, type: types[column] ?? typeOf(column), sqlType: '' }))
});

const labels = table('a', 'person_id measurement_datetime SepsisLabel');
const devices = table('b', 'person_id device_datetime_hourly device');
const lab = table('c', 'person_id measurement_datetime lactate base_excess');

describe('a table of the hackathon', () => {
  test('is known whatever its name', () => {
    const [set, ...more] = recogniseHackathon([devices, lab, labels]);
    expect(more).toEqual([]);
    expect(set).toMatchObject({ side: '', label: 'SepsisLabel', hours: labels, devices, stays: undefined });
    expect(set?.measured).toEqual([
      {
        relation: lab,
        columns: [
          { column: 'lactate', variable: 'lactate' },
          { column: 'base_excess', variable: undefined }
        ]
      }
    ]);
  });

  test('alone is no set', () => {
    expect(recogniseHackathon([labels])).toEqual([]);
    expect(recogniseHackathon([devices, lab])).toEqual([]);
  });

  test.each([
    ['hours with further columns', table('x', 'person_id measurement_datetime SepsisLabel lactate')],
    [
      'hours whose time came in as text',
      table('x', labels.columns.map(({ name }) => name).join(' '), { measurement_datetime: 'text' })
    ],
    ['a label by the calendar day', table('x', 'person_id day SepsisLabel')],
    ['a flat table of hours', table('x', 'person_id time lactate SepsisLabel')]
  ])('%s are not its hours', (_, other) => {
    expect(recogniseHackathon([other, devices, lab])).toEqual([]);
  });

  test.each([
    ['devices without an hour', table('x', 'person_id device')],
    ['devices by number', table('x', 'person_id device_datetime_hourly device', { device: 'int32' })],
    ['ages without a person', table('x', 'age_in_months gender')],
    ['ages and measurements put together', table('x', 'person_id age_in_months gender lactate')],
    ['OMOP measurements', table('x', 'person_id measurement_datetime measurement_concept_id value_as_number lactate')],
    ['wide rows of unknown columns', table('x', 'person_id measurement_datetime something')],
    ['OMOP drugs', table('x', 'person_id drug_exposure_start_datetime drug_concept_id')]
  ])('%s only look alike', (_, other) => {
    expect(recogniseHackathon([other, labels])).toEqual([]);
  });

  test('serves its own side, and both where its name says none', () => {
    const sides = ['train', 'test'] as const;
    const hours = sides.map((side) => ({ ...labels, name: `labels_${side}` }));
    const own = sides.map((side) => ({ ...devices, name: `${side}ing_devices` }));
    expect(recogniseHackathon([...hours, ...own, lab])).toMatchObject([
      { side: 'train', devices: own[0], measured: [{ relation: lab }] },
      { side: 'test', devices: own[1], measured: [{ relation: lab }] }
    ]);
  });

  test('is not used where two say the same, or persons are written in another way', () => {
    const again = { ...devices, name: 'again' };
    const texts = table('texts', 'person_id drug_datetime_hourly drug_concept_id', { person_id: 'text' });
    const [set] = recogniseHackathon([labels, lab, devices, again, texts]);
    expect(set).toMatchObject({ devices: undefined, drugs: undefined });
    expect(set?.doubtful).toEqual([texts, devices, again]);
  });
});

describe('names', () => {
  test.each([
    ['Invasive mechanical ventilation', 'imv'],
    [' mechanical  ventilator', 'imv'],
    ['Non-invasive mechanical ventilation', 'support'],
    ['Noninvasive ventilator', 'support'],
    ['CPAP', 'support'],
    ['High flow nasal cannula', 'support'],
    ['Other respiratory support', 'support'],
    ['Central line', undefined],
    ['Endotracheal tube', undefined],
    ['Ventilator circuit filter', undefined],
    ['No support', undefined],
    ['Ventriculoperitoneal shunt', undefined]
  ])('the device %s is %s', (name, expected) => {
    const { taken, left } = readDevices([name]);
    expect([...taken.keys()][0]).toBe(expected);
    expect(left).toEqual(expected === undefined ? [name] : []);
  });

  test.each([
    ['epinephrine', 'epinephrine'],
    ['Adrenaline', 'epinephrine'],
    ['Norepinephrine bitartrate', 'norepinephrine'],
    ['milrinone lactate, continuous infusion', 'milrinone'],
    ['dopamine hydrochloride', 'dopamine'],
    ['epinephrine 0.15 mg auto-injector', undefined],
    ['lidocaine / epinephrine', undefined],
    ['desmopressin', undefined],
    ['2000000200', undefined]
  ])('the drug %s is %s', (name, expected) => {
    expect([...readAgents([name]).taken.keys()][0]).toBe(expected);
  });

  test('routes by vein are taken, others left', () => {
    expect(
      readRoutes([
        'Continuous infusion',
        'Intravenous',
        'IV infusion',
        'Inhalation',
        'Subcutaneous infusion',
        'Route not recorded'
      ])
    ).toEqual({
      taken: new Map([['route', ['Continuous infusion', 'Intravenous', 'IV infusion']]]),
      left: ['Inhalation', 'Subcutaneous infusion', 'Route not recorded']
    });
  });
});
