import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { template } from './static-icons';

const icons = 'node_modules/@lucide/svelte/dist/icons';

test('the shapes of an icon stand in a template that takes a size', () => {
  const source = `<script lang="ts">import Icon from '../Icon.svelte';
let props = $props();
const iconData = { "name": "x", "size": 24, "node": [["path", { "d": "M18 6 6 18" }], ["circle", { "cx": "12", "r": "3" }]] };
</script>`;
  expect(template(source, 'x.svelte')).toBe(`<script>let { size = 24 } = $props();</script>
<svg class="lucide-icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true"><path d="M18 6 6 18" /><circle cx="12" r="3" /></svg>
`);
});

test('an icon that is written in another way is an error, not an empty picture', () => {
  expect(() => template('<svg></svg>', 'x.svelte')).toThrow('no shapes found in x.svelte');
});

test('every icon that the source imports is understood', () => {
  const imported = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file))
    .flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/'@lucide\/svelte\/icons\/([\w-]+)'/g)])
    .map(([, name]) => name);
  expect(imported.length).toBeGreaterThan(50);
  for (const name of new Set(imported)) {
    // Some names are another icon's.
    const entry = readFileSync(`${icons}/${name}.js`, 'utf8');
    const path = `${icons}/${/\.\/([\w-]+\.svelte)/.exec(entry)?.[1]}`;
    expect(template(readFileSync(path, 'utf8'), path), name).toMatch(
      /<(path|circle|rect|line|polyline|polygon|ellipse) /
    );
  }
});
