import { expect, test } from 'vitest';
import { forestLayout, shortened } from './forest-layout';

const given = { room: 160, at: ['0.86 (0.64 to 1.15)', '1.75 (1.30 to 2.35)'] };
const long = 'mechanically_ventilated_on_the_first_day_of_the_stay yes vs no';

test('short names stand at the left where there is room, and above their intervals on a small screen', () => {
  expect(forestLayout(['sex m vs f', 'age'], { ...given, width: 900 })).toMatchObject({ isWide: true, left: 86 });
  const small = forestLayout(['sex m vs f', 'age'], { ...given, width: 358 });
  expect(small).toMatchObject({ isWide: false, left: 14 });
  expect(small.lines[0]).toEqual({ name: 'sex m vs f', text: '0.86 (0.64 to 1.15)' });
});

test('a long name stands above its interval, and is not cut where the width holds it', () => {
  expect(forestLayout(['age', long], { ...given, width: 900 }).lines[1]?.name).toBe(long);
});

test('what does not fit loses its middle: the level at the end stays, and so does the estimate', () => {
  const { name, text } = forestLayout(['age', long], { ...given, width: 358 }).lines[1]!;
  expect(name).toMatch(/^mechanic.*….*yes vs no$/);
  expect((name.length + text.length + 2) * 6.8).toBeLessThanOrEqual(358 - 28 + 6.8);
});

test.each([
  ['abc', 5, 'abc'],
  ['abcdefgh', 5, 'ab…gh'],
  ['abcdefgh', 2, 'a…h']
])('%s in %i letters', (name, most, expected) => expect(shortened(name, most)).toBe(expected));
