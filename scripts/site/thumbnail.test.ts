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

  test('fills a square whose border has the colour of the ground', () => {
    const square = { ...mark, tag: 'path', fill: 'var(--c1)', stroke: 'var(--surface)', path: 'M0,0L9,0L9,9L0,9Z' };
    const drawn = thumbnailOf([square]);
    expect(drawn).toMatch(/<path d="[^"]+Z" fill="var\(--c1\)"\/>/);
    expect(drawn).not.toContain('--surface');
  });

  test('leaves out points that no eye misses, and keeps the corners', () => {
    const path = `M0,0${Array.from({ length: 50 }, (_, at) => `L${at + 1},0`).join('')}L50,50`;
    const drawn = thumbnailOf([{ ...mark, tag: 'path', stroke: 'var(--c1)', path }]);
    expect(drawn).toContain('d="M4 4L276 4L276 92"');
  });

  test('shows a box that is as light as its ground by its edge', () => {
    const box = { ...mark, tag: 'rect', fill: 'var(--surface)', stroke: 'var(--line-strong)' };
    const drawn = thumbnailOf([{ ...box, numbers: { x: 0, y: 0, width: 10, height: 10 } }]);
    expect(drawn).toContain('fill="var(--surface)" stroke="var(--line-strong)"');
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
