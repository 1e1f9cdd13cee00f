import { expect, test } from 'vitest';
import { Background } from './background';
import { breathe } from '../shared/breathe';

/** Work in five steps that stops between them. @returns what it did */
function stepwise(did: string[]): (signal: AbortSignal) => Promise<string> {
  return async (signal) => {
    for (let step = 1; step <= 5; step++) {
      await breathe();
      if (signal.aborted) throw new Error('broken off');
      did.push(`step ${step}`);
    }
    return 'done';
  };
}

test('an asking breaks background work off, and it begins again when all is quiet', async () => {
  const background = new Background();
  const did: string[] = [];
  const work = background.behind(stepwise(did));
  while (did.length < 2) await breathe();
  await background.ahead(async () => {
    did.push('asked');
    for (let rest = 0; rest < 20; rest++) await breathe();
    did.push('answered');
  });
  expect(await work).toBe('done');
  const asked = did.indexOf('asked');
  expect(did.slice(asked)).toEqual(['asked', 'answered', 'step 1', 'step 2', 'step 3', 'step 4', 'step 5']);
});

test('background work waits for the last of several askings', async () => {
  const background = new Background();
  const did: string[] = [];
  let end: (() => void) | undefined;
  const long = background.ahead(() => new Promise<void>((resolve) => (end = resolve)));
  const work = background.behind(stepwise(did));
  await background.ahead(() => breathe());
  expect(did).toEqual([]);
  end?.();
  await long;
  expect(await work).toBe('done');
});

test('its own Stop ends it while it waits and while it runs', async () => {
  const background = new Background();
  const controller = new AbortController();
  const never = background.ahead(() => new Promise(() => undefined));
  void never;
  const waiting = background.behind(stepwise([]), controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ kind: 'Interrupt' });

  const other = new Background();
  const stop = new AbortController();
  const did: string[] = [];
  const running = other.behind(stepwise(did), stop.signal);
  while (did.length < 1) await breathe();
  stop.abort();
  await expect(running).rejects.toThrow('broken off');
});

test('a failure is handed on, not tried again', async () => {
  let tries = 0;
  const failing = new Background().behind(() => Promise.reject(new Error(`try ${++tries}`)));
  await expect(failing).rejects.toThrow('try 1');
});
