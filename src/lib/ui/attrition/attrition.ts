/** One row of the diagram. */
export interface AttritionRow {
  /** Names between backticks stand in the code face. */
  name: string;
  /** How many are left, and how many were left out to come here. */
  left: number;
  lost: number;
  /** The count as it is written; a second one (persons beside entries) where there is one. */
  count: string;
  second?: string | undefined;
  /** Who was left out, and what else is to be said of it. */
  out?: string | undefined;
  notes: readonly string[];
}

/** Where a bar ends and its hatched part begins, in per cent of the first row. */
export function barOf({ left, lost }: AttritionRow, all: number): { left: number; lost: number } {
  return all === 0 ? { left: 0, lost: 0 } : { left: (100 * left) / all, lost: (100 * lost) / all };
}
