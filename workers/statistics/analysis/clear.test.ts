import { describe, expect, test } from 'vitest';
import { randomStream } from '../../shared/random';
import { column } from '../testing/cells';
import { analyse } from './index';
import { isClear } from './clear';

describe('what is told as different', () => {
  test.each([
    [0.0499, 0.95, true],
    [0.05, 0.95, false],
    [0.03, 0.99, false],
    [0.0099, 0.99, true],
    [0.07, 0.9, true],
    [null, 0.95, false]
  ])('p = %s at the level %s: %s', (p, level, wanted) => {
    expect(isClear({ p, level })).toBe(wanted);
  });

  test('an adjusted p decides', () => {
    expect(isClear({ p: 0.01, adjusted: 0.06, level: 0.95 })).toBe(false);
  });

  test('the sentence agrees with its interval, at every level', async () => {
    const stream = randomStream(2, 'clear');
    const rows = Array.from({ length: 60 }, (_, row) => row);
    const columns = [
      column('stay', 'float64', rows.map((row) => (row % 2) * 1.1 + stream.normal(0, 2))), // prettier-ignore
      column('arm', 'text', rows.map((row) => (row % 2 === 1 ? 'new' : 'usual'))) // prettier-ignore
    ];
    const said = new Set<string>();
    for (const level of [0.8, 0.9, 0.95, 0.99, 0.999]) {
      const { says, estimates } = await analyse('means', { rows: 60, columns }, { outcomes: ['stay'], group: 'arm', level }); // prettier-ignore
      const { lower, upper } = estimates[0]!;
      const differs = lower! > 0 || upper! < 0;
      expect(says[0]?.code).toBe(`means-${differs ? 'differ' : 'alike'}`);
      said.add(says[0]!.code);
    }
    expect(said.size).toBe(2);
  });
});
