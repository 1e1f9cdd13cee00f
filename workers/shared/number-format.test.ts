import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatNumber, formatP, formatSeconds, formatShare } from './number-format';

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.041, '0.041'],
    [0.04123, '0.04123'],
    [0.041234, '0.04123'],
    [36.65, '36.65'],
    [36.6, '36.6'],
    [-0.5, '−0.5'],
    [1204, '1,204'],
    [12345, '12,345'],
    [1204.6, '1,205'],
    [999.96, '1,000'],
    [-1204.6, '−1,205'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1e21'],
    [1.2346e-9, '1.235e−9'],
    [-1e-7, '−1e−7'],
    [NaN, 'NaN'],
    [Infinity, '∞'],
    [-Infinity, '−∞']
  ])('%d is read as %s', (value, text) => expect(formatNumber(value)).toBe(text));

  test('is never further off than half a unit of the fourth digit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
        const read = Number(formatNumber(value).replaceAll(',', '').replaceAll('−', '-'));
        const step = value === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);
        return Math.abs(read - value) <= step * 0.5000001;
      }),
      { seed: 1 }
    );
  });
});

test.each([
  [0, '0'],
  [999, '999'],
  [1204, '1,204'],
  [-1234567, '−1,234,567'],
  [9007199254740993n, '9,007,199,254,740,993'],
  [-1000n, '−1,000']
])('count %s is read as %s', (count, text) => expect(formatCount(count)).toBe(text));

test.each([
  [0.0004, '< 0.001'],
  [0.041, '0.041'],
  [0.36, '0.36'],
  [0.99995, '> 0.999']
])('p = %d is read as %s', (p, text) => expect(formatP(p).replaceAll('\u00a0', ' ')).toBe(text));

test.each([
  [0, '0 %'],
  [0.0001, '< 0.1 %'],
  [0.004, '0.4 %'],
  [0.113, '11 %'],
  [0.995, '99.5 %'],
  [0.9999, '> 99.9 %'],
  [1, '100 %']
])('share %d is read as %s', (share, text) => expect(formatShare(share).replaceAll('\u00a0', ' ')).toBe(text));

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [41005, '41 kB'],
  [999_600, '1 MB'],
  [41_200_000, '41.2 MB'],
  [312_000_000, '312 MB'],
  [4_000_000_000, '4 GB']
])('%d bytes are read as %s', (bytes, text) => expect(formatBytes(bytes).replaceAll('\u00a0', ' ')).toBe(text));

test.each([
  [0, '< 0.1 s'],
  [0.31, '0.3 s'],
  [9.97, '10 s'],
  [12.2, '12 s'],
  [59.7, '1 min'],
  [72, '1 min 12 s'],
  [3600, '1 h'],
  [7500, '2 h 5 min']
])('%d seconds are read as %s', (seconds, text) => expect(formatSeconds(seconds).replaceAll('\u00a0', ' ')).toBe(text));
