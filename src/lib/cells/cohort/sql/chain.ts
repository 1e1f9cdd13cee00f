import type { CohortSpec, Step } from '../spec';
import type { CohortTables } from '../tables';
import type { Binder } from './binder';
import { entryEnd } from './exit';
import type { Flag } from './steps';
import { entryClock, entryDay, entryTime } from './time';

/** One line of the diagram in the statement that judges the entries. */
export interface JudgedStep {
  /** Index in the cell's own steps; what the cell itself makes of entry and exit is said otherwise. */
  of: 'dated' | 'washout' | 'entry' | 'merged' | number;
  /** Columns of the judged table: the flag in its turn, and the flag as if the step were the only one. */
  flag: string;
  alone: string;
  /** Entries of the same time were at the chosen end. */
  tie: string | undefined;
  /** Those for whom it is missing stay. */
  keepsUnknown: boolean;
}

export type Flagged = Flag & { step: Step; index: number };

/** The column of a step's flag. */
export const flagName = (index: number) => `"cohort ${index + 1}"`;

/** Whether an entry is still in after some steps, as SQL. */
export function passes(steps: readonly JudgedStep[]): string {
  const flags = steps.map(({ flag, keepsUnknown }) => `coalesce(${flag}, ${keepsUnknown})`);
  return flags.length === 0 ? 'true' : flags.join(' AND ');
}

/** The steps in their turn; each first or last is a further query over the one before. */
export function chain(
  spec: CohortSpec,
  flags: readonly Flagged[],
  { parts, tables, binder }: { parts: string[]; tables: CohortTables; binder: Binder }
): { steps: JudgedStep[]; last: string } {
  const steps: JudgedStep[] = [
    { of: 'dated', flag: '"cohort dated"', alone: '"cohort dated"', tie: undefined, keepsUnknown: false }
  ];
  let last = 'judged_0';
  const choose = (of: JudgedStep['of'], end: 'first' | 'last') => {
    const turn = parts.length;
    const alive = `(${passes(steps)})`;
    const time = `coalesce(${entryTime}, CAST(${entryDay} AS TIMESTAMP))`;
    const direction = end === 'first' ? 'ASC' : 'DESC';
    const order = `${time} ${direction}, ${entryClock} ${direction}, "cohort key" ASC, "cohort row" ASC`;
    const names = { flag: `"cohort chosen ${turn}"`, alone: `"cohort alone ${turn}"`, tie: `"cohort tie ${turn}"` };
    const rank = (among: string) => `row_number() OVER (PARTITION BY "cohort person", ${among} ORDER BY ${order})`;
    const same = `count(*) OVER (PARTITION BY "cohort person", ${alive}, ${time}, ${entryClock})`;
    const turns = [
      `CASE WHEN ${alive} THEN ${rank(alive)} = 1 END AS ${names.flag}`,
      `CASE WHEN "cohort dated" THEN ${rank('"cohort dated"')} = 1 END AS ${names.alone}`,
      `(${alive} AND ${rank(alive)} = 1 AND ${same} > 1) AS ${names.tie}`
    ];
    parts.push(`judged_${turn} AS (SELECT *, ${turns.join(', ')} FROM ${last})`);
    last = `judged_${turn}`;
    steps.push({ of, ...names, keepsUnknown: false });
  };
  /** A further query over the one before: the flag in its turn, and as if it were the only one. */
  const follow = (of: 'washout' | 'merged', flagOver: (among: string) => string, more: readonly string[] = []) => {
    const turn = parts.length;
    const alive = `(${passes(steps)})`;
    const names = { flag: `"cohort ${of} ${turn}"`, alone: `"cohort alone ${turn}"` };
    const columns = [
      `CASE WHEN ${alive} THEN ${flagOver(alive)} END AS ${names.flag}`,
      `CASE WHEN "cohort dated" THEN ${flagOver('"cohort dated"')} END AS ${names.alone}`,
      `${alive} AS "cohort alive ${turn}"`,
      ...more
    ];
    parts.push(`judged_${turn} AS (SELECT *, ${columns.join(', ')} FROM ${last})`);
    last = `judged_${turn}`;
    steps.push({ of, ...names, tie: undefined, keepsUnknown: false });
    return { flag: names.flag, alive: `"cohort alive ${turn}"` };
  };
  const { washout } = spec.entry;
  if (washout !== undefined) follow('washout', washedOut(washout, tables, binder));
  if (spec.entry.occurrence !== 'any') choose('entry', spec.entry.occurrence);
  for (const { step, index, occurrence } of flags) {
    if (occurrence) choose(index, occurrence);
    else {
      const flag = flagName(index);
      steps.push({ of: index, flag, alone: flag, tie: undefined, keepsUnknown: step.unknown === 'keep' });
    }
  }
  const merge = spec.exit?.merge;
  if (merge !== undefined) {
    const order = `ORDER BY ${entryDay}, "cohort key", "cohort row"`;
    const gap = `CAST(${binder.bind(merge)} AS INTEGER)`;
    const { flag, alive } = follow('merged', (among) => {
      const frame = `PARTITION BY "cohort person", ${among} ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`;
      // An entry whose end is not known covers its own day.
      return `coalesce(${entryDay} > max(coalesce(${entryEnd}, ${entryDay})) OVER (${frame}) + ${gap}, true)`;
    });
    const turn = parts.length;
    const frame = `PARTITION BY "cohort person", ${alive} ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
    parts.push(
      `periods_${turn} AS (SELECT *, sum(CAST(${flag} AS INTEGER)) OVER (${frame}) AS "cohort period" FROM ${last})`
    );
    const whole = `max(${entryEnd}) OVER (PARTITION BY "cohort person", ${alive}, "cohort period")`;
    parts.push(`merged_${turn} AS (SELECT * REPLACE (${whole} AS ${entryEnd}) FROM periods_${turn})`);
    last = `merged_${turn}`;
  }
  return { steps, last };
}

/**
 * Whether the person had no entry in the days before, counted or not. Of entries at the same time the first counts, the
 * others are within the washout of it.
 */
function washedOut(days: number, { clock }: CohortTables, binder: Binder): (among: string) => string {
  const order = `coalesce(${entryTime}, CAST(${entryDay} AS TIMESTAMP)), ${entryClock}, "cohort key", "cohort row"`;
  const perDay = clock.kind === 'number' && clock.unit === 'hours' ? 24 : 1;
  const time = clock.kind === 'number' ? entryClock : entryDay;
  const limit = binder.bind(days * perDay);
  return (among) =>
    `coalesce(${time} - lag(${time}) OVER (PARTITION BY "cohort person", ${among} ORDER BY ${order}) > ${limit}, true)`;
}
