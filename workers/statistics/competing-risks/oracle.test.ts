import { describe, expect, test } from 'vitest';
import given from '../../../tests/oracles/statistics/competing-risks.json';
import own from '../../../tests/oracles/statistics/r-competing-risks.json';
import { isPresent } from '../../shared/exact-text';
import type { Table } from '../../shared/table';
import { kaplanMeier, type Classes, type Design, type IntervalScale } from '../survival';
import { cumulativeIncidence, fineGray, grayTest, predictIncidence, type Endings } from './index';

type Numbers = readonly (number | null)[];

function agree(
  got: readonly (number | null)[] | Float64Array,
  expected: Numbers,
  tolerance: number,
  least = 1e-3
): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    const mine = got[at] ?? null;
    if (value === null || mine === null) expect(mine, `entry ${at}`).toBe(value);
    else
      expect(Math.abs(mine - value), `entry ${at}`).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(value), least));
  });
}

/** Values of a column, null where missing; of one cause only, where it is named. */
function valuesOf(table: Table, name: string, cause?: string): (number | null)[] {
  const column = table.columns.find((one) => one.name === name)!;
  const causes = table.columns.find((one) => one.name === 'cause');
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => cause === undefined || (causes?.type === 'text' && causes.dictionary[causes.values[row]!] === cause)
  );
  return rows.map((row) => (isPresent(column, row) ? Number(column.values[row]) : null));
}

const endingsOf = ({ time, cause }: { time: number[]; cause: number[] }): Endings => ({
  time: Float64Array.from(time),
  ending: cause,
  causes: ['one', 'two']
});
function classesOf(values: readonly (string | number)[]): Classes {
  const names = [...new Set(values)].sort();
  return { codes: Int32Array.from(values, (value) => names.indexOf(value)), names: names.map(String) };
}
const designOf = (columns: Record<string, readonly number[]>): Design => ({
  names: Object.keys(columns),
  values: Float64Array.from(Object.values(columns).flat())
});

describe('competing-risks of the reference', () => {
  const cases = given.cases as unknown as {
    name: string;
    input: Record<'time' | 'cause', number[]> & {
      at: number[] & number;
      group: string[];
      data: Record<'x1' | 'x2' | 'time' | 'cause', number[]> & { g: string[] };
    };
    expected: Record<string, Numbers> & {
      est: Numbers[];
      predicted_cif_first3: Record<'time' | 'p1' | 'p2' | 'p3', Numbers>;
    };
  }[];
  const at = (index: number) => cases[index]!;

  test('there are six cases, all read here', () => {
    expect(cases).toHaveLength(6);
  });

  test(at(0).name, () => {
    const { input, expected } = at(0);
    const { curves } = cumulativeIncidence(endingsOf(input));
    agree(valuesOf(curves, 'time', 'one'), expected.time!, 1e-8);
    agree(valuesOf(curves, 'incidence', 'one'), expected.cif1!, 1e-8);
    agree(valuesOf(curves, 'incidence', 'two'), expected.cif2!, 1e-8);
    agree(valuesOf(curves, 'se', 'one'), expected.se1_survival!, 1e-8);
    agree(valuesOf(curves, 'se', 'two'), expected.se2_survival!, 1e-8);
  });

  test(`${at(1).name}, which is a little larger`, () => {
    const { input, expected } = at(1);
    const got = cumulativeIncidence(endingsOf(input), { at: listOf(expected.at!) }).at;
    agree(valuesOf(got, 'incidence', 'one'), expected.est[0]!, 1e-8);
    agree(valuesOf(got, 'incidence', 'two'), expected.est[1]!, 1e-8);
    const theirs = (expected.var_cmprsk as unknown as Numbers[])[0]!;
    valuesOf(got, 'se', 'one').forEach((se, k) => {
      expect(se! ** 2).toBeLessThan(theirs[k]!);
      expect(se! ** 2).toBeGreaterThan(0.9 * theirs[k]!);
    });
  });

  test(at(2).name, () => {
    const { input, expected } = at(2);
    const tests = [1, 2].map((cause) => grayTest(endingsOf(input), classesOf(input.group), cause));
    agree(
      tests.map(({ statistic }) => statistic),
      expected.stat!,
      1e-8
    );
    agree(
      tests.map(({ p }) => p),
      expected.p!,
      1e-8
    );
    agree(
      tests.map(({ df }) => df),
      expected.df!,
      1e-8
    );
  });

  test.each([1, 2].map((cause) => [at(2 + cause).name, cause] as const))('%s', async (_, cause) => {
    const { expected } = at(2 + cause);
    const { data } = at(3).input;
    const design = designOf({
      x1: data.x1,
      x2: data.x2,
      gB: data.g.map((one) => +(one === 'B')),
      gC: data.g.map((one) => +(one === 'C'))
    });
    expect(design.names).toEqual(expected.names);
    const fit = await fineGray(endingsOf(data), design, { cause });
    agree(valuesOf(fit.coefficients, 'coefficient'), expected.coef!, 1e-5);
    agree(valuesOf(fit.coefficients, 'robust_se'), expected.se_robust!, 1e-5);
    agree(
      [fit.logLikelihood, fit.nullLogLikelihood],
      [expected.loglik, expected.loglik_null] as unknown as Numbers,
      1e-5
    );
    const predicted = expected.predicted_cif_first3;
    (['p1', 'p2', 'p3'] as const).forEach((name, person) => {
      const values = design.names.map((_, term) => design.values[term * data.time.length + person]!);
      const got = predictIncidence(fit, values);
      agree(valuesOf(got, 'time'), predicted.time, 1e-8);
      agree(valuesOf(got, 'incidence'), predicted[name], 1e-5);
    });
  });

  test(at(5).name, () => {
    const { input, expected } = at(5);
    const { at: looked } = cumulativeIncidence(endingsOf(input), { at: [input.at] });
    agree(valuesOf(looked, 'one_minus_km', 'one'), [expected.one_minus_km as unknown as number], 1e-8);
    agree(valuesOf(looked, 'incidence', 'one'), [expected.cif1 as unknown as number], 1e-8);
    const status = input.cause.map((cause) => +(cause === 1));
    const km = kaplanMeier({ time: Float64Array.from(input.time), status }, { at: [input.at] }).at;
    agree([1 - valuesOf(km, 'survival')[0]!], valuesOf(looked, 'one_minus_km', 'one'), 1e-12);
  });
});

const listOf = (numbers: Numbers) => numbers as readonly number[];

describe('R survival 3.5-3 and cmprsk 2.2-11, own cases', () => {
  interface Case {
    name: string;
    method: string;
    input: {
      time: number[];
      cause: number[];
      group: number[];
      interval: IntervalScale;
      of: number;
      x: Record<string, number[]>;
    };
    expected: {
      time: Numbers;
      n_risk: Numbers;
      causes: Record<'estimate' | 'se' | 'lower' | 'upper', Numbers>[];
      statistic: number;
      df: number;
      p: number;
      coef: Numbers;
      vcov: Numbers[];
      loglik: number;
      loglik_null: number;
      predicted: Numbers[];
    };
  }
  const of = (method: string) => (own.cases as unknown as Case[]).filter((one) => one.method === method);

  test.each(of('cif'))('$name', ({ input, expected }) => {
    const { curves } = cumulativeIncidence(endingsOf(input), { scale: input.interval });
    ['one', 'two'].forEach((cause, index) => {
      const { estimate, se, lower, upper } = expected.causes[index]!;
      agree(valuesOf(curves, 'time', cause), expected.time, 1e-9);
      agree(valuesOf(curves, 'at_risk', cause), expected.n_risk, 1e-9);
      agree(valuesOf(curves, 'incidence', cause), estimate, 1e-9);
      agree(valuesOf(curves, 'se', cause), se, 1e-9);
      agree(valuesOf(curves, 'lower', cause), lower, 1e-9);
      agree(valuesOf(curves, 'upper', cause), upper, 1e-9);
    });
  });

  test.each(of('gray'))('$name', ({ input, expected }) => {
    const got = grayTest(endingsOf(input), classesOf(input.group), input.of);
    agree([got.statistic, got.df, got.p], [expected.statistic, expected.df, expected.p], 1e-9);
  });

  test.each(of('finegray'))('$name', async ({ input, expected }) => {
    const fit = await fineGray(endingsOf(input), designOf(input.x), { cause: input.of });
    agree(valuesOf(fit.coefficients, 'coefficient'), expected.coef, 1e-8);
    agree(fit.covariance, expected.vcov.flat(), 1e-8);
    agree([fit.logLikelihood, fit.nullLogLikelihood], [expected.loglik, expected.loglik_null], 1e-10);
    [
      [0, 0],
      [1, 1]
    ].forEach((values, which) => {
      const got = predictIncidence(fit, values);
      agree(valuesOf(got, 'time'), expected.time, 1e-9);
      agree(valuesOf(got, 'incidence'), expected.predicted[which]!, 1e-8);
    });
  });
});
