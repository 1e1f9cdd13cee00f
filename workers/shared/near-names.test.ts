import { describe, expect, test } from 'vitest';
import { editDistance, nearNames } from './near-names';

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['lactat', 'lactate', 1],
    ['hourly', 'huorly', 1],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
    ['ä🙂', 'a🙂', 1]
  ])('%j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });

  test('above the limit it stops at limit + 1', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
  });
});

describe('nearNames', () => {
  test('nearest come first, at most three', () => {
    expect(nearNames('hourly', ['hours', 'hourly2', 'HOURLY', 'hourl', 'daily', 'hourly'])).toEqual([
      'HOURLY',
      'hourly2',
      'hourl'
    ]);
  });
  test.each([
    ['ab', ['cd', 'ac', 'a', 'b', 'abc', 'AB'], ['AB']],
    ['labs', ['lab', 'tabs', 'word', 'beds'], ['lab', 'tabs']],
    ['wards', ['words', 'cards', 'word', 'ward', 'boards'], ['words', 'cards', 'ward']]
  ])('of short names such as %s only a single slip counts', (name, candidates, near) => {
    expect(nearNames(name, candidates)).toEqual(near);
  });
});
