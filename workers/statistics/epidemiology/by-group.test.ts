import { describe, expect, test } from 'vitest';
import { cellsOf, column } from '../testing/cells';
import { directlyStandardised, indirectlyStandardised, standardisedRatiosOfGroups, standardiseGroups } from './index';

const data = {
  group: column('ward', 'text', ['B', 'A', 'A', 'B', 'A', 'C']),
  stratum: column('age', 'text', ['old', 'young', 'old', 'young', 'old', 'old']),
  events: column('n', 'float64', [4, 2, 3, 1, 2, 5]),
  time: column('t', 'float64', [40, 100, 30, 90, 20, 60])
};
const standard = {
  stratum: column('age', 'text', ['young', 'old']),
  weight: column('w', 'float64', [3, 1]),
  events: column('e', 'float64', [30, 90]),
  time: column('p', 'float64', [1000, 800])
};

describe('groups by name, rows of a group summed', () => {
  test('direct: as each by itself; a group that lacks a stratum has no adjusted rate', () => {
    const got = standardiseGroups(data, standard);
    expect(cellsOf(got.table, 'group')).toEqual(['A', 'B', 'C']);
    const alone = directlyStandardised({ events: [5, 2], time: [50, 100] }, [1, 3]);
    expect(cellsOf(got.table, 'adjusted')[0]).toBeCloseTo(alone.adjusted.estimate as number, 14);
    expect(cellsOf(got.table, 'upper')[0]).toBeCloseTo(alone.adjusted.upper as number, 12);
    expect(cellsOf(got.table, 'adjusted')[2]).toBeUndefined();
    expect(cellsOf(got.table, 'crude')[2]).toBeCloseTo(5 / 60, 14);
    expect(got.remarks).toEqual([{ code: 'epidemiology-stratum-empty', values: { groups: 1 } }]);
    expect(got.estimates.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  test('indirect: an empty stratum expects nothing', () => {
    const got = standardisedRatiosOfGroups(data, standard);
    const alone = indirectlyStandardised({ events: [5], time: [60] }, { events: [90], time: [800] });
    expect(cellsOf(got.table, 'adjusted')[2]).toBeCloseTo(alone.ratio.estimate as number, 14);
    expect(cellsOf(got.table, 'adjusted')[0]).toBeCloseTo(7 / (100 * 0.03 + (50 * 90) / 800), 12);
    expect(got.estimates).toHaveLength(3);
  });

  test('one group without a name', () => {
    const { group: _group, ...rest } = data;
    expect(cellsOf(standardiseGroups(rest, standard).table, 'events')).toEqual([17]);
  });

  test('an empty table is refused', () => {
    const none = column('x', 'float64', []);
    const call = () => standardiseGroups({ stratum: column('age', 'text', []), events: none, time: none }, standard);
    expect(call).toThrowError(expect.objectContaining({ code: 'epidemiology-no-strata' }));
  });
});
