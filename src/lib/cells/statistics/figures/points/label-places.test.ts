import { expect, test } from 'vitest';
import { labelPlaces } from './label-places';

const room = { height: 100, gap: 18 };

test.each([
  ['far apart they stay', [0, 5, 10], [0, 0, 0]],
  ['two that touch part evenly', [5, 5.1], [8.5, -8.5]],
  ['one line needs no room', [3], [0]],
  ['none', [], []]
])('%s', (_, values, expected) => {
  labelPlaces(values, [0, 10], room).forEach((one, at) => expect(one).toBeCloseTo(expected[at] as number, 9));
});

test('labels keep their order and their distance', () => {
  const values = [1, 1.01, 1.02, 1.5, 9, 9.1];
  const moved = labelPlaces(values, [0, 10], room);
  const places = values.map((value, at) => 100 - 10 * value + (moved[at] as number)).sort((a, b) => a - b);
  places.slice(1).forEach((place, at) => expect(place - (places[at] as number)).toBeGreaterThanOrEqual(18 - 1e-9));
});
