import { expect, test } from 'vitest';
import { FindState } from './find-state.svelte';
import type { WholeTable } from './source';

type Asked = Parameters<WholeTable['find']>[1];
type Answer = Awaited<ReturnType<WholeTable['find']>>;

/** A long table whose answers are given by hand. */
function long() {
  const asked: { wanted: Asked; stopped: boolean; answer: (answer: Answer) => Promise<void> }[] = [];
  const whole = {
    find: (_view: unknown, wanted: Asked, { signal }: { signal?: AbortSignal } = {}) =>
      new Promise<Answer>((resolve, reject) => {
        const one = {
          wanted,
          stopped: false,
          answer: async (answer: Answer) => {
            resolve(answer);
            await new Promise((done) => setTimeout(done));
          }
        };
        signal?.addEventListener('abort', () => {
          one.stopped = true;
          reject(new Error('Stopped.'));
        });
        asked.push(one);
      })
  } as unknown as WholeTable;
  const find = new FindState();
  find.text = 'a';
  const step = (from: number) => find.step(whole, {}, { from, backward: false, columns: ['x'] });
  return { asked, find, step };
}
const near = (row: number): Answer => ({ rows: undefined, row, place: undefined });

test('the nearest row is shown before the others are counted, and going on does not count anew', async () => {
  const { asked, find, step } = long();
  const first = step(0);
  await asked[0]?.answer(near(40));
  expect(await first).toBe(40);
  expect(asked[0]?.wanted).toMatchObject({ from: 0, nearest: true });
  expect(find.busy).toBe(true);
  expect(find.result).toBeUndefined();

  const second = step(40);
  await asked[2]?.answer(near(70));
  expect(await second).toBe(70);
  expect(asked[2]?.wanted.from).toBe(41);
  expect(asked[1]?.stopped).toBe(false);
  expect(asked).toHaveLength(3);

  await asked[1]?.answer({ rows: 9, row: 40, place: 0 });
  await asked[3]?.answer({ rows: 9, row: 70, place: 1 });
  expect(asked[3]?.wanted.from).toBe(70);
  expect(find.result).toEqual({ of: 'a', rows: 9, place: 1 });
  expect(find.busy).toBe(false);
});

test('Stop ends the counting, and leaves the row', async () => {
  const { asked, find, step } = long();
  const first = step(0);
  await asked[0]?.answer(near(40));
  expect(await first).toBe(40);
  find.stop();
  expect(asked[1]?.stopped).toBe(true);
  expect(find.busy).toBe(false);
  await Promise.resolve();
  expect(find.error).toBeUndefined();
  void step(40);
  expect(asked[2]?.wanted).toMatchObject({ from: 41, nearest: true });
});

test('another text begins another count', async () => {
  const { asked, find, step } = long();
  const first = step(0);
  await asked[0]?.answer(near(40));
  await first;
  find.text = 'b';
  void step(40);
  expect(asked[1]?.stopped).toBe(true);
  expect(asked[2]?.wanted).toMatchObject({ text: 'b', from: 40 });
});
