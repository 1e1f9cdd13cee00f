import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Rename } from '$lib/notebook/kind';
import type { Field, FieldTable } from './fields';

interface Piece {
  start: number;
  end: number;
}

/** Maps around a place, outermost first: where a column's table is looked for. */
type Around = readonly YAMLMap[];

function textOf(map: YAMLMap, key: string): string | undefined {
  const value: unknown = map.get(key);
  return typeof value === 'string' ? value : undefined;
}

const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

function isMeant(field: Field, value: string, change: Rename, around: Around): boolean {
  if (field.type === 'ref' && change.sort === field.to)
    return change.sort === 'table' ? same(value, change.from) : value === change.from;
  if (field.type !== 'column' || change.sort !== 'column' || !same(value, change.from)) return false;
  const holder = around.findLast((map) => textOf(map, field.of) !== undefined);
  const table = holder ? textOf(holder, field.of) : field.or && around[0] && textOf(around[0], field.or);
  return same(table || undefined, change.table);
}

function collect(node: unknown, field: Field, change: Rename, around: Around, pieces: Piece[]): void {
  if (isScalar(node)) {
    const { range, value } = node as Scalar;
    if (range && typeof value === 'string' && isMeant(field, value, change, around))
      pieces.push({ start: range[0], end: range[1] });
  } else if (field.type === 'list' && isSeq(node)) {
    for (const item of node.items) collect(item, field.item, change, around, pieces);
  } else if (field.type === 'record' && isMap(node)) collectIn(node, field.fields, change, around, pieces);
  else if (field.type === 'map' && isMap(node)) {
    for (const { value } of node.items) collect(value, field.value, change, [...around, node], pieces);
  }
}

function collectIn(map: YAMLMap, fields: FieldTable, change: Rename, around: Around, pieces: Piece[]): void {
  for (const { key, value } of map.items) {
    const field = isScalar(key) ? fields[String(key.value)] : undefined;
    if (field) collect(value, field, change, [...around, map], pieces);
  }
}

/** A task's text with a new name in the place of the old; the fields say what is a name. All else stays as written. */
export function renameInTask(text: string, fields: FieldTable, change: Rename): string {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const pieces: Piece[] = [];
  collectIn(document.contents, fields, change, [], pieces);
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(change.to) ? change.to : JSON.stringify(change.to);
  return pieces
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end }) => now.slice(0, start) + plain + now.slice(end), text);
}
