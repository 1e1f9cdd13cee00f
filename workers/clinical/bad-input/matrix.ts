import { describe, expect, test } from 'vitest';
import { TableBuilder, type CellInput, type ColumnDescription } from '../../shared/column-builder';
import { AppError } from '../../shared/errors';
import { exactText, isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { strangeNumbers } from '../../shared/testing/strange-numbers';

/** What data can be like that nobody meant. */
export const CONDITIONS = [
  'empty',
  'one row',
  'all missing',
  'impossible values',
  'mixed units',
  'ids beyond 2^53',
  'duplicate times'
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Marks an input, which must be the same afterwards. */
export type Given = <Of>(input: Of) => Of;

/** What is expected of one function under one condition. */
export interface Cell {
  told: string;
  check: () => Promise<void>;
}
export type Cells = Readonly<Record<Condition, Cell>>;

/** Two ids that a double takes for the same. */
export const BIG = 9007199254740993n;
export const NEXT = 9007199254740995n;

async function guarded<Result>(run: (given: Given) => Result): Promise<Awaited<Result>> {
  const inputs: { input: unknown; before: string }[] = [];
  const result = await run((input) => {
    inputs.push({ input, before: printOf(input) });
    return input;
  });
  for (const { input, before } of inputs) expect(printOf(input), 'the input as it was').toBe(before);
  expect(strangeNumbers(result), 'numbers that are none').toEqual([]);
  return result;
}

/** The function refuses, with this code and a whole sentence. */
export function refused(code: string, run: (given: Given) => unknown): Cell {
  return {
    told: `is refused: ${code}`,
    async check() {
      const failure: unknown = await (async () => guarded(run))().catch((error: unknown) => error);
      if (!(failure instanceof AppError)) throw new Error(`Not refused: ${printOf(failure).slice(0, 300)}`);
      expect(failure.code).toBe(code);
      expect(failure.message).not.toMatch(/undefined|NaN|\[object/);
    }
  };
}

/** The function gives a result: told in words, and asserted. */
export function gives<Result>(
  told: string,
  run: (given: Given) => Result,
  check: (result: Awaited<Result>) => void
): Cell {
  return { told, check: async () => check(await guarded(run)) };
}

/** The condition cannot come about. */
export function cannot(reason: string): Cell {
  return { told: `cannot apply: ${reason}`, check: async () => expect(reason).toMatch(/\w/) };
}

/** All conditions of a function: those given, and one reason why no other can come about. */
export function otherwise(reason: string, cells: Partial<Cells>): Cells {
  return Object.fromEntries(CONDITIONS.map((one) => [one, cells[one] ?? cannot(reason)])) as unknown as Cells;
}

/** A test a function and condition; and that no function of the door is left out. */
export function badInput(room: string, door: object, matrix: Readonly<Record<string, Cells>>): void {
  describe(`bad input | ${room}`, () => {
    test('every function of the door is in the matrix', () => {
      const functions = Object.entries(door).filter(([, value]) => typeof value === 'function');
      expect(Object.keys(matrix).sort()).toEqual(functions.map(([name]) => name).sort());
    });
    for (const [name, cells] of Object.entries(matrix)) {
      for (const condition of CONDITIONS) {
        test(`| ${name} | ${condition} | ${cells[condition].told}`, cells[condition].check);
      }
    }
  });
}

/** A text that is the same only if everything in it is. */
function printOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint' || typeof part === 'number') return `${typeof part} ${part}`;
    if (part instanceof BigInt64Array || part instanceof Float64Array) return Array.from(part, String);
    if (part instanceof Map) return [...part];
    return part instanceof Error ? `${part.name}: ${part.message}` : part;
  });
}

/** A column of cells; undefined = missing. */
export function column(
  name: string,
  type: ColumnDescription['type'],
  cells: readonly CellInput[],
  unit?: string
): Column {
  const builder = new TableBuilder([{ name, type, ...(unit !== undefined && { unit }) }]);
  for (const cell of cells) builder.push(cell);
  return builder.finish().columns[0] as Column;
}

export const tableOf = (...columns: readonly Column[]): Table => ({
  rows: columns[0]?.values.length ?? 0,
  columns
});

/** The cells of a column: text as text, missing as undefined, 64-bit numbers as bigint. */
export function cellsOf(table: Table, name: string): (number | bigint | string | undefined)[] {
  const found = table.columns.find((one) => one.name === name);
  if (!found) throw new Error(`No column ${name}.`);
  return Array.from({ length: table.rows }, (_, row) => {
    if (!isPresent(found, row)) return undefined;
    return found.type === 'text' ? exactText(found, row) : found.values[row];
  });
}

/** The codes of some remarks. */
export const codesOf = (remarks: readonly { code: string }[]): string[] => remarks.map(({ code }) => code);
