import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

const source = new URL('../../', import.meta.url).pathname;
const components = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => join(source, path));

/** Attributes that people see or hear. `label`, `title`, `text` … are so named on our own components, too. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|subtitle|text|hint|unit|caption|description)$/;
/** Properties of objects in code by which menus, lists and toasts take their words. */
const properties = /\b(label|title|text|hint|meta|placeholder|description)\s*:\s*(['"`])((?:(?!\2)[^\\]|\\.)*)\2/g;
/** Encodings have one name in every language. */
const properName = /^(UTF|ISO|Windows)-/;
/** Two letters in a row are a word; units and signs (`×`, `·`, `h`) are not. */
const wordy = (text: string) => /\p{L}{2,}/u.test(text) && !properName.test(text);

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** Texts in the markup of a component that do not come from the messages, each with its line. */
function looseTexts(code: string): string[] {
  const found: string[] = [];
  const at = (node: Node) => code.slice(0, node.start).split('\n').length;
  const note = (node: Node, text: string) => {
    if (wordy(text)) found.push(`line ${at(node)}: ${text.trim()}`);
  };
  const visit = (node: unknown, inText: boolean): void => {
    if (Array.isArray(node)) return node.forEach((one) => visit(one, inText));
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const one = node as Node;
    if (one.type === 'Text') note(one, String(one['data']));
    if (one.type === 'StyleDirective' || one.type === 'ClassDirective') return;
    if (one.type === 'Attribute') {
      if (spoken.test(String(one['name']))) visit(one['value'], true);
      return;
    }
    // Strings inside `{…}`: shown in markup, and in the attributes that are spoken.
    if (one.type === 'ExpressionTag') return expression(one['expression'], inText);
    for (const [key, child] of Object.entries(one)) if (key !== 'expression' && key !== 'test') visit(child, inText);
  };
  const expression = (node: unknown, shown: boolean): void => {
    if (!shown || typeof node !== 'object' || node === null) return;
    const one = node as Node;
    if (one.type === 'Literal' && typeof one['value'] === 'string') note(one, one['value']);
    if (one.type === 'TemplateLiteral') {
      for (const part of one['quasis'] as { value: { cooked: string } }[]) note(one, part.value.cooked);
    }
    // What a sentence is filled with is a value; what is compared is none.
    if (one.type === 'ConditionalExpression')
      [one['consequent'], one['alternate']].forEach((part) => expression(part, true));
    if (one.type === 'LogicalExpression') [one['left'], one['right']].forEach((part) => expression(part, true));
  };
  const { fragment, instance } = parse(code, { modern: true }) as unknown as { fragment: Node; instance: Node | null };
  visit(fragment, true);
  const script = instance ? code.slice(instance.start, instance.end) : '';
  for (const [, name = '', , text = ''] of script.matchAll(properties)) {
    if (/\s|^\p{Lu}/u.test(text) && wordy(text)) found.push(`${name}: ${text}`);
  }
  return found;
}

describe('no text of the interface stands outside the messages', () => {
  test.each([
    ['<p>Hello</p>', 1],
    ['<p>{words.hello} · 3 × 4</p>', 0],
    ['<button aria-label="Close">×</button>', 1],
    ['<button aria-label={open ? "Close it" : words.open}>×</button>', 1],
    ['<p class="some words" data-x="word word" style="color: red">{n} h</p>', 0],
    ['<Field label={`The ${name}`} />', 1],
    ['{#if kind === "sql"}<p title={words.of("sql")}>{kind}</p>{/if}', 0],
    ['<script>const items = [{ label: "Run all", run }];</script><Menu {items} />', 1],
    ['<script>const items = [{ label: words.run, run, text: "dot" }];</script><Menu {items} />', 0]
  ])('%s has %d', (code, count) => {
    expect(looseTexts(code)).toHaveLength(count);
  });

  test.each(components.map((path) => [relative(source, path), path]))('%s', (_name, path) => {
    expect(looseTexts(readFileSync(path, 'utf8'))).toEqual([]);
  });
});
