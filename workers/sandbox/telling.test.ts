import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CellLife } from './cell-life';
import { Handles } from './describe';
import { Telling } from './telling';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

describe('telling what is shown so far', () => {
  test('the first news are told at once, without giving the thread back; then ten a second, the last of them too', () => {
    const told: number[] = [];
    let lines = 0;
    const telling = new Telling(() => {
      told.push(lines);
      return 0;
    });
    for (lines = 1; lines <= 1_000; lines++) telling.news();
    expect(told).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    lines = 1_000;
    vi.advanceTimersByTime(100);
    expect(told.at(-1)).toBe(1_000);
    const before = told.length;
    for (let tick = 0; tick < 100; tick++) {
      telling.news();
      vi.advanceTimersByTime(10);
    }
    expect(told.length - before).toBeGreaterThanOrEqual(9);
    expect(told.length - before).toBeLessThanOrEqual(11);
  });

  test('what is large is told less often', () => {
    let told = 0;
    const telling = new Telling(() => {
      told++;
      return 2_000_000;
    });
    for (let news = 0; news < 100; news++) {
      telling.news();
      vi.advanceTimersByTime(100);
    }
    // Ten seconds: forty at first, and ten a second, by twenty-one each.
    expect(told).toBeGreaterThanOrEqual(5);
    expect(told).toBeLessThanOrEqual(8);
  });

  test('after its end nothing is told', () => {
    let told = 0;
    const telling = new Telling(() => {
      told++;
      return 0;
    });
    for (let news = 0; news < 50; news++) telling.news();
    const before = told;
    telling.end();
    vi.advanceTimersByTime(1_000);
    expect(told).toBe(before);
  });
});

describe('a cell that runs', () => {
  const code = {
    javascript: '',
    body: 'program',
    defines: [],
    references: [],
    uses: [],
    tables: [],
    label: 'a'
  } as const;
  const life = () =>
    new CellLife({ key: 'k', id: 'a', code, inputs: {}, width: 600, seed: 1 }, new Handles(), () => 1, []);
  const at = () => ({ line: 1, column: 1 });

  test('what was displayed is there at once; lines of the console do not take it along again', () => {
    const one = life();
    one.display({ a: 1 });
    expect(one.soFar().parts).toMatchObject([{ type: 'value', node: { sort: 'object' } }]);
    one.console.add('log', ['x'], at);
    expect(one.soFar()).toEqual({ console: { lines: [{ level: 'log', text: 'x', place: at() }], left: 0 } });
    one.display('y');
    expect(one.soFar().parts).toHaveLength(2);
  });

  test('what is awaited comes when it is there, and is told then', async () => {
    const one = life();
    let news = 0;
    one.news = () => void news++;
    one.display(Promise.resolve(3));
    expect([news, one.soFar().parts]).toEqual([0, []]);
    await vi.waitFor(() => expect(news).toBe(1));
    expect(one.soFar().parts).toMatchObject([{ type: 'value', node: { text: '3' } }]);
  });

  test('what cannot be shown is a part that says so, and the code goes on', () => {
    const one = life();
    const hostile = {
      get nodeType(): number {
        throw new Error('no');
      }
    };
    one.display(hostile);
    expect(one.soFar().parts).toMatchObject([{ type: 'error', error: { message: 'no' } }]);
  });

  test('an object that changed after it was displayed is shown as it is in the end', async () => {
    const one = life();
    const list = [1];
    one.display(list);
    list.push(2);
    expect((await one.output(0)).parts).toMatchObject([{ node: { size: 2 } }]);
  });
});
