import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.svelte';

const usual = { theme: 'system', language: undefined, singleKeys: true };

describe('settings', () => {
  test.each([
    [null, usual],
    ['', usual],
    ['{', usual],
    ['null', usual],
    ['[1]', usual],
    ['{"theme":"sepia","language":"xx","singleKeys":"no"}', usual],
    ['{"theme":"dark","language":"toString"}', { ...usual, theme: 'dark' }],
    [
      '{"theme":"light","language":"fi","singleKeys":false,"later":1}',
      { theme: 'light', language: 'fi', singleKeys: false }
    ]
  ])('%s is read without harm', (kept, settings) => {
    expect(readSettings(kept)).toEqual(settings);
  });
});
