import { may } from '../../../shared/call-arguments';
import type { Float64Column, Table, TextColumn } from '../../../shared/table';
import { kaplanMeier, logRank } from '../../survival';
import type { AnalysisTest, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { StepsFigure } from '../figures';
import { measured, saysEstimate } from '../tidy';
import { followUpOf, followUpTakes, timeUnit } from './follow-up';

const TICKS = 6;

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
    may('level', 'number')
  ],
  async run(given) {
    const followUp = followUpOf(given);
    const group = given.classes('group');
    const at = given.option<readonly number[]>('at') ?? [];
    const found = kaplanMeier(followUp, {
      ...(group && { group }),
      scale: given.choice('interval', ['log-log', 'log', 'plain'] as const, 'log-log'),
      level: given.option<number>('level') ?? 0.95,
      at,
      ...(given.has('until') && { tau: given.option<number>('until')! })
    });
    const estimates = measured(found.estimates, ({ name }) =>
      name.startsWith('median') ? 'median-time' : 'restricted-mean'
    );
    // Two measures of one group: the names of a result are unique, the page shows them beside their measure.
    const groups = numbersOfTable(found.groups, 'n').length;
    const strata = given.classes('strata');
    const tested = group && groups > 1 ? logRank(followUp, group, { rho: given.option<number>('rho') ?? 0, ...(strata && { strata }) }) : undefined; // prettier-ignore
    const tests: AnalysisTest[] = tested
      ? [
          {
            code: (given.option<number>('rho') ?? 0) === 0 ? 'log-rank' : 'peto-log-rank',
            statistic: { name: 'χ²', value: tested.statistic },
            df: [tested.df],
            p: tested.p
          }
        ]
      : [];
    const events = numbersOfTable(found.groups, 'events').reduce((sum, one) => sum + one, 0);
    return {
      name: found.method,
      says: [
        ...(tests[0]
          ? [
              {
                code: tests[0].p < 0.05 ? 'survival-differs' : 'survival-alike',
                values: { groups, p: tests[0].p }
              } satisfies Said
            ]
          : []),
        { code: 'survival-events', values: { events, n: found.n } },
        ...estimates.filter(({ measure }) => measure === 'median-time').map(saysEstimate)
      ],
      estimates,
      tests,
      facts: [{ code: 'events', value: events, as: 'count' }],
      table: found.curves,
      more: [
        { name: 'quantiles', table: found.quantiles },
        { name: 'groups', table: found.groups },
        { name: 'means', table: found.restrictedMeans },
        { name: 'at', table: found.at }
      ],
      figures: [curvesOf(followUp.time, found.curves, timeUnit(given))],
      remarks: [...found.remarks, ...(tested?.remarks ?? [])],
      counted: 'rows',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

const numbersOfTable = (table: Table, name: string) =>
  (table.columns.find((column) => column.name === name) as Float64Column).values;

/** Curves with the numbers at risk at round times. */
function curvesOf(times: Float64Array, curves: Table, unit: { unit?: string }): StepsFigure {
  const group = curves.columns[0] as TextColumn;
  const of = (name: string) => numbersOfTable(curves, name);
  const [time, atRisk, censored] = [of('time'), of('at_risk'), of('censored')];
  const names = group.dictionary;
  const rowsOf = (name: string) =>
    Int32Array.from(Array.from({ length: curves.rows }, (_, row) => row).filter((row) => group.dictionary[group.values[row]!] === name)); // prettier-ignore
  const longest = time.reduce((most, one) => Math.max(most, one), 0);
  const ticks = roundTimes(longest);
  const parts = names.map((name) => ({ name, rows: rowsOf(name) }));
  return {
    kind: 'steps',
    what: 'survival',
    ...unit,
    curves: parts.map(({ name, rows }) => {
      const pick = (column: string) => Float64Array.from(rows, (row) => of(column)[row]!);
      return {
        name,
        time: pick('time'),
        value: pick('survival'),
        lower: pick('lower'),
        upper: pick('upper'),
        censored: Float64Array.from(
          rows.filter((row) => censored[row]! > 0),
          (row) => time[row]!
        )
      };
    }),
    atRisk: {
      times: ticks,
      rows: parts.map(({ name, rows }) => ({
        name,
        counts: ticks.map((tick) => {
          const next = rows.find((row) => time[row]! >= tick);
          return next === undefined ? 0 : atRisk[next]!;
        })
      }))
    }
  };
}

/** Some round times from 0 on: 0, 10, 20 … */
export function roundTimes(longest: number): number[] {
  if (!(longest > 0)) return [0];
  const rough = longest / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => longest / one <= TICKS) ?? rough;
  return Array.from({ length: Math.floor(longest / step + 1e-9) + 1 }, (_, at) => at * step);
}
