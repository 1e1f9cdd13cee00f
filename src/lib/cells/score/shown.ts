import { formatCount } from '$lib/messages/figures';
import { scoreWords as words } from '$lib/messages/score';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { ScoreOutput } from './run';
import type { ScoreSpec } from './spec';

/** Before an audience a group of few is no number. */
export function countShown(n: number, hides: boolean): string {
  return hides && isSmall(n) ? words.few : formatCount(n);
}

export interface PointsBar {
  points: number;
  n: number;
  share: number | undefined;
  /** Of the longest bar. */
  width: number;
}

/** A bar for each number of points up to the highest that occurs; before an audience few have no length. */
export function barsOf(counts: readonly number[], rows: number, hides: boolean): PointsBar[] {
  const last = counts.findLastIndex((n) => n > 0);
  const most = Math.max(1, ...counts);
  return counts.slice(0, last + 1).map((n, points) => {
    const hidden = hides && isSmall(n);
    return { points, n, share: hidden || rows === 0 ? undefined : n / rows, width: hidden ? 0 : n / most };
  });
}

export interface InputRow {
  name: string;
  label: string;
  column: string | undefined;
  unit: string | undefined;
  /** Share of the rows. */
  missing: number | undefined;
  rejected: number | undefined;
}

/** What became of each input: those taken first, in the order of the rubric. */
export function inputRows({ score }: ScoreSpec, { inputs, summary, rows }: ScoreOutput): InputRow[] {
  const all = score.inputs.map(({ name, label, unit }): InputRow => {
    const taken = inputs.get(name);
    const counts = summary.find((one) => one.name === name);
    if (!taken || !counts)
      return { name, label, column: undefined, unit: undefined, missing: undefined, rejected: undefined };
    const missing = rows === 0 ? undefined : counts.missing / rows;
    return { name, label, column: taken.column.name, unit: taken.unit ?? unit, missing, rejected: counts.rejected };
  });
  return [...all.filter(({ column }) => column !== undefined), ...all.filter(({ column }) => column === undefined)];
}
