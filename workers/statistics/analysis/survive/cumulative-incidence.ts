import { isClear } from '../clear';
import { may } from '../../../shared/call-arguments';
import type { Table } from '../../../shared/table';
import {
  cumulativeIncidence,
  grayTest,
  type CumulativeIncidence,
  type Endings,
  type GrayTest
} from '../../competing-risks';
import type { StatisticsRemark } from '../../estimate';
import type { AnalysisTest, MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { StepsFigure } from '../figures';
import type { Classes, Given } from '../given';
import { shown } from '../tidy';
import { fewOf } from '../shown-table';
import { comparedOrNot } from './compared';
import { endingsOf, endingsTakes } from './endings';
import { censoringAssumed, timeWords } from './follow-up';
import { labelledGroups } from './groups';
import { horizonOf, numbersIn, rowsOf, stepsOf, textsIn } from './steps';

/** Sentences about more are read in the table. */
const MOST_SAID = 6;

export const cumulativeIncidenceAnalysis = defineAnalysis({
  name: 'cumulative-incidence',
  question: 'survive',
  source: 'Aalen and Johansen 1978, Scand J Stat 5:141; Gray 1988, Ann Stat 16:1141',
  takes: [
    ...endingsTakes,
    may('group', 'column'),
    may('at', 'numbers'),
    may('interval', 'text'),
    may('level', 'number')
  ],
  async run(given) {
    const { endings, cause, remarks } = endingsOf(given);
    const group = labelledGroups(given);
    const options = {
      ...(group && { group }),
      scale: given.choice('interval', ['log-log', 'log', 'plain'] as const, 'log-log'),
      level: given.level
    };
    const asked = given.option<readonly number[]>('at') ?? [];
    const first = cumulativeIncidence(endings, { ...options, at: asked });
    const horizon = asked.length > 0 ? undefined : horizonOf(lastTimes(first.curves));
    const at = horizon === undefined ? asked : [horizon];
    const found = horizon === undefined ? first : cumulativeIncidence(endings, { ...options, at });
    const names = [...new Set(textsIn(found.curves, 'group'))];
    const wanted = cause === 0 ? endings.causes : [endings.causes[cause - 1]!];
    const looked = incidencesAt(found, { grouped: group !== undefined, wanted });
    const tested = group && names.length > 1 ? wanted.map((name) => testedCause(endings, group, name)) : [];
    const tests = tested.flatMap((one) => (typeof one === 'object' ? [one] : []));
    return {
      name: tests.length > 0 ? `${found.method}; Gray’s test` : found.method,
      says: [
        ...saysIncidence(looked, at, given),
        ...tests.map((test) => saysTest(test, given)),
        saysEndings(found.curves, endings, found.n)
      ],
      estimates: looked.map(({ estimate }) => estimate),
      tests: tests.map(testOf),
      table: found.curves,
      more: [{ name: 'at', table: found.at }],
      figures: wanted.map((name) => figureOf(found.curves, name, { names, given })),
      remarks: [
        ...remarks,
        ...overstated(endings, wanted, at),
        ...wanted.flatMap((cause, at) => (tested[at] === 'not comparable' ? [{ code: 'competing-not-compared', values: { cause } }] : [])), // prettier-ignore
        ...found.remarks.filter(({ values: { cause: of } }) => typeof of !== 'string' || wanted.includes(of)),
        censoringAssumed
      ],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

/** The longest time of each group. */
function lastTimes(curves: Table): number[] {
  const lasts = new Map<string, number>();
  const time = numbersIn(curves, 'time');
  textsIn(curves, 'group').forEach((name, row) => lasts.set(name, Math.max(lasts.get(name) ?? 0, time[row]!)));
  return [...lasts.values()];
}

/** An incidence of the room, with its cause and group. */
interface Looked {
  cause: string;
  /** '' for everybody. */
  group: string;
  estimate: MeasuredEstimate;
}

/** The room's estimates of the causes that are asked for. */
function incidencesAt(
  { at, estimates }: CumulativeIncidence,
  { grouped, wanted }: { grouped: boolean; wanted: readonly string[] }
): Looked[] {
  const [causes, times] = [textsIn(at, 'cause'), numbersIn(at, 'time')];
  const byName = new Map(estimates.map((one) => [one.name, one]));
  return textsIn(at, 'group').flatMap((name, row): Looked[] => {
    const [cause, time] = [causes[row]!, times[row]!];
    const one = byName.get(`${cause} by ${time}: ${name}`);
    if (!one || !wanted.includes(cause)) return [];
    const group = grouped ? name : '';
    const of = !grouped ? cause : wanted.length > 1 ? `${cause}, ${group}` : group;
    return [{ cause, group, estimate: { ...one, measure: 'incidence', of, at: time } }];
  });
}

/** At the last time that is looked at; of two groups in one sentence. */
function saysIncidence(all: readonly Looked[], at: readonly number[], given: Given): Said[] {
  const last = at.at(-1);
  const looked = all.filter(({ estimate }) => estimate.at === last);
  if (looked.length > MOST_SAID) return [];
  return [...new Set(looked.map(({ cause }) => cause))].flatMap((cause): Said[] => {
    const ones = looked.filter((one) => one.cause === cause);
    const [one, two] = ones;
    const shared = { measure: 'incidence', at: last!, level: one!.estimate.level, cause, ...timeWords(given) };
    if (one && two && ones.length === 2) {
      return [{ code: 'incidence-at-two', values: { ...shared, ...valuesOf(one), ...valuesOf(two, '2') } }];
    }
    return ones.map((each) => ({ code: 'incidence-at', values: { ...shared, ...valuesOf(each) } }));
  });
}

function valuesOf({ group, estimate: one }: Looked, number = ''): Said['values'] {
  const { estimate, lower, upper } = shown(one);
  return {
    [`of${number}`]: group,
    [`estimate${number}`]: estimate,
    ...(lower !== null && { [`lower${number}`]: lower }),
    ...(upper !== null && { [`upper${number}`]: upper })
  };
}

/** A cause that nobody had is not tested, nor groups that were not observed side by side. */
function testedCause(endings: Endings, group: Classes, cause: string): GrayTest | 'nobody' | 'not comparable' {
  const code = endings.causes.indexOf(cause) + 1;
  const hasEvent = endings.time.some((time, row) => endings.ending[row] === code && group.codes[row]! >= 0 && Number.isFinite(time)); // prettier-ignore
  return hasEvent ? (comparedOrNot(() => grayTest(endings, group, code)) ?? 'not comparable') : 'nobody';
}

const testOf = ({ cause, statistic, df, p }: GrayTest): AnalysisTest => ({
  code: 'gray',
  of: cause,
  statistic: { name: 'χ²', value: statistic },
  df: [df],
  p
});

const saysTest = ({ cause, p, groups }: GrayTest, given: Given): Said => ({
  code: isClear({ p, level: given.level }) ? 'incidence-differs' : 'incidence-alike',
  values: { cause, p, groups: groups.length, group: given.nameOf('group') }
});

/** Who had which event first. */
function saysEndings(curves: Table, { causes }: Endings, n: number): Said {
  const [names, events] = [textsIn(curves, 'cause'), numbersIn(curves, 'events')];
  const counts = causes.map((cause) => events.reduce((sum, one, row) => sum + (names[row] === cause ? one : 0), 0));
  const total = counts.reduce((sum, one) => sum + one, 0);
  const list = causes.map((cause, at) => `${cause} ${counts[at]!}`).join(', ');
  return { code: 'incidence-endings', values: { list, censored: n - total, n }, ...fewOf([...counts, n - total]) };
}

function figureOf(
  curves: Table,
  cause: string,
  { names, given }: { names: readonly string[]; given: Given }
): StepsFigure {
  const causes = textsIn(curves, 'cause');
  const rows = causes.flatMap((name, row) => (name === cause ? [row] : []));
  return {
    kind: 'steps',
    what: 'incidence',
    event: cause,
    ...timeWords(given),
    ...stepsOf(rowsOf(curves, rows), 'incidence', { names, grouped: given.has('group') })
  };
}

/** What Kaplan and Meier would say, who take those who can no longer have the event for censored. */
function overstated(endings: Endings, wanted: readonly string[], at: readonly number[]): StatisticsRemark[] {
  if (endings.causes.length === 1) return [{ code: 'competing-one-cause', values: { cause: endings.causes[0]! } }];
  const time = at.at(-1);
  if (time === undefined) return [];
  const { at: looked } = cumulativeIncidence(endings, { at: [time] });
  const [causes, incidence, naive] = [textsIn(looked, 'cause'), numbersIn(looked, 'incidence'), numbersIn(looked, 'one_minus_km')]; // prettier-ignore
  return causes.flatMap((cause, row) =>
    wanted.includes(cause) && naive[row]! > incidence[row]!
      ? [{ code: 'competing-kaplan-meier-overstates', values: { cause, time, incidence: incidence[row]!, naive: naive[row]! } }] // prettier-ignore
      : []
  );
}
