import { describe, expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import type { Coefficients } from './inference';
import { linearRegression, poissonRegression, type RegressionOptions } from './index';
import { tableOf } from './testing/tables';

/** 120 persons of ten wards; one person, all of ward w3 and all of ward w7 carry a category of their own. */
const stream = randomStream(5, 'alone');
const rows = Array.from({ length: 120 }, (_, row) => row);
const ward = rows.map((row) => `w${row % 10}`);
const x = rows.map(() => stream.normal(0, 1));
const table = tableOf({
  ward,
  x,
  one: rows.map((row) => (row === 17 ? 'rare' : row % 2 === 0 ? 'a' : 'b')),
  method: ward.map((name, row) => (name === 'w3' ? 'new' : row % 4 < 2 ? 'a' : 'b')),
  // The reference is what one ward has alone: no column of the design is 0 in all others.
  base: ward.map((name, row) => (name === 'w7' ? 'a' : row % 4 < 2 ? 'b' : 'c')),
  y: x.map((value) => value + stream.normal(0, 1)),
  bleeds: x.map((value) => stream.integer(1, value > 0 ? 6 : 4))
});

const codes = ({ remarks }: Coefficients) => remarks.filter(({ code }) => code.startsWith('regression-alone')).map(({ code, values }) => [code, ...Object.values(values)]); // prettier-ignore
const fit = (terms: string, options: RegressionOptions) => Promise.all([linearRegression(table, `y ~ ${terms}`, options), poissonRegression(table, `bleeds ~ ${terms}`, options)]); // prettier-ignore

describe('a coefficient that one row or one cluster decides', () => {
  test.each<[string, RegressionOptions, unknown[]]>([
    ['x + one', { errors: 'HC1' }, [['regression-alone-rows', 1]]],
    ['x + one', { errors: 'HC0' }, [['regression-alone-rows', 1]]],
    ['x + method', { cluster: 'ward' }, [['regression-alone-clusters', 1]]],
    ['x + base', { cluster: 'ward' }, [['regression-alone-clusters', 1]]],
    ['x + method + base', { cluster: 'ward' }, [['regression-alone-clusters', 2]]],
    ['x + one', { errors: 'model' }, []],
    ['x + method', { errors: 'HC1' }, []],
    ['x', { cluster: 'ward' }, []]
  ])('%s, %o', async (terms, options, wanted) => {
    for (const one of await fit(terms, options)) expect(codes(one)).toEqual(wanted);
  });
});
