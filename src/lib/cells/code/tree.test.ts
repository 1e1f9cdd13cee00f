import { describe, expect, test } from 'vitest';
import type { ValueChild, ValueNode } from '$workers/sandbox/contract';
import { copiedText, nodeText, treeMove, treeRows } from './tree';

const number = (text: string): ValueNode => ({ sort: 'number', text });
const string = (text: string): ValueNode => ({ sort: 'string', text });
const entry = (key: string, node: ValueNode): ValueChild => ({ key, sort: 'name', node });
const item = (at: number, node: ValueNode): ValueChild => ({ key: String(at), sort: 'index', node });
const list = (...nodes: ValueNode[]): ValueNode => ({
  sort: 'array',
  text: 'Array',
  size: nodes.length,
  children: nodes.map((node, at) => item(at, node))
});
const deep: ValueNode = {
  sort: 'object',
  text: 'Object',
  size: 3,
  children: [
    entry('a', number('1')),
    entry('b', list(string('x'), number('2'))),
    entry('c', { sort: 'map', text: 'Map', size: 4, handle: 7 })
  ]
};
const large: ValueNode = { ...list(number('0'), number('1')), size: 250, handle: 3 };

const paths = (node: ValueNode, open: string[], fetched: [string, ValueChild[]][] = []) =>
  treeRows(node, new Set(open), new Map(fetched)).map(({ path }) => path);

describe('lines of a tree', () => {
  test('only what is open is there', () => {
    expect(paths(deep, [])).toEqual(['r']);
    expect(paths(deep, ['r'])).toEqual(['r', 'r/0', 'r/1', 'r/2']);
    expect(paths(deep, ['r', 'r/1'])).toEqual(['r', 'r/0', 'r/1', 'r/1/0', 'r/1/1', 'r/2']);
    expect(paths(deep, ['r/1'])).toEqual(['r']);
  });

  test('children that come later stand with the others, and a way to more', () => {
    expect(paths(large, ['r'])).toEqual(['r', 'r/0', 'r/1', 'r/more']);
    const rows = treeRows(large, new Set(['r']), new Map([['r', [item(2, number('2'))]]]));
    expect(rows.map(({ path, more }) => [path, more])).toEqual([
      ['r', undefined],
      ['r/0', undefined],
      ['r/1', undefined],
      ['r/2', undefined],
      ['r/more', 247]
    ]);
    expect(rows[2]).toMatchObject({ level: 2, place: 2, siblings: 250, key: '1' });
    expect(paths(deep, ['r', 'r/2'], [['r/2', [entry('k', number('1'))]]])).toContain('r/2/0');
  });

  test('what a key does', () => {
    const rows = treeRows(deep, new Set(['r', 'r/1']), new Map());
    const at = (path: string) => rows.findIndex((row) => row.path === path);
    expect(treeMove('ArrowDown', rows, 0)).toEqual({ to: 1 });
    expect(treeMove('ArrowDown', rows, rows.length - 1)).toEqual({ to: rows.length - 1 });
    expect(treeMove('ArrowUp', rows, 0)).toEqual({ to: 0 });
    expect(treeMove('ArrowRight', rows, at('r/2'))).toEqual({ open: true });
    expect(treeMove('ArrowRight', rows, at('r/1'))).toEqual({ to: at('r/1/0') });
    expect(treeMove('ArrowRight', rows, at('r/0'))).toBeUndefined();
    expect(treeMove('ArrowLeft', rows, at('r/1'))).toEqual({ open: false });
    expect(treeMove('ArrowLeft', rows, at('r/1/1'))).toEqual({ to: at('r/1') });
    expect(treeMove('Enter', rows, at('r/2'))).toEqual({ open: true });
    expect(treeMove('x', rows, 0)).toBeUndefined();
  });
});

test.each<[ValueNode, string]>([
  [number('-0'), '-0'],
  [string('a "b"\nc'), '"a "b"↵c"'],
  [list(), '[]'],
  [list(number('1'), string('a')), '[1, "a"]'],
  [deep, '{a: 1, b: ["x", 2], c: Map(4)}'],
  [large, 'Array(250) [0, 1, …]'],
  [{ sort: 'object', text: 'Object', size: 0 }, '{}'],
  [{ sort: 'object', text: 'Person', size: 1, children: [entry('age', number('3'))] }, 'Person {age: 3}'],
  [{ sort: 'set', text: 'Set', size: 1, children: [item(0, number('3'))] }, 'Set(1) [3]'],
  [{ sort: 'error', text: 'TypeError', size: 1, children: [entry('message', string('no'))] }, 'TypeError: no'],
  [{ sort: 'function', text: 'function mean(values)' }, 'function mean(values)']
])('a value on one line: %j', (node, text) => {
  expect(nodeText(node)).toBe(text);
});

test('a text is copied bare', () => {
  expect(copiedText(string('a\nb'))).toBe('a\nb');
  expect(copiedText(list(number('1')))).toBe('[1]');
});
