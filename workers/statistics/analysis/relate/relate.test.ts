import { describe, expect, test } from 'vitest';
import mixed from '../../../../tests/oracles/statistics/r-mixed.json';
import monitoring from '../../../../tests/oracles/statistics/monitoring.json';
import propensity from '../../../../tests/oracles/statistics/r-propensity.json';
import regression from '../../../../tests/oracles/statistics/r-regression.json';
import type { Column, Float64Column, Table } from '../../../shared/table';
import { tableOf, type Cell } from '../../regression/testing/tables';
import { analyse, columnsOf } from '../analyse';
import { MEASURES, type Analysis } from '../contract';
import type { Figure } from '../figures';

type Data = Readonly<Record<string, readonly Cell[]>>;
const whole = tableOf(regression.data.whole as Data);
const holes = tableOf(regression.data.holes as Data);

interface Expected {
  coef: number[];
  se: number[];
  p: number[];
  lower: number[];
  upper: number[];
}
const caseOf = (name: string, model: string) =>
  regression.cases.find((one) => one.name === name && one.model === model)?.expected as unknown as Expected & Record<string, number[]>; // prettier-ignore

const sloped = ({ estimates }: Analysis) => estimates.filter(({ name }) => name !== '(Intercept)');
const figuresOf = <Kind extends Figure['kind']>({ figures }: Analysis, kind: Kind) =>
  figures.filter((one): one is Extract<Figure, { kind: Kind }> => one.kind === kind);
const saysOf = ({ says }: Analysis) => says.map(({ code }) => code);

/** Coefficients, errors and limits of R, whose intercept comes first; ours comes last. */
function agrees(found: Analysis, wanted: Expected): void {
  const turned = (values: number[]) => [...values.slice(1), values[0]!];
  expect(found.estimates.map(({ estimate }) => estimate)).toEqual(turned(wanted.coef).map((one) => expect.closeTo(one, 6))); // prettier-ignore
  expect(found.estimates.map(({ se }) => se)).toEqual(turned(wanted.se).map((one) => expect.closeTo(one, 6)));
}

describe('linear regression', () => {
  test('is that of R, with levels against their reference, checks and figures', async () => {
    const found = await analyse('linear', whole, { outcome: 'stay', predictors: ['age', 'sex', 'hospital'] });
    // R 4.2.2: summary(lm(stay ~ age + sex + hospital)), confint, Wald test of hospital
    expect(found.estimates.map(({ name }) => name)).toEqual(['age', 'sex m vs f', 'hospital B vs A', 'hospital C vs A', '(Intercept)']); // prettier-ignore
    expect(found.estimates[1]).toMatchObject({
      measure: 'coefficient',
      scale: 'identity',
      estimate: expect.closeTo(1.610371373443878, 10) as number,
      lower: expect.closeTo(1.141101222925624, 10) as number,
      upper: expect.closeTo(2.079641523962132, 10) as number
    });
    expect(found.estimates.at(-1)).toMatchObject({ measure: 'intercept' });
    expect(found.tests).toContainEqual({ code: 'term', of: 'hospital', statistic: { name: 'F', value: expect.closeTo(5.27303212746943, 8) as number }, df: [2, 85], p: expect.closeTo(0.00693841460091819, 10) as number }); // prettier-ignore
    expect(found.tests.find(({ code }) => code === 'normal-residuals')?.p).toBeCloseTo(0.988338551661, 6);
    expect(found.tests.find(({ code }) => code === 'equal-spread')?.p).toBeCloseTo(0.0319898582033657, 8);
    expect(found.remarks.map(({ code }) => code)).toEqual(['regression-normal-checked', 'regression-spread-rejected']);
    expect(saysOf(found)).toEqual(['mean-by-number', 'mean-by-level', 'mean-by-level', 'mean-by-level', 'relate-adjusted']); // prettier-ignore
    expect(found.says[1]?.values).toMatchObject({ outcome: 'stay', of: 'sex', with: 'm', reference: 'f' });
    const [forest] = figuresOf(found, 'forest');
    expect(forest?.rows.map(({ name, look }) => [name, look])).toEqual([
      ['age', undefined],
      ['sex f', 'reference'],
      ['sex m vs f', undefined],
      ['hospital A', 'reference'],
      ['hospital B vs A', undefined],
      ['hospital C vs A', undefined]
    ]);
    expect(figuresOf(found, 'points').map(({ what, individual }) => [what, individual])).toEqual([
      ['quantiles', true],
      ['residuals', undefined]
    ]);
  });

  test.each([
    ['stay ~ age + sex * hospital HC3', { errors: 'HC3' }],
    ['stay ~ age + sex * hospital (cluster)', { cluster: 'person' }],
    ['stay ~ age + sex * hospital (weights)', { weights: 'w' }]
  ])('%s', async (name, more) => {
    const found = await analyse('linear', whole, { outcome: 'stay', formula: 'age + sex * hospital', ...more });
    agrees(found, caseOf(name, 'linear'));
    expect(found.tests.some(({ code }) => code === 'equal-spread')).toBe(!('errors' in more || 'cluster' in more));
  });

  test('drops rows with a gap, and says how many', async () => {
    const found = await analyse('linear', holes, { outcome: 'stay', predictors: ['age', 'sex'] });
    agrees(found, caseOf('stay ~ age + sex (missing values)', 'linear'));
    expect(found.n + found.nDropped).toBe(90);
    expect(found.nDropped).toBeGreaterThan(0);
  });

  test('of terms that interact says where each holds', async () => {
    const found = await analyse('linear', whole, { outcome: 'stay', formula: 'age * sex' });
    expect(found.says.map(({ code, values: { where, of } }) => [code, of, where])).toEqual([
      ['mean-by-number', 'age', 'sex = f'],
      ['mean-by-level', 'sex', 'age = 0'],
      ['mean-by-both', 'age × sex: m', undefined],
      ['relate-adjusted', undefined, undefined]
    ]);
  });

  test('tells a category of many levels by one sentence, and how many terms are left', async () => {
    const four = { rows: 90, columns: [...whole.columns, ...tableOf({ ward: Array.from({ length: 90 }, (_, row) => `W${(row * 7) % 4}`) } as Data).columns] }; // prettier-ignore
    const found = await analyse('linear', four, { outcome: 'stay', predictors: ['ward', 'age', 'sex', 'hospital', 'dose'] }); // prettier-ignore
    expect(saysOf(found)).toEqual(['relate-term-alike', 'mean-by-number', 'mean-by-level', 'mean-by-level', 'mean-by-level', 'relate-others', 'relate-adjusted']); // prettier-ignore
    expect(found.says.find(({ code }) => code === 'relate-others')?.values).toEqual({ terms: 1 });
  });

  test('with another reference the difference turns round', async () => {
    const found = await analyse('linear', whole, { outcome: 'stay', predictors: ['age', 'sex', 'hospital'], references: { sex: 'm' } }); // prettier-ignore
    expect(found.estimates[1]).toMatchObject({ name: 'sex f vs m', estimate: expect.closeTo(-1.610371373443878, 10) });
  });

  test('with many rows shows quantiles of residuals, not persons', async () => {
    const times = (column: Column): Column => ({ ...column, values: Float64Array.from({ length: 900 }, (_, row) => Number(column.values[row % 90]) + (column.name === 'stay' ? row / 1e4 : 0)) }) as Column; // prettier-ignore
    const many: Table = { rows: 900, columns: whole.columns.filter(({ name }) => ['age', 'stay'].includes(name)).map((column) => ({ ...times(column), validity: undefined }) as unknown as Column) }; // prettier-ignore
    const found = await analyse('linear', many, { outcome: 'stay', predictors: ['age'] });
    const [quantiles] = figuresOf(found, 'points');
    expect(quantiles).toMatchObject({ what: 'quantiles' });
    expect(quantiles?.individual).toBeUndefined();
    expect(quantiles?.x.length).toBe(99);
  });
});

describe('logistic regression', () => {
  test.each([
    ['died ~ age + sex', {}],
    ['died ~ age + sex HC1', { errors: 'HC1' }],
    ['died ~ age + sex (cluster)', { cluster: 'person' }]
  ])('%s', async (name, more) => {
    const found = await analyse('logistic', whole, { outcome: 'died', predictors: ['age', 'sex'], ...more });
    agrees(found, caseOf(name, 'logistic'));
    expect(found.estimates[0]).toMatchObject({ measure: 'odds-ratio', scale: 'log' });
    expect(found.estimates.at(-1)).toMatchObject({ measure: 'odds', scale: 'log' });
    expect(found.tests.some(({ code }) => code === 'likelihood-ratio')).toBe(Object.keys(more).length === 0);
  });

  test('takes profile limits', async () => {
    const found = await analyse('logistic', whole, { outcome: 'died', formula: 'age + hospital', interval: 'profile' });
    // R 4.2.2: roots of the profile of glm(died ~ age + hospital), as in the oracle
    expect([found.estimates[0]?.lower, found.estimates[0]?.upper]).toEqual(
      [0.0285218596473661, 0.200692358434938].map((one) => expect.closeTo(one, 6))
    );
  });

  test('takes a word as its event, against all others', async () => {
    const found = await analyse('logistic', whole, { outcome: 'state', eventIs: 'severe', predictors: ['age'] });
    const severe = (regression.data.whole.state as string[]).map((one) => Number(one === 'severe'));
    const table = tableOf({ ...(regression.data.whole as Data), severe });
    const same = await analyse('logistic', table, { outcome: 'severe', predictors: ['age'] });
    expect(found.estimates.map(({ estimate }) => estimate)).toEqual(same.estimates.map(({ estimate }) => estimate));
    expect(found.says[0]?.values.outcome).toBe('state = severe');
  });

  test('draws the effect of a spline against its median', async () => {
    const found = await analyse('logistic', whole, { outcome: 'died', formula: 'ns(hour, 3) + icu' });
    const [curve] = figuresOf(found, 'lines');
    expect(curve).toMatchObject({ what: 'effect', x: 'hour', measure: 'odds-ratio', acrossY: [1], acrossX: [12.4] });
    const [line] = curve!.series;
    // R 4.2.2: predict(ns(hour, 3), c(0.2, 24)) against the median, with vcov(glm(…))
    expect([line!.y[0], line!.lower![0], line!.upper![0]]).toEqual(
      [0.344584970711621, 0.0575345777813425, 2.06378158351297].map((one) => expect.closeTo(one, 8))
    );
    expect([line!.y.at(-1), line!.upper!.at(-1)]).toEqual([0.327510068523052, 1.66162272346484].map((one) => expect.closeTo(one, 8))); // prettier-ignore
    expect(saysOf(found)).toEqual(['relate-term-alike', 'odds-by-level', 'relate-adjusted']);
    expect(found.tests.find(({ code }) => code === 'likelihood-ratio')?.p).toBeCloseTo(0.162390398034363, 8);
  });

  test('refuses separation and names Firth', async () => {
    const table = tableOf({ y: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
    const request = { outcome: 'y', predictors: ['x'] };
    await expect(analyse('logistic', table, request)).rejects.toMatchObject({
      code: 'regression-separation',
      hint: expect.stringContaining('Firth') as string
    });
    const found = await analyse('firth', table, request);
    expect(found.estimates[0]?.estimate).toBeGreaterThan(0);
    expect(found.remarks.map(({ code }) => code)).not.toContain('regression-separation');
  });
});

describe('counts and ordered outcomes', () => {
  test('Poisson with an exposure', async () => {
    const found = await analyse('poisson', whole, { outcome: 'bleeds', predictors: ['age', 'sex'], exposure: 'years' });
    agrees(found, caseOf('bleeds ~ age + sex + offset(log(years))', 'poisson'));
    expect(found.estimates[0]).toMatchObject({ measure: 'rate-ratio', scale: 'log' });
    expect(saysOf(found)).toEqual(['rate-by-number', 'rate-by-level', 'relate-adjusted']);
  });

  test('negative binomial', async () => {
    const request = { outcome: 'bleeds', predictors: ['age', 'sex'], exposure: 'years' };
    agrees(
      await analyse('negative-binomial', whole, request),
      caseOf('bleeds ~ age + sex + offset(log(years))', 'negative-binomial')
    );
  });

  test('ordinal: thresholds after the odds ratios, proportional odds tested', async () => {
    const order = ['mild', 'moderate', 'severe', 'critical'];
    const found = await analyse('ordinal', whole, { outcome: 'state', predictors: ['age', 'sex'], order });
    expect(found.estimates.map(({ name, measure }) => [name, measure])).toEqual([
      ['age', 'odds-ratio'],
      ['sex m vs f', 'odds-ratio'],
      ['mild|moderate', 'threshold'],
      ['moderate|severe', 'threshold'],
      ['severe|critical', 'threshold']
    ]);
    expect(found.tests.filter(({ code }) => code === 'proportional-odds')).toHaveLength(3);
    await expect(analyse('ordinal', whole, { outcome: 'state', predictors: ['age'] })).rejects.toMatchObject({
      code: 'regression-response-order'
    });
  });
});

describe('a random intercept', () => {
  const of = (model: string, data: keyof typeof mixed.data) =>
    mixed.cases.find((one) => one.model === model && one.data === data && one.formula.endsWith('~ age + sex + (1 | hospital)'))?.expected as unknown as Expected & { icc: number[]; sigma_group: number }; // prettier-ignore

  test('of a mean, as lme4', async () => {
    const table = tableOf(mixed.data.balanced as Data);
    const found = await analyse('linear-mixed', table, { outcome: 'stay', predictors: ['age', 'sex'], group: 'hospital' }); // prettier-ignore
    const wanted = of('linear', 'balanced');
    agrees({ ...found, estimates: found.estimates.slice(0, 3) }, wanted);
    expect(found.estimates[3]).toMatchObject({ measure: 'intraclass-correlation', name: 'hospital', estimate: expect.closeTo(wanted.icc[0]!, 6) }); // prettier-ignore
    expect(saysOf(found)).toEqual(['mean-by-number', 'mean-by-level', 'relate-adjusted', 'groups-alike']);
    expect(found.more.find(({ name }) => name === 'groups')?.table.rows).toBe(12);
    // A share of 1: the page writes it in per cent.
    expect(found.says.at(-1)?.values.share).toBeCloseTo(wanted.icc[0]!, 6);
  });

  test('of log odds', async () => {
    const table = tableOf(mixed.data.unbalanced as Data);
    const request = { outcome: 'died', predictors: ['age', 'sex'], group: 'hospital', quadrature: 1 };
    const found = await analyse('logistic-mixed', table, request);
    agrees(found, of('logistic', 'unbalanced'));
    expect(found.facts.find(({ code }) => code === 'group-sd')?.value).toBeCloseTo(of('logistic', 'unbalanced').sigma_group, 5); // prettier-ignore
    expect(found.estimates[0]).toMatchObject({ measure: 'odds-ratio', scale: 'log' });
  });
});

describe('formulas', () => {
  const at = (formula: string) =>
    analyse('linear', whole, { outcome: 'stay', formula }).catch((error: unknown) => error);

  test('are wrong at their own place', async () => {
    expect(await at('age + +\n  sexx')).toMatchObject({ code: 'formula-column', place: { line: 2, column: 3 } });
    expect(await at('stay ~ age + ns(sex, 3)')).toMatchObject({ place: { line: 1, column: 17 } });
    expect(await at('  age $ 2')).toMatchObject({ code: 'formula-character', place: { line: 1, column: 7 } });
  });

  test('of predictors have no place', async () => {
    const failure: unknown = await analyse('linear', whole, { outcome: 'stay', predictors: ['agee'] }).catch((error: unknown) => error); // prettier-ignore
    expect(failure).toMatchObject({ code: 'formula-column', place: undefined });
  });

  test('and all columns are read', () => {
    const request = { outcome: 'stay', formula: 'ns(age, 3) * sex', weights: 'w', cluster: 'person' };
    expect(columnsOf('linear', request)).toEqual(['stay', 'age', 'sex', 'w', 'person']);
    expect(columnsOf('propensity-matching', { treatment: 'icu', outcome: 'died', predictors: ['age'] })).toEqual(['icu', 'died', 'age']); // prettier-ignore
  });
});

describe('correlation', () => {
  test('of two columns', async () => {
    const found = await analyse('correlation', whole, { columns: ['age', 'stay'] });
    // R 4.2.2: cor.test(age, stay)
    expect(found.estimates[0]).toMatchObject({
      measure: 'correlation',
      estimate: expect.closeTo(0.609712342700483, 12)
    });
    expect(found.tests[0]?.p).toBeCloseTo(1.79219173473036e-10, 16);
    expect(found.figures).toMatchObject([{ kind: 'points', what: 'correlation', individual: true }]);
  });

  test('of several, each pair by Holm', async () => {
    const found = await analyse('correlation', whole, { columns: ['age', 'stay', 'dose'], coefficient: 'spearman' });
    expect(found.estimates.map(({ name }) => name)).toEqual(['age – stay', 'age – dose', 'stay – dose']);
    expect(found.estimates.map(({ estimate }) => estimate)).toEqual([0.5765275912689293, 0.0137734583800248, 0.1770189786685064].map((one) => expect.closeTo(one, 12))); // prettier-ignore
    expect(found.tests.map(({ p }) => p)).toEqual([8.21725443454432e-9, 0.897479447309151, 0.190201455785643].map((one) => expect.closeTo(one, 8))); // prettier-ignore
    const holm = found.table.columns.find(({ name }) => name === 'p_holm') as Float64Column;
    expect([...holm.values]).toEqual(found.tests.map(({ p }) => p));
    expect(found.figures[0]?.kind).toBe('forest');
  });

  test('needs two columns', async () => {
    await expect(analyse('correlation', whole, { columns: ['age', 'age'] })).rejects.toMatchObject({
      code: 'correlation-columns'
    });
  });
});

describe('propensity scores', () => {
  const { input } = propensity.cases.find(({ name }) => name === 'score 1') as unknown as { input: Data };
  const table = tableOf(input);
  const request = { treatment: 't', predictors: ['x1', 'x2', 'x3'], outcome: 'y' };
  const expected = (name: string) =>
    propensity.cases.find((one) => one.name === name)?.expected as unknown as Record<string, number[]>;

  test('matching agrees with MatchIt', async () => {
    const found = await analyse('propensity-matching', table, request);
    const { effect } = expected('nearest 1 ratio 1 without replacement, largest caliper 0.2 logit') as { effect: number[] }; // prettier-ignore
    expect(found.estimates[0]).toMatchObject({ measure: 'mean-difference', name: 't 1 − t 0' });
    expect(found.estimates[0]?.estimate).toBeCloseTo(effect[0]!, 6);
    expect(found.estimates[0]?.se).toBeCloseTo(effect[1]!, 6);
    const [balance] = figuresOf(found, 'balance');
    expect(balance?.rows.map(({ name }) => name)).toEqual(['x1', 'x2', 'x3']);
    const [overlap] = figuresOf(found, 'histograms');
    const counted = overlap!.series.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0));
    expect(counted).toEqual([24, 36]);
    expect(saysOf(found)).toEqual(['propensity-mean-difference', 'propensity-unbalanced', 'propensity-matched']);
  });

  test('weighting agrees with R, with a risk as with a mean', async () => {
    const found = await analyse('propensity-weighting', table, request);
    expect(found.estimates[0]?.estimate).toBeCloseTo(expected('weights 1 stabilised').mean![0]!, 6);
    expect(found.estimates[0]?.se).toBeCloseTo(expected('weights 1 stabilised').mean![1]!, 6);
    const [balance] = figuresOf(found, 'balance');
    expect(balance?.rows.map(({ after }) => after)).toEqual(expected('weights 1 stabilised').smd!.map((one) => expect.closeTo(one, 5))); // prettier-ignore
    const risk = await analyse('propensity-weighting', table, { ...request, outcome: 'event' });
    expect(risk.estimates.map(({ measure, scale }) => [measure, scale])).toEqual([
      ['risk-difference', 'identity'],
      ['risk-ratio', 'log']
    ]);
    expect(risk.estimates[0]?.estimate).toBeCloseTo(expected('weights 1 stabilised').risk![0]!, 6);
  });

  test('rows without a score are in no bar of the overlap', async () => {
    const { x1 } = input;
    const gaps = tableOf({ ...input, x1: x1!.map((one, row) => (row % 5 === 0 ? undefined : one)) } as Data);
    const found = await analyse('propensity-weighting', gaps, request);
    const [overlap] = figuresOf(found, 'histograms');
    const drawn = overlap!.series.reduce((sum, { counts }) => sum + counts.reduce((all, one) => all + one, 0), 0);
    expect(drawn).toBe(found.n);
    expect(found.nDropped).toBe(12);
  });

  test('without an outcome only balance is told', async () => {
    const { outcome: _, ...without } = request;
    const found = await analyse('propensity-weighting', table, without);
    expect(found.estimates).toEqual([]);
    expect(saysOf(found)).toEqual(['propensity-unbalanced', 'propensity-weighted']);
  });

  test('a column that decides about the treatment is refused by its name', async () => {
    const decided = tableOf({ t: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], y: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2] }); // prettier-ignore
    await expect(
      analyse('propensity-weighting', decided, { treatment: 't', predictors: ['x'], outcome: 'y' })
    ).rejects.toMatchObject({ code: 'propensity-separated', values: { column: 'x' } });
  });
});

describe('an interrupted series', () => {
  const { input, expected } = monitoring.cases[2] as unknown as { input: { y: number[] }; expected: Record<string, number[]> & { durbin_watson: number } }; // prettier-ignore
  const table = tableOf({ y: input.y });
  const request = { value: 'y', start: 21, lag: 1 };

  test('is that of R, changes first', async () => {
    const found = await analyse('interrupted-series', table, request);
    const [intercept, slope, level, bend] = expected.coef!;
    expect(found.estimates.map(({ estimate }) => estimate)).toEqual([level, bend, slope, intercept].map((one) => expect.closeTo(one!, 10))); // prettier-ignore
    expect(found.estimates[0]?.se).toBeCloseTo(expected.se_newey_west_lag1![2]!, 10);
    expect(found.estimates[0]).toMatchObject({ measure: 'level-change', df: 32 });
    const [figure] = figuresOf(found, 'lines');
    expect(figure?.series.map(({ name, x }) => [name, x.length])).toEqual([
      ['observed', 36],
      ['before', 20],
      ['after', 16],
      ['counterfactual', 16]
    ]);
  });

  test('is put in the order of its time', async () => {
    const month = input.y.map((_, at) => at);
    const turned = tableOf({ y: [...input.y].reverse(), month: [...month].reverse() });
    const found = await analyse('interrupted-series', turned, { ...request, time: 'month' });
    expect(found.estimates).toEqual((await analyse('interrupted-series', table, request)).estimates);
    const twice = tableOf({ y: input.y, month: input.y.map(() => 1) });
    await expect(analyse('interrupted-series', twice, { ...request, time: 'month' })).rejects.toMatchObject({ code: 'series-time' }); // prettier-ignore
  });

  test('a step of time that is missing would bend the lines', async () => {
    const month = input.y.map((_, at) => (at < 10 ? at : at + 1));
    const gap = tableOf({ y: input.y, month });
    await expect(analyse('interrupted-series', gap, { ...request, time: 'month' })).rejects.toMatchObject({ code: 'series-uneven', values: { column: 'month', after: '9' } }); // prettier-ignore
    // Months are of 28 to 31 days.
    const day = input.y.map((_, at) => Date.UTC(2020, at, 1) / 86_400_000);
    const even = tableOf({ y: input.y, day });
    expect((await analyse('interrupted-series', even, { ...request, time: 'day' })).n).toBe(36);
  });
});

test('tables that methods make are those that the contract names', async () => {
  const none = await analyse('ordinal', whole, { outcome: 'grade', predictors: ['age'] });
  expect(none.more).toEqual([]);
});

test('measures are known, and slopes have names of their own', async () => {
  const found = await analyse('logistic', whole, { outcome: 'died', formula: 'age * sex' });
  expect(sloped(found).map(({ name }) => name)).toEqual(['age', 'sex m vs f', 'age × sex: m']);
  for (const { measure } of found.estimates) expect(MEASURES).toContain(measure);
});
