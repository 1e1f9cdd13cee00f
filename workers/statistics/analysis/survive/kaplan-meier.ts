import { isClear } from '../clear';
import { may } from '../../../shared/call-arguments';
import type { Table } from '../../../shared/table';
import { kaplanMeier, logRank, type LogRank } from '../../survival';
import type { AnalysisTest, MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { Given } from '../given';
import { comparedOrNot } from './compared';
import { censoringAssumed, eventName, followUpOf, followUpTakes, saysEvents, timeWords } from './follow-up';
import { labelledGroups } from './groups';
import { horizonOf, numbersIn, stepsOf, textsIn } from './steps';

/** Sentences about more groups are read in the table. */
const MOST_SAID = 6;

export const kaplanMeierAnalysis = defineAnalysis({
  name: 'kaplan-meier',
  question: 'survive',
  source: 'Kaplan and Meier 1958, J Am Stat Assoc 53:457; Mantel 1966, Cancer Chemother Rep 50:163',
  takes: [
    ...followUpTakes,
    may('group', 'column'),
    may('strata', 'column'),
    may('at', 'numbers'),
    may('until', 'number'),
    may('rho', 'number'),
    may('interval', 'text'),
    may('zoom', 'truth'),
    may('level', 'number')
  ],
  async run(given) {
    const followUp = followUpOf(given);
    const group = labelledGroups(given);
    const options = {
      ...(group && { group }),
      scale: given.choice('interval', ['log-log', 'log', 'plain'] as const, 'log-log'),
      level: given.level,
      ...(given.has('until') && { tau: given.option<number>('until')! })
    };
    const asked = given.option<readonly number[]>('at') ?? [];
    const first = kaplanMeier(followUp, { ...options, at: asked });
    const horizon = asked.length > 0 ? undefined : horizonOf(numbersIn(first.groups, 'last'));
    const found =
      horizon === undefined ? first : { ...first, at: kaplanMeier(followUp, { ...options, at: [horizon] }).at };
    const names = textsIn(found.groups, 'group');
    const sizes = numbersIn(found.groups, 'n');
    const of = (name: string) => (group ? name : '');
    const survival = survivalAt(
      found.at,
      (name): Pick<MeasuredEstimate, 'of' | 'n' | 'nDropped' | 'level' | 'method'> => ({
        of: of(name),
        n: sizes[names.indexOf(name)]!,
        nDropped: found.nDropped,
        level: options.level,
        method: found.method
      })
    );
    const estimates = [
      ...survival,
      ...found.estimates.map((one): MeasuredEstimate => {
        const [what, name] = [one.name.slice(0, one.name.indexOf(':')), one.name.slice(one.name.indexOf(':') + 2)];
        return what === 'median'
          ? { ...one, measure: 'median-time', of: of(name) }
          : { ...one, measure: 'restricted-mean', of: of(name), at: numbersIn(found.restrictedMeans, 'tau')[0]! };
      })
    ];
    const strata = given.classes('strata');
    const rho = given.option<number>('rho') ?? 0;
    const isCompared = group && names.length > 1;
    const tested = isCompared
      ? comparedOrNot(() => logRank(followUp, group, { rho, ...(strata && { strata }) }))
      : undefined;
    const events = numbersIn(found.groups, 'events').reduce((sum, one) => sum + one, 0);
    return {
      name: tested ? `${found.method}; ${tested.method}` : found.method,
      says: [
        ...(names.length <= MOST_SAID ? saysSurvival(survival, given) : []),
        ...saysTest(tested, rho, given),
        saysEvents(given, events, found.n),
        ...(names.length <= MOST_SAID ? saysMedians(estimates, names.map(of), given) : [])
      ],
      estimates,
      tests: tested ? [testOf(tested, rho)] : [],
      facts: [{ code: 'events', value: events, as: 'count' }],
      table: found.curves,
      more: [
        { name: 'quantiles', table: found.quantiles },
        { name: 'groups', table: found.groups },
        { name: 'means', table: found.restrictedMeans },
        { name: 'at', table: found.at }
      ],
      figures: [
        {
          kind: 'steps',
          what: 'survival',
          event: eventName(given),
          ...timeWords(given),
          ...(given.option<boolean>('zoom') && { zoom: true }),
          ...(given.has('until') && { until: given.option<number>('until')! }),
          ...stepsOf(found.curves, 'survival', { names, grouped: group !== undefined })
        }
      ],
      remarks: [
        ...found.remarks,
        ...(tested?.remarks ?? []),
        ...(isCompared && !tested ? [{ code: 'survival-not-compared', values: {} }] : []),
        censoringAssumed
      ],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

/** Survival at the times that are looked at; where nothing is known of a time, nothing is said. */
function survivalAt(
  at: Table,
  shared: (group: string) => Pick<MeasuredEstimate, 'of' | 'n' | 'nDropped' | 'level' | 'method'>
): MeasuredEstimate[] {
  const [time, survival, se, lower, upper] = ['time', 'survival', 'se', 'lower', 'upper'].map((name) => numbersIn(at, name)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return textsIn(at, 'group').flatMap((name, row): MeasuredEstimate[] => {
    if (Number.isNaN(survival[row]!)) return [];
    return [
      {
        name: `survival at ${time[row]!}: ${name}`,
        measure: 'survival',
        at: time[row]!,
        estimate: survival[row]!,
        se: orNull(se[row]!),
        lower: orNull(lower[row]!),
        upper: orNull(upper[row]!),
        scale: 'identity',
        null: 1,
        df: null,
        p: null,
        ...shared(name)
      }
    ];
  });
}

/** At the last time that is looked at; of two groups in one sentence. */
function saysSurvival(all: readonly MeasuredEstimate[], given: Given): Said[] {
  const last = all.reduce((most, { at = 0 }) => Math.max(most, at), 0);
  const looked = all.filter(({ at }) => at === last);
  const [one, two] = looked;
  const shared = (level: number) => ({
    measure: 'survival',
    at: last,
    level,
    event: eventName(given),
    ...timeWords(given)
  });
  if (one && two && looked.length === 2) {
    return [{ code: 'survival-at-two', values: { ...shared(one.level), ...valuesOf(one), ...valuesOf(two, '2') } }];
  }
  return looked.map((each) => ({ code: 'survival-at', values: { ...shared(each.level), ...valuesOf(each) } }));
}

const valuesOf = ({ of = '', estimate, lower, upper }: MeasuredEstimate, number = '') => ({
  [`of${number}`]: of,
  [`estimate${number}`]: estimate,
  ...(lower !== null && { [`lower${number}`]: lower }),
  ...(upper !== null && { [`upper${number}`]: upper })
});

/** Median times, and whose was not reached. */
function saysMedians(estimates: readonly MeasuredEstimate[], groups: readonly string[], given: Given): Said[] {
  const medians = estimates.filter(({ measure }) => measure === 'median-time');
  const [one, two] = medians;
  const shared = { measure: 'median-time', event: eventName(given), ...timeWords(given) };
  const missing = groups.filter((group) => medians.every(({ of }) => of !== group));
  return [
    ...(one && two && medians.length === 2
      ? [{ code: 'median-time-two', values: { ...shared, level: one.level, ...valuesOf(one), ...valuesOf(two, '2') } }]
      : medians.map((each) => ({ code: 'median-time', values: { ...shared, level: each.level, ...valuesOf(each) } }))),
    ...(missing.length === 0 ? [] : [{ code: 'median-not-reached', values: { ...shared, groups: missing.join(', ') } }])
  ];
}

/** Which of two groups had the event earlier: more events than expected. */
function saysTest(tested: LogRank | undefined, rho: number, given: Given): Said[] {
  if (!tested) return [];
  const { p, groups } = tested;
  const values = { p, rho, event: eventName(given), groups: groups.length, group: given.nameOf('group') };
  if (!isClear({ p, level: given.level }))
    return [{ code: groups.length === 2 ? 'survival-two-alike' : 'survival-alike', values }];
  const [one, two] = groups;
  if (!one || !two || groups.length > 2) return [{ code: 'survival-differs', values }];
  const [earlier, later] = one.observed / one.expected >= two.observed / two.expected ? [one, two] : [two, one];
  return [{ code: 'survival-earlier', values: { ...values, earlier: earlier.name, later: later.name } }];
}

const testOf = ({ statistic, df, p }: LogRank, rho: number): AnalysisTest => ({
  code: rho === 0 ? 'log-rank' : 'peto-log-rank',
  statistic: { name: 'χ²', value: statistic },
  df: [df],
  p
});
