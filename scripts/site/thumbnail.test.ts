import { describe, expect, test } from 'vitest';
import { thumbnailOf } from './thumbnail.mjs';

const mark = { fill: 'none', stroke: 'none', numbers: {}, path: '' };

describe('a thumbnail', () => {
  test('fills its frame with the marks, in the colours of the page', () => {
    const bars = [
      { ...mark, tag: 'rect', fill: 'var(--c1-area)', numbers: { x: 100, y: 50, width: 400, height: 20 } },
      { ...mark, tag: 'rect', fill: 'var(--c1-area)', numbers: { x: 100, y: 80, width: 200, height: 20 } }
    ];
    expect(thumbnailOf(bars)).toContain('<rect x="4" y="4" width="272" height="35.2" fill="var(--c1-area)"/>');
    expect(thumbnailOf(bars)).toContain('<rect x="4" y="56.8" width="136" height="35.2" fill="var(--c1-area)"/>');
  });

  test('keeps the gaps of a line', () => {
    const line = { ...mark, tag: 'path', stroke: 'var(--c1)', path: 'M0,0L10,10M20,0L30,10' };
    expect(thumbnailOf([line])).toContain('d="M4 4L94.7 92M185.3 4L276 92"');
  });

  test('keeps at most 200 dots', () => {
    const dots = Array.from({ length: 1000 }, (_, at) => ({
      ...mark,
      tag: 'circle',
      fill: 'var(--c1)',
      numbers: { cx: at, cy: at % 7 }
    }));
    expect(thumbnailOf(dots).match(/<circle/g)).toHaveLength(200);
  });

  test.each([
    ['nothing', []],
    ['a curve', [{ ...mark, tag: 'path', stroke: 'var(--c1)', path: 'M0,0C1,1,2,2,3,3' }]]
  ])('refuses %s', (_, marks) => {
    expect(() => thumbnailOf(marks)).toThrow(/^A thumbnail/);
  });
});
