import { expect, test } from 'vitest';
import { chunks } from './page-chunks';

const site = '/x/src/routes/+page.svelte';
const notebook = '/x/src/routes/notebook/+page.svelte';

test('what a page imports, and what that imports, stands in its file; what both need, in the first', () => {
  const imports = new Map([
    [site, ['button', 'toast']],
    ['/x/src/routes/+layout.svelte', ['toast']],
    [notebook, ['button', 'cells']],
    ['button', ['icon']],
    ['icon', []],
    ['toast', ['button']],
    ['cells', ['icon', 'graph']],
    ['graph', ['cells']],
    ['lazy', ['icon', 'only-lazy']],
    ['only-lazy', []]
  ]);
  expect(Object.fromEntries(chunks(imports))).toEqual({
    button: 'site',
    toast: 'site',
    icon: 'site',
    cells: 'notebook',
    graph: 'notebook'
  });
});

test('a page stays an entry of its own', () => {
  expect([
    ...chunks(
      new Map([
        [site, [notebook]],
        [notebook, [site]]
      ])
    ).keys()
  ]).toEqual([]);
});
