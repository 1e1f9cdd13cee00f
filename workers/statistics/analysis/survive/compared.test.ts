import { expect, test } from 'vitest';
import { float64Column, textColumn } from '../../columns';
import { analyse } from '../analyse';

/* Of group a nobody was there any more when the first event came. */
const group = textColumn('ward', ['b', 'a', 'a', 'b', 'b', 'b']);
const time = float64Column('days', Float64Array.of(3, 3, 3, 3, 5, 4));
const coded = (list: readonly string[]) => analysed(textColumn('end', [...list]));
const analysed = (end: ReturnType<typeof textColumn>) => ({ rows: 6, columns: [time, end, group] });
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);

test('curves of groups that were never at risk together stand without a test, and it is told', async () => {
  const table = coded(['no', 'no', 'no', 'no', 'yes', 'yes']);
  const found = await analyse('kaplan-meier', table, { time: 'days', event: 'end', group: 'ward', at: [3] });
  expect(found.tests).toEqual([]);
  expect(codes(found.remarks)).toEqual([
    'survival-all-censored',
    'survival-not-compared',
    'survival-censoring-assumed'
  ]);
  expect(found.estimates.filter(({ measure }) => measure === 'survival').map(({ estimate }) => estimate)).toEqual([1, 1]); // prettier-ignore
  expect(found.estimates.find(({ name }) => name === 'median: b')?.estimate).toBe(4.5);
});

test('the same of incidences', async () => {
  const table = coded(['home', 'home', 'home', 'home', 'dead', 'dead']);
  const found = await analyse('cumulative-incidence', table, {
    time: 'days',
    event: 'end',
    censored: 'home',
    group: 'ward'
  });
  expect(found.tests).toEqual([]);
  expect(codes(found.remarks)).toContain('competing-not-compared');
});

test('a mean that no event moved has no interval', async () => {
  const table = coded(['no', 'no', 'no', 'no', 'yes', 'yes']);
  const found = await analyse('kaplan-meier', table, { time: 'days', event: 'end', group: 'ward', until: 3 });
  const means = found.estimates.filter(({ measure }) => measure === 'restricted-mean');
  expect(means).toMatchObject([
    { estimate: 3, se: 0, lower: null, upper: null },
    { estimate: 3, se: 0, lower: null, upper: null }
  ]);
});
