import { describe, expect, test } from 'vitest';
import { checkArguments, may, need } from './call-arguments';

const table = { rows: 0, columns: [] };
const wanted = [
  need('name', 'text'),
  need('table', 'table'),
  may('options', 'object', [may('level', 'number'), may('events', 'columns')])
];
const call = (...given: unknown[]) => {
  try {
    checkArguments('clinical.score', wanted, given);
    return undefined;
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string };
    return { code, message, hint };
  }
};

describe('arguments of own code', () => {
  test.each([
    [['a', table]],
    [['a', table, undefined]],
    [['a', table, {}]],
    [['a', table, { level: 1, events: [] }, 7]]
  ])('%j are what it takes', (given) => {
    expect(call(...given)).toBeUndefined();
  });

  test.each([
    [[], 'The first argument of `clinical.score`, name, has to be a text; it is left out.'],
    [['a', 7], 'The second argument of `clinical.score`, table, has to be a table; it is a number.'],
    [['a', null], 'The second argument of `clinical.score`, table, has to be a table; it is null.'],
    [['a', {}], 'The second argument of `clinical.score`, table, has to be a table; it is an object that is no table.'],
    [['a', [{}]], 'The second argument of `clinical.score`, table, has to be a table; it is a list.'],
    [['a', table, table], 'The third argument of `clinical.score`, options, has to be an object; it is a table.'],
    [
      ['a', table, { level: '0.9' }],
      'The third argument of `clinical.score`, options.level, has to be a number; it is a text.'
    ],
    [
      ['a', table, { events: ['x', 1] }],
      'The third argument of `clinical.score`, options.events, has to be a list of names of columns; it is a list.'
    ]
  ])('%j are not', (given, message) => {
    expect(call(...given)).toMatchObject({
      code: 'call-argument',
      message,
      hint: 'Call it as `clinical.score(name, table, options?)`.'
    });
  });

  test('a key that means nothing is named, with the nearest that does', () => {
    expect(call('a', table, { levle: 0.9 })).toMatchObject({
      code: 'call-key',
      message: '`clinical.score` takes no options.levle.',
      hint: 'Did you mean level?'
    });
    expect(call('a', table, { xxxxxxxx: 0.9 })?.hint).toBe('It takes level, events.');
  });
});
