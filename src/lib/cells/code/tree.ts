import type { ValueChild, ValueNode } from '$workers/sandbox/contract';

/** One line of a value's tree. */
export interface TreeRow {
  /** Where it is in the value: unique, and the same while the value is. */
  path: string;
  level: number;
  key: string | undefined;
  keySort: ValueChild['sort'] | undefined;
  node: ValueNode;
  /** Undefined where there is nothing to open. */
  open: boolean | undefined;
  /** Among its siblings, from 1, and how many there are in all. */
  place: number;
  siblings: number;
  /** The line is no value, but a way to see so many more. */
  more?: number;
  /** Whose children it is about. */
  of: string;
}

/** How many children the sandbox gives at a time. */
export const atOnce = 100;

export const hasChildren = ({ size, children, handle }: ValueNode): boolean =>
  (children?.length ?? 0) > 0 || (handle !== undefined && (size ?? 0) > 0);

/** The lines that are to be seen, top to bottom. `fetched`: children by path that the sandbox gave later. */
export function treeRows(
  root: ValueNode,
  opened: ReadonlySet<string>,
  fetched: ReadonlyMap<string, readonly ValueChild[]>
): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (node: ValueNode, path: string, rest: Omit<TreeRow, 'path' | 'node' | 'open' | 'of'>, of: string) => {
    const open = hasChildren(node) ? opened.has(path) : undefined;
    rows.push({ ...rest, path, node, open, of });
    if (!open) return;
    const children = [...(node.children ?? []), ...(fetched.get(path) ?? [])];
    const siblings = Math.max(node.sort === 'string' ? 0 : (node.size ?? 0), children.length);
    const level = rest.level + 1;
    children.forEach((child, at) => {
      const place = { level, key: child.key, keySort: child.sort, place: at + 1, siblings };
      walk(child.node, `${path}/${at}`, place, path);
    });
    const more = siblings - children.length;
    if (more > 0 && node.handle !== undefined) {
      const place = { level, key: undefined, keySort: undefined, place: children.length + 1, siblings };
      rows.push({ ...place, path: `${path}/more`, node, open: undefined, of: path, more });
    }
  };
  walk(root, 'r', { level: 1, key: undefined, keySort: undefined, place: 1, siblings: 1 }, '');
  return rows;
}

/** What a key does in a tree (ARIA): another line gets the focus, or this one opens or closes. */
export type TreeMove = { to: number } | { open: boolean } | undefined;

export function treeMove(key: string, rows: readonly TreeRow[], at: number): TreeMove {
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(rows.length - 1, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'ArrowRight':
      if (row.open === false) return { open: true };
      return row.open ? { to: Math.min(rows.length - 1, at + 1) } : undefined;
    case 'ArrowLeft': {
      if (row.open) return { open: false };
      const parent = rows.findIndex(({ path }) => path === row.of);
      return parent < 0 ? undefined : { to: parent };
    }
    case 'Enter':
    case ' ':
      return row.more !== undefined ? { open: true } : row.open === undefined ? undefined : { open: !row.open };
    default:
      return undefined;
  }
}

/** A value on one line: a text between quotes, a list with its first items. */
export function nodeText(node: ValueNode, depth = 0): string {
  const { sort, text, size, children } = node;
  if (sort === 'string') return quoted(node);
  if (sort === 'error') return `${text}: ${children?.find(({ key }) => key === 'message')?.node.text ?? ''}`;
  if (size === undefined || sort === 'table') return text;
  if (depth > 1 || !children) return sized(node);
  const shown = children.slice(0, depth === 0 ? 8 : 3);
  const items = shown.map((child) =>
    child.sort === 'index' ? nodeText(child.node, depth + 1) : `${child.key}: ${nodeText(child.node, depth + 1)}`
  );
  if (size > shown.length) items.push('…');
  const inside = items.join(', ');
  if (sort === 'array') return `${size > shown.length ? `${sized(node)} ` : ''}[${inside}]`;
  if (sort === 'typed-array' || sort === 'set') return `${sized(node)} [${inside}]`;
  return text === 'Object' ? `{${inside}}` : `${sort === 'map' ? sized(node) : text} {${inside}}`;
}

const sized = ({ sort, text, size = 0 }: ValueNode): string =>
  sort === 'object' ? (text === 'Object' ? (size === 0 ? '{}' : '{…}') : text) : `${text}(${size})`;

/** What is left to say where the children stand below. */
export const openText = (node: ValueNode): string => (node.sort === 'object' ? node.text : sized(node));

function quoted({ text, size }: ValueNode): string {
  const line = text.length > 200 ? `${text.slice(0, 199)}…` : text;
  return `"${line.replace(/\n/g, '↵')}"${size !== undefined && line === text ? '…' : ''}`;
}

/** What copying gives: a text bare, all else as its line. */
export const copiedText = (node: ValueNode): string => (node.sort === 'string' ? node.text : nodeText(node));

/** The class of the code's colours. */
export function colourOf({ sort }: ValueNode): string {
  switch (sort) {
    case 'string':
      return 'code-string';
    case 'number':
    case 'bigint':
    case 'date':
      return 'code-number';
    case 'boolean':
    case 'undefined':
    case 'null':
      return 'code-keyword';
    case 'function':
    case 'symbol':
    case 'regexp':
      return 'code-name';
    default:
      return '';
  }
}
