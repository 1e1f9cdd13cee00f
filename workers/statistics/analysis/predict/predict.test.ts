import { describe, expect, test } from 'vitest';
import oracle from '../../../../tests/oracles/statistics/prediction.json';
import type { Table } from '../../../shared/table';
import { cellsOf, column } from '../../testing/cells';
import { analyse } from '../analyse';
import type { Analysis } from '../contract';

interface Case {
  name: string;
  input: Record<string, number[]>;
  expected: Record<string, unknown>;
}
const cases = oracle.cases as unknown as Case[];
const caseOf = (name: string) => cases.find((one) => one.name.startsWith(name)) as Case;
const tableOf = (columns: Record<string, (number | string | undefined)[]>): Table => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: Object.entries(columns).map(([name, cells]) =>
    column(name, cells.some((one) => typeof one === 'string') ? 'text' : 'float64', cells)
  )
});
const of = (found: Analysis, name: string) => found.estimates.find((one) => one.name === name);
const codes = ({ remarks }: Analysis) => remarks.map(({ code }) => code);
const says = (found: Analysis) => found.says.map(({ code }) => code);

const first = caseOf('ROC AUC + DeLong');
const { y = [], p = [] } = first.input;
/** The outcome in words, and a row in which the score is missing: both have to leave the numbers of R as they are. */
const worded = tableOf({
  ended: [...y.map((one) => (one === 1 ? 'died' : 'alive')), 'died'],
  risk: [...p, undefined]
});
const asked = { outcome: 'ended', outcomeIs: 'died' };

describe('roc', () => {
  test('gives the area and interval of pROC, through words and past missing rows', async () => {
    const found = await analyse('roc', worded, { ...asked, score: 'risk' });
    const [auc] = found.estimates;
    expect(auc).toMatchObject({ name: 'risk', measure: 'auc', scale: 'identity' });
    expect(auc?.estimate).toBeCloseTo(first.expected.auc as number, 12);
    const [lower, upper] = first.expected.ci_delong as [number, number];
    expect(auc?.lower).toBeCloseTo(lower, 10);
    expect(auc?.upper).toBeCloseTo(upper, 10);
    expect([found.n, found.nDropped]).toEqual([80, 1]);
    expect(found.says[0]).toMatchObject({ code: 'auc', values: { of: 'risk', outcome: 'ended = died' } });
    expect(found.says[0]?.values).not.toHaveProperty('p');
    const best = first.expected.youden as { threshold: number };
    expect(found.says[1]).toMatchObject({ code: 'youden', values: { threshold: expect.closeTo(best.threshold, 10) } });
    expect(codes(found)).toContain('prediction-youden-optimistic');
    expect(found.figures[0]).toMatchObject({ kind: 'lines', what: 'roc', diagonal: true });
  });

  test('follows the level', async () => {
    const [wide] = (await analyse('roc', worded, { ...asked, score: 'risk', level: 0.99 })).estimates;
    const [usual] = (await analyse('roc', worded, { ...asked, score: 'risk' })).estimates;
    expect(wide?.level).toBe(0.99);
    expect(wide?.lower as number).toBeLessThan(usual?.lower as number);
  });

  test('compares two scores in the order in which they are asked for, as pROC', async () => {
    const { input, expected } = caseOf('DeLong paired');
    const table = tableOf({ y: input.y ?? [], risk: input.p ?? [], other: input.q ?? [] });
    const found = await analyse('roc', table, { outcome: 'y', score: 'risk', second: 'other' });
    const turned = await analyse('roc', table, { outcome: 'y', score: 'other', second: 'risk' });
    const [difference, one, two] = found.estimates;
    expect([difference?.name, one?.name, two?.name]).toEqual(['risk − other', 'risk', 'other']);
    expect([one?.estimate, two?.estimate]).toEqual((expected.auc as number[]).map((area) => expect.closeTo(area, 10)));
    expect(difference?.estimate).toBeCloseTo((one?.estimate as number) - (two?.estimate as number), 12);
    expect(turned.estimates[0]?.estimate).toBeCloseTo(-(difference?.estimate as number), 12);
    expect(found.tests[0]).toMatchObject({ code: 'delong', of: 'risk − other', p: expect.closeTo(expected.p as number, 8) }); // prettier-ignore
    expect(Math.abs(found.tests[0]?.statistic?.value as number)).toBeCloseTo(Math.abs(expected.z as number), 6);
    expect(says(found)[0]).toBe('auc-differs');
    await expect(analyse('roc', table, { outcome: 'y', score: 'risk', second: 'risk' })).rejects.toMatchObject({
      code: 'columns-same'
    });
  });

  test('draws persons where they have several rows, and tells what DeLong would have said', async () => {
    const table = tableOf({ y: [...y, ...y], risk: [...p, ...p], person: [...y.keys(), ...y.keys()] });
    const request = { outcome: 'y', score: 'risk', person: 'person', resamples: 200 };
    const found = await analyse('roc', table, request);
    const rows = await analyse('roc', table, { outcome: 'y', score: 'risk' });
    const [byPerson, byRow] = [found.estimates[0], rows.estimates[0]];
    expect(byPerson?.estimate).toBeCloseTo(byRow?.estimate as number, 12);
    const width = (one: typeof byRow) => (one?.upper as number) - (one?.lower as number);
    expect(width(byPerson)).toBeGreaterThan(1.2 * width(byRow));
    const told = found.remarks.find(({ code }) => code === 'prediction-persons-resampled');
    expect(told?.values).toMatchObject({ rows: 160, persons: 80, lower: byRow?.lower });
    expect((await analyse('roc', table, request)).estimates).toEqual(found.estimates);
    expect((await analyse('roc', table, { ...request, seed: 2 })).estimates).not.toEqual(found.estimates);
  });

  test('one person leaves the area without an interval, and says so', async () => {
    const table = tableOf({ y, risk: p, person: y.map(() => 1) });
    const found = await analyse('roc', table, { outcome: 'y', score: 'risk', person: 'person' });
    expect(found.estimates[0]).toMatchObject({ lower: null, upper: null, p: null });
    expect(codes(found)).toContain('prediction-no-interval');
  });
});

test('precision-recall has the share with the outcome as what is reached by chance', async () => {
  const found = await analyse('precision-recall', worded, { ...asked, score: 'risk', resamples: 100 });
  const share = y.reduce((sum, one) => sum + one, 0) / 80;
  expect(found.estimates[0]).toMatchObject({ name: 'risk', measure: 'average-precision', null: share, n: 80 });
  expect(found.estimates[0]?.lower as number).toBeLessThan(found.estimates[0]?.estimate as number);
  expect(found.figures[0]).toMatchObject({ what: 'precision-recall', acrossY: [share] });
  // Drawn with replacement, a row stands for a person where none is named.
  expect(found.remarks.map(({ code }) => code)).toContain('prediction-rows-resampled');
});

describe('calibration', () => {
  test('agrees with R, and says in which direction risks are off', async () => {
    const { input, expected } = caseOf('calibration');
    const table = tableOf({ y: input.y ?? y, risk: input.p ?? p });
    const found = await analyse('calibration', table, { outcome: 'y', risk: 'risk' });
    for (const [name, key] of [
      ['slope', 'slope'],
      ['in the large', 'calibration_in_the_large'],
      ['Brier', 'brier'],
      ['scaled Brier', 'brier_scaled'],
      ['ICI', 'ici_loess_direct'],
      ['Emax', 'emax_loess_direct']
    ] as const) {
      // prettier-ignore
      expect(of(found, name)?.estimate, name).toBeCloseTo(expected[key] as number, 6);
    }
    expect(of(found, 'O/E')).toMatchObject({ scale: 'log', measure: 'observed-expected' });
    expect(Math.exp(of(found, 'O/E')?.estimate as number)).toBeCloseTo(expected.oe_ratio as number, 6);
    expect(says(found)).toEqual(['calibration-as-many', 'calibration-spread-fits', 'calibration-off']);
    const quarter = tableOf({ y: input.y ?? y, risk: (input.p ?? p).map((one) => one / 4) });
    expect(says(await analyse('calibration', quarter, { outcome: 'y', risk: 'risk' }))[0]).toBe('calibration-more');
  });

  test('gives groups, Brier score and curve where there is no slope', async () => {
    const table = tableOf({ y, risk: p.map((one, row) => (row === 0 ? 0 : one)) });
    const found = await analyse('calibration', table, { outcome: 'y', risk: 'risk' });
    expect(found.remarks).toContainEqual({ code: 'prediction-no-slope-certain', values: { rows: 1 } });
    expect(of(found, 'slope')).toBeUndefined();
    expect(of(found, 'Brier')?.estimate).toBeGreaterThan(0);
    expect(of(found, 'ICI')?.measure).toBe('calibration-error');
  });
});

test('decision-curve tells net benefit at the thresholds asked for, and where acting by the risk pays', async () => {
  const found = await analyse('decision-curve', worded, { ...asked, risk: 'risk', at: [0.2, 0.5] });
  const [one, over] = found.estimates;
  expect([one?.name, over?.name]).toEqual(['risk ≥ 0.2', 'risk ≥ 0.2 − all']);
  const calls = p.map((risk) => risk >= 0.2);
  const hits = y.filter((died, row) => died === 1 && calls[row]).length;
  const falls = y.filter((died, row) => died === 0 && calls[row]).length;
  expect(one?.estimate).toBeCloseTo(hits / 80 - falls / 80 / 4, 12);
  const events = y.reduce((sum, died) => sum + died, 0);
  expect(over?.estimate).toBeCloseTo((one?.estimate as number) - (events / 80 - (80 - events) / 80 / 4), 12);
  expect(says(found)[0]).toMatch(/^net-benefit-(between|mostly|never)$/);
  expect(found.more[0]?.table.rows).toBe(200);
});

test('of thresholds at which acting by the risk pays, the longest stretch is told, not what lies between the outermost', async () => {
  // It pays from 0.02 to 0.3, not from there to 0.6 where ten without the outcome are called, and again up to 0.9.
  const table = tableOf({
    y: [...Array(20).fill(0), ...Array(4).fill(1), ...Array(10).fill(0), 1] as number[],
    risk: [...Array(20).fill(0.02), ...Array(4).fill(0.3), ...Array(10).fill(0.6), 0.9] as number[]
  });
  const { says: told } = await analyse('decision-curve', table, { outcome: 'y', risk: 'risk', at: [0.1] });
  expect(told[0]).toMatchObject({ code: 'net-benefit-mostly' });
  expect(told[0]?.values.toShare).toBeGreaterThan(0.85);
  expect(told[0]?.values.fromShare).toBeGreaterThan(0.55);
  expect(told[1]?.values.estimate2).toBeCloseTo(5 / 35 - 30 / 35 / 9, 12);
});

test('classification counts calls from the threshold on, with Wilson’s limits', async () => {
  const table = tableOf({ y: [1, 1, 1, 0, 0, 0, 0, 0], score: [9, 5, 1, 5, 4, 3, 2, 1] });
  const found = await analyse('classification', table, { outcome: 'y', score: 'score', threshold: 5 });
  expect(of(found, 'sensitivity')).toMatchObject({ estimate: 2 / 3, measure: 'sensitivity', p: null });
  // R 4.2.2: prop.test(2, 3, correct = FALSE)$conf.int, prop.test(4, 5, correct = FALSE)$conf.int
  expect(of(found, 'sensitivity')?.lower).toBeCloseTo(0.2076596, 6);
  expect(of(found, 'specificity')?.lower).toBeCloseTo(0.3755346, 6);
  expect(of(found, 'PPV')?.estimate).toBeCloseTo(2 / 3, 12);
  expect(of(found, 'LR+')).toMatchObject({ scale: 'log', estimate: expect.closeTo(Math.log(2 / 3 / 0.2), 12) });
  expect(cellsOf(found.more[0]?.table as Table, 'rows')).toEqual([2, 1, 1, 4]);
});

describe('performance', () => {
  test('draws persons for every measure, and leaves out what a score that is no risk does not have', async () => {
    const request = { outcome: 'y', risk: 'risk', resamples: 50 };
    const found = await analyse('performance', tableOf({ y, risk: p }), request);
    expect(found.estimates.map(({ name }) => name)).toEqual(['AUC', 'average precision', 'Brier', 'scaled Brier', 'O/E', 'slope', 'in the large']); // prettier-ignore
    const [spread] = found.figures;
    if (spread?.kind !== 'histograms') throw new Error('no histogram');
    expect(spread.series.map(({ name, counts }) => [name, counts.reduce((sum, one) => sum + one, 0)])).toEqual([
      ['with', y.reduce<number>((sum, one) => sum + Number(one === 1), 0)],
      ['without', y.reduce<number>((sum, one) => sum + Number(one === 0), 0)]
    ]);
    expect([spread.edges[0], spread.edges.length]).toEqual([0, 21]);
    const scores = await analyse('performance', tableOf({ y, risk: p.map((one) => 10 * one) }), request);
    expect(scores.estimates.map(({ name }) => name)).toEqual(['AUC', 'average precision']);
    expect(codes(scores)).toContain('prediction-not-risks');
    expect(scores.estimates[0]?.estimate).toBeCloseTo(found.estimates[0]?.estimate as number, 12);
  });

  test('can be stopped', async () => {
    const controller = new AbortController();
    controller.abort();
    const job = { signal: controller.signal };
    await expect(analyse('performance', tableOf({ y, risk: p }), { outcome: 'y', risk: 'risk' }, job)).rejects.toMatchObject({ code: 'stopped' }); // prettier-ignore
  });
});
