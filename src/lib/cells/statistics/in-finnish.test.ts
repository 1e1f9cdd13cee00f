import { afterAll, beforeAll, expect, test } from 'vitest';
import { spoken } from '$lib/messages/language.svelte';
import { keptParts } from '$lib/messages/fi/statistics/method-names';
import { float64Column, textColumn } from '$workers/statistics/columns';
import { analyse, analyses } from '$workers/statistics/analysis';
import { howOf, testRows } from './sentences';
import { shownEstimate } from './numbers';
import { expectToldWhole } from './testing/told-whole';

beforeAll(() => spoken.speak('fi'));
afterAll(() => spoken.speak('en'));

const rows = 120;
const number = (name: string, of: (row: number) => number) =>
  float64Column(
    name,
    Float64Array.from({ length: rows }, (_, row) => of(row))
  );
const text = (name: string, of: (row: number) => string) =>
  textColumn(
    name,
    Array.from({ length: rows }, (_, row) => of(row))
  );
/** Between 0 and 1, the same each time. */
const drawn = (row: number, turn: number) => ((row * 7919 + turn * 104729) % 97) / 97;
const day = (row: number) => 1 + Math.floor(30 * drawn(row, 1));

const table = {
  rows,
  columns: [
    number('aika', (row) => 1 + 30 * drawn(row, 1)),
    number('kuoli', (row) => Number(drawn(row, 2) > 0.5)),
    text('loppu', (row) => ['kuoli', 'koti', 'censored'][row % 3]!),
    text('osasto', (row) => ['itä', 'länsi'][Math.floor(drawn(row, 3) * 2)]!),
    text('sairaala', (row) => `S${row % 12}`),
    number('ikä', (row) => 17 * drawn(row, 4)),
    number('hoito', (row) => Number(drawn(row, 5) > 0.4)),
    number('pituus', (row) => 100 + 5 * drawn(row, 4) + 9 * drawn(row, 6)),
    number('uusi', (row) => 101 + 5 * drawn(row, 4) + 9 * drawn(row, 6) + drawn(row, 7)),
    number('vuodot', (row) => Math.floor(5 * drawn(row, 8) ** 2)),
    number('riski', (row) => 0.05 + 0.9 * drawn(row, 9)),
    text('aste', (row) => ['lievä', 'vakava', 'vaikea'][Math.floor(drawn(row, 6) * 3)]!),
    text('arvio', (row) => ['lievä', 'vakava', 'vaikea'][Math.floor(drawn(row, 7) * 3)]!),
    text('tutkimus', (row) => `T${row}`),
    number('virhe', (row) => 0.2 + 0.3 * drawn(row, 3)),
    number('vaikutus', (row) => drawn(row, 8) - 0.4),
    number('tapahtumat', (row) => 5 + Math.floor(9 * drawn(row, 1))),
    number('verrokkitapahtumat', (row) => 5 + Math.floor(9 * drawn(row, 2))),
    number('määrä', () => 50),
    number('ilmoitus', (row) => Math.floor(row / 2)),
    text('lääke', (row) => `L${Math.floor(4 * drawn(row, 5))}`),
    text('haitta', (row) => `H${Math.floor(4 * drawn(row, 6))}`),
    number('alku', () => 0),
    number('päivä', (row) => day(row)),
    number('annos', () => 5),
    number('viimeinen', () => 364),
    number('henkilö', (row) => row)
  ]
};

const requests: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'table-one': { variables: ['ikä', 'kuoli', 'aste'], group: 'osasto' },
  describe: { variables: ['ikä', 'pituus'] },
  'incidence-rates': { events: 'kuoli', time: 'aika', group: 'osasto', per: 1000 },
  standardise: { events: 'kuoli', time: 'aika', strata: 'aste', group: 'osasto', per: 1000 },
  means: { outcomes: ['ikä'], group: 'aste' },
  paired: { before: 'pituus', after: 'uusi' },
  ranks: { outcomes: ['ikä'], group: 'osasto' },
  proportions: { outcome: 'kuoli', group: 'osasto' },
  'paired-proportions': { before: 'kuoli', after: 'hoito' },
  stratified: { outcome: 'kuoli', group: 'osasto', strata: 'aste' },
  linear: { outcome: 'pituus', predictors: ['ikä', 'osasto'], errors: 'HC3' },
  logistic: { outcome: 'kuoli', predictors: ['ikä', 'osasto'] },
  firth: { outcome: 'kuoli', predictors: ['ikä', 'osasto'] },
  poisson: { outcome: 'vuodot', predictors: ['ikä'], exposure: 'aika' },
  'negative-binomial': { outcome: 'vuodot', predictors: ['osasto'] },
  ordinal: { outcome: 'aste', predictors: ['ikä'], order: ['lievä', 'vakava', 'vaikea'] },
  'linear-mixed': { outcome: 'pituus', predictors: ['ikä'], group: 'sairaala' },
  'logistic-mixed': { outcome: 'kuoli', predictors: ['ikä'], group: 'sairaala' },
  correlation: { columns: ['ikä', 'pituus', 'uusi'], coefficient: 'spearman' },
  'propensity-matching': { treatment: 'hoito', predictors: ['ikä', 'osasto'], outcome: 'kuoli' },
  'propensity-weighting': { treatment: 'hoito', predictors: ['ikä', 'osasto'], outcome: 'kuoli' },
  'interrupted-series': { value: 'pituus', start: 60 },
  'kaplan-meier': { time: 'aika', event: 'kuoli', group: 'osasto' },
  'restricted-mean': { time: 'aika', event: 'kuoli', group: 'osasto' },
  cox: { time: 'aika', event: 'kuoli', predictors: ['osasto', 'ikä'] },
  'cumulative-incidence': { time: 'aika', event: 'loppu', group: 'osasto' },
  'fine-gray': { time: 'aika', event: 'loppu', cause: 'kuoli', predictors: ['osasto', 'ikä'] },
  roc: { outcome: 'kuoli', score: 'riski', second: 'ikä' },
  'precision-recall': { outcome: 'kuoli', score: 'riski', resamples: 100 },
  calibration: { outcome: 'kuoli', risk: 'riski' },
  'decision-curve': { outcome: 'kuoli', risk: 'riski', at: [0.1] },
  classification: { outcome: 'kuoli', score: 'riski', threshold: 0.5 },
  performance: { outcome: 'kuoli', risk: 'riski', resamples: 100 },
  kappa: { raters: ['aste', 'arvio'] },
  'bland-altman': { first: 'uusi', second: 'pituus' },
  intraclass: { raters: ['uusi', 'pituus'] },
  concordance: { first: 'uusi', second: 'pituus' },
  'meta-analysis': { study: 'tutkimus', measure: 'mean-difference', estimate: 'vaikutus', se: 'virhe' },
  'meta-counts': { study: 'tutkimus', events: 'tapahtumat', persons: 'määrä', controlEvents: 'verrokkitapahtumat', controlPersons: 'määrä' }, // prettier-ignore
  signals: { report: 'ilmoitus', drug: 'lääke', event: 'haitta' },
  'case-series': { person: 'henkilö', start: 'alku', end: 'viimeinen', events: table, eventPerson: 'henkilö', eventDay: 'päivä', exposures: table, exposurePerson: 'henkilö', exposureDay: 'annos', windows: [{ name: 'viikko', from: 0, to: 6 }] }, // prettier-ignore
  'plan-means': { difference: 5, sd: 10 },
  'plan-proportions': { firstProportion: 0.1, secondProportion: 0.05 },
  'plan-survival': { hazardRatio: 0.5 },
  'plan-precision': { proportion: 0.1, halfWidth: 0.03 },
  'plan-clusters': { persons: 128, size: 20, icc: 0.05 }
};

/** Abbreviations and names of persons are the same in every language. */
const ALIKE = /^(?:PRR|ROR|IC|EBGM|REML|HC\d|CR1|χ²|r × c|loess|#|\d+|\p{Lu}\p{Ll}+(?:[-–]\p{Lu}\p{Ll}+)*)$/u;
/** Words that no Finnish text has, beside those of the data, which are Finnish here. */
const ENGLISH = /\b(?:the|of|and|with|test|regression|slope|minus|over|per|all|intercept|limits?|mean|ratio)\b/i;

test('every method is asked', () => {
  expect(Object.keys(requests).sort()).toEqual(analyses.map(({ name }) => name).sort());
});

test.each(Object.entries(requests))('%s is told in Finnish to the last name', async (name, request) => {
  const plans = analyses.find((one) => one.name === name)?.table === false;
  const found = await analyse(name, plans ? undefined : table, request);
  expectToldWhole(found);
  expect(keptParts(found.name).filter((part) => !ALIKE.test(part))).toEqual([]);
  const [method] = howOf(found, { form: { fields: {} }, request: {} } as never);
  expect(method).toMatch(/^\p{Lu}/u);
  const names = [...found.estimates.map((one) => shownEstimate(one).name), ...testRows(found).map((row) => row.name)];
  expect(names.filter((one) => ENGLISH.test(one))).toEqual([]);
});
