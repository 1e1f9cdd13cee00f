import type { QualityReport, QualityResult } from '$workers/clinical/quality';
import { plausibleOf, type PlausibleRange } from '$workers/shared/plausible';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { qualityWords as words } from '$lib/messages/quality';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { QualityOutput } from './run';
import type { QualitySpec } from './spec';

/** The lines of one check. */
export interface CheckLines {
  check: number;
  name: string;
  lines: readonly QualityResult[];
}

function byCheck(results: readonly QualityResult[]): CheckLines[] {
  const groups = new Map<number, QualityResult[]>();
  for (const result of results) groups.set(result.check, [...(groups.get(result.check) ?? []), result]);
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([check, lines]) => ({ check, name: words.names[check] ?? lines[0]?.name ?? '', lines }));
}

/** Checks by what became of them: one line that fails fails its check, one that could be checked makes it apply. */
export function countsOf({ results }: QualityReport) {
  const groups = byCheck(results);
  const has = ({ lines }: CheckLines, status: QualityResult['status']) => lines.some((line) => line.status === status);
  const failed = groups.filter((group) => has(group, 'fail')).length;
  const applied = groups.filter((group) => has(group, 'fail') || has(group, 'pass')).length;
  return { checks: groups.length, failed, passed: applied - failed, notApplicable: groups.length - applied };
}

/** Failing lines, the largest share of each check first. */
export function failedChecks({ results }: QualityReport): CheckLines[] {
  const failed = results.filter(({ status }) => status === 'fail');
  return byCheck(failed).map((group) => ({
    ...group,
    lines: group.lines.toSorted((one, other) => (other.percent ?? 0) - (one.percent ?? 0))
  }));
}

export function passedLines({ results }: QualityReport): QualityResult[] {
  return results.filter(({ status }) => status === 'pass');
}

/** A check none of whose lines could be judged, with its reasons, each once. */
export interface Unanswered {
  check: number;
  name: string;
  reasons: readonly string[];
}

export function unanswered({ results }: QualityReport): Unanswered[] {
  return byCheck(results)
    .filter(({ lines }) => lines.every(({ status }) => status === 'not applicable'))
    .map(({ check, name, lines }) => ({
      check,
      name,
      reasons: [...new Set(lines.map(({ reason }) => reason ?? ''))]
    }));
}

/** Of checks that were answered elsewhere: what could not be looked at, by its reason. */
export function leftOut(report: QualityReport): { reason: string; lines: readonly QualityResult[] }[] {
  const without = new Set(unanswered(report).map(({ check }) => check));
  const reasons = new Map<string, QualityResult[]>();
  for (const line of report.results) {
    if (line.status !== 'not applicable' || without.has(line.check)) continue;
    const reason = line.reason ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), line]);
  }
  return [...reasons].map(([reason, lines]) => ({ reason, lines }));
}

/** Where a line is: the notebook's table and the column, as code. */
export function placeOf({ table, column }: QualityResult, { tables }: Pick<QualityOutput, 'tables'>): string {
  const name = tables[table] ?? table;
  return column === undefined ? name : `${name}.${column}`;
}

const nouns: Readonly<Record<number, keyof typeof words.nouns>> = {
  1: 'columns',
  9: 'ids',
  12: 'hours',
  21: 'times',
  23: 'months'
};

/** "4 of 210 rows, 1.9 %; at most 0 %"; of few rows the share would tell how many they are. */
export function figuresOf(line: QualityResult, hides: boolean): string {
  const hidden = hides && (isSmall(line.failing) || isSmall(line.checked));
  const noun =
    words.nouns[line.column?.endsWith('_source_value') && line.check === 8 ? 'texts' : (nouns[line.check] ?? 'rows')];
  const checked = hides && isSmall(line.checked) ? words.few : formatCount(line.checked);
  const counted = words.counted(hidden && isSmall(line.failing) ? words.few : formatCount(line.failing), checked, noun);
  const share = hidden || line.percent === undefined ? '' : `, ${formatShare(line.percent / 100)}`;
  return `${counted}${share}`;
}

export const allowedOf = ({ threshold }: QualityResult): string =>
  threshold === 0 ? words.noneAllowed : words.allowed(formatNumber(threshold));

/** AUROC, standardised difference: what a check by a measure found. */
export function measuresOf({ measures }: QualityResult): string {
  return measures.map(({ name, value }) => `${words.detail(name)} ${formatNumber(value, 3)}`).join(', ');
}

export interface RangeRow extends PlausibleRange {
  name: string;
}

/** The ranges that values were held against, in the order of the report. */
export function rangesOf({ results }: QualityReport): RangeRow[] {
  const names = new Set(
    results.flatMap(({ check, detail }) => (check === 16 && detail ? [detail.replace(/, [^,]*$/, '')] : []))
  );
  return [...names].flatMap((name) => {
    const range = plausibleOf(name, undefined);
    return range ? [{ ...range, name }] : [];
  });
}

/** Sentences of what the checks were made with. */
export function comparedWith({ ages, extractDate, variableMap }: QualitySpec): string[] {
  return [
    words.ages(...ages),
    words.weights,
    words.drifts,
    extractDate === undefined ? words.dateFound : words.dateGiven(extractDate),
    variableMap === undefined ? words.variablesOwn : words.variablesFrom(variableMap)
  ];
}
