import { expect, test } from 'vitest';
import { ratioTicks } from './ratio-ticks';

test.each([
  // domain, room, ticks
  [[0.5, 1.75], 230, [0.5, 0.75, 1, 1.5]],
  [[0.5, 1.75], 600, [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75]],
  [[0.3, 6], 400, [0.5, 1, 2, 5]],
  [[0.001, 1000], 300, [0.001, 0.01, 0.1, 1, 10, 100, 1000]],
  [[2.2, 2.4], 300, []]
] as const)('%j on %i px', (domain, room, ticks) => {
  expect(ratioTicks(domain, room)).toEqual(ticks);
});
