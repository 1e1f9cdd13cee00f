import { describe, expect, test } from 'vitest';
import type { Table } from '$workers/shared/table';
import { PageCache } from './page-cache';

function rowsFrom(offset: number, rows: number): Table {
  const values = Int32Array.from({ length: rows }, (_, row) => offset + row);
  return { rows, columns: [{ name: 'n', type: 'int32', values }] };
}

function cacheOf(total: number, known = true, page?: (offset: number, limit: number) => Promise<Table>) {
  const asked: number[] = [];
  const cache = new PageCache(
    {
      rows: known ? total : undefined,
      columns: [{ name: 'n', type: 'int32' }],
      first: rowsFrom(0, Math.min(200, total)),
      page: async (offset, limit) => {
        asked.push(offset);
        return page ? page(offset, limit) : rowsFrom(offset, Math.max(0, Math.min(limit, total - offset)));
      }
    },
    () => undefined
  );
  const valueAt = (row: number) => {
    const place = cache.placeOf(row);
    return place?.columns[0]?.values[place.index];
  };
  return { cache, asked, valueAt };
}

describe('a cache of pages', () => {
  test('has the first rows at once and reads no page for them', async () => {
    const { cache, asked, valueAt } = cacheOf(1000);
    cache.want(0, 200);
    expect(valueAt(199)).toBe(199);
    expect(valueAt(200)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('reads a page once and finds each row in it', async () => {
    const { cache, asked, valueAt } = cacheOf(1000);
    await cache.read(390, 410);
    await cache.read(390, 410);
    expect([valueAt(390), valueAt(400), valueAt(599)]).toEqual([390, 400, 599]);
    expect(asked).toEqual([200, 400]);
  });

  test('forgets wishes that were scrolled past', async () => {
    const { cache, asked, valueAt } = cacheOf(1_000_000);
    for (let row = 1000; row < 900_000; row += 1000) cache.want(row, row + 12);
    await cache.read(899_000, 899_012);
    expect(asked.length).toBeLessThan(6);
    expect(valueAt(899_000)).toBe(899_000);
  });

  test('takes a page that is too short for an error, and reads it again when asked', async () => {
    let short = true;
    const { cache, valueAt } = cacheOf(1000, true, async (offset) => rowsFrom(offset, short ? 7 : 200));
    await expect(cache.read(400, 401)).rejects.toThrow(/7 rows/);
    expect(cache.failureOf(400)).toBeInstanceOf(Error);
    short = false;
    await cache.read(400, 401);
    expect(valueAt(400)).toBe(400);
    expect(cache.failureOf(400)).toBeUndefined();
  });

  test('finds the end where nobody knows the count', async () => {
    const { cache } = cacheOf(450, false);
    expect([cache.rows, cache.rowsAreKnown]).toEqual([400, false]);
    await cache.read(200, 400);
    expect([cache.rows, cache.rowsAreKnown]).toEqual([600, false]);
    await cache.read(400, 600);
    expect([cache.rows, cache.rowsAreKnown]).toEqual([450, true]);
  });

  test('keeps no more pages than it may', async () => {
    const { cache, valueAt } = cacheOf(100_000);
    for (let row = 200; row < 20_000; row += 200) await cache.read(row, row + 1);
    expect(valueAt(200)).toBeUndefined();
    expect(valueAt(19_800)).toBe(19_800);
  });
});
