import { visit, Document, isCollection, isMap, isScalar, isSeq, Scalar, YAMLMap, type Node, type Pair } from 'yaml';
import { plainOf } from './check-field';
import type { Plain } from './fields';
import { asKeyed, readYaml } from './yaml-source';

type Path = readonly (string | number)[];
/** With keys as the text has them. */
type Keyed = readonly unknown[];

/**
 * Sets one value of a task's text. Only the lines of that key change: comments, order, unknown keys and the
 * way everything else is written stay word for word.
 *
 * @param value `undefined` takes the key out
 * @throws `task-yaml` where the text is no YAML: then only the text itself can be edited
 */
export function setField(text: string, given: Path, value: Plain | undefined): string {
  const { document } = readYaml(text);
  const path = asKeyed(document, given);
  const [top] = given;
  const root = document.contents;
  if (top === undefined) return text;
  if (value === undefined ? !document.hasIn(path) : saysAlready(document, path, value)) return text;
  if (!isMap(root)) return appended(text, topDocument(document, path, value));
  if (root.flow) return rewritten(document, path, value);
  const node = document.getIn(path, true);
  if (isPlainScalar(node) && isSimple(value)) return spliceScalar(text, node, value);
  const pair = root.items.find((one) => keyOf(one) === String(top));
  if (!pair) return appended(text, topDocument(document, path, value));
  return splicePair(text, document, pair as Pair<Node, Node | null>, () => change(document, path, value));
}

/**
 * Moves an entry of a list to another place; what is written in it and its comments go along.
 *
 * @throws `task-yaml` where the text is no YAML
 */
export function moveItem(text: string, path: Path, from: number, to: number): string {
  const { document } = readYaml(text);
  const root = document.contents;
  const list = document.getIn(path, true);
  if (!isMap(root) || !isSeq(list) || !list.items[from] || !list.items[to] || from === to) return text;
  const pair = root.items.find((one) => keyOf(one) === String(path[0]));
  const move = () => {
    const [item] = list.items.splice(from, 1);
    list.items.splice(to, 0, item);
  };
  if (root.flow || !pair) {
    move();
    return document.toString(options);
  }
  return splicePair(text, document, pair as Pair<Node, Node | null>, move);
}

/** What is the same is not written anew: it may be written in another way. */
function saysAlready(document: Document, path: Keyed, value: Plain): boolean {
  if (!document.hasIn(path)) return false;
  const says = (one: Plain) =>
    JSON.stringify(one, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));
  return says(plainOf(document.getIn(path, true))) === says(value);
}

const options = { lineWidth: 0, flowCollectionPadding: false } as const;

function keyOf(pair: Pair): string {
  const key = pair.key;
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

function isSimple(value: Plain | undefined): value is string | number | bigint | boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

function isPlainScalar(node: unknown): node is Scalar & { range: [number, number, number] } {
  if (!isScalar(node) || !node.range || node.range[0] === node.range[1]) return false;
  return node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL';
}

/** The scalar alone is replaced: a slider does not touch the comment behind its value. */
function spliceScalar(
  text: string,
  node: Scalar & { range: [number, number, number] },
  value: string | number | bigint | boolean
): string {
  const scalar = new Scalar(value);
  if (typeof value === 'string' && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'))
    scalar.type = node.type;
  // Several lines would need the indentation of the place: a double-quoted text stands in one.
  if (typeof value === 'string' && /[\n\r]|^\s|\s$/.test(value)) scalar.type = 'QUOTE_DOUBLE';
  // In a list, so that commas and brackets are quoted as they must be inside one.
  const holder = new Document([scalar]);
  if (isCollection(holder.contents)) holder.contents.flow = true;
  const written = holder
    .toString({ ...options, doubleQuotedMinMultiLineLength: Infinity })
    .trim()
    .slice(1, -1);
  return text.slice(0, node.range[0]) + written + text.slice(node.range[1]);
}

/** The whole top key is written anew from its nodes (their comments stay), the rest of the text is untouched. */
function splicePair(text: string, document: Document, pair: Pair<Node, Node | null>, alter: () => void) {
  const start = pair.key.range?.[0] ?? 0;
  const end = endOfPair(text, pair);
  alter();
  if (!(document.contents as YAMLMap).items.includes(pair)) return text.slice(0, start) + text.slice(end);
  pair.key.commentBefore = null;
  pair.key.spaceBefore = false;
  const alone = new Document(new YAMLMap());
  (alone.contents as YAMLMap).items.push(pair);
  const written = alone.toString(options);
  const tail = text.slice(end);
  return text.slice(0, start) + (tail === '' && !text.endsWith('\n') ? written.trimEnd() : written) + tail;
}

/** Offset behind the last line of a pair. */
function endOfPair(text: string, pair: Pair<Node, Node | null>): number {
  const range = pair.value?.range ?? pair.key.range;
  const end = Math.max(range?.[1] ?? 0, isCollection(pair.value) ? (range?.[2] ?? 0) : 0);
  if (end > 0 && text[end - 1] === '\n') return end;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

function change(document: Document, path: Keyed, value: Plain | undefined): void {
  if (value === undefined) {
    document.deleteIn(path);
    for (let depth = path.length - 1; depth > 0; depth--) {
      const parent = document.getIn(path.slice(0, depth), true);
      if (isCollection(parent) && parent.items.length === 0) document.deleteIn(path.slice(0, depth));
    }
    return;
  }
  for (let depth = 1; depth < path.length; depth++) {
    const parent = document.getIn(path.slice(0, depth), true);
    // `facet:` with nothing behind it is null, which holds no keys.
    const list = typeof path[depth] === 'number';
    if (!(list ? isSeq(parent) : isMap(parent))) {
      document.setIn(path.slice(0, depth), document.createNode(list ? [] : {}));
    }
  }
  document.setIn(path, nodeOf(document, value));
}

/** Lists of plain values in one line, as people write them. */
function nodeOf(document: Document, value: Plain): Node {
  const node = document.createNode(value) as Node;
  visit(node, {
    Scalar: (_, scalar) => {
      // The library writes a text of blanks as nothing.
      if (typeof scalar.value === 'string' && /^\s|\s$|\r/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    }
  });
  if (Array.isArray(value) && value.every(isSimple) && isCollection(node)) node.flow = true;
  return node;
}

function topDocument(document: Document, path: Keyed, value: Plain | undefined): Document {
  const alone = new Document(new YAMLMap());
  for (let depth = 1; depth < path.length; depth++) {
    alone.setIn(path.slice(0, depth), alone.createNode(typeof path[depth] === 'number' ? [] : {}));
  }
  if (value !== undefined) alone.setIn(path, nodeOf(document, value));
  return alone;
}

function appended(text: string, addition: Document): string {
  const written = addition.toString(options).trimEnd();
  const kept = text.trim() === '' ? '' : text.replace(/\s*$/, '\n');
  return kept + written + (text.endsWith('\n') || text === '' ? '\n' : '');
}

function rewritten(document: Document, path: Keyed, value: Plain | undefined): string {
  change(document, path, value);
  return document.toString(options);
}
