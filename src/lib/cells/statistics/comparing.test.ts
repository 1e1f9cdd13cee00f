import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spoken } from '$lib/messages/language.svelte';
import type { Column, Table } from '$workers/shared/table';
import { analyse } from '$workers/statistics';
import { drawingOf } from './figures';
import { methodForms } from './methods';
import { factsOf, remarksOf, testRows, textsOf } from './sentences';
import { shownTexts } from './shown-texts';

const numbers = (name: string, of: (row: number) => number): Column => ({ name, type: 'float64', values: Float64Array.from({ length: 60 }, (_, row) => of(row)) }); // prettier-ignore
const words = (name: string, of: (row: number) => number, dictionary: string[]): Column => ({ name, type: 'text', values: Int32Array.from({ length: 60 }, (_, row) => of(row)), dictionary }); // prettier-ignore
const drawn = (row: number, salt: number) => ((row * 7919 + salt * 104729) % 97) / 97;

const table: Table = {
  rows: 60,
  columns: [
    { ...numbers('stay', (row) => 3 + 9 * drawn(row, 1) + (row % 2)), unit: 'd' },
    numbers('cost', (row) => 100 / (0.1 + drawn(row, 2))),
    numbers('died', (row) => Number(drawn(row, 3) > 0.6)),
    numbers('later', (row) => Number(drawn(row, 4) > 0.4)),
    numbers('events', (row) => Math.floor(3 * drawn(row, 5))),
    numbers('days', (row) => 20 + row),
    words('hospital', (row) => row % 2, ['H1', 'H2']),
    words('arm', (row) => row % 3, ['a', 'b', 'c']),
    words('age', (row) => Number(row > 30), ['old', 'young']),
    words('how', (row) => Math.floor(3 * drawn(row, 6)), ['home', 'moved', 'ward'])
  ]
};

const requests: [string, object][] = [
  ['table-one', { variables: ['stay', 'cost', 'died', 'how'], group: 'hospital' }],
  ['table-one', { variables: ['stay', 'how'] }],
  ['describe', { variables: ['stay'] }],
  ['describe', { variables: ['stay', 'cost'] }],
  ['incidence-rates', { events: 'events', time: 'days', group: 'hospital', per: 100 }],
  ['incidence-rates', { events: 'events', time: 'days', group: 'arm' }],
  ['incidence-rates', { events: 'events', time: 'days' }],
  ['standardise', { events: 'events', time: 'days', strata: 'age', group: 'hospital' }],
  ['standardise', { events: 'events', time: 'days', strata: 'age', group: 'hospital', how: 'indirect' }],
  ['means', { outcomes: ['stay'], group: 'hospital' }],
  ['means', { outcomes: ['stay', 'cost'], group: 'arm' }],
  ['means', { outcomes: ['stay'], against: 1 }],
  ['means', { outcomes: ['stay'], group: 'hospital', variances: 'equal-variances' }],
  ['ranks', { outcomes: ['cost'], group: 'hospital' }],
  ['ranks', { outcomes: ['cost'], group: 'arm' }],
  ['paired', { before: 'stay', after: 'cost' }],
  ['paired', { before: 'stay', after: 'cost', test: 'signed-rank' }],
  ['proportions', { outcome: 'died', group: 'hospital' }],
  ['proportions', { outcome: 'died', group: 'arm', effect: 'risk-ratio' }],
  ['proportions', { outcome: 'how', group: 'hospital' }],
  ['paired-proportions', { before: 'died', after: 'later' }],
  ['paired-proportions', { before: 'how', after: 'how' }],
  ['stratified', { outcome: 'died', group: 'hospital', strata: 'age' }],
  ['stratified', { outcome: 'died', group: 'hospital', strata: 'age', effect: 'risk-difference' }]
];

describe.each(['en', 'fi'] as const)('what describes and compares, in %s', (language) => {
  beforeAll(() => spoken.speak(language));
  afterAll(() => spoken.speak('en'));

  test.each(requests)('%s of %j is worded, drawn, and makes the tables it names', async (method, request) => {
    if (method === 'paired-proportions' && 'before' in request && request.before === 'how') {
      await expect(analyse(method, table, { ...request })).rejects.toMatchObject({ code: 'test-no-discordant' });
      return;
    }
    const found = await analyse(method, table, { ...request });
    const form = methodForms.find(({ name }) => name === method);
    expect(found.more.map(({ name }) => name)).toEqual(form?.tables);
    for (const hides of [false, true]) {
      const { first, rest } = textsOf(found, { title: undefined, hides });
      const shown = found.shown ? shownTexts(found.shown, { hides }) : { head: [], rows: [] };
      const drawings = found.figures.map((figure) => drawingOf(figure, { hides }));
      const said = JSON.stringify([
        first,
        rest,
        shown,
        drawings,
        testRows(found),
        factsOf(found),
        remarksOf(found).texts
      ]);
      expect(said).not.toMatch(/undefined|NaN|\[object|null/);
      expect(first).toMatch(/\S\.$/);
      for (const { cells } of shown.rows) expect(cells).toHaveLength(shown.head.length);
      for (const { code } of found.tests) expect(testRows(found)[0]?.name, code).toMatch(/\S/);
    }
  });
});

test('counts of few persons are hidden where an audience looks on', async () => {
  const rare: Table = {
    rows: 60,
    columns: [numbers('died', (row) => Number(row < 8 && row % 4 === 0)), ...table.columns.slice(6)]
  };
  const { shown, says } = await analyse('table-one', rare, { variables: ['died'], group: 'hospital' });
  const row = (hides: boolean) => shownTexts(shown!, { hides }).rows[0]?.cells.slice(1, 4);
  expect(row(false)).toEqual(['2 (7)', '0 (0)', '2 (3)']);
  expect(row(true)?.filter((text) => /^2/.test(text))).toEqual([]);
  expect(shownTexts(shown!, { hides: true }).note).toMatch(/few persons/);
  expect(says.length).toBeGreaterThan(0);
});
