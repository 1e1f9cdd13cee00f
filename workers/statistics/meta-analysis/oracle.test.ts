import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-meta-analysis.json';
import type { Column, Table } from '../../shared/table';
import {
  eggerTest,
  metaAnalysis,
  metaAnalysisOfCounts,
  type CountPoolOptions,
  type MetaAnalysis,
  type PoolOptions
} from './index';

interface Case {
  name: string;
  input: Record<string, never>;
  expected: Record<string, number | number[] | null>;
}

const cases = oracle.cases as unknown as Case[];
const of = (kind: string) => cases.filter(({ name }) => name.startsWith(kind)).map((one) => [one.name, one] as const);
const floats = (values: unknown): Column => ({
  name: 'x',
  type: 'float64',
  values: Float64Array.from(values as number[])
});
const values = (table: Table, name: string) => table.columns.find((one) => one.name === name)!.values as Float64Array;

/** The oracle's own tolerance; what is 0 there must be 0 here. */
function agree(got: Record<string, number | number[] | null | undefined>, expected: Case['expected']): void {
  for (const [name, value] of Object.entries(expected)) {
    const found = [got[name]].flat();
    [value].flat().forEach((wanted, place) => {
      if (wanted === null) expect(found[place], name).toBeNull();
      else {
        const allowed = oracle.tolerance.rel * Math.abs(wanted);
        expect(Math.abs((found[place] ?? NaN) - wanted), `${name}: ${found[place]} for ${wanted}`).toBeLessThanOrEqual(allowed); // prettier-ignore
      }
    });
  }
}

function numbersOf({ estimates, heterogeneity, prediction, studies }: MetaAnalysis) {
  const { estimate, se, lower, upper, p } = estimates[0]!;
  const { p: qP, df, ...rest } = heterogeneity;
  return {
    ...{ estimate, se, lower, upper, p, qP, k: df + 1, ...rest },
    weights: Array.from(values(studies, 'weight')),
    prediction: prediction ? [prediction.lower, prediction.upper] : null
  };
}

describe('equal to metafor', () => {
  test.each(of('pool'))('%s', (_, { input, expected }) => {
    const { yi, sei, ...options } = input;
    agree(numbersOf(metaAnalysis({ estimate: floats(yi), se: floats(sei) }, options as PoolOptions)), expected);
  });

  test.each(of('egger'))('%s', (_, { input, expected }) => {
    const { estimates, limit } = eggerTest({ estimate: floats(input.yi), se: floats(input.sei) });
    const { estimate, se, p } = estimates[0]!;
    agree({ estimate, se, p, limit, t: estimate / se! }, expected);
  });

  test.each(of('counts'))('%s', (_, { input, expected }) => {
    const { ai, n1i, ci, n2i, ...options } = input;
    const columns = {
      events: floats(ai),
      persons: floats(n1i),
      controlEvents: floats(ci),
      controlPersons: floats(n2i)
    };
    agree(numbersOf(metaAnalysisOfCounts(columns, options as unknown as CountPoolOptions)), expected);
  });

  test('every case is read', () => {
    expect(of('pool').length + of('egger').length + of('counts').length).toBe(cases.length);
  });
});
