import { describe, expect, test } from 'vitest';
import { tableOf } from '../regression/testing/tables';
import { eventOf } from '../yes-no';
import { analyse } from './analyse';

/** 24 rows of an outcome and a treatment in words and as 1 and 0. */
const rows = Array.from({ length: 24 }, (_, at) => ({
  x: (at * 7) % 10,
  y: Number((at * 7) % 10 > 6 - (at % 5)),
  t: at % 2
}));
const tableWith = (yes: string, no: string) =>
  tableOf({
    x: rows.map(({ x }) => x),
    g: rows.map((_, at) => `h${at % 3}`),
    y: rows.map(({ y }) => (y === 1 ? yes : no)),
    t: rows.map(({ t }) => (t === 1 ? yes : no)),
    y1: rows.map(({ y }) => y),
    t1: rows.map(({ t }) => t)
  });

describe.each([
  ['ja', 'nej'],
  ['kyllä', 'ei'],
  ['yes', 'no']
])('of %s and %s', (yes, no) => {
  const table = tableWith(yes, no);

  test.each(['logistic', 'firth', 'logistic-mixed'])('yes is the event of %s', async (method) => {
    const request = { predictors: ['x'], ...(method === 'logistic-mixed' && { group: 'g' }) };
    const found = await analyse(method, table, { ...request, outcome: 'y' });
    const wanted = await analyse(method, table, { ...request, outcome: 'y1' });
    expect(found.estimates[0]?.estimate).toBe(wanted.estimates[0]?.estimate);
    expect(found.says[0]?.values).toMatchObject({ outcome: `y = ${yes}` });
  });

  test('yes is the event of proportions', async () => {
    const found = await analyse('proportions', table, { outcome: 'y', group: 'g' });
    const wanted = await analyse('proportions', table, { outcome: 'y1', group: 'g' });
    expect(found.estimates[0]?.estimate).toBe(wanted.estimates[0]?.estimate);
    expect(found.says[0]?.values).toMatchObject({ event: 'y' });
  });

  test('a treatment is told in those words', async () => {
    const request = { predictors: ['x'], outcome: 'y1' };
    const found = await analyse('propensity-weighting', table, { ...request, treatment: 't' });
    const wanted = await analyse('propensity-weighting', table, { ...request, treatment: 't1' });
    expect(found.estimates[0]).toMatchObject({ name: `t ${yes} − t ${no}`, estimate: wanted.estimates[0]?.estimate });
  });
});

test('of other words the later is the event', () => {
  expect(eventOf(['alive', 'dead'])).toBe('dead');
  expect(eventOf(['j', 'k'])).toBe('k');
  expect(eventOf(['dead'])).toBeUndefined();
});
