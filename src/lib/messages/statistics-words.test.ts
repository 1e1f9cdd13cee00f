import { describe, expect, test } from 'vitest';

type Words = Readonly<Record<string, unknown>>;
type Part = Readonly<Record<string, Words>>;

/** The parts that `statistics.ts` spreads into one: a key that two of them have means the same in both. */
const parts = {
  English: import.meta.glob<Record<string, Part>>('./en/statistics/*.ts', { eager: true }),
  Finnish: import.meta.glob<Record<string, Part>>('./fi/statistics/*.ts', { eager: true })
};
const groups = ['methods', 'abouts', 'fields', 'help', 'choices', 'tests', 'facts', 'says'];

describe.each(Object.entries(parts))('the words of statistics in %s', (_, files) => {
  test.each(groups)('say one thing for each key of %s', (group) => {
    const said = new Map<string, Map<string, string>>();
    for (const [path, module] of Object.entries(files)) {
      for (const part of Object.values(module)) {
        const words: unknown = typeof part === 'object' ? part[group] : undefined;
        if (typeof words !== 'object' || words === null) continue;
        for (const [key, text] of Object.entries(words)) {
          const texts = said.get(key) ?? new Map<string, string>();
          said.set(key, texts.set(String(text), path));
        }
      }
    }
    const twice = [...said]
      .filter(([, texts]) => texts.size > 1)
      .map(([key, texts]) => `${key}: ${[...texts.values()].join(', ')}`);
    expect(twice).toEqual([]);
  });
});
