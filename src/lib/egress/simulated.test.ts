import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = new URL('../../', import.meta.url).pathname;
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }));
const having = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test('that something is simulated is claimed in one place, and only by the page that can reach no data', () => {
  expect(having(/kind: 'simulated'/)).toEqual(['lib/egress/simulated.ts']);
  expect(having(/egress\/simulated['"]/)).toEqual(['routes/simulate/simulate-state.svelte.ts']);
});

test('that page knows no data engine, no notebook that is open and no file that was given', () => {
  for (const { path, text } of sources.filter(({ path }) => path.startsWith('routes/simulate/'))) {
    expect(text, path).not.toMatch(/engines\/data|createEngines|pickFiles|ui\/files|openStore|takeOver/);
  }
});
