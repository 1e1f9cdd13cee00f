import { describe, expect, test } from 'vitest';
import { renameInSql } from './rename';

describe('a renamed table', () => {
  test.each([
    ['select * from hourly', 'select * from h2'],
    ['select hourly.x from Hourly where HOURLY.y > 1', 'select h2.x from h2 where h2.y > 1'],
    ['select h.x from hourly h where hourly > 1', 'select h.x from h2 h where hourly > 1'],
    ['select hourly.x from hourly as hourly', 'select hourly.x from h2 as hourly'],
    ['from "hourly" join main.hourly using (id)', 'from "h2" join main.h2 using (id)'],
    ["select 'hourly' from hourly -- hourly", "select 'hourly' from h2 -- hourly"],
    ['with hourly as (select 1) from hourly', 'with hourly as (select 1) from hourly'],
    ['select a.hourly.x from a, hourly', 'select a.hourly.x from a, h2'],
    ['select hourly from t', 'select hourly from t']
  ])('%s', (before, after) => {
    expect(renameInSql(before, { sort: 'table', from: 'hourly', to: 'h2' })).toBe(after);
  });

  test('a name that needs quotes gets them', () => {
    expect(renameInSql('from a', { sort: 'table', from: 'a', to: 'order' })).toBe('from "order"');
  });
});

test.each([
  ['where x < ${most} and y < ${ most.high }', 'where x < ${top} and y < ${ top.high }'],
  ["select 'most', most, ${mostly}", "select 'most', most, ${mostly}"]
])('a renamed value: %s', (before, after) => {
  expect(renameInSql(before, { sort: 'value', from: 'most', to: 'top' })).toBe(after);
});

describe('a renamed column', () => {
  const change = { sort: 'column', table: 'labs', from: 'lactat', to: 'lactate', shared: false } as const;
  test.each([
    ['select lactat, max(LACTAT) from labs', 'select lactate, max(lactate) from labs'],
    ['select l.lactat, m.lactat from labs l, meds m', 'select l.lactate, m.lactat from labs l, meds m'],
    ["select 'lactat', lactat(1) from labs", "select 'lactat', lactat(1) from labs"],
    ['select x as lactat from labs order by lactat', 'select x as lactat from labs order by lactat'],
    ['select lactat from other', 'select lactat from other']
  ])('%s', (before, after) => {
    expect(renameInSql(before, change)).toBe(after);
  });

  test('where another table has one of that name, only those with their table in front change', () => {
    const sql = 'select lactat, labs.lactat from labs join gases using (id)';
    expect(renameInSql(sql, { ...change, shared: true })).toBe(
      'select lactat, labs.lactate from labs join gases using (id)'
    );
  });
});
