import type { ShownCell } from './contract';

/** Below so many persons a figure is not told to an audience. */
export const FEW = 5;

const MOST_DECIMALS = 6;

/** Decimals that give a spread two digits: 3.2 (0.45). */
export function decimalsOf(spread: number | null | undefined): number {
  if (!spread || !Number.isFinite(spread)) return 1;
  const power = Number(spread.toExponential(1).split('e')[1]);
  return Math.min(MOST_DECIMALS, Math.max(0, 1 - power));
}

export const word = (code: string, values?: Readonly<Record<string, string | number>>): ShownCell => ({
  as: 'word',
  code,
  ...(values && { values })
});
export const saidText = (text: string): ShownCell => ({ as: 'said', text });
export const count = (value: number): ShownCell => ({ as: 'count', value, ...isFew(value) });
export const isFew = (n: number): { few?: true } => (n > 0 && n < FEW ? { few: true } : {});
/** What a sentence is told of few persons, where one of its counts is. */
export const fewOf = (counts: readonly number[]): { few?: true } =>
  counts.some((n) => n > 0 && n < FEW) ? { few: true } : {};

/**
 * Which counts of a table of levels by groups are hidden from an audience: those of few persons, and as many others as
 * it takes that none can be computed from the rest and the sums.
 *
 * @param counts a row a level, a column a group
 * @param options.all whether all groups together are told, too: then they are a last column of what is returned
 */
export function hiddenCounts(counts: readonly (readonly number[])[], { all }: { all: boolean }): boolean[][] {
  const whole = counts.map((row) =>
    all && row.length > 1 ? [...row, row.reduce((sum, one) => sum + one, 0)] : [...row]
  );
  const hidden = whole.map((row) => row.map((n) => n > 0 && n < FEW));
  const width = whole[0]?.length ?? 0;
  const lines = [
    // Along a level the groups add up to all; down a group the levels add up to its size.
    ...(all && width > 1 ? whole.map((row, level) => row.map((_, group) => [level, group] as const)) : []),
    ...Array.from({ length: width }, (_, group) => whole.map((_, level) => [level, group] as const))
  ];
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      const open = line.filter(([level, group]) => !hidden[level]![group]);
      if (line.length - open.length !== 1 || open.length === 0) continue;
      const least = open.reduce((a, b) => (whole[b[0]]![b[1]]! < whole[a[0]]![a[1]]! ? b : a));
      hidden[least[0]]![least[1]] = true;
      changed = true;
    }
  }
  return hidden;
}

/** Where one count of a bar is of few, none of its counts is told: the others and the whole would tell it. */
export const hiddenBar = (counts: readonly number[]): { hidden?: boolean[] } =>
  counts.some((one) => one > 0 && one < FEW) ? { hidden: counts.map(() => true) } : {};
