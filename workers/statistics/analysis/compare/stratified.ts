import { may, need } from '../../../shared/call-arguments';
import { TableBuilder } from '../../../shared/column-builder';
import type { Table } from '../../../shared/table';
import { mantelHaenszel, twoByTwo, type Measure, type TwoByTwo } from '../../epidemiology';
import { fail } from '../../errors';
import type { AnalysisTest, MeasuredEstimate, Said } from '../contract';
import { crossTable, eventName, levelsOf } from '../cross-table';
import { defineAnalysis } from '../define';
import type { ForestFigure, ForestRow } from '../figures';
import { comparedGroups, labelOf } from '../groups';
import { measured, ownName, remark, shown } from '../tidy';
import { effectName, EFFECTS, type Effect } from './association';
import { figuresOf } from './differences';
import { isClear } from '../clear';

const MOST_ROWS = 40;

interface Cells {
  a: number;
  b: number;
  c: number;
  d: number;
}

export const stratifiedAnalysis = defineAnalysis({
  name: 'stratified',
  question: 'compare',
  source:
    'Mantel and Haenszel 1959, J Natl Cancer Inst 22:719; Robins, Breslow and Greenland 1986, Biometrics 42:311; Breslow and Day 1980, Statistical Methods in Cancer Research, vol. I; Tarone 1985, Biometrika 72:91',
  takes: [
    need('outcome', 'column'),
    may('outcomeIs', 'text'),
    need('group', 'column'),
    may('reference', 'text'),
    need('strata', 'column'),
    may('effect', 'text'),
    may('level', 'number')
  ],
  async run(given) {
    const level = given.level;
    const groups = comparedGroups(given);
    if (groups.names.length !== 2) throw fail('strata-groups', { column: groups.column, groups: groups.names.length }); // prettier-ignore
    const levels = levelsOf(given.column('outcome'), given.option<string>('outcomeIs'));
    if (levels.event === undefined)
      throw fail('column-not-binary', { column: levels.column, rows: levels.names.length });
    const effect = given.choice('effect', EFFECTS, 'odds-ratio');
    const strata = given.groups('strata');
    const tables = strata.names.map((_, code) => cellsOf(crossTable(groups, levels, (row) => strata.codes[row] === code).counts, levels.event!)); // prettier-ignore
    const n = tables.reduce((sum, { a, b, c, d }) => sum + a + b + c + d, 0);
    const nDropped = given.table.rows - n;
    const list = (cell: keyof Cells) => tables.map((one) => one[cell]);
    const found = mantelHaenszel({ a: list('a'), b: list('b'), c: list('c'), d: list('d') }, { level, nDropped });
    const all = cellsSum(tables);
    const crude = twoByTwo(all, { level, nDropped });
    const event = eventName(levels);
    const [reference, group] = groups.labels as [string, string];
    const nameFor = (measure: Effect) => effectName(measure, group, reference, event);
    const estimates = estimatesOf(found.estimates, effect, nameFor);
    const [one] = estimates.filter(({ measure }) => measure === effect);
    const column = given.column('strata');
    const each = tables.map((cells) => (cells.a + cells.b > 0 && cells.c + cells.d > 0 ? twoByTwo(cells, { level }) : undefined)); // prettier-ignore
    const names = strata.names.map((name) => labelOf(column, name));
    const crudeOne = crude.estimates.find(({ name }) => name === effect);
    const { homogeneity } = found;
    return {
      name: found.method,
      says: [
        ...(one
          ? [
              {
                code: `${effect}-stratified-${isClear(one) ? 'differs' : 'alike'}`,
                values: { event, group, reference, strata: column.name, ...figuresOf(one), ...(one.p !== null && { p: one.p }) } // prettier-ignore
              } satisfies Said
            ]
          : []),
        ...(crudeOne
          ? [
              {
                code: 'stratified-crude',
                values: { strata: column.name, ...figuresOf({ ...crudeOne, measure: effect }) }
              }
            ]
          : []),
        ...(homogeneity
          ? [{ code: `strata-${homogeneity.breslowDay.p < 0.05 ? 'differ' : 'alike'}`, values: { strata: column.name, p: homogeneity.breslowDay.p } }] // prettier-ignore
          : [])
      ],
      estimates,
      tests: testsOf(found),
      facts: [{ code: 'strata', value: found.strata, as: 'count' }],
      more: [{ name: 'strata', table: strataTable(strata.names, tables, each) }],
      figures: one ? [forestOfStrata(effect, { names, tables, each }, { one, level })] : [], // prettier-ignore
      remarks: [
        ...found.remarks,
        ...(homogeneity && homogeneity.breslowDay.p >= 0.05
          ? [remark('epidemiology-homogeneous-checked', { p: homogeneity.breslowDay.p })]
          : [])
      ],
      counted: 'rows',
      n,
      nDropped
    };
  }
});

/** The later group is the exposed one. */
function cellsOf(counts: readonly (readonly number[])[], event: number): Cells {
  const [reference, group] = counts as [readonly number[], readonly number[]];
  return { a: group[event]!, b: group[1 - event]!, c: reference[event]!, d: reference[1 - event]! };
}

function cellsSum(tables: readonly Cells[]): Cells {
  const sum = (cell: keyof Cells) => tables.reduce((all, one) => all + one[cell], 0);
  return { a: sum('a'), b: sum('b'), c: sum('c'), d: sum('d') };
}

/** The effect that is asked for first; names tell the measures apart. */
function estimatesOf(
  estimates: ReturnType<typeof mantelHaenszel>['estimates'],
  effect: Effect,
  nameFor: (measure: Effect) => string
): MeasuredEstimate[] {
  const all = measured(estimates, ({ name }) => name.slice('mh-'.length) as Effect);
  const rank = ({ measure }: MeasuredEstimate) => (measure === effect ? 0 : 1);
  return all.map((one) => ({ ...one, name: nameFor(one.measure as Effect) })).sort((a, b) => rank(a) - rank(b));
}

function testsOf({ test, homogeneity }: ReturnType<typeof mantelHaenszel>): AnalysisTest[] {
  const one = (code: string, value: number, p: number, df: number): AnalysisTest => ({
    code,
    statistic: { name: 'χ²', value },
    df: [df],
    p
  });
  return [
    one('mantel-haenszel', test.corrected.chiSquare, test.corrected.p, 1),
    ...(homogeneity
      ? [
          one('breslow-day', homogeneity.breslowDay.chiSquare, homogeneity.breslowDay.p, homogeneity.df),
          one('tarone', homogeneity.tarone.chiSquare, homogeneity.tarone.p, homogeneity.df)
        ]
      : [])
  ];
}

const measureOf = (found: TwoByTwo, effect: Effect): Measure =>
  effect === 'odds-ratio' ? found.oddsRatio : effect === 'risk-ratio' ? found.riskRatio : found.riskDifference;

/** A row a stratum: its four cells, and its ratios and difference. */
function strataTable(
  names: readonly string[],
  tables: readonly Cells[],
  each: readonly (TwoByTwo | undefined)[]
): Table {
  const measures = EFFECTS.flatMap((effect) => ['', '_lower', '_upper'].map((end) => `${effect.replace('-', '_')}${end}`)); // prettier-ignore
  const counts = ['group_events', 'group_others', 'reference_events', 'reference_others'];
  const builder = new TableBuilder([
    { name: 'stratum', type: 'text' },
    ...[...counts, ...measures].map((name) => ({ name, type: 'float64' }) as const)
  ]);
  tables.forEach(({ a, b, c, d }, at) => {
    const found = each[at];
    const figures = EFFECTS.flatMap((effect) => {
      const one = found && measureOf(found, effect);
      return [one?.estimate ?? undefined, one?.lower ?? undefined, one?.upper ?? undefined];
    });
    builder.push(names[at], a, b, c, d, ...figures);
  });
  return builder.finish();
}

function forestOfStrata(
  effect: Effect,
  { names, tables, each }: { names: readonly string[]; tables: readonly Cells[]; each: readonly (TwoByTwo | undefined)[] }, // prettier-ignore
  { one, level }: { one: MeasuredEstimate; level: number }
): ForestFigure {
  const pooled = shown(one);
  const row = (name: string, found: Measure | undefined, cells: Cells): ForestRow => {
    const persons = { n: cells.a + cells.b + cells.c + cells.d, events: cells.a + cells.c };
    // A ratio of 0, or without end, has no place on a logarithmic axis.
    const isThere = found?.estimate !== null && found?.estimate !== undefined && (effect === 'risk-difference' || found.estimate > 0); // prettier-ignore
    return { name, ...persons, ...(isThere && { estimate: found.estimate!, lower: found.lower, upper: found.upper }) };
  };
  return {
    kind: 'forest',
    measure: effect,
    scale: effect === 'risk-difference' ? 'identity' : 'log',
    null: pooled.null,
    level,
    rows: [
      ...names.slice(0, MOST_ROWS).map((name, at) => row(name, each[at] && measureOf(each[at], effect), tables[at]!)),
      { ...ownName('Mantel-Haenszel'), estimate: pooled.estimate, lower: pooled.lower, upper: pooled.upper, p: one.p, look: 'pooled' } // prettier-ignore
    ]
  };
}
