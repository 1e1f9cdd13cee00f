import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('only exactly defined arithmetic is used: the same curve on every machine', () => {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(15);
  for (const name of files) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text, name).not.toMatch(/Math\.(exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot)\b|[\w\])!] \*\* \w/);
  }
});
