import {
  LineCounter,
  parseDocument,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Scalar
} from 'yaml';
import type { AppError, Place } from '$workers/shared/errors';
import { fail } from '../failures';

/** A task's text as YAML nodes that know where they stand. */
export interface YamlSource {
  document: Document;
  place(offset: number): Place;
}

/**
 * Reads a task's text. Anchors, aliases and own tags are refused: they hide what a cell does and can blow up.
 * @throws `task-yaml`, `task-reference`, `task-not-keys` with line and column
 */
export function readYaml(text: string): YamlSource {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      intAsBigInt: true,
      logLevel: 'silent'
    });
  } catch (cause) {
    // Thousands of nested brackets exhaust the parser's stack.
    throw fail('task-yaml', { problem: 'NESTED', line: 1 }, { place: { line: 1, column: 1 }, cause });
  }
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) {
    const at = place(broken.pos[0]);
    throw fail('task-yaml', { problem: broken.code, line: at.line }, { place: at, details: broken.message });
  }
  refuseReferences(document.contents, place);
  if (document.contents !== null && !isMap(document.contents) && !isEmpty(document.contents)) {
    throw fail('task-not-keys', {}, { place: place(document.contents.range?.[0] ?? 0) });
  }
  return { document, place };
}

/**
 * A path with its keys as the text has them: a key that is written as a number is no text to the library, and would be
 * looked for in vain.
 */
export function asKeyed(document: Document, path: readonly (string | number)[]): readonly unknown[] {
  let node: unknown = document.contents;
  return path.map((part) => {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && textOfKey(key) === String(part))
      : undefined;
    if (pair) node = pair.value;
    else node = isSeq(node) && typeof part === 'number' ? node.items[part] : undefined;
    return pair?.key ?? part;
  });
}

function textOfKey({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

function refuseReferences(node: unknown, place: (offset: number) => Place): void {
  if (isAlias(node) || ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)) {
    throw fail('task-reference', {}, { place: place(node.range?.[0] ?? 0) }) satisfies AppError;
  }
  if (isSeq(node)) for (const item of node.items) refuseReferences(item, place);
  if (isMap(node)) {
    for (const pair of node.items) {
      refuseReferences(pair.key, place);
      refuseReferences(pair.value, place);
    }
  }
}
