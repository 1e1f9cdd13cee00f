import { may, need } from '../../../shared/call-arguments';
import type { Table } from '../../../shared/table';
import { float64Column, textColumn } from '../../columns';
import { fail } from '../../errors';
import { caseSeries, type RiskWindow, type SeriesLevel } from '../../pharmacovigilance';
import type { MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import { Given } from '../given';
import { isFew } from '../shown-table';
import { forestOf, measured, ownName, shown } from '../tidy';

/** Sentences about more windows are read in the table. */
const MOST_SAID = 3;

export const caseSeriesAnalysis = defineAnalysis({
  name: 'case-series',
  question: 'detect',
  source: 'Farrington 1995, Biometrics 51:228; Whitaker et al. 2006, Stat Med 25:1768',
  takes: [
    need('person', 'column'),
    need('start', 'column'),
    need('end', 'column'),
    may('birth', 'column'),
    need('events', 'table'),
    need('eventPerson', 'column'),
    need('eventDay', 'column'),
    need('exposures', 'table'),
    need('exposurePerson', 'column'),
    need('exposureDay', 'column'),
    need('windows', 'list'),
    may('ageCuts', 'numbers'),
    may('level', 'number')
  ],
  // The other columns are those of the other tables.
  reads: (request) =>
    ['person', 'start', 'end', 'birth'].flatMap((key) => (request[key] === undefined ? [] : [request[key] as string])),
  async run(given) {
    const [events, exposures] = [other(given, 'events'), other(given, 'exposures')];
    const found = caseSeries(
      {
        people: {
          person: given.column('person'),
          start: given.column('start'),
          end: given.column('end'),
          ...(given.has('birth') && { birth: given.column('birth') })
        },
        events: { person: events('eventPerson'), day: events('eventDay') },
        exposures: { person: exposures('exposurePerson'), day: exposures('exposureDay') }
      },
      {
        windows: windowsOf(given),
        cuts: given.option<readonly number[]>('ageCuts') ?? [],
        level: given.level
      }
    );
    const windows = found.windows.length - 1;
    const estimates = measured(found.estimates, 'rate-ratio').map((one, at) =>
      at < windows ? one : { ...one, ...ownName('age-from', one.name.slice('from '.length)) }
    );
    const ofWindows = estimates.slice(0, windows);
    return {
      name: found.method,
      says: ofWindows
        .slice(0, MOST_SAID)
        .flatMap((one, at) => saysWindow(one, found.windows[at + 1]!, { several: windows > 1 })),
      estimates,
      tests: [
        {
          code: 'windows-none',
          statistic: { name: 'χ²', value: found.test.chiSquare },
          df: [found.test.df],
          p: found.test.p
        }
      ],
      facts: [
        { code: 'events', value: found.events, as: 'count' },
        { code: 'log-likelihood', value: found.logLikelihood, as: 'number' }
      ],
      more: [
        { name: 'windows', table: levelsTable(found.windows) },
        { name: 'ages', table: levelsTable(found.ages) }
      ],
      figures: forestOf(ofWindows, 'rate-ratio'),
      remarks: found.remarks,
      counted: 'persons',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

/** How often within a window, compared with the same persons' time outside of all windows; counts of few stand apart. */
function saysWindow(one: MeasuredEstimate, { events, days }: SeriesLevel, { several }: { several: boolean }): Said[] {
  const { estimate, lower, upper } = shown(one);
  const values = {
    measure: one.measure,
    window: one.name,
    estimate,
    level: one.level,
    ...(lower !== null && { lower }),
    ...(upper !== null && { upper }),
    ...(one.p !== null && { p: one.p })
  };
  return [
    several ? { code: 'series-windows', values } : { code: 'series-window', values },
    { code: 'series-window-events', values: { window: one.name, events, days }, ...isFew(events) }
  ];
}

/** Columns of another table than the one that is analysed. @throws `column-unknown` */
function other(given: Given, key: string) {
  const there = new Given(given.option<Table>(key)!, given.request);
  return (name: string) => there.columnNamed(given.option<string>(name)!);
}

/** @throws `series-window` where a window is not a name with two days */
function windowsOf(given: Given): RiskWindow[] {
  return given.option<readonly unknown[]>('windows')!.map((one) => {
    const { name, from, to } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof from !== 'number' || typeof to !== 'number') throw fail('series-window');
    return { name, from, to };
  });
}

/** name, events, days, rate_ratio, lower, upper: the first row is what the others are compared with. */
function levelsTable(levels: readonly SeriesLevel[]): Table {
  const column = (name: string, of: (level: SeriesLevel) => number | null) =>
    float64Column(
      name,
      Float64Array.from(levels, (level) => of(level) ?? NaN)
    );
  return {
    rows: levels.length,
    columns: [
      textColumn(
        'name',
        levels.map(({ name }) => name)
      ),
      column('events', ({ events }) => events),
      column('days', ({ days }) => days),
      column('rate_ratio', ({ ratio }) => ratio),
      column('lower', ({ lower }) => lower),
      column('upper', ({ upper }) => upper)
    ]
  };
}
