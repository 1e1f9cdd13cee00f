import { beforeAll, describe, expect, test } from 'vitest';
import { cellFailures } from '$lib/messages/en/cells';
import { chartFailures } from '$lib/messages/en/chart';
import { cohortFailures } from '$lib/messages/en/cohort-failures';
import { inputFailures } from '$lib/messages/en/input';
import { profileFailures } from '$lib/messages/en/profile';
import type { CellKey } from '$lib/notebook/model';
import { registry } from './index';

describe('the registry', () => {
  // The code of most kinds comes when it is needed.
  beforeAll(() => registry.ready?.());

  test('names and letters are given once', () => {
    const names = registry.kinds.map((kind) => kind.name);
    const letters = registry.kinds.flatMap((kind) => kind.letter ?? []);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(letters).size).toBe(letters.length);
  });

  test('letters of kinds are none of the commands', () => {
    const taken = ['a', 'b', 'd', 'z', 'x', 'c', 'v', 'h', 'o', 'k', 'j', 'g', 'p'];
    expect(registry.kinds.flatMap((kind) => kind.letter ?? []).filter((letter) => taken.includes(letter))).toEqual([]);
  });

  test('the text of a new cell is understood, or says what is missing', () => {
    for (const kind of registry.kinds) {
      const cell = { key: 'k' as CellKey, kind: kind.name, id: 'x', attributes: [], text: kind.template };
      try {
        kind.parse(kind.template, cell);
      } catch (error) {
        expect(error).toMatchObject({ name: 'AppError' });
      }
    }
  });
});

describe('what cells say when something is wrong', () => {
  const long = 'x'.repeat(300);
  const values = Object.fromEntries(
    ['key', 'value', 'known', 'near', 'kind', 'table', 'column', 'file', 'text', 'line', 'min', 'max', 'n', 'unit']
      .concat(['name', 'what'])
      .concat(['step', 'keys', 'needs', 'role', 'low', 'high', 'one', 'other', 'first', 'second', 'has'])
      .concat(['mark', 'marks', 'holds', 'needs', 'type', 'scale', 'aggregate', 'step', 'problem'])
      .map((name) => [
        name,
        [
          'step',
          'role',
          'low',
          'high',
          'first',
          'second',
          'mark',
          'holds',
          'needs',
          'type',
          'aggregate',
          'unit',
          'min',
          'max',
          'n',
          'line',
          'what'
        ].includes(name)
          ? 'word'
          : long
      ])
  );
  const entries = Object.entries({
    ...cellFailures,
    ...inputFailures,
    ...chartFailures,
    ...cohortFailures,
    ...profileFailures
  });

  test.each(entries)('%s is short, plain and shows the way out', (_, { message, hint }) => {
    for (const filled of [values, { ...values, near: undefined, min: undefined, comma: 'yes' }]) {
      const sentence = message(filled);
      expect(sentence.length).toBeLessThanOrEqual(160);
      expect(sentence).not.toMatch(/invalid|failed to|oops|please|!/i);
      expect(sentence).toMatch(/\.$/);
      expect(hint(filled)).toMatch(/^[A-Z][a-z]+ /);
      expect(hint(filled)).not.toMatch(/undefined/);
      expect(sentence).not.toMatch(/undefined/);
    }
  });
});
