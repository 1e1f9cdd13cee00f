import { describe, expect, test } from 'vitest';
import type { KindRegistry } from '../kind';
import { parseNotebook } from '../format/parse';
import { MemoryStore } from '../store/memory-store';
import { canonicalCode, codeCellsOf, codeOf, trustedBefore, trustsText } from '.';

const kinds = ['markdown', 'sql', 'js'];
const registry = {
  kinds: [],
  find: (name: string) => ({ markdown: { safe: true }, sql: { safe: true }, js: { safe: false } })[name]
} as unknown as KindRegistry;

const text = (code: string, { title = 'Ward', id = 'a', prose = 'Words.' } = {}) =>
  `---\ntitle: ${title}\nformat: 1\n---\n${prose}\n\n\`\`\`sql id=q\nselect 1 as n\n\`\`\`\n\n\`\`\`js id=${id}\n${code}\n\`\`\`\n`;
const codeIn = (source: string) => codeOf(parseNotebook(source, kinds).notebook, registry);
const trust = async (store: MemoryStore, source: string, title = 'Ward', at = 1) =>
  store.trustCode({ code: canonicalCode(codeIn(source)), title, at });
const trusts = (store: MemoryStore, source: string) => trustsText(store, source, kinds, registry);

describe('code of a notebook', () => {
  test('is what more than reads and computes, and what this version does not know', () => {
    const cells = codeIn(`${text('1 + 1')}\n\`\`\`wasm id=later\n(module)\n\`\`\`\n`);
    expect(cells.map(({ kind, id, text: source }) => [kind, id, source])).toEqual([
      ['js', 'a', '1 + 1'],
      ['wasm', 'later', '(module)']
    ]);
  });

  test('comes back from its canonical text', () => {
    const cells = [
      { kind: 'js', id: undefined, text: 'x' },
      { kind: 'ts', id: 'b', text: 'let y: number' }
    ];
    expect(codeCellsOf(canonicalCode(cells))).toEqual(cells);
  });
});

describe('a notebook from elsewhere', () => {
  test('with code is not trusted, whatever it says of itself', async () => {
    const store = new MemoryStore();
    expect(await trusts(store, text('1 + 1'))).toBe(false);
    expect(await trusts(store, text('1 + 1').replace('format: 1', 'format: 1\ntrusted: true'))).toBe(false);
  });

  test('without code has nothing to be distrusted', async () => {
    expect(await trusts(new MemoryStore(), '---\ntitle: x\nformat: 1\n---\nWords.\n')).toBe(true);
  });

  test('is trusted where exactly its code was allowed: prose and queries may differ, code and names may not', async () => {
    const store = new MemoryStore();
    await trust(store, text('1 + 1'));
    expect(await trusts(store, text('1 + 1', { prose: 'Other words.', title: 'Other' }))).toBe(true);
    expect(await trusts(store, text('1 + 2'))).toBe(false);
    expect(await trusts(store, text('1 + 1', { id: 'b' }))).toBe(false);
    expect(await trusts(store, `${text('1 + 1')}\n\`\`\`js\nmore\n\`\`\`\n`)).toBe(false);
  });

  test('ends of lines make no other code', async () => {
    const store = new MemoryStore();
    await trust(store, text('let a = 1\na'));
    expect(await trusts(store, text('let a = 1\r\na'))).toBe(true);
  });

  test('is compared with what was allowed last under its title', async () => {
    const store = new MemoryStore();
    await trust(store, text('1'), 'Ward', 5);
    await trust(store, text('2'), 'Ward', 9);
    await trust(store, text('3'), 'Other', 20);
    const before = await trustedBefore(store, parseNotebook(text('4'), kinds).notebook);
    expect(before && codeCellsOf(before.code).map((cell) => cell.text)).toEqual(['2']);
    expect(await trustedBefore(store, parseNotebook(text('4', { title: 'New' }), kinds).notebook)).toBeUndefined();
  });
});
