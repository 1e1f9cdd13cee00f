import { describe, expect, test } from 'vitest';
import { chartHeight, chartWidth, palette, tickText, withChartDefaults } from './chart-defaults';

describe('the house style', () => {
  test('keeps what the options say themselves', () => {
    const given = { width: 500, height: 100, marginLeft: 7, x: { ticks: 9, label: 'Hour (h)' }, style: 'color: red' };
    expect(withChartDefaults(given, { width: 900 })).toMatchObject(given);
  });

  test('draws a grid across figures, not across categories', () => {
    expect(withChartDefaults({}, { width: 600 }).y).toMatchObject({ grid: true });
    const rows = withChartDefaults({ y: { domain: ['PICU', 'NICU'] } }, { width: 600 });
    expect(rows.y?.grid).toBeUndefined();
    expect(rows.x).toMatchObject({ grid: true });
  });

  test('makes room for the longest category, but never more than two fifths', () => {
    const left = (name: string) => withChartDefaults({ y: { domain: [name] } }, { width: 600 }).marginLeft;
    expect(left('PICU')).toBe(40);
    expect(left('Paediatric intensive care')).toBeGreaterThan(160);
    expect(left('x'.repeat(200))).toBe(240);
  });

  test('turns the words of an axis that would run into each other', () => {
    const words = Array.from({ length: 12 }, (_, n) => `Hospital number ${n}`);
    expect(withChartDefaults({ x: { domain: words } }, { width: 600 }).x).toMatchObject({ tickRotate: -35 });
    expect(withChartDefaults({ x: { domain: words.slice(0, 3) } }, { width: 600 }).x?.tickRotate).toBeUndefined();
  });

  test('colours groups by the palette, in order', () => {
    expect(withChartDefaults({ color: { domain: ['a', 'b'] } }, { width: 600 }).color?.range).toEqual(palette);
    const own = { type: 'quantize' as const, range: ['var(--seq-1)'] };
    expect(withChartDefaults({ color: own }, { width: 600 }).color).toEqual(own);
  });
});

test.each([
  [100, 280],
  [700.7, 700],
  [5000, 1200]
])('a room of %d px gives a chart of %i px', (room, width) => expect(chartWidth(room)).toBe(width));

test.each([
  [280, undefined, 240],
  [600, undefined, 336],
  [1200, undefined, 480],
  [600, 2, 120],
  [600, 10, 324],
  [600, 200, 960]
])('a chart %i px wide with %s rows is %i px high', (width, rows, height) => {
  expect(chartHeight(width, rows)).toBe(height);
});

describe('a tick', () => {
  const days = (...texts: string[]) => texts.map((text) => new Date(`${text}Z`));
  test.each([
    [
      [1204, 5000],
      ['1,204', '5,000']
    ],
    [
      [-0.5, 0],
      ['−0.5', '0']
    ],
    [['PICU'], ['PICU']],
    [days('2021-01-01T00:00', '2022-01-01T00:00'), ['2021', '2022']],
    [days('2021-01-01T00:00', '2021-04-01T00:00'), ['2021-01', '2021-04']],
    [days('2021-03-30T00:00', '2021-04-01T00:00'), ['2021-03-30', '2021-04-01']],
    [days('2021-03-30T18:00', '2021-03-31T00:00'), ['18:00', '03-31']],
    [days('2021-03-30T18:00:05', '2021-03-30T18:00:10'), ['18:00:05', '18:00:10']]
  ])('of %j reads %j', (values, texts) => {
    expect(values.map((value, index) => tickText(value, index, values))).toEqual(texts);
  });
});
