import { describe, expect, test } from 'vitest';
import type { Table } from '../../../shared/table';
import { float64Column, numbersOf, textColumn } from '../../columns';
import { analyse } from '../analyse';
import type { Analysis, MeasuredEstimate } from '../contract';
import type { LinesFigure, StepsFigure } from '../figures';
import { shown } from '../tidy';

/* Thirty invented children; what R makes of them (4.2.2, survival 3.5-3, cmprsk 2.2-11) stands beside each figure. */
const ages = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3, 8, 3, 2, 7];
const times = [3, 5, 7, 7, 9, 11, 12, 20, 22, 25, 4, 6, 8, 13, 14, 14, 18, 21, 24, 30, 2, 10, 15, 17, 19, 23, 26, 27, 28, 29]; // prettier-ignore
const died = [1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1];
const ends = 'dead dead home dead home censored dead home dead censored dead home home dead home home censored home home censored dead dead home home dead home dead censored home dead'.split(' '); // prettier-ignore
const sites = ages.map((_, row) => 'ABC'[Math.floor(row / 10)]!);

const children: Table = {
  rows: 30,
  columns: [
    float64Column('days', Float64Array.from(times), 'd'),
    float64Column('died', Float64Array.from(died)),
    textColumn('how', ends),
    textColumn('site', sites),
    float64Column(
      'site_id',
      Float64Array.from(sites, (site) => 'ABC'.indexOf(site) + 1)
    ),
    float64Column('age', Float64Array.from(ages), 'y')
  ]
};
/** One more row, without a site and without an age. */
const withGap: Table = {
  rows: 31,
  columns: [
    float64Column('days', Float64Array.of(...times, 1), 'd'),
    float64Column('died', Float64Array.of(...died, 1)),
    textColumn('how', [...ends, 'dead']),
    { ...textColumn('site', [...sites, 'A']), validity: Uint8Array.of(255, 255, 255, 63) },
    float64Column('age', Float64Array.of(...ages, NaN), 'y')
  ]
};

const survival = { time: 'days', event: 'died' };
const ending = { time: 'days', event: 'how', censored: 'censored' };
const ask = (method: string, request: object, table = children) =>
  analyse(method, table, request as Record<string, unknown>);
const seen = ({ estimates }: Analysis) => estimates.map((one) => [one.name, shown(one)]);
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);
const of = (found: Analysis, measure: string) => found.estimates.filter((one) => one.measure === measure);

/** Estimate and limits as they are read, against those of R. */
function near(found: readonly MeasuredEstimate[], expected: readonly (readonly number[])[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((one, at) => {
    const { estimate, lower, upper } = shown(one);
    const values = [estimate, lower ?? NaN, upper ?? NaN];
    expected[at]!.forEach((value, place) => expect(values[place], `${one.name}, ${place}`).toBeCloseTo(value, 5));
  });
}

describe('kaplan-meier', () => {
  const request = { ...survival, group: 'site', at: [20], until: 25 };

  test('survival at a time, means up to a time and the log-rank test are those of R', async () => {
    const found = await ask('kaplan-meier', request);
    near(of(found, 'survival'), [
      [0.42, 0.106521, 0.714586],
      [0.578571, 0.153307, 0.85243],
      [0.583333, 0.229787, 0.820739]
    ]);
    near(of(found, 'median-time'), [[12, 3], [26, 2]]); // prettier-ignore
    near(of(found, 'restricted-mean'), [[14.59], [20.00714286], [19.5]]);
    expect(of(found, 'restricted-mean').map(({ se }) => se)).toEqual([2.759822458, 2.387990864, 2.448128537].map((one) => expect.closeTo(one, 8) as number)); // prettier-ignore
    expect(found.tests).toMatchObject([{ code: 'log-rank', df: [2], p: expect.closeTo(0.2218, 4) as number }]);
    expect(found.estimates.map(({ of: group, at }) => [group, at]).slice(0, 4)).toEqual([['A', 20], ['B', 20], ['C', 20], ['A', undefined]]); // prettier-ignore
    expect(codes(found.says).slice(0, 5)).toEqual(['survival-at', 'survival-at', 'survival-at', 'survival-alike', 'survival-events']); // prettier-ignore
  });

  test('medians are told with their time, and whose was not reached', async () => {
    const found = await ask('kaplan-meier', request);
    const told = found.says.filter(({ code }) => code.startsWith('median-'));
    expect(told).toMatchObject([
      { code: 'median-time-two', values: { of: 'A', estimate: 12, of2: 'C', estimate2: 26, unit: 'd' } },
      { code: 'median-not-reached', values: { groups: 'B' } }
    ]);
    expect(of(found, 'restricted-mean').map(({ at }) => at)).toEqual([25, 25, 25]);
  });

  test.each([
    ['days', { unit: 'days' }],
    ['stay_hours', { unit: 'hours' }],
    ['follow-up (Months)', { unit: 'Months' }],
    ['holidays', { time: 'holidays' }],
    ['days_seen', { time: 'days_seen' }]
  ])('a time without a unit has that of its name: %s', async (name, wanted) => {
    const columns = [float64Column(name, Float64Array.from(times)), ...children.columns.slice(1)];
    const found = await ask('kaplan-meier', { ...survival, time: name }, { rows: 30, columns });
    expect(found.says[0]?.values).toMatchObject(wanted);
  });

  test('of two groups one sentence has both, and the test says which had the event earlier', async () => {
    const two = { rows: 20, columns: children.columns.map((column) => ({ ...column, values: column.values.slice(0, 20) })) } as Table; // prettier-ignore
    const found = await ask('kaplan-meier', { ...survival, group: 'site' }, two);
    expect(found.says[0]).toMatchObject({ code: 'survival-at-two', values: { at: 25, of: 'A', of2: 'B', unit: 'd' } });
    expect(found.says[1]).toMatchObject({ code: 'survival-two-alike', values: { p: expect.closeTo(0.1717, 4) as number } }); // prettier-ignore
    // All of A had the event before any of B: the direction is not that of the alphabet.
    const early = { ...two, columns: two.columns.map((column) => (column.name === 'days' ? float64Column('days', Float64Array.from({ length: 20 }, (_, row) => (row < 10 ? 40 - row : 1 + row / 100))) : column)) }; // prettier-ignore
    const turned = await ask('kaplan-meier', { ...survival, group: 'site' }, early);
    expect(turned.says[1]).toMatchObject({ code: 'survival-earlier', values: { earlier: 'B', later: 'A' } });
  });

  test('without groups everybody is one curve, and codes of a group are told with their column', async () => {
    const found = await ask('kaplan-meier', survival);
    expect((found.figures[0] as StepsFigure).curves.map(({ name }) => name)).toEqual(['']);
    expect(found.says[0]).toMatchObject({ code: 'survival-at', values: { of: '', event: 'died' } });
    const coded = await ask('kaplan-meier', { ...survival, group: 'site_id' });
    expect((coded.figures[0] as StepsFigure).curves.map(({ name }) => name)).toEqual(['site_id 1', 'site_id 2', 'site_id 3']); // prettier-ignore
  });

  test('the numbers at risk stand at round times', async () => {
    const { atRisk, curves } = (await ask('kaplan-meier', request)).figures[0] as StepsFigure;
    expect(atRisk?.times).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(atRisk?.rows[0]).toEqual({ name: 'A', counts: [10, 9, 5, 3, 3, 1, 0] });
    expect([...curves[0]!.censored!]).toEqual([7, 9, 20, 25]);
  });

  test('rows without a group are dropped and counted', async () => {
    const found = await ask('kaplan-meier', request, withGap);
    expect([found.n, found.nDropped]).toEqual([30, 1]);
    near(of(found, 'survival').slice(0, 1), [[0.42, 0.106521, 0.714586]]);
  });
});

describe('restricted-mean', () => {
  test('is each group minus the reference, with Greenwood’s errors', async () => {
    const found = await ask('restricted-mean', { ...survival, group: 'site', reference: 'B', until: 25 });
    const [se, seA, seC] = [2.387990864, 2.759822458, 2.448128537];
    const limits = (difference: number, other: number) => [-1, 1].map((side) => difference + side * 1.959963985 * Math.hypot(se, other)); // prettier-ignore
    near(of(found, 'restricted-mean-difference'), [
      [14.59 - 20.00714286, ...limits(14.59 - 20.00714286, seA)],
      [19.5 - 20.00714286, ...limits(19.5 - 20.00714286, seC)]
    ]);
    expect(found.estimates.map(({ name }) => name).slice(0, 2)).toEqual(['A − B', 'C − B']);
    near(of(found, 'restricted-mean'), [[20.00714286], [14.59], [19.5]]);
    expect(found.says[0]).toMatchObject({ code: 'mean-time-difference', values: { of: 'A', reference: 'B', until: 25 } }); // prettier-ignore
    expect(codes(found.says)).toEqual(['mean-time-difference', 'mean-time-alike', 'mean-time-difference', 'mean-time-alike']); // prettier-ignore
    expect(codes(found.remarks)).toContain('survival-mean-few-events');
  });

  test('refuses one group, and a time that a group does not reach', async () => {
    const request = { ...survival, group: 'site' };
    await expect(ask('restricted-mean', { ...request, until: 26 })).rejects.toMatchObject({ code: 'survival-tau-beyond' }); // prettier-ignore
    await expect(ask('restricted-mean', { ...request, reference: 'D' })).rejects.toMatchObject({ code: 'event-absent' }); // prettier-ignore
    const one = { rows: 10, columns: children.columns.map((column) => ({ ...column, values: column.values.slice(0, 10) })) } as Table; // prettier-ignore
    await expect(ask('restricted-mean', request, one)).rejects.toMatchObject({ code: 'groups-few' });
  });
});

describe('cox', () => {
  const request = { ...survival, predictors: ['site', 'age'] };

  test('hazard ratios are those of coxph, under plain names', async () => {
    const found = await ask('cox', request);
    expect(found.estimates.map(({ name }) => name)).toEqual(['site B vs A', 'site C vs A', 'age, per 1 y']);
    near(found.estimates, [
      [0.3171666142, 0.07476851968, 1.345414642],
      [0.4926552481, 0.14905283227, 1.628343385],
      [0.9532950062, 0.75615031625, 1.201839567]
    ]);
    expect(found.estimates[0]).toMatchObject({ scale: 'log', p: expect.closeTo(0.1193441165, 8) as number });
    const hazards = found.tests.filter(({ code }) => code === 'proportional-hazards');
    expect(hazards.map(({ of: term, p }) => [term, p])).toEqual([['site', expect.closeTo(0.74352, 5)], ['age', expect.closeTo(0.34741, 5)], [undefined, expect.closeTo(0.73504, 5)]]); // prettier-ignore
    expect(codes(found.remarks)).toEqual(['survival-few-events', 'survival-proportional-checked', 'survival-censoring-assumed']); // prettier-ignore
    expect(found.says[0]).toMatchObject({ code: 'hazard-level', values: { variable: 'site', category: 'B', reference: 'A', others: 1 } }); // prettier-ignore
    expect(found.says[2]).toMatchObject({ code: 'hazard-unit', values: { column: 'age', unit: 'y' } });
  });

  test('another reference turns the ratio round, and stands in the forest as 1', async () => {
    const found = await ask('cox', { ...request, references: { site: 'B' } });
    near(found.estimates.slice(0, 2), [[3.152916970, 0.7432652871, 13.374612795], [1.5533010919, 0.3914388999, 6.163782605]]); // prettier-ignore
    expect(found.figures[0]).toMatchObject({
      kind: 'forest',
      scale: 'log',
      rows: [{ name: 'site B', estimate: 1, look: 'reference' }, { name: 'site A vs B' }, { name: 'site C vs B' }, { name: 'age, per 1 y' }] // prettier-ignore
    });
  });

  test('rows that belong together have robust errors, also where a form says that nobody asked for them', async () => {
    const given = { ...survival, predictors: ['age'], cluster: 'site' };
    const found = await ask('cox', { ...given, robust: false });
    near(found.estimates, [[0.938295579, 0.7951295654, 1.107239162]]);
    expect(seen(found)).toEqual(seen(await ask('cox', given)));
    expect(codes(found.remarks)).toContain('survival-few-clusters');
  });

  test('the ratios of an interaction are told with what they hold for', async () => {
    const found = await ask('cox', { ...survival, formula: 'site * age' });
    expect(codes(found.says)).not.toContain('hazard-level');
    expect(found.remarks).toContainEqual({ code: 'survival-interaction', values: { columns: 'site, age' } });
  });

  test('rows of a follow-up that is cut are told as rows, and not as persons', async () => {
    const cut = { ...children, columns: [...children.columns, float64Column('from', new Float64Array(30))] };
    const found = await ask('cox', { ...survival, start: 'from', predictors: ['age'] }, cut);
    expect(codes(found.says)).toContain('survival-events-of-rows');
  });

  test('yes and no are understood, and told with their column; a coefficient without an end is called as people read it', async () => {
    const words = { ...children, columns: [...children.columns.filter(({ name }) => name !== 'died'), textColumn('died', died.map((one) => (one === 1 ? 'Yes' : 'no'))), textColumn('tube', ages.map((_, row) => (row < 3 ? 'yes' : 'no')))] }; // prettier-ignore
    expect(seen(await ask('cox', request, words))).toEqual(seen(await ask('cox', request)));
    expect((await ask('kaplan-meier', { ...survival, group: 'tube' }, words)).says[0]).toMatchObject({ values: { of: 'tube no', of2: 'tube yes' } }); // prettier-ignore
    const never = { ...children, columns: [...children.columns, textColumn('unit', died.map((one, row) => (one === 0 && row < 5 ? 'rare' : 'a')))] }; // prettier-ignore
    await expect(ask('cox', { ...survival, predictors: ['unit'] }, never)).rejects.toMatchObject({ code: 'survival-no-finite-estimate', values: { term: 'unit: rare' } }); // prettier-ignore
  });

  test('many rows that are left out are told', async () => {
    const gaps = { ...children, columns: children.columns.map((column) => (column.name === 'age' ? float64Column('age', Float64Array.from(ages, (age, row) => (row % 5 === 0 ? NaN : age))) : column)) }; // prettier-ignore
    const found = await ask('cox', { ...survival, predictors: ['age'] }, gaps);
    expect(found.remarks).toContainEqual({ code: 'survival-rows-missing', values: { share: 0.2, rows: 6 } });
  });

  test('a spline is drawn as a ratio against the median, and not told by its coefficients', async () => {
    const found = await ask('cox', { ...survival, formula: 'ns(age, 2)' });
    const effect = found.figures.find(({ kind }) => kind === 'lines') as LinesFigure;
    const [series] = effect.series;
    expect(effect).toMatchObject({ x: 'age', y: 'died', measure: 'hazard-ratio', level: 0.95 });
    expect(effect.acrossX).toEqual([4]);
    expect([series!.y[0], series!.y.at(-1)]).toEqual([expect.closeTo(4.836952894, 6), expect.closeTo(2.307085696, 6)]);
    expect(series!.upper![0]).toBeCloseTo(4.836952894 * Math.exp(1.959963985 * 0.9929760201), 4);
    expect(found.figures.some(({ kind }) => kind === 'forest')).toBe(false);
    expect(codes(found.says)).toEqual(['survival-events']);
  });

  test('a column or formula says the same, and the rows that lack a value are dropped', async () => {
    const found = await ask('cox', request, withGap);
    expect([found.n, found.nDropped]).toEqual([30, 1]);
    expect(seen(await ask('cox', { ...survival, formula: 'days ~ site + age' }))).toEqual(seen(await ask('cox', request))); // prettier-ignore
  });

  test('events at one time leave proportional hazards assumed', async () => {
    const same = { rows: 12, columns: [float64Column('days', Float64Array.from({ length: 12 }, (_, row) => (row % 3 === 0 ? 5 : 9))), float64Column('died', Float64Array.from({ length: 12 }, (_, row) => Number(row % 3 === 0))), float64Column('age', Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8))] }; // prettier-ignore
    const found = await ask('cox', { ...survival, predictors: ['age'] }, same);
    expect(codes(found.remarks)).toContain('survival-proportional-assumed');
    expect(found.more[0]).toMatchObject({ name: 'proportional_hazards', table: { rows: 0 } });
  });
});

describe('cumulative-incidence', () => {
  test('incidence and Gray’s test are those of R, and Kaplan-Meier overstates', async () => {
    const found = await ask('cumulative-incidence', { ...ending, group: 'site', at: [20] });
    expect(found.estimates.map(({ of: whose }) => whose)).toEqual(['dead, A', 'home, A', 'dead, B', 'home, B', 'dead, C', 'home, C']); // prettier-ignore
    near(found.estimates, [[0.425], [0.325], [0.2], [0.4], [0.3], [0.2]]);
    const at = found.more.find(({ name }) => name === 'at')!.table;
    const se = numbersOf(at.columns.find(({ name }) => name === 'se')!);
    [0.1636497785, 0.1558244204, 0.1264911064, 0.1549193338].forEach((one, row) => expect(se[row]).toBeCloseTo(one, 8));
    expect(found.tests).toMatchObject([
      { code: 'gray', of: 'dead', p: expect.closeTo(0.2269117856, 8) as number },
      { code: 'gray', of: 'home', p: expect.closeTo(0.3837658237, 8) as number }
    ]);
    expect(found.remarks[0]).toMatchObject({
      code: 'competing-kaplan-meier-overstates',
      values: { cause: 'dead', incidence: expect.closeTo(0.3081871345, 8) as number, naive: expect.closeTo(0.3501086048, 8) as number } // prettier-ignore
    });
    expect(found.says.at(-1)?.values).toMatchObject({ list: 'dead 12, home 13', censored: 5, n: 30 });
  });

  test('of one cause there is one figure, by group', async () => {
    const found = await ask('cumulative-incidence', { ...ending, cause: 'dead', group: 'site' });
    expect(found.figures).toHaveLength(1);
    expect((found.figures[0] as StepsFigure).curves.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(found.estimates.map(({ of: whose }) => whose)).toEqual(['A', 'B', 'C']);
    expect(codes(found.tests)).toEqual(['gray']);
  });

  test('says what it needs to know of the endings', async () => {
    const wrong = (request: object) => ask('cumulative-incidence', { ...ending, ...request });
    await expect(wrong({ censored: 'lost' })).rejects.toMatchObject({ code: 'event-absent' });
    await expect(wrong({ cause: 'censored' })).rejects.toMatchObject({ code: 'event-absent' });
    await expect(ask('cumulative-incidence', { time: 'days', event: 'site' })).rejects.toMatchObject({ code: 'censored-unknown' }); // prettier-ignore
    await expect(ask('cumulative-incidence', { time: 'days', event: 'days', censored: '3' })).rejects.toMatchObject({ code: 'causes-many' }); // prettier-ignore
    // 0 means censored where nothing else is said.
    const coded = await ask('cumulative-incidence', { time: 'days', event: 'died' });
    expect(codes(coded.remarks)).toContain('competing-one-cause');
  });
});

describe('fine-gray', () => {
  test('subdistribution hazard ratios are those of crr', async () => {
    const found = await ask('fine-gray', { ...ending, cause: 'dead', predictors: ['site', 'age'] });
    expect(found.estimates.map(({ name }) => name)).toEqual(['site B vs A', 'site C vs A', 'age, per 1 y']);
    near(found.estimates, [
      [0.3360102105, 0.06540581982, 1.726189839],
      [0.7352290654, 0.23058113312, 2.344345226],
      [0.8935908851, 0.70038842041, 1.140088338]
    ]);
    expect(found.says[0]).toMatchObject({ code: 'subhazard-level', values: { event: 'dead', category: 'B' } });
    expect(found.says.at(-1)?.values).toMatchObject({ cause: 'dead', events: 12, competing: 13, censored: 5, n: 30 });
    expect(found.figures[0]).toMatchObject({ kind: 'forest', measure: 'subdistribution-hazard-ratio' });
  });
});
