import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packText, unpackText } from './link';

describe('a notebook in a link', () => {
  test('any text comes back, from letters that need no escape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const packed = await packText(text);
        expect(packed).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(await unpackText(packed)).toBe(text);
      }),
      { seed: 8, numRuns: 300 }
    );
  });

  test.each(['', 'not packed', '%%%', 'AAAA'])('%j is refused', async (packed) => {
    await expect(unpackText(packed)).rejects.toMatchObject({ code: 'link-broken' });
  });

  test('cut anywhere it is refused, never shortened', async () => {
    const packed = await packText('# A notebook\n\nwith text that is long enough to be packed, and packed, and packed');
    for (let length = 0; length < packed.length; length += 7) {
      await expect(unpackText(packed.slice(0, length))).rejects.toMatchObject({ code: 'link-broken' });
    }
  });

  test('one that would fill the memory is refused', async () => {
    const packed = await packText('a'.repeat(8 * 1024 * 1024));
    expect(packed.length).toBeLessThan(60 * 1024);
    await expect(unpackText(packed)).rejects.toMatchObject({ code: 'link-large' });
  });
});
