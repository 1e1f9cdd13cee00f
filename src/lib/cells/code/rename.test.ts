import { expect, test } from 'vitest';
import { renameInCode } from './rename';

const table = { sort: 'table', from: 'hourly', to: 'perHour' } as const;

test.each([
  ['hourly', 'perHour'],
  ['display(hourly.columns); // hourly', 'display(perHour.columns); // hourly'],
  ['const a = {hourly, b: hourly}', 'const a = {hourly: perHour, b: perHour}'],
  ['const f = (hourly) => hourly; f(hourly)', 'const f = (hourly) => hourly; f(perHour)'],
  ['a.hourly + "hourly" + `${hourly} hourly`', 'a.hourly + "hourly" + `${perHour} hourly`'],
  ['{ const x = hourly; return x; }', '{ const x = perHour; return x; }'],
  ['await sql`select hourly.a from hourly`', 'await sql`select perHour.a from perHour`'],
  ['const hourly = 1; hourly', 'const hourly = 1; hourly'],
  ['const broken = (hourly', 'const broken = (hourly']
])('%s', (text, after) => {
  expect(renameInCode(text, 'js', table)).toBe(after);
});

test('between types', () => {
  const text =
    'const a: hourly = f<Map<string, number>>(hourly as unknown as hourly, (x: number): number => x, hourly);';
  const after =
    'const a: hourly = f<Map<string, number>>(perHour as unknown as hourly, (x: number): number => x, perHour);';
  expect(renameInCode(text, 'ts', table)).toBe(after);
});

test('a column only in queries', () => {
  const change = { sort: 'column', table: 'hourly', from: 'lac', to: 'lactate', shared: false } as const;
  expect(renameInCode('lac; sql`select lac from hourly`', 'js', change)).toBe('lac; sql`select lactate from hourly`');
});
