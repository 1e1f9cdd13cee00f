import type {
  CodeError,
  CodeOutput,
  CodePlace,
  CodeSoFar,
  ConsoleLine,
  ConsoleOutput,
  DefinedName,
  OutputPart,
  ValueChild,
  ValueNode,
  ViewDescription
} from '$workers/sandbox/contract';
import type { Variable } from '$workers/shared/relation';
import { checkTable } from './check-table';

/*
 * What comes out of the sandbox was made by foreign code, which can send anything: here each thing is built anew from the
 * parts that have the right type and size, and the rest is left out. Markup is cleaned where it is shown.
 */

type Raw = Readonly<Record<string, unknown>>;

const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const list = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);
const text = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '');
const count = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : 0;
const optional = <Value>(value: unknown, of: (value: unknown) => Value): Value | undefined =>
  value === undefined || value === null ? undefined : of(value);
const oneOf = <Word extends string>(value: unknown, words: readonly Word[]): Word =>
  words.find((word) => word === value) ?? (words[0] as Word);

const sorts: readonly ValueNode['sort'][] = [
  ...(['object', 'undefined', 'null', 'boolean', 'number', 'bigint', 'string', 'symbol', 'function', 'date'] as const),
  ...(['regexp', 'error', 'array', 'typed-array', 'map', 'set', 'table', 'element'] as const)
];
const mostChildren = 100;

export function checkOutput(given: unknown): CodeOutput {
  const { error, parts, console: lines, defined, milliseconds, memoryBytes, turn } = raw(given);
  return {
    error: optional(error, checkError),
    parts: checkParts(parts),
    console: checkConsole(lines),
    defined: list(defined, 1_000).map(checkDefined),
    milliseconds: count(milliseconds),
    memoryBytes: optional(memoryBytes, count),
    turn: count(turn)
  };
}

export function checkSoFar(given: unknown): CodeSoFar {
  const { parts, console: lines } = raw(given);
  return { console: checkConsole(lines), ...(Array.isArray(parts) && { parts: checkParts(parts) }) };
}

const checkParts = (given: unknown): OutputPart[] => list(given, 200).flatMap((part) => checkPart(raw(part)) ?? []);

const checkConsole = (given: unknown): ConsoleOutput => ({
  lines: list(raw(given).lines, 2_001).map(checkLine),
  left: count(raw(given).left)
});

export function checkChildren(given: unknown): ValueChild[] {
  return list(given, mostChildren).map((child) => checkChild(child, 2));
}

function checkPart(part: Raw): OutputPart | undefined {
  switch (part.type) {
    case 'value':
      return { type: 'value', node: checkNode(part.node, 2), name: optional(part.name, (name) => text(name, 200)) };
    case 'markup':
      return {
        type: 'markup',
        language: oneOf(part.language, ['html', 'svg']),
        text: text(part.text, 8 * 1024 * 1024),
        nodes: count(part.nodes)
      };
    case 'markdown':
      return { type: 'markdown', text: text(part.text, 2 * 1024 * 1024) };
    case 'table': {
      const first = checkTable(part.first);
      const rows = optional(part.rows, count);
      return first && { type: 'table', rows, first, relation: optional(part.relation, (name) => text(name, 1000)) };
    }
    case 'view': {
      const view = checkView(raw(part.view));
      return view && { type: 'view', view };
    }
    case 'error':
      return { type: 'error', error: checkError(part.error) };
    case 'too-large':
      return {
        type: 'too-large',
        what: oneOf(part.what, ['html', 'svg']),
        size: count(part.size),
        unit: oneOf(part.unit, ['bytes', 'elements']),
        limit: count(part.limit)
      };
    default:
      return undefined;
  }
}

function checkNode(given: unknown, depth: number): ValueNode {
  const node = raw(given);
  const children = Array.isArray(node.children) && depth > 0 ? list(node.children, mostChildren) : undefined;
  return {
    sort: oneOf(node.sort, sorts),
    text: text(node.text, 10_000),
    ...(typeof node.size === 'number' && { size: count(node.size) }),
    ...(children && { children: children.map((child) => checkChild(child, depth - 1)) }),
    ...(typeof node.handle === 'number' && { handle: node.handle })
  };
}

function checkChild(given: unknown, depth: number): ValueChild {
  const child = raw(given);
  return {
    key: text(child.key, 1_000),
    sort: oneOf(child.sort, ['name', 'index', 'entry']),
    node: checkNode(child.node, depth)
  };
}

function checkLine(given: unknown): ConsoleLine {
  const line = raw(given);
  return {
    level: oneOf(line.level, ['log', 'info', 'warn', 'error', 'debug']),
    text: text(line.text, 10_000),
    place: optional(line.place, checkPlace),
    cut: optional(line.cut, count)
  };
}

function checkPlace(given: unknown): CodePlace {
  const { line, column } = raw(given);
  return { line: Math.max(1, Math.floor(count(line))), column: Math.max(1, Math.floor(count(column))) };
}

function checkError(given: unknown): CodeError {
  const { name, message, place, stack, code, hint } = raw(given);
  return {
    name: text(name, 100) || 'Error',
    message: text(message, 10_000),
    place: optional(place, checkPlace),
    stack: text(stack, 10_000),
    code: optional(code, (one) => text(one, 100)),
    hint: optional(hint, (one) => text(one, 1_000))
  };
}

function checkDefined(given: unknown): DefinedName {
  const { name, type, value, changing } = raw(given);
  return {
    name: text(name, 1_000),
    type: text(type, 200),
    ...(isVariable(value) && { value }),
    ...(changing === true && { changing })
  };
}

function isVariable(value: unknown): value is Variable {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') || value.every((item) => typeof item === 'number');
  }
  return value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

function checkView(view: Raw): ViewDescription | undefined {
  if (typeof view.view !== 'number') return undefined;
  const value = isShown(view.value) ? view.value : null;
  const base = { view: view.view, label: text(view.label, 1_000), value, disabled: view.disabled === true };
  const number = (one: unknown) => (typeof one === 'number' && Number.isFinite(one) ? one : 0);
  switch (view.control) {
    case 'range':
    case 'number':
      return { ...base, control: view.control, min: number(view.min), max: number(view.max), step: number(view.step) };
    case 'text':
    case 'date':
      return { ...base, control: view.control, placeholder: optional(view.placeholder, (one) => text(one, 1_000)) };
    case 'toggle':
      return { ...base, control: 'toggle' };
    case 'button':
      return { ...base, control: 'button', words: text(view.words, 200) };
    case 'select':
    case 'radio':
    case 'checkbox':
    case 'multiple':
      return { ...base, control: view.control, options: list(view.options, 10_000).map((one) => text(one, 1_000)) };
    default:
      return undefined;
  }
}

function isShown(value: unknown): value is ViewDescription['value'] {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'number');
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
