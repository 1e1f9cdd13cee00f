import { Runtime } from '@observablehq/runtime';
import { describe, expect, test } from 'vitest';
import type { CellKey } from '../model';
import { CellRuntime } from './cell-runtime';
import { breathe } from '$workers/shared/breathe';
import { Turns } from './turns';

const keys = (...names: string[]) => names as CellKey[];
const parents = (lines: Record<string, string[]>) =>
  new Map(Object.entries(lines).map(([key, of]) => [key as CellKey, keys(...of)]));
const several = async () => {
  for (let count = 0; count < 5; count++) await breathe();
};

describe('CellRuntime', () => {
  test('the inner parts it replaces are still there', () => {
    expect(typeof Runtime.prototype._computeSoon).toBe('function');
    expect(typeof Runtime.prototype._computeNow).toBe('function');
  });

  function recorder(lines: Record<string, string[]>) {
    const seen: string[] = [];
    const mistakes: unknown[] = [];
    const runtime = new CellRuntime(
      (key) => Promise.resolve(void seen.push(key)),
      (_key, error) => mistakes.push(error)
    );
    runtime.sync(parents(lines));
    return { seen, runtime, mistakes };
  }

  test('parents compute before children, independent cells in the given order', async () => {
    const { seen, runtime } = recorder({ c: ['a', 'b'], a: [], b: [], d: ['c'] });
    await several();
    seen.length = 0;
    runtime.touch(keys('a', 'b'));
    await several();
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
  });

  test('touching one cell pulls along what is below and nothing else', async () => {
    const { seen, runtime } = recorder({ a: [], b: ['a'], c: [], d: ['c'] });
    await several();
    seen.length = 0;
    runtime.touch(keys('a'));
    await several();
    expect(seen).toEqual(['a', 'b']);
  });

  test('a child waits for what its parent promises', async () => {
    let free = () => {};
    const seen: string[] = [];
    const runtime = new CellRuntime(
      async (key) => {
        if (key === 'a') await new Promise<void>((go) => (free = go));
        seen.push(key);
      },
      () => {}
    );
    runtime.sync(parents({ a: [], b: ['a'] }));
    await several();
    expect(seen).toEqual([]);
    free();
    await several();
    expect(seen).toEqual(['a', 'b']);
  });

  test('a cell that goes away leaves the others alone', async () => {
    const { seen, runtime, mistakes } = recorder({ a: [], b: ['a'] });
    await several();
    seen.length = 0;
    runtime.sync(parents({ b: [] }));
    await several();
    expect(seen).toEqual(['b']);
    expect(mistakes).toEqual([]);
  });

  test('a run is told when it is superseded', async () => {
    let invalidated = 0;
    const runtime = new CellRuntime(
      (_key, invalidation) => Promise.resolve(void invalidation.then(() => invalidated++)),
      () => {}
    );
    runtime.sync(parents({ a: [] }));
    await several();
    runtime.touch(keys('a'));
    await several();
    expect(invalidated).toBe(1);
    runtime.dispose();
    await several();
    expect(invalidated).toBe(2);
  });

  test('computes although no frame ever comes', async () => {
    const before = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = () => 0;
    try {
      const { seen } = recorder({ a: [] });
      await several();
      expect(seen).toEqual(['a']);
    } finally {
      globalThis.requestAnimationFrame = before;
    }
  });
});

describe('Turns', () => {
  test('go one by one, the lowest rank first', async () => {
    const turns = new Turns();
    const order: number[] = [];
    const first = await turns.take(9);
    const rest = [3, 1, 2].map(async (rank) => {
      const back = await turns.take(rank);
      order.push(rank);
      back();
      back();
    });
    first();
    await Promise.all(rest);
    expect(order).toEqual([1, 2, 3]);
    (await turns.take(0))();
  });

  test('one that is put in front goes next', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const first = await turns.take(0, 'first');
    const rest = ['a', 'b', 'c'].map(async (key, at) => {
      const back = await turns.take(at + 1, key);
      order.push(key);
      back();
    });
    turns.rank('c', -1);
    first();
    await Promise.all(rest);
    expect(order).toEqual(['c', 'a', 'b']);
  });
});
