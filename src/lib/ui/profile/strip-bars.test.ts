import { describe, expect, test } from 'vitest';
import type { ProfileShape } from '$workers/shared/profile';
import { shortEnds } from './shown-figures';
import { barAt, barsPath, headerStrip, panelStrip, stripLayout } from './strip-bars';

const bins = (...counts: number[]): ProfileShape => ({
  of: 'bins',
  bins: counts.map((n, at) => ({ from: at, to: at + 1, n, kept: undefined }))
});
const column = (shape: ProfileShape, missing = 0, rows = 100) => ({
  shape,
  rows,
  missing: { n: missing, kept: undefined }
});

describe('a strip', () => {
  test('fills its width with bars on whole pixels, a pixel apart', () => {
    const { bars } = stripLayout(column(bins(...Array.from({ length: 16 }, (_, at) => at + 1))), headerStrip);
    expect(bars).toHaveLength(16);
    expect(bars.at(-1)!.x + bars.at(-1)!.width + 1).toBe(120);
    bars.slice(1).forEach((bar, at) => expect(bar.x - bars[at]!.x - bars[at]!.width).toBe(1));
    expect(bars.every(({ x, width, height }) => [x, width, height].every(Number.isInteger))).toBe(true);
    expect(bars.at(-1)!.height).toBe(28);
  });

  test('leaves room for what is missing, as a share of all rows', () => {
    const { bars, missing, room } = stripLayout(column(bins(10, 20, 45), 25), headerStrip);
    expect(missing).toEqual({ x: 112, width: 8, height: 7, y: 21 });
    expect(room).toBe(99);
    expect(Math.max(...bars.map(({ x, width }) => x + width))).toBeLessThan(room);
    expect(stripLayout(column(bins(10, 20, 45), 25), panelStrip).missing).toBeUndefined();
  });

  test('shows a bar for every bin with a row, however few, and none for an empty one', () => {
    const { bars } = stripLayout(column(bins(1, 0, 100_000)), headerStrip);
    expect(bars.map(({ height }) => height)).toEqual([1, 28]);
    expect(bars.map(({ index }) => index)).toEqual([0, 2]);
  });

  test('lays what passes the filter over all, in the same measure', () => {
    const shape: ProfileShape = {
      of: 'bins',
      bins: [
        { from: 0, to: 1, n: 100, kept: 50 },
        { from: 1, to: 2, n: 50, kept: 0 }
      ]
    };
    const { bars } = stripLayout(column(shape), headerStrip);
    expect(bars.map(({ height, kept }) => [height, kept])).toEqual([
      [28, 14],
      [14, 0]
    ]);
  });

  test('is one outline, and says which bar stands below a place', () => {
    const layout = stripLayout(column(bins(50, 0, 100)), { width: 30, height: 20, missing: 0, gap: 0 });
    expect(barsPath(layout, 'height')).toBe('M0 20v-10h9V20zM20 20v-20h9V20z');
    expect(barsPath(layout, 'kept')).toBe('');
    expect([0, 9.9, 10, 19.9, 20, 29.5].map((x) => barAt(layout, x)?.index)).toEqual([
      0,
      0,
      undefined,
      undefined,
      2,
      2
    ]);
  });

  test('does not draw a group of less than ten rows to an audience', () => {
    const shape: ProfileShape = {
      of: 'values',
      values: [
        { text: 'a', n: 40, kept: 9 },
        { text: 'b', n: 9, kept: 9 }
      ],
      others: { n: 10, kept: 10, values: 3 }
    };
    const { bars } = stripLayout(column(shape), headerStrip, { hidesSmall: true });
    expect(bars.map(({ index, kept }) => [index, kept])).toEqual([
      [0, 0],
      [undefined, 7]
    ]);
  });
});

describe('the ends under a strip', () => {
  test.each([
    ['0.45', '3.65', 'number', 99, ['0.45', '3.65']],
    ['20.714285714285715', '14281.57142857143', 'number', 99, ['20.71', '14,282']],
    ['9007199254740993', '9007199254741022', 'whole', 99, undefined],
    ['7', '7', 'whole', 40, ['7']],
    ['-3', '12', 'whole', 40, ['−3', '12']],
    ['2022-01-05 04:00:00', '2025-02-01 00:00:00', 'time', 99, ['2022-01', '2025-02']],
    ['2022-01-05', '2025-02-01', 'time', 140, ['2022-01-05', '2025-02-01']],
    ['2024-01-05', '2024-01-19', 'time', 99, undefined]
  ] as const)('%s to %s', (least, greatest, kind, room, ends) => {
    expect(shortEnds({ least, greatest, kind }, room)).toEqual(ends);
  });
});
