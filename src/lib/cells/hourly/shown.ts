import { formatCount } from '$lib/messages/figures';
import { hourlyWords as words } from '$lib/messages/hourly';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { HourlyOutput } from './run';

export interface VariableRow {
  name: string;
  label: string;
  unit: string;
  /** "last, 6 h" */
  how: string;
  used: string;
  /** Rows that did not come into the grid; an empty text where there are none. */
  outside: string;
  impossible: string;
  unitUnknown: string;
  without: string;
  /** Share of the hours in which it was measured, and in which it is known. */
  measured: number;
  known: number;
}

/** What became of each variable. Before an audience groups of few are no numbers. */
export function variableRows({ variables, hours }: HourlyOutput, hides: boolean): VariableRow[] {
  const shown = (n: number) => (n === 0 ? '' : countShown(n, hides));
  return variables.map((one) => ({
    name: one.name,
    label: words.named(one.label),
    unit: one.aggregate === 'count' ? '' : words.named(one.unit),
    how: words.how(words.aggregates[one.aggregate], one.aggregate === 'count' ? 0 : one.carryHours),
    used: countShown(one.used, hides),
    outside: shown(one.outside),
    impossible: shown(one.impossible),
    unitUnknown: shown(one.unitUnknown),
    without: shown(one.valueless + one.timeless),
    measured: hours === 0 ? 0 : one.measured / hours,
    known: hours === 0 ? 0 : one.known / hours
  }));
}

export function countShown(n: number, hides: boolean): string {
  return hides && isSmall(n) ? words.few : formatCount(n);
}

/** What a reader of the grid must know. */
export function remarksOf(output: HourlyOutput, hides: boolean): string[] {
  const { stays, units, unmapped, made, mapIsDefault } = output;
  const shown = (n: number) => countShown(n, hides);
  const of = (...readings: string[]) => units.filter(({ reading, rows }) => readings.includes(reading) && rows > 0);
  const converted = of('converted').map(({ variable, unit }) => words.fromUnit(variable, unit));
  const assumed = [...new Set(of('assumed').map(({ variable, unit }) => words.fromUnit(variable, unit)))];
  const unknown = of('unknown').map(({ variable, unit, rows }) => words.unknownUnit(variable, unit, shown(rows)));
  const missing = of('missing').map(({ variable, rows }) => words.missingUnit(variable, shown(rows)));
  return [
    ...(unknown.length > 0 ? [words.unitsUnknown(unknown.join(', '))] : []),
    ...(missing.length > 0 ? [words.unitsMissing(missing.join(', '))] : []),
    ...(assumed.length > 0 ? [words.unitsAssumed(assumed.join(', '))] : []),
    ...(converted.length > 0 ? [words.unitsConverted(converted.join(', '))] : []),
    ...(unmapped.rows > 0 ? [words.unmapped(shown(unmapped.rows), unmapped.codes, unmapped.examples.join(', '))] : []),
    ...(made.length > 0 ? [words.made(made.map((name) => `\`${name}\``).join(', '))] : []),
    ...(mapIsDefault ? [words.mapIsDefault] : []),
    ...(stays.ofRows ? [stays.by === undefined ? words.staysOfRows : words.staysOfRowsBy(stays.by)] : []),
    ...(stays.incomplete > 0 ? [words.staysIncomplete(shown(stays.incomplete))] : []),
    ...(stays.reversed > 0 ? [words.staysReversed(shown(stays.reversed))] : []),
    ...(stays.overlapping > 0 ? [words.staysOverlapping(shown(stays.overlapping))] : []),
    words.research
  ];
}
