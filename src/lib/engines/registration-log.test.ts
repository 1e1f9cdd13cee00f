import { expect, test } from 'vitest';
import { RegistrationLog } from './registration-log';

function logOf(entries: Record<string, { needs?: string[]; once?: true }>): { log: RegistrationLog; made: string[] } {
  const log = new RegistrationLog();
  const made: string[] = [];
  for (const [name, { needs = [], once }] of Object.entries(entries)) {
    const again = () => Promise.resolve(made.push(name));
    log.add(name, { needs, again: once ? undefined : again });
  }
  return { log, made };
}

test('nothing is made again while the engine lives', async () => {
  const { log, made } = logOf({ labs: {} });
  await log.restore(['labs']);
  expect(made).toEqual([]);
});

test('after a death a relation is made again when asked for, what it stands on first, each once', async () => {
  const { log, made } = logOf({ labs: {}, visits: {}, joined: { needs: ['LABS', 'visits'] }, other: {} });
  expect(log.lose()).toEqual({ gone: [], all: ['labs', 'visits', 'joined', 'other'] });
  await Promise.all([log.restore(['joined']), log.restore(['Joined', 'labs'])]);
  expect(made).toEqual(['labs', 'visits', 'joined']);
  expect(log.waiting).toEqual(['other']);
});

test('what was handed in is gone, with all that stands on it', async () => {
  const { log, made } = logOf({ simulated: { once: true }, view: { needs: ['simulated'] }, file: {} });
  expect(log.lose().gone).toEqual(['simulated', 'view']);
  await log.restore(['view', 'simulated', 'unknown']);
  expect(made).toEqual([]);
});

test('what a cell made anew is not made again', async () => {
  const { log, made } = logOf({ labs: {} });
  log.lose();
  log.add('Labs', { needs: [], again: () => Promise.resolve(made.push('new')) });
  await log.restore(['labs']);
  expect(made).toEqual([]);
  log.remove('labs');
  expect(log.lose().all).toEqual([]);
});

test('a failure reaches who asked, and the next one tries again', async () => {
  const log = new RegistrationLog();
  let tries = 0;
  log.add('labs', {
    needs: [],
    again: () => (++tries === 1 ? Promise.reject(new Error('file is gone')) : Promise.resolve())
  });
  log.lose();
  await expect(log.restore(['labs'])).rejects.toThrow('file is gone');
  await log.restore(['labs']);
  expect(tries).toBe(2);
});
