import { afterEach, describe, expect, test } from 'vitest';
import { follow } from './follow';
import { languageOf } from './languages';
import { spoken } from './language.svelte';
import { ui } from './ui';

afterEach(() => spoken.speak('en'));

describe('the language', () => {
  test.each([
    [['fi-FI', 'en'], 'fi'],
    [['FI'], 'fi'],
    [['sv', 'fi', 'en'], 'fi'],
    [['en-GB', 'fi'], 'en'],
    [['sv', 'de'], 'en'],
    [['fil'], 'en'],
    [[], 'en']
  ])('of %j is %s', (wishes, language) => {
    expect(languageOf(wishes)).toBe(language);
  });

  test('texts follow it, also those reached through a captured group', async () => {
    const { theme } = ui;
    expect([ui.close, theme.button]).toEqual(['Close', 'Light or dark']);
    await spoken.speak('fi');
    expect([ui.close, theme.button]).toEqual(['Sulje', 'Vaalea tai tumma']);
    await spoken.speak('en');
    expect([ui.close, theme.button]).toEqual(['Close', 'Light or dark']);
  });

  test('of two changes the later holds', async () => {
    await Promise.all([spoken.speak('fi'), spoken.speak('en')]);
    expect([spoken.language, ui.close]).toEqual(['en', 'Close']);
  });

  test('a text that a language lacks is said in English', async () => {
    const words = follow({ own: 'English', group: { inner: 'inner' } }, () => ({}) as never);
    await spoken.speak('fi');
    expect([words.own, words.group.inner]).toEqual(['English', 'inner']);
  });
});
