import { may, need } from '../../../shared/call-arguments';
import { TableBuilder } from '../../../shared/column-builder';
import { chiSquare } from '../../../shared/distributions';
import { log } from '../../../shared/elementary';
import type { Column } from '../../../shared/table';
import { checkRow, rate, rateRatio, type Rate } from '../../epidemiology';
import type { Estimate } from '../../estimate';
import { Adjusting, adjustTakes, saidP } from '../adjusted';
import type { AnalysisTest, MeasuredEstimate, Said, ShownTable } from '../contract';
import { differenceName, ratioName } from '../compare/by-group';
import { clearest, isClear } from '../clear';
import { figuresOf } from '../compare/differences';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { comparedGroups, pairsOf, type ComparedGroups } from '../groups';
import { count, isFew, saidText, word } from '../shown-table';
import { forestOf, measured } from '../tidy';

interface Summed {
  name: string;
  label: string;
  events: number;
  time: number;
  found: Rate;
}

export const incidenceRatesAnalysis = defineAnalysis({
  name: 'incidence-rates',
  question: 'describe',
  source: 'Garwood 1936, Biometrika 28:437; Rothman, Greenland and Lash 2008, Modern Epidemiology, ch. 14',
  takes: [
    need('events', 'column'),
    may('eventsIs', 'text'),
    need('time', 'column'),
    may('group', 'column'),
    may('reference', 'text'),
    may('per', 'number'),
    adjustTakes,
    may('level', 'number')
  ],
  async run(given) {
    const level = given.level;
    const per = given.option<number>('per') ?? 1;
    const adjusting = new Adjusting(given);
    const groups = given.has('group') ? comparedGroups(given, { needed: 1 }) : undefined;
    const { sums, n, nDropped } = sumsOf(given, groups, { per, level });
    const unit = timeUnit(given.column('time'));
    const rates = sums.flatMap(({ label, found }) =>
      measured(found.estimates, 'rate').map((one) => ({ ...one, name: label, nDropped, ...isFew(found.events) }))
    );
    const { estimates, tests } = comparedRates(sums, { per, level, nDropped });
    const ratios = adjusting.family(estimates.filter(({ measure }) => measure === 'rate-ratio'));
    const others = estimates.filter(({ measure }) => measure === 'rate-difference');
    const { by } = adjusting;
    const about = { per, unit };
    const whole = groups && sums.length > 2 ? homogeneity(sums) : undefined;
    const sides = (one: MeasuredEstimate) => ({ ...sidesOf(one.name, sums), ...figuresOf(one), ...saidP(one, by) });
    return {
      name: `Rates (exact Poisson limits)${sums.length > 1 ? '; rate ratios (exact conditional limits)' : ''}${by === undefined ? '' : `; p adjusted by ${by}`}`, // prettier-ignore
      says: [
        ...(whole && groups
          ? [{ code: `rates-groups-${isClear({ p: whole.p, level }) ? 'differ' : 'alike'}`, values: { groups: sums.length, column: groups.column, p: whole.p } }] // prettier-ignore
          : []),
        ...(whole ? clearest(ratios) : ratios).map((one): Said => ({ code: `rate-ratio-${isClear(one) ? 'differs' : 'alike'}`, values: sides(one) })), // prettier-ignore
        ...sums.slice(0, 4).map(({ label, events, time, found: { rate: measure } }): Said => ({
          code: groups ? 'rate-group' : 'rate-all',
          ...isFew(events),
          values: { group: label, events, time, ...about, measure: 'rate', level, estimate: measure.estimate ?? 0, lower: measure.lower ?? 0, upper: measure.upper ?? 0 } // prettier-ignore
        }))
      ],
      estimates: [...ratios, ...others, ...rates],
      tests: whole ? [whole] : tests,
      facts: [{ code: 'events', value: sums.reduce((sum, { events }) => sum + events, 0), as: 'count' }],
      table: ratesTable(sums, groups !== undefined),
      shown: shownRates(sums, about),
      more: [{ name: 'ratios', table: ratiosTable(ratios) }],
      figures: sums.length > 2 ? forestOf(ratios, 'rate-ratio') : [],
      remarks: [...adjusting.remarks, ...sums.flatMap(({ found }) => found.remarks).slice(0, 1)],
      counted: 'rows',
      n,
      nDropped
    };
  }
});

/** Numbers of events, NaN where missing; words are an event or none. @throws `event-words`, `event-absent` */
export function countsOf(given: Given, key: string, is: string): Float64Array {
  if (given.column(key).type !== 'text' && !given.has(is)) return given.numbers(key);
  return Float64Array.from(given.event(key, is), (one) => (one < 0 ? NaN : one));
}

/** What time is counted in; where nothing says so, its column's name does. */
export const timeUnit = ({ name, unit }: Column): string => unit ?? name;

/** The two groups of a ratio, by its name. */
function sidesOf(name: string, sums: readonly Summed[]): { group: string; reference: string } {
  const { group, reference } = pairsOf(sums.length).find((pair) => ratioName(sums[pair.group]!.label, sums[pair.reference]!.label) === name)!; // prettier-ignore
  return { group: sums[group]!.label, reference: sums[reference]!.label };
}

/** Events and time at risk of each group, and its rate. */
function sumsOf(given: Given, groups: ComparedGroups | undefined, options: { per: number; level: number }) {
  const [events, time] = [countsOf(given, 'events', 'eventsIs'), given.numbers('time')];
  const names = groups?.names ?? [''];
  const sums = names.map(() => ({ events: 0, time: 0 }));
  let n = 0;
  events.forEach((count, row) => {
    const code = groups ? groups.codes[row]! : 0;
    const length = time[row]!;
    if (code < 0 || Number.isNaN(count) || Number.isNaN(length)) return;
    checkRow(count, length, { events: given.nameOf('events'), time: given.nameOf('time') });
    sums[code]!.events += count;
    sums[code]!.time += length;
    n += 1;
  });
  const nDropped = given.table.rows - n;
  const all = sums.map((one, group): Summed => ({
    ...one,
    name: names[group]!,
    label: groups?.labels[group] ?? given.nameOf('events'),
    found: rate(one.events, one.time, { ...options, nDropped })
  }));
  return { sums: all, n, nDropped };
}

/** Ratios of every two groups with exact limits, and the difference of two. */
function comparedRates(
  sums: readonly Summed[],
  { per, level, nDropped }: { per: number; level: number; nDropped: number }
): { estimates: MeasuredEstimate[]; tests: AnalysisTest[] } {
  // prettier-ignore
  const estimates: MeasuredEstimate[] = [];
  const tests: AnalysisTest[] = [];
  for (const { reference, group } of pairsOf(sums.length)) {
    const [earlier, later] = [sums[reference]!, sums[group]!];
    const found = rateRatio(later, earlier, { level, nDropped });
    const wald = found.estimates.find(({ name }) => name === 'rate-ratio');
    const name = ratioName(later.label, earlier.label);
    if (wald) {
      const { lower, upper, p } = found.exact;
      const exact: Estimate = { ...wald, name, lower: lower > 0 ? log(lower) : null, upper: upper === null ? null : log(upper), p, method: 'Rate ratio (exact conditional limits)' }; // prettier-ignore
      estimates.push({ ...exact, measure: 'rate-ratio' });
    }
    if (sums.length > 2) continue;
    tests.push({ code: 'rate-ratio-exact', df: [], p: found.exact.p });
    const difference = found.estimates.find((one) => one.name === 'rate-difference');
    if (difference) estimates.push(scaled({ ...difference, name: differenceName(later.label, earlier.label) }, per));
  }
  return { estimates, tests };
}

function scaled(one: Estimate, per: number): MeasuredEstimate {
  const times = (value: number | null) => (value === null ? null : value * per);
  return { ...one, measure: 'rate-difference', estimate: one.estimate * per, se: times(one.se), lower: times(one.lower), upper: times(one.upper) }; // prettier-ignore
}

/** A row a group: events, time, rate with its exact limits. */
function ratesTable(sums: readonly Summed[], grouped: boolean) {
  const builder = new TableBuilder([
    ...(grouped ? [{ name: 'group', type: 'text' } as const] : []),
    ...['events', 'time', 'rate', 'lower', 'upper'].map((name) => ({ name, type: 'float64' }) as const)
  ]);
  for (const {
    name,
    events,
    time,
    found: { rate: one }
  } of sums) {
    const figures = [events, time, one.estimate ?? undefined, one.lower ?? undefined, one.upper ?? undefined];
    builder.push(...(grouped ? [name] : []), ...figures);
  }
  return builder.finish();
}

function ratiosTable(ratios: readonly (MeasuredEstimate & { adjusted?: number | null })[]) {
  const builder = new TableBuilder([
    { name: 'name', type: 'text' },
    ...['ratio', 'lower', 'upper', 'p', 'p_adjusted'].map((name) => ({ name, type: 'float64' }) as const)
  ]);
  for (const one of ratios) {
    const { estimate, lower, upper } = figuresOf(one);
    const number = (value: string | number | undefined) => (typeof value === 'number' ? value : undefined);
    builder.push(
      one.name,
      number(estimate),
      number(lower),
      number(upper),
      one.p ?? undefined,
      one.adjusted ?? undefined
    );
  }
  return builder.finish();
}

/** Whether more than two groups have one rate: events against those expected by their time at risk. */
function homogeneity(sums: readonly Summed[]): AnalysisTest | undefined {
  const sum = (of: (one: Summed) => number) => sums.reduce((all, one) => all + of(one), 0);
  const [events, time] = [sum((one) => one.events), sum((one) => one.time)];
  if (!(events > 0) || sums.some((one) => !(one.time > 0))) return undefined;
  const value = sum((one) => (one.events - (events * one.time) / time) ** 2 / ((events * one.time) / time));
  const df = sums.length - 1;
  return { code: 'rates-alike', statistic: { name: 'χ²', value }, df: [df], p: chiSquare(df).upper(value) };
}

function shownRates(sums: readonly Summed[], about: { per: number; unit: string }): ShownTable {
  const longest = sums.reduce((most, { time }) => Math.max(most, time), 0);
  const decimals = longest < 100 ? 2 : longest < 1000 ? 1 : 0;
  return {
    title: 'rates',
    head: [word('group'), word('events'), word('time', { unit: about.unit }), word('rate', about)], // prettier-ignore
    rows: sums.map(({ label, events, time, found: { rate: one } }) => ({
      cells: [
        saidText(label),
        count(events),
        { as: 'number', value: time, decimals },
        { as: 'rate', value: one.estimate ?? 0, lower: one.lower ?? 0, upper: one.upper ?? 0, ...isFew(events) } // prettier-ignore
      ]
    }))
  };
}
