import type { ScoreDefinition } from '$workers/clinical/contract';
import { largestOf } from '$workers/shared/extent';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { scoreWords as words } from '$lib/messages/score';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { ScoreResult } from './results';
import type { ScoreOutput } from './run';
import type { ScoreSpec } from './spec';

/** Before an audience a group of few is no number. */
export function countShown(n: number, hides: boolean): string {
  return hides && isSmall(n) ? words.few : formatCount(n);
}

/** How often each text stands there. Where its words are another language's, the text of the column stands beside them. */
export function textFacts(
  { counts }: Extract<ScoreResult, { kind: 'text' }>,
  hides: boolean
): (readonly [name: string, value: string])[] {
  const name = (text: string) => (words.named(text) === text ? text : `${words.named(text)} (\`${text}\`)`);
  return counts.filter(([, n]) => n > 0).map(([text, n]) => [name(text), countShown(n, hides)] as const);
}

/** The middle and the quartiles; of a probability in per cent. */
export function quartilesText(result: Extract<ScoreResult, { kind: 'number' }>): string {
  const { quartiles, name } = result;
  if (!quartiles) return words.noValue;
  const figure = (value: number) => (name === 'probability' ? formatShare(value) : formatNumber(value, 3));
  const [first, median, third] = quartiles;
  return words.quartiles(figure(first), figure(median), figure(third));
}

/** Points are added up from parts, of which a missing one counts nothing. A stage or a z-score is missing then. */
export function whatIsMissing({ components }: ScoreDefinition): string {
  return components.some(({ kind }) => kind === 'points') ? words.missingIsNothing : '';
}

/** The heading of the table of inputs. */
export function madeOf({ score }: ScoreSpec, { course }: ScoreOutput): string {
  if (course?.observations) return words.observedTable;
  const missing = whatIsMissing(score);
  return missing === '' ? words.inputsTable : `${words.inputsTable}. ${missing}`;
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
  const most = Math.max(1, largestOf(counts));
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
  /** Of an observation that is carried forward: how many values, and for how long each holds. */
  values?: number;
  hours?: number;
}

/** What became of each input: those taken first, in the order of the rubric. */
export function inputRows(
  spec: ScoreSpec,
  { inputs, summary, rows, course }: Pick<ScoreOutput, 'inputs' | 'summary' | 'rows' | 'course'>
): InputRow[] {
  const all = spec.inputs.map(({ name, label: english, unit, variable, hours }): InputRow => {
    const label = words.named(english);
    const none = { name, label, column: undefined, unit: undefined, missing: undefined, rejected: undefined };
    const taken = inputs.get(name);
    const observed = course?.observations?.find((one) => one.name === variable);
    if (observed) {
      const { values, rejected } = observed;
      // Of observations one a row the variable's own name is all there is.
      const column = taken?.column.name ?? (spec.long && values + rejected > 0 ? name : undefined);
      if (column === undefined) return none;
      const held = hours === undefined ? {} : { hours };
      return { ...none, column, unit: taken?.unit ?? unit, rejected, values, ...held };
    }
    if (!taken) return none;
    const counts = summary.find((one) => one.name === name);
    const missing = counts === undefined || rows === 0 ? undefined : counts.missing / rows;
    const said = { column: taken.column.name, unit: taken.unit ?? unit };
    return { ...none, ...said, missing, rejected: counts?.rejected };
  });
  return [...all.filter(({ column }) => column !== undefined), ...all.filter(({ column }) => column === undefined)];
}

/** With look-back: how often each input of the rubric is missing after values were carried forward. */
export function carriedRows({ score }: ScoreSpec, { summary, rows, course }: ScoreOutput): [string, number][] {
  if (!course?.observations || rows === 0) return [];
  return summary.flatMap(({ name, given, missing }): [string, number][] => {
    const input = score.inputs.find((one) => one.name === name);
    const isSource = (input?.feeds?.length ?? 0) > 0;
    return input && given && !isSource ? [[words.named(input.label), missing / rows]] : [];
  });
}

/** Stays by what is said of their onset; nothing of which there is none. */
export function onsetRows({ course }: ScoreOutput): [string, number][] {
  if (!course?.onset) return [];
  const { counts } = course.onset;
  const readings = ['sepsis', 'shock', 'notEstablished', 'notSuspected', 'none', 'unknown'] as const;
  return readings
    .filter((reading) => counts[reading] > 0)
    .map((reading) => [words.onsetReadings[reading], counts[reading]]);
}

/** How many stays there are, unless a hidden count followed from it. */
export function onsetTitle(output: ScoreOutput, hides: boolean): string {
  const isTold = hides && onsetRows(output).some(([, n]) => isSmall(n));
  return isTold ? words.onset : words.onsetHeading(output.course?.onset?.counts.stays ?? 0);
}

/** What a score over time says of itself: who, when, and what holds for how long. */
export function courseText({ score, lookBack }: ScoreSpec, { course }: ScoreOutput): string | undefined {
  if (!course) return undefined;
  const { person, episode, time } = course;
  const how = !lookBack ? words.asTheyStand : score.name === 'kdigo' ? words.baselines : words.carried;
  return `${words.followed(person, episode, time)} ${how}`;
}
