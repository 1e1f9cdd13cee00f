import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = new URL('../../', import.meta.url).pathname;
const styled = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(svelte|css)$/.test(path)
);

/** The rules that hold for everybody, whatever the system says about movement. */
function forEverybody(style: string): string {
  const asked = /@media \(prefers-reduced-motion: no-preference\) \{/.exec(style);
  if (!asked) return style;
  let depth = 1;
  let end = asked.index + asked[0].length;
  for (; depth > 0 && end < style.length; end++) depth += { '{': 1, '}': -1 }[style[end] ?? ''] ?? 0;
  return forEverybody(style.slice(0, asked.index) + style.slice(end));
}

/** Movements that a wish for less does not stop: the three measures of time of `tokens.css` are 0 then. */
function movements(text: string): string[] {
  const style = forEverybody(text);
  const rules = style.match(/(?<![\w-])(animation|transition|scroll-behavior)\s*:\s*[^;}]*/g) ?? [];
  return rules.filter((rule) => !/var\(--(fast|open|move)\)|:\s*(none|auto)\b/.test(rule));
}

test.each([
  ['.a { transition: color var(--fast) var(--ease); }', 0],
  ['.a { animation: turn 1s infinite; }', 1],
  ['.a { transition: opacity 200ms; } .b { scroll-behavior: smooth; }', 2],
  ['@media (prefers-reduced-motion: no-preference) { .a { animation: turn 1s; } }', 0],
  ['@media (prefers-reduced-motion: no-preference) { .a { color: red; } } .b { animation: turn 1s; }', 1]
])('%s moves %d times', (style, count) => {
  expect(movements(style)).toHaveLength(count);
});

test('nothing moves where the system asks for less', () => {
  const moving = styled.flatMap((path) =>
    movements(readFileSync(join(source, path), 'utf8')).map((rule) => `${path}: ${rule}`)
  );
  expect(moving).toEqual([]);
});

test('no component moves by script, where no style could stop it', () => {
  const scripted = styled.filter((path) =>
    /behavior: 'smooth'|\btransition:\w|\banimate:\w|\.animate\(/.test(readFileSync(join(source, path), 'utf8'))
  );
  expect(scripted).toEqual([]);
});
