import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlantedTree } from './lint/planted-tree';
import { root } from './site/places.mjs';

let tree: PlantedTree;

beforeAll(() => {
  tree = new PlantedTree();
});

afterAll(() => {
  tree.remove();
});

describe('imports go one way', () => {
  test.each([
    // importing file, what it may not import
    ['src/lib/cells/sql/run.ts', '../../../routes/page'],
    ['src/lib/notebook/session.ts', '$lib/cells'],
    ['src/lib/notebook/session.svelte.ts', '$lib/cells/sql'],
    ['src/lib/notebook/session.ts', '../../routes/page'],
    ['src/lib/engines/data.ts', '$lib/notebook/model'],
    ['src/lib/engines/data.ts', '$lib/cells'],
    ['src/lib/engines/data.ts', '$lib/egress'],
    ['src/lib/egress/gate.ts', '$lib/engines'],
    ['src/lib/egress/gate.ts', '$lib/notebook/model'],
    ['src/lib/ui/button.ts', '$lib/engines'],
    ['src/lib/ui/button.ts', '$lib/notebook/model'],
    ['src/lib/ui/button.ts', '$workers/data/contract'],
    ['src/lib/offline/client.ts', '$lib/ui'],
    ['src/lib/ui/button.ts', '$lib/offline/client'],
    ['src/lib/messages/en.ts', '$lib/ui'],
    ['src/lib/messages/en.ts', '$workers/data/index'],
    ['src/lib/engines/data.ts', '$workers/data/inside'],
    ['src/lib/engines/data.ts', '$workers/data/import/inside'],
    ['src/lib/notebook/session.ts', '$workers/data/worker'],
    ['src/lib/cells/sql/run.ts', '$workers/data/inside'],
    ['src/routes/page.ts', '$workers/clinical/worker'],
    ['src/routes/page.ts', '../../scripts/tool'],
    ['workers/data/read.ts', '../../src/lib/messages'],
    ['workers/data/read.ts', '../clinical/index'],
    ['workers/shared/column.ts', '../data/contract'],
    ['workers/clinical/score.ts', '../data/inside'],
    ['workers/data/read.ts', '../../scripts/tool']
  ])('%s may not import %s', async (path, imported) => {
    expect(await tree.broken(path, `import { name } from '${imported}';\nconsole.warn(name);\n`)).toContain(
      'import-x/no-restricted-paths'
    );
  });

  test.each([
    ['src/routes/page.ts', '$lib/cells'],
    ['src/lib/cells/sql/run.ts', '$lib/notebook/model'],
    ['src/lib/cells/sql/run.ts', '$lib/ui'],
    ['src/lib/notebook/session.ts', '$lib/engines'],
    ['src/lib/notebook/session.ts', '$workers/data/contract'],
    ['src/lib/engines/data.ts', '$workers/data/worker'],
    ['src/lib/engines/data.ts', '$workers/data/import/contract'],
    ['src/lib/egress/gate.ts', '$lib/ui'],
    ['src/lib/ui/button.ts', '$lib/messages'],
    ['src/lib/ui/button.ts', '$workers/shared/table'],
    ['workers/data/read.ts', '../shared/table'],
    ['workers/data/import/read.ts', '../inside']
  ])('%s may import %s', async (path, imported) => {
    expect(await tree.broken(path, `import { name } from '${imported}';\nconsole.warn(name);\n`)).toEqual([]);
  });

  test('a component is held to the same rule', async () => {
    const text = `<script lang="ts">\n  import { name } from '$lib/notebook/model';\n</script>\n\n<p>{name}</p>\n`;
    expect(await tree.broken('src/lib/ui/Name.svelte', text)).toContain('import-x/no-restricted-paths');
  });

  test('two files may not import each other', async () => {
    tree.plant('src/lib/notebook/second.ts', `import { a } from './first';\nexport const b = () => a;\n`);
    const first = `import { b } from './second';\nexport const a = () => b;\n`;
    expect(await tree.broken('src/lib/notebook/first.ts', first)).toContain('import-x/no-cycle');
  });
});

describe('what may not be written', () => {
  test.each([
    ['src/lib/cells/sql/a.svelte', '<p>{@html "<b>"}</p>\n', 'svelte/no-at-html-tags'],
    ['src/lib/cells/sql/a.ts', `new Worker('a.js');\n`, 'no-restricted-syntax'],
    ['src/lib/cells/sql/a.ts', `new WebSocket('ws://a');\n`, 'no-restricted-syntax'],
    ['src/lib/cells/sql/a.ts', `new globalThis.RTCPeerConnection();\n`, 'no-restricted-syntax'],
    ['src/lib/engines/spawn.ts', `new XMLHttpRequest();\n`, 'no-restricted-syntax'],
    ['workers/data/a.ts', `void fetch('a');\n`, 'no-restricted-syntax'],
    ['workers/data/a.ts', `void self.fetch('a');\n`, 'no-restricted-syntax'],
    ['workers/clinical/a.ts', `export const a = Math.random();\n`, 'no-restricted-syntax'],
    ['workers/clinical/a.ts', `export const a = Date.now();\n`, 'no-restricted-syntax'],
    ['workers/clinical/a.ts', `export const a = new Date();\n`, 'no-restricted-syntax'],
    ['workers/clinical/a.ts', `export const a = crypto.randomUUID();\n`, 'no-restricted-syntax'],
    ['src/lib/ui/a.ts', `void navigator.clipboard.writeText('a');\n`, 'no-restricted-syntax'],
    ['src/lib/ui/a.ts', `void navigator.clipboard.write([]);\n`, 'no-restricted-syntax'],
    [
      'src/routes/a.ts',
      `export const a = (event: ClipboardEvent) => event.clipboardData?.setData('text/plain', 'a');\n`,
      'no-restricted-syntax'
    ],
    ['src/routes/a.ts', `document.execCommand('copy');\n`, 'no-restricted-syntax'],
    ['src/routes/a.ts', `void navigator.share({ text: 'a' });\n`, 'no-restricted-syntax'],
    ['src/routes/a.ts', `window.open('/a');\n`, 'no-restricted-syntax'],
    ['src/routes/a.ts', `window.print();\n`, 'no-restricted-syntax'],
    ['src/lib/notebook/a.ts', `export const a = URL.createObjectURL(new Blob());\n`, 'no-restricted-syntax'],
    ['src/lib/cells/a.ts', `document.createElement('a').download = 'a';\n`, 'no-restricted-syntax'],
    ['src/lib/ui/a.ts', `eval('1');\n`, 'no-eval'],
    ['src/lib/ui/a.ts', `${'export {};\n'.repeat(401)}`, 'max-lines']
  ])('%s: %s', async (path, text, rule) => {
    expect(await tree.broken(path, text)).toContain(rule);
  });

  test.each([
    ['src/lib/ui/a.svelte', '<p>{@html "<b>"}</p>\n'],
    ['src/lib/engines/spawn.ts', `export const worker = new Worker('blob:');\n`],
    ['src/lib/egress/save-file.ts', `export const a = URL.createObjectURL(new Blob());\n`],
    ['workers/clinical/a.ts', `export const a = new Date(0);\n`]
  ])('%s may: %s', async (path, text) => {
    expect(await tree.broken(path, text)).toEqual([]);
  });
});

describe('files stay small', () => {
  const ours = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8'
  })
    .split('\n')
    .filter((path) => /\.(ts|js|mjs|svelte|css)$/.test(path) && existsSync(join(root, path)));
  const sizes = ours.map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }));

  test('none is over 400 lines', () => {
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  test('the median is at most 120 lines', () => {
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThanOrEqual(120);
  });
});
