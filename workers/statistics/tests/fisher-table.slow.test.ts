import { expect, test } from 'vitest';
import { fisherTableTest } from './index';

test.each([
  // R 4.2.2: fisher.test(m, workspace = 2e9), which takes paths as one that agree to 1e-7 or so: eight digits of it hold.
  [
    [
      [13, 11, 14, 12],
      [12, 10, 13, 16],
      [8, 21, 10, 6],
      [13, 17, 12, 12]
    ],
    0.245362859588276
  ],
  [
    [
      [44, 15, 12, 10],
      [21, 8, 11, 6],
      [17, 7, 8, 4],
      [17, 7, 8, 5]
    ],
    0.978789340380268
  ],
  [
    [
      [20, 12, 10, 8],
      [10, 18, 12, 10],
      [8, 10, 22, 10],
      [9, 12, 10, 19]
    ],
    0.00997903675911324
  ]
])('about 200 persons in four rows and columns: %j', async (counts, p) => {
  const got = await fisherTableTest(counts);
  expect(got.remarks).toEqual([]);
  expect(got.p / p).toBeCloseTo(1, 7);
});
