import { failures, type Catalogue } from './errors';
import { nearNames } from './near-names';

/** What an argument has to be; `column` is the name of a column, `columns` a list of them. */
export type Wanted = 'table' | 'text' | 'number' | 'truth' | 'object' | 'numbers' | 'column' | 'columns' | 'list';

/** One argument of a function that own code calls, or one key of an object among its arguments. */
export interface Argument {
  name: string;
  is: Wanted;
  optional?: true;
  /** Of an object: these keys and no other. Left out: any. */
  keys?: readonly Argument[];
}

/** An argument, or a key of one, that is always given. */
export const need = (name: string, is: Wanted, keys?: readonly Argument[]): Argument => ({
  name,
  is,
  ...(keys && { keys })
});

/** One that may be left out. */
export const may = (name: string, is: Wanted, keys?: readonly Argument[]): Argument => ({
  ...need(name, is, keys),
  optional: true
});

const wantedWords: Readonly<Record<Wanted, string>> = {
  table: 'a table',
  text: 'a text',
  number: 'a number',
  truth: 'true or false',
  object: 'an object',
  numbers: 'a list of numbers',
  column: 'the name of a column',
  columns: 'a list of names of columns',
  list: 'a list'
};

const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** Values: `method` as it is called, `usage`; `place` of the argument from 1, its `name`, what is `wanted` and `found`. */
export const callFailures = {
  'call-argument': {
    message: (v) =>
      `The ${places[Number(v.place) - 1]} argument of \`${v.method}\`, ${v.name}, has to be ` +
      `${wantedWords[v.wanted as Wanted]}; it is ${foundWords[v.found as Found]}.`,
    hint: (v) => `Call it as \`${v.usage}\`.`
  },
  'call-key': {
    message: (v) => `\`${v.method}\` takes no ${v.name}.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : `It takes ${v.known}.`)
  }
} satisfies Catalogue<string>;

const fail = failures(callFailures);

type Found = 'nothing' | 'null' | 'a-number' | 'a-text' | 'a-truth' | 'a-list' | 'a-table' | 'an-object' | 'another';

const foundWords: Readonly<Record<Found, string>> = {
  nothing: 'left out',
  null: 'null',
  'a-number': 'a number',
  'a-text': 'a text',
  'a-truth': 'true or false',
  'a-list': 'a list',
  'a-table': 'a table',
  'an-object': 'an object that is no table',
  another: 'something else'
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function isTable(value: unknown): boolean {
  return isRecord(value) && typeof value.rows === 'number' && isList(value.columns);
}

const checks: Readonly<Record<Wanted, (value: unknown) => boolean>> = {
  table: isTable,
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  truth: (value) => typeof value === 'boolean',
  object: (value) => isRecord(value) && !isList(value) && !ArrayBuffer.isView(value) && !isTable(value),
  numbers: (value) => isList(value) && value.every((one) => typeof one === 'number'),
  column: (value) => typeof value === 'string',
  columns: (value) => isList(value) && value.every((one) => typeof one === 'string'),
  list: isList
};

function foundOf(value: unknown): Found {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a-number';
  if (typeof value === 'string') return 'a-text';
  if (typeof value === 'boolean') return 'a-truth';
  if (isList(value) || ArrayBuffer.isView(value)) return 'a-list';
  if (isTable(value)) return 'a-table';
  return typeof value === 'object' ? 'an-object' : 'another';
}

/** `clinical.score(name, table, options?)` */
function usageOf(method: string, wanted: readonly Argument[]): string {
  return `${method}(${wanted.map(({ name, optional }) => (optional ? `${name}?` : name)).join(', ')})`;
}

/**
 * Whether own code called a function with what it takes: its types hold nobody back who writes JavaScript.
 *
 * @param method as own code calls it: `clinical.score`
 * @throws `call-argument` naming the argument, what it has to be and what it is; `call-key` for a key that means nothing
 */
export function checkArguments(method: string, wanted: readonly Argument[], given: readonly unknown[]): void {
  const usage = usageOf(method, wanted);
  const check = ({ is, optional, keys }: Argument, value: unknown, name: string, place: number): void => {
    if (value === undefined && optional) return;
    if (!checks[is](value)) {
      throw fail('call-argument', { method, usage, place, name, wanted: is, found: foundOf(value) });
    }
    if (!keys) return;
    const known = keys.map((key) => key.name);
    for (const key of Object.keys(value as object)) {
      if (known.includes(key)) continue;
      const [near] = nearNames(key, known, 1);
      throw fail('call-key', { method, name: `${name}.${key}`, near, known: known.join(', ') });
    }
    for (const key of keys) check(key, (value as Record<string, unknown>)[key.name], `${name}.${key.name}`, place);
  };
  wanted.forEach((argument, at) => check(argument, given[at], argument.name, at + 1));
}
