import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { nearNames } from '$workers/shared/near-names';
import { fail, type CellErrorCode } from '../failures';
import type { Values } from '$workers/shared/errors';
import type { ChoiceField, Field, FieldTable, ListField, MapField, NumberField, Plain } from './fields';
import type { TaskIssue } from './read-task';
import type { YamlSource } from './yaml-source';

type Path = readonly string[];

/** Where the check writes what is wrong; a value with an issue is left out of the spec. */
export interface Checking {
  source: YamlSource;
  issues: TaskIssue[];
}

/** The keys of a mapping against a field table. Unknown keys are issues with near names. */
export function checkFields(node: YAMLMap | undefined, fields: FieldTable, path: Path, check: Checking): object {
  const spec: Record<string, unknown> = {};
  const start = node?.range?.[0] ?? 0;
  const written = new Map<string, { key: Node; value: Node | undefined }>();
  for (const pair of node?.items ?? []) {
    const key = keyText(pair.key);
    if (key === undefined || !Object.hasOwn(fields, key)) {
      const name = key ?? 'this key';
      const near = nearNames(name, Object.keys(fields)).join(', ');
      const known = Object.keys(fields).join(', ');
      report(check, [...path, name], pair.key as Node, 'task-unknown-key', { key: name, near, known });
    } else {
      written.set(key, { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined });
    }
  }
  for (const [key, field] of Object.entries(fields)) {
    const entry = written.get(key);
    const absent = entry?.value === undefined || (isScalar(entry.value) && entry.value.value === null);
    const here = [...path, key];
    if (!absent) spec[key] = checkValue(entry.value as Node, field, here, check);
    else if (entry?.value !== undefined && field.type === 'text' && field.nothing) spec[key] = '';
    else if (field.type === 'record') spec[key] = checkFields(undefined, field.fields, here, check);
    else if (field.required) {
      const place = check.source.place(entry?.key.range?.[0] ?? start);
      check.issues.push({ path: here, error: fail('task-missing', { key, ...wantedBy(field) }, { place }) });
    } else spec[key] = 'default' in field ? field.default : undefined;
  }
  return spec;
}

/** One written value against its field. */
export function checkValue(node: Node, field: Field, path: Path, check: Checking): unknown {
  switch (field.type) {
    case 'text':
    case 'ref':
    case 'column':
      return checkText(node, field, path, check);
    case 'number':
      return checkNumber(node, field, path, check);
    case 'choice':
      return checkChoice(node, field, path, check);
    case 'choices':
      return isSeq(node)
        ? node.items.map((item) =>
            checkChoice(item as Node, { type: 'choice', label: field.label, of: field.of }, path, check)
          )
        : report(check, path, node, 'task-list-wanted');
    case 'boolean':
      if (isScalar(node) && typeof node.value === 'boolean') return node.value;
      return report(check, path, node, 'task-boolean-wanted');
    case 'list':
      return checkList(node, field, path, check);
    case 'record':
      return isMap(node) ? checkFields(node, field.fields, path, check) : report(check, path, node, 'task-keys-wanted');
    case 'map':
      return checkMap(node, field, path, check);
    case 'any':
      return plainOf(node);
  }
}

/** What belongs where nothing is, for a sentence that says what to choose. */
function wantedBy(field: Field): Values {
  if (field.type === 'ref' && field.to === 'table') return { wanted: 'table' };
  if (field.type === 'column') return { wanted: 'column' };
  return field.type === 'choice' ? { wanted: 'choice', known: field.of.join(', ') } : {};
}

function checkText(node: Node, field: Field, path: Path, check: Checking): unknown {
  const text = isScalar(node) ? scalarText(node) : undefined;
  if (text === undefined) return report(check, path, node, 'task-text-wanted');
  if (field.type !== 'text' && text.trim() === '') {
    return report(check, path, node, 'task-missing', { key: path.at(-1), ...wantedBy(field) });
  }
  return text;
}

function checkNumber(node: Node, field: NumberField, path: Path, check: Checking): unknown {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    const comma = typeof value === 'string' && /^\s*[-+]?\d+,\d+\s*$/.test(value) ? 'yes' : undefined;
    return report(check, path, node, 'task-number-wanted', { whole: field.whole ? 'yes' : undefined, comma });
  }
  const number = Number(value);
  if (!Number.isFinite(number) || (typeof value === 'bigint' && !Number.isSafeInteger(number))) {
    return report(check, path, node, 'task-number-huge');
  }
  if (field.whole && !Number.isInteger(number))
    return report(check, path, node, 'task-number-wanted', { whole: 'yes' });
  const { min, max } = field;
  if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
    return report(check, path, node, 'task-number-range', { value: number, min, max, unit: field.unit });
  }
  return number;
}

function checkChoice(node: Node, field: ChoiceField, path: Path, check: Checking): unknown {
  const text = isScalar(node) ? scalarText(node) : undefined;
  if (text !== undefined && field.of.includes(text)) return text;
  const near = nearNames(text ?? '', field.of).join(', ');
  return report(check, path, node, 'task-choice', { value: text ?? '', near, known: field.of.join(', ') });
}

function checkList(node: Node, field: ListField, path: Path, check: Checking): unknown {
  if (!isSeq(node)) return report(check, path, node, 'task-list-wanted');
  if (field.max !== undefined && node.items.length > field.max) {
    return report(check, path, node, 'task-list-long', { n: node.items.length, max: field.max });
  }
  return node.items.map((item, index) => checkValue(item as Node, field.item, [...path, String(index)], check));
}

function checkMap(node: Node, field: MapField, path: Path, check: Checking): unknown {
  if (!isMap(node)) return report(check, path, node, 'task-keys-wanted');
  const map = new Map<string, unknown>();
  for (const pair of node.items) {
    const key = keyText(pair.key) ?? '';
    const here = [...path, key];
    const value = pair.value as Node | null;
    if (value === null || (isScalar(value) && value.value === null)) {
      if (field.value.type === 'record') map.set(key, checkFields(undefined, field.value.fields, here, check));
      else report(check, here, pair.key as Node, 'task-missing', { key, ...wantedBy(field.value) });
    } else map.set(key, checkValue(value, field.value, here, check));
  }
  return map;
}

function report(check: Checking, path: Path, node: Node, code: CellErrorCode, values: Values = {}): undefined {
  const place = check.source.place(node.range?.[0] ?? 0);
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  check.issues.push({ path, error: fail(code, { key, ...values }, { place }) });
  return undefined;
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? scalarText(key) : undefined;
}

/** Text as written: `007` and `2024` stay what they are. */
function scalarText(node: Scalar): string | undefined {
  if (typeof node.value === 'string') return node.value;
  if (node.value === null) return undefined;
  return node.source ?? String(node.value);
}

/** A node as a plain value; whole numbers that a double cannot hold stay `bigint`. */
export function plainOf(node: unknown): Plain {
  if (isSeq(node)) return node.items.map(plainOf);
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((pair) => [keyText(pair.key) ?? '', plainOf(pair.value)]));
  }
  if (!isScalar(node)) return null;
  const value = node.value as Plain;
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
