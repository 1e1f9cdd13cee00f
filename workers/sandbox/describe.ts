import type { ValueChild, ValueNode } from './contract';
import { ColumnTable } from './column-table';
import { LazyTable } from './lazy-table';

const longestText = 10_000;
export const childrenAtOnce = 100;
const depthShown = 2;

/** One child of a value, before it is described. */
interface Entry {
  key: string;
  sort: ValueChild['sort'];
  value: unknown;
}

/** Keeps what a shown value holds, so that its further children can be asked for. */
export class Handles {
  readonly #held = new Map<number, { owner: string; value: object }>();
  #last = 0;

  hold(owner: string, value: object): number {
    this.#held.set(++this.#last, { owner, value });
    return this.#last;
  }

  /** Forgets what a cell showed. */
  release(owner: string): void {
    for (const [handle, held] of this.#held) if (held.owner === owner) this.#held.delete(handle);
  }

  /** 100 children from there on. */
  children(handle: number, from: number): ValueChild[] {
    const held = this.#held.get(handle);
    if (!held) return [];
    return childrenOf(held.value, from, new Describer(this, held.owner), depthShown - 1);
  }
}

/** Makes a tree of a value: at most two deep and 100 wide, whatever its size. */
export class Describer {
  constructor(
    private readonly handles: Handles,
    private readonly owner: string
  ) {}

  node(value: unknown, depth = depthShown): ValueNode {
    if (typeof value === 'string') {
      return value.length > longestText
        ? { sort: 'string', text: value.slice(0, longestText), size: value.length }
        : { sort: 'string', text: value };
    }
    if (typeof value === 'function') return { sort: 'function', text: headOf(value) };
    if (typeof value !== 'object' || value === null) return { sort: sortOf(value), text: plainText(value) };
    return this.#object(value, depth);
  }

  #object(value: object, depth: number): ValueNode {
    const sort = objectSort(value);
    const node: ValueNode = { sort, text: classText(value, sort) };
    if (sort === 'date' || sort === 'regexp' || sort === 'element') return node;
    const size = sizeOf(value, sort);
    node.size = size;
    if (size === 0) return node;
    if (depth > 0) node.children = childrenOf(value, 0, this, depth - 1);
    if (depth === 0 || size > childrenAtOnce) node.handle = this.handles.hold(this.owner, value);
    return node;
  }
}

function childrenOf(value: object, from: number, describer: Describer, depth: number): ValueChild[] {
  return entriesOf(value, from).map(({ key, sort, value: child }) => ({
    key,
    sort,
    node: describer.node(child, depth)
  }));
}

function* skip<Item>(items: Iterable<Item>, from: number): Generator<Item> {
  let index = 0;
  for (const item of items) {
    if (index >= from + childrenAtOnce) return;
    if (index++ >= from) yield item;
  }
}

function entriesOf(value: object, from: number): Entry[] {
  if (value instanceof Map) {
    return [...skip(value as Map<unknown, unknown>, from)].map(([key, item]) => ({
      key: oneLine(key),
      sort: 'entry',
      value: item
    }));
  }
  if (value instanceof Set) {
    return [...skip(value as Set<unknown>, from)].map((item, at) => ({
      key: String(from + at),
      sort: 'index',
      value: item
    }));
  }
  if (isListed(value)) {
    const end = Math.min(lengthOf(value), from + childrenAtOnce);
    return Array.from({ length: Math.max(0, end - from) }, (_, at) => ({
      key: String(from + at),
      sort: 'index' as const,
      value: value instanceof ColumnTable ? value.row(from + at) : (value as ArrayLike<unknown>)[from + at]
    }));
  }
  return namesOf(value)
    .slice(from, from + childrenAtOnce)
    .map((name) => ({
      key: typeof name === 'symbol' ? `[${String(name)}]` : name,
      sort: 'name',
      value: read(value, name)
    }));
}

/** A getter is foreign code: what it throws is its value. */
function read(value: object, name: string | symbol): unknown {
  try {
    return (value as Record<string | symbol, unknown>)[name];
  } catch (error) {
    return error;
  }
}

function namesOf(value: object): (string | symbol)[] {
  if (value instanceof LazyTable) return ['name', 'columns', 'schema'];
  const own = Reflect.ownKeys(value).filter((name) => Object.getOwnPropertyDescriptor(value, name)?.enumerable);
  return value instanceof Error ? ['message', ...own.filter((name) => name !== 'message')] : own;
}

type Listed = readonly unknown[] | ArrayLike<unknown> | ColumnTable;

function isListed(value: object): value is Listed {
  return (
    Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)) || value instanceof ColumnTable
  );
}

const lengthOf = (value: Listed) => (value as ArrayLike<unknown>).length;

function sizeOf(value: object, sort: ValueNode['sort']): number {
  if (value instanceof Map || value instanceof Set) return value.size;
  if (sort === 'array' || isListed(value)) return lengthOf(value as Listed);
  return namesOf(value).length;
}

function sortOf(value: unknown): ValueNode['sort'] {
  if (value === null) return 'null';
  return typeof value as 'undefined' | 'boolean' | 'number' | 'bigint' | 'symbol';
}

function plainText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : typeof value === 'bigint' ? `${value}n` : String(value);
}

export const isElement = (value: object): value is { outerHTML: string; nodeType: number; nodeName: string } =>
  typeof (value as { nodeType?: unknown }).nodeType === 'number' &&
  // Asked for, it would be written out whole.
  'outerHTML' in value;

function objectSort(value: object): ValueNode['sort'] {
  if (Array.isArray(value)) return 'array';
  if (ArrayBuffer.isView(value)) return 'typed-array';
  if (value instanceof Map) return 'map';
  if (value instanceof Set) return 'set';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regexp';
  if (value instanceof Error) return 'error';
  if (value instanceof ColumnTable || value instanceof LazyTable) return 'table';
  return isElement(value) ? 'element' : 'object';
}

function classText(value: object, sort: ValueNode['sort']): string {
  if (sort === 'date') return Number.isNaN((value as Date).getTime()) ? 'Invalid Date' : (value as Date).toISOString();
  if (sort === 'regexp') return String(value);
  if (sort === 'element') return `<${(value as { nodeName: string }).nodeName.toLowerCase()}>`;
  if (value instanceof LazyTable) return value.name;
  const maker = read(value, 'constructor');
  const name = typeof maker === 'function' ? maker.name : '';
  return (value instanceof Error ? value.name : name) || 'Object';
}

/** `function mean(values)`, as written, on one line. */
function headOf(value: object): string {
  const text = Function.prototype.toString.call(value);
  const head = text.slice(0, 200).split('\n')[0] ?? '';
  if (/^class\b/.test(head)) return head.replace(/\s*\{.*$/, '');
  const end = head.indexOf('=>') >= 0 ? head.indexOf('=>') + 2 : head.indexOf(')') + 1;
  return end > 0 ? head.slice(0, end) : head;
}

/** A value within a line: of a console, of a Map's key. */
export function oneLine(value: unknown, depth = 1): string {
  if (typeof value === 'string') return depth === 1 ? value : JSON.stringify(value);
  if (typeof value === 'function') return headOf(value);
  if (typeof value !== 'object' || value === null) return plainText(value);
  const sort = objectSort(value);
  const text = classText(value, sort);
  if (sort === 'error') return `${text}: ${(value as Error).message}`;
  if (sort === 'date' || sort === 'regexp' || sort === 'element') return text;
  const size = sizeOf(value, sort);
  if (depth < 0) return text;
  const shown = entriesOf(value, 0).slice(0, 10);
  const items = shown.map(({ key, sort: entry, value: item }) =>
    entry === 'index' ? oneLine(item, depth - 2) : `${key}: ${oneLine(item, depth - 2)}`
  );
  if (size > shown.length) items.push('…');
  const inside = items.join(', ');
  if (sort === 'array') return `[${inside}]`;
  return text === 'Object'
    ? `{${inside}}`
    : `${text}(${size}) ${sort === 'typed-array' ? `[${inside}]` : `{${inside}}`}`;
}

/** What a name stands for, in a word or two. */
export function typeText(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const sort = objectSort(value);
  if (sort === 'table') return 'table';
  if (sort === 'element' || sort === 'date') return sort;
  const text = classText(value, sort);
  if (sort === 'array' || sort === 'typed-array' || sort === 'map' || sort === 'set')
    return `${text}(${sizeOf(value, sort)})`;
  return text === 'Object' ? 'object' : text;
}
