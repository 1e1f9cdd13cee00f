import { expect, test } from 'vitest';
import { engineMethods } from './contract';
import { helpful } from './scope';

const statistics = helpful(
  'statistics',
  Object.fromEntries(engineMethods.statistics.map((name) => [name, () => name]))
) as Record<string, (() => string) | undefined>;

test('a method is found, and what is like none is undefined as of any object', async () => {
  expect(statistics['cox']?.()).toBe('cox');
  expect(statistics['somethingElse']).toBeUndefined();
  expect('coxx' in statistics).toBe(false);
  expect(Object.keys(statistics)).toEqual(engineMethods.statistics);
  expect(String(statistics)).toBe('[object Object]');
  // Waiting for it, or writing it down, asks for names that it has not.
  await expect(Promise.resolve(statistics)).resolves.toBe(statistics);
  expect(JSON.stringify(statistics)).toBe('{}');
});

test.each([
  ['coxx', 'cox'],
  ['kaplanmeier', 'kaplanMeier'],
  ['logistc', 'logistic']
])('%s asks whether %s was meant', (name, near) => {
  expect(() => statistics[name]).toThrow(`There is no statistics.${name}. Did you mean statistics.${near}?`);
});
