import { expect, test, vi } from 'vitest';
import type { AnyKind } from '$lib/notebook/kind';
import { outputHere, outputOf } from './output-of';

test('what draws a kind is fetched once, and at hand afterwards', async () => {
  const draws = () => {};
  const Output = vi.fn(() => Promise.resolve({ default: draws }));
  const kind = { Output } as unknown as AnyKind;
  expect(outputHere(kind)).toBeUndefined();
  const [one, other] = await Promise.all([outputOf(kind), outputOf(kind)]);
  expect([one, other]).toEqual([draws, draws]);
  expect(Output).toHaveBeenCalledTimes(1);
  expect(outputHere(kind)).toBe(draws);
});

test('what failed to come is fetched anew', async () => {
  const draws = () => {};
  const Output = vi.fn().mockRejectedValueOnce(new Error('no network')).mockResolvedValueOnce({ default: draws });
  const kind = { Output } as unknown as AnyKind;
  await expect(outputOf(kind)).rejects.toThrow('no network');
  expect(outputHere(kind)).toBeUndefined();
  await expect(outputOf(kind)).resolves.toBe(draws);
});

test('a kind that shows nothing has nothing to fetch', () => {
  expect(outputOf({} as AnyKind)).toBeUndefined();
});
