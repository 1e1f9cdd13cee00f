import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Rename } from '$lib/notebook/kind';
import type { Field, FieldTable } from './fields';
import { renamedScalar } from './formula-text';

interface Piece {
  start: number;
  end: number;
  /** What stands there then; left out, the new name. */
  text?: string;
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
  return isOfTable(field, change.table, around);
}

function isOfTable({ of, or }: { of: string; or?: string | undefined }, wanted: string, around: Around): boolean {
  const holder = around.findLast((map) => textOf(map, of) !== undefined);
  const table = holder ? textOf(holder, of) : or && around[0] && textOf(around[0], or);
  return same(table || undefined, wanted);
}

/** What is being renamed, and what was found of it. */
interface Search {
  text: string;
  change: Rename;
  pieces: Piece[];
}

/** A formula, or a term of one: the names in it are columns. */
function collectFormula(node: Scalar, of: string, { text, change, pieces }: Search, around: Around): void {
  const { range, value } = node;
  if (change.sort !== 'column' || !range || typeof value !== 'string') return;
  if (!isOfTable({ of }, change.table, around)) return;
  const renamed = renamedScalar(text, node, change.from, change.to);
  if (renamed !== undefined) pieces.push({ start: range[0], end: range[1], text: renamed });
}

function collect(node: unknown, field: Field, search: Search, around: Around): void {
  const { change, pieces } = search;
  if (isScalar(node)) {
    const { range, value } = node as Scalar;
    if (field.type === 'text' && field.formulaOf !== undefined) collectFormula(node, field.formulaOf, search, around);
    else if (range && typeof value === 'string' && isMeant(field, value, change, around))
      pieces.push({ start: range[0], end: range[1] });
  } else if (field.type === 'list' && isSeq(node)) {
    for (const item of node.items) collect(item, field.item, search, around);
  } else if (field.type === 'record' && isMap(node)) collectIn(node, field.fields, search, around);
  else if (field.type === 'map' && isMap(node)) {
    for (const { key, value } of node.items) {
      if (field.formulaOf !== undefined && isScalar(key)) collectFormula(key, field.formulaOf, search, around);
      collect(value, field.value, search, [...around, node]);
    }
  }
}

function collectIn(map: YAMLMap, fields: FieldTable, search: Search, around: Around): void {
  for (const { key, value } of map.items) {
    const field = isScalar(key) ? fields[String(key.value)] : undefined;
    if (field) collect(value, field, search, [...around, map]);
  }
}

/** A task's text with a new name in the place of the old; the fields say what is a name. All else stays as written. */
export function renameInTask(text: string, fields: FieldTable, change: Rename): string {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const pieces: Piece[] = [];
  collectIn(document.contents, fields, { text, change, pieces }, []);
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(change.to) ? change.to : JSON.stringify(change.to);
  return pieces
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: written = plain }) => now.slice(0, start) + written + now.slice(end), text);
}
