import { writeSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beside, timed, type Step } from './beside.mjs';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
const good = { passed: 1, failed: 0, problems: [] };

/** A step that prints its name, waits for what it is told to wait for, and prints it once more. */
const printing = (name: string, until: () => Promise<unknown> = soon): Step => ({
  name,
  run: async (output = 2) => {
    writeSync(output, `${name} begins\n`);
    await until();
    writeSync(output, `${name} ends\n`);
    return good;
  }
});

async function told(steps: readonly Step[], lanes: number) {
  const all = [];
  for await (const { step, printed, counts } of beside(steps, { lanes })) all.push([step.name, printed, counts.failed]);
  return all;
}

test('steps are told in the order of the list, each with what it printed, whichever ends first', async () => {
  let release = () => {};
  const late = new Promise<void>((resolve) => (release = resolve));
  const steps = [printing('lint', () => late), printing('types', async () => release())];
  expect(await told(steps, 2)).toEqual([
    ['lint', 'lint begins\nlint ends\n', 0],
    ['types', 'types begins\ntypes ends\n', 0]
  ]);
});

test('no more run at a time than there are lanes', async () => {
  let running = 0;
  let most = 0;
  const counted = (name: string) =>
    printing(name, async () => {
      most = Math.max(most, ++running);
      await soon();
      running -= 1;
    });
  await told(['a', 'b', 'c', 'd', 'e'].map(counted), 2);
  expect(most).toBe(2);
});

test('a step that throws is a failure with its words, and the others are told', async () => {
  const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no such program')) };
  const all = await told([broken, printing('types')], 2);
  expect(all.map(([name, , failed]) => [name, failed])).toEqual([
    ['broken', 1],
    ['types', 0]
  ]);
  expect((await timed(broken)).counts.problems).toEqual(['no such program']);
});

test('who stops after a failure starts nothing more, and waits for what has begun', async () => {
  const seen: string[] = [];
  const noted = (name: string): Step => ({
    name,
    run: async () => {
      seen.push(`${name} begins`);
      await soon();
      seen.push(`${name} ends`);
      return good;
    }
  });
  for await (const { step } of beside([printing('lint', async () => {}), noted('b'), noted('c'), noted('d')], {
    lanes: 2
  })) {
    expect(step.name).toBe('lint');
    break;
  }
  const begun = seen.filter((line) => line.endsWith('begins')).length;
  expect(seen.filter((line) => line.endsWith('ends'))).toHaveLength(begun);
  expect(seen).not.toContain('d begins');
});
