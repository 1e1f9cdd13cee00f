import { expect } from 'vitest';

/** A case of a file of oracles: what goes in and what has to come out. */
export interface OracleCase {
  name: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
}

/** The cases whose name begins so; a test without a case is a mistake. */
export function casesOf(oracle: { cases: readonly unknown[] }, ...beginnings: string[]): OracleCase[] {
  const found = (oracle.cases as readonly OracleCase[]).filter(({ name }) =>
    beginnings.some((beginning) => name.startsWith(beginning))
  );
  if (found.length === 0) throw new Error(`no case ${beginnings.join(', ')}`);
  return found;
}

/** A list; one element may stand bare, a missing value is null. */
export const listOf = (value: unknown): number[] => (Array.isArray(value) ? value : [value]) as number[];

/** Equal within a relative tolerance; null only to null. Near 0 the tolerance counts absolutely below `floor`. */
export function expectClose(got: unknown, expected: unknown, relative: number, what = '', floor = 1e-12): void {
  const [found, wanted] = [listOf(got), listOf(expected)];
  expect(found.length, what).toBe(wanted.length);
  wanted.forEach((value, index) => {
    if (value === null) return expect(found[index], what).toBeNull();
    const distance = Math.abs((found[index] as number) - value);
    expect(distance, `${what}[${index}]: ${found[index]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), floor)
    );
  });
}
