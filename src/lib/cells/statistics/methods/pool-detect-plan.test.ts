import { expect, test } from 'vitest';
import type { Table } from '$workers/shared/table';
import { analyse, type ForestFigure } from '$workers/statistics';
import { column } from '$workers/statistics/testing/cells';
import { drawingOf, figuresFor } from '../figures';
import { methodForms } from '.';
import { shownEstimate } from '../numbers';
import { textsOf } from '../sentences';
import { expectToldWhole } from '../testing/told-whole';

const tableOf = (columns: Record<string, readonly (string | number)[]>): Table => ({
  rows: Object.values(columns)[0]!.length,
  columns: Object.entries(columns).map(([name, values]) =>
    typeof values[0] === 'string' ? column(name, 'text', [...values]) : column(name, 'float64', [...values])
  )
});

const trials = tableOf({
  study: ['A', 'B', 'C', 'D'],
  ratio: [0.54, 0.86, 1.36, 0.43],
  lower: [0.36, 0.6, 0.83, 0.23],
  upper: [0.81, 1.23, 2.23, 0.82],
  error: [0.2, 0.18, 0.25, 0.33],
  events: [12, 5, 30, 0],
  persons: [100, 60, 240, 75],
  others: [20, 9, 41, 0],
  controls: [98, 62, 236, 80]
});
const counts = { events: 'events', persons: 'persons', controlEvents: 'others', controlPersons: 'controls' };

/** Reports of eight drugs and three events, and one pair of three reports that stands out. */
const pairs = Array.from({ length: 480 }, (_, n) => [`drug ${n % 8}`, `event ${(n * 7) % 3}`] as const);
const rare = Array.from({ length: 3 }, () => ['drug 1', 'rare'] as const);
const other = [['drug 2', 'rare'] as const];
const reports = tableOf({
  report: [...pairs, ...rare, ...other].map((_, n) => n),
  drug: [...pairs, ...rare, ...other].map(([drug]) => drug),
  event: [...pairs, ...rare, ...other].map(([, event]) => event)
});
const ofReports = { report: 'report', drug: 'drug', event: 'event', score: 'prr' };

const people = tableOf({ person: [1, 2, 3, 4, 5, 6], start: [0, 0, 0, 0, 0, 0], end: [99, 99, 99, 99, 99, 99] });
const days = tableOf({ person: [1, 2, 3, 4, 5, 6], day: [22, 25, 60, 70, 21, 5] });
const doses = tableOf({ person: [1, 2, 3, 4, 5, 6], day: [20, 20, 20, 20, 20, 20] });
const ofSeries = { person: 'person', start: 'start', end: 'end', events: days, eventPerson: 'person', eventDay: 'day', exposures: doses, exposurePerson: 'person', exposureDay: 'day' }; // prettier-ignore

const asked: readonly (readonly [string, Table | undefined, Readonly<Record<string, unknown>>])[] = [
  [
    'meta-analysis',
    trials,
    { estimate: 'ratio', lower: 'lower', upper: 'upper', study: 'study', measure: 'odds-ratio' }
  ],
  ['meta-analysis', trials, { estimate: 'ratio', se: 'error', measure: 'risk-ratio', model: 'fixed' }],
  ['meta-counts', trials, { ...counts, study: 'study' }],
  ['meta-counts', trials, { ...counts, measure: 'risk-difference', model: 'reml' }],
  ['signals', reports, ofReports],
  ['signals', reports, { ...ofReports, score: 'ebgm' }],
  ['case-series', people, { ...ofSeries, windows: [{ name: 'a week', from: 0, to: 6 }] }],
  ['plan-means', undefined, { difference: 5, sd: 10 }],
  ['plan-proportions', undefined, { firstProportion: 0.1, secondProportion: 0.2 }],
  ['plan-survival', undefined, { hazardRatio: 0.5, eventShare: 0.4 }],
  ['plan-precision', undefined, { proportion: 0.1, halfWidth: 0.03 }],
  ['plan-precision', undefined, { rate: 0.02, factor: 1.3 }],
  ['plan-precision', undefined, { rate: 0.02, halfWidth: 0.005 }],
  ['plan-clusters', undefined, { persons: 128, size: 20, icc: 0.05 }]
];

test.each(asked)('%s is told whole, and makes the tables that its form names', async (method, table, request) => {
  const found = await analyse(method, table, request);
  expectToldWhole(found);
  expect(found.more.map(({ name }) => name)).toEqual(methodForms.find(({ name }) => name === method)?.tables);
});

test('no remark says that studies differ where their test does not', async () => {
  for (const [method, request] of [
    ['meta-counts', { ...counts }],
    ['meta-analysis', { estimate: 'same', se: 'error', model: 'fixed' }]
  ] as const) {
    const table = { ...trials, columns: [...trials.columns, column('same', 'float64', [0.5, 0.3, 0.8, 0.7])] };
    const { remarks, tests } = await analyse(method, table, request);
    expect(tests[0]?.p).toBeGreaterThan(0.1);
    expect(tests[0]?.statistic?.value).toBeGreaterThan(0);
    expect(remarks.map(({ code }) => code)).not.toContain('meta-fixed-heterogeneous');
  }
});

test('a study that says nothing of a ratio lacks no value', async () => {
  const found = await analyse('meta-counts', trials, { ...counts, study: 'study' });
  expect(found).toMatchObject({ n: 3, nDropped: 0 });
  expect(found.remarks.map(({ code }) => code)).toContain('meta-silent-studies');
  expect(textsOf(found).rest).toMatch(/3 studies, none left out\.$/);
});

test('pairs of few reports are not told to an audience', async () => {
  const found = await analyse('signals', reports, ofReports);
  const pair = /drug 1 – rare|drug 1 with rare/;
  const seen = (hides: boolean) => {
    const { first, rest } = textsOf(found, { hides });
    const drawn = figuresFor(found, { hides }).map((figure) => JSON.stringify(drawingOf(figure, { hides })));
    const estimates = found.estimates.filter(({ few }) => !hides || !few).map((one) => shownEstimate(one).name);
    return [first, rest, ...drawn, ...estimates].filter((text) => pair.test(text)).length;
  };
  expect(seen(false)).toBe(4);
  expect(seen(true)).toBe(0);
  const alone: ForestFigure = { kind: 'forest', measure: 'odds-ratio', scale: 'log', null: 1, level: 0.95, rows: [{ name: 'x', estimate: 2, few: true }] }; // prettier-ignore
  expect(figuresFor({ figures: [alone] }, { hides: true })).toEqual([]);
});

test('a window of few events is told without their number before an audience', async () => {
  const found = await analyse('case-series', people, { ...ofSeries, windows: [{ name: 'a week', from: 0, to: 6 }] });
  expect(textsOf(found).rest).toContain('“a week” holds 3 events in 42 days.');
  const { first, rest } = textsOf(found, { hides: true });
  expect(`${first} ${rest}`).not.toContain('3 events');
  expect(first).toMatch(/^In the window “a week” events come [\d.]+ times as often/);
});

test('Wilson’s interval is told as it will lie, not as if it were even', async () => {
  const found = await analyse('plan-precision', undefined, { proportion: 0.1, halfWidth: 0.03 });
  // prop.test(38.8, 388, correct = FALSE) of R: 0.0740 to 0.1338
  expect(textsOf(found).first.replaceAll('\u00a0', ' ')).toBe(
    '388 persons are needed: if 10 % of them have it, the 95 % interval goes from 7.4 % to 13.4 %, at most 6 percentage points wide.'
  );
});
