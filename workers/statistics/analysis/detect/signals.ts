import { may, need } from '../../../shared/call-arguments';
import { exactText, isPresent } from '../../../shared/exact-text';
import { log } from '../../../shared/elementary';
import type { BoolColumn, Column, Float64Column, Table } from '../../../shared/table';
import { signals } from '../../pharmacovigilance';
import type { MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import type { ForestFigure, PointsFigure } from '../figures';
import { isFew } from '../shown-table';
import { remark } from '../tidy';

/** So many pairs stand in sentences, estimates and the forest: the rest is in the table. */
const MOST_SHOWN = 20;

const scores = {
  ebgm: { column: 'ebgm', lower: 'eb05', upper: 'eb95', measure: 'empirical-bayes-ratio', log: true, level: 0.9 },
  ic: { column: 'ic', lower: 'ic_lower', upper: 'ic_upper', measure: 'information-component', log: false, level: null },
  ror: {
    column: 'ror',
    lower: 'ror_lower',
    upper: 'ror_upper',
    measure: 'reporting-odds-ratio',
    log: true,
    level: null
  },
  prr: { column: 'prr', lower: 'prr_lower', upper: 'prr_upper', measure: 'proportional-reporting-ratio', log: true, level: null } // prettier-ignore
} as const;

export const signalsAnalysis = defineAnalysis({
  name: 'signals',
  question: 'detect',
  source:
    'Evans, Waller and Davis 2001, Pharmacoepidemiol Drug Saf 10:483 (PRR); Norén et al. 2013, Stat Methods Med Res 22:57 (IC); DuMouchel 1999, Am Stat 53:177 (EBGM)',
  takes: [
    need('report', 'column'),
    need('drug', 'column'),
    need('event', 'column'),
    may('score', 'text'),
    may('least', 'number'),
    may('level', 'number')
  ],
  async run(given, job) {
    const level = given.level;
    const found = await signals(
      { report: given.column('report'), drug: given.column('drug'), event: given.column('event') },
      { ...job, level }
    );
    const asked = given.choice('score', ['ebgm', 'ic', 'ror', 'prr'] as const, 'ebgm');
    // Without a fitted prior there is no EBGM, and one that is a point makes its limits too narrow: the next best is shown.
    const name = asked === 'ebgm' && (found.prior === null || isNarrow(found.prior)) ? 'ic' : asked;
    const score = scores[name];
    const least = given.option<number>('least') ?? 3;
    const remarks = [...found.remarks];
    if (asked === 'ebgm' && isNarrow(found.prior)) remarks.push(remark('pharmacovigilance-prior-narrow'));
    const rows = ranked(found.table, score.lower, least);
    const unscored = unscoredOf(found.table, score.lower, least);
    if (unscored > 0)
      remarks.push(remark('pharmacovigilance-unscored', { pairs: unscored, score: name.toUpperCase() }));
    const shown = rows.slice(0, MOST_SHOWN);
    const none = score.log ? 1 : 0;
    const out = rows.filter((row) => numbers(found.table, score.lower)[row]! > none).length;
    const estimates = shown.map((row): MeasuredEstimate => estimateOf(found, row, score, level));
    return {
      name: found.method,
      says: [
        saysOut({ out, ranked: rows.length, pairs: found.table.rows, least, score: name }),
        ...(out === 0 ? [] : [saysPair(found.table, rows[0]!, { name, score }, level)])
      ],
      estimates,
      facts: [
        { code: 'pairs', value: found.table.rows, as: 'count' },
        { code: 'pairs-evans', value: evansOf(found.table), as: 'count' },
        { code: 'signals', value: out, as: 'count' },
        ...(name === 'ebgm'
          ? [
              {
                code: 'pairs-doubled',
                value: rows.filter((row) => numbers(found.table, score.lower)[row]! >= 2).length,
                as: 'count'
              } as const
            ]
          : [])
      ],
      table: found.table,
      figures: [forestOf(found.table, shown, score, level), cloudOf(found.table, score, none)].filter(
        (figure) => figure.kind !== 'forest' || figure.rows.length > 0
      ),
      remarks,
      counted: 'reports',
      n: found.n,
      nDropped: found.nDropped
    };
  }
});

/** A part of the prior whose standard deviation is below a twentieth of its mean: nearly a point, of a few pairs. */
const isNarrow = (prior: Found['prior']): boolean => prior !== null && Math.max(prior.alpha1, prior.alpha2) > 400;

type Score = (typeof scores)[keyof typeof scores];
type Found = Awaited<ReturnType<typeof signals>>;

const columnOf = (table: Table, name: string) => table.columns.find((one) => one.name === name) as Column;
const numbers = (table: Table, name: string) => (columnOf(table, name) as Float64Column).values;
const pairName = (table: Table, row: number) =>
  `${exactText(columnOf(table, 'drug'), row)} – ${exactText(columnOf(table, 'event'), row)}`;

/** Pairs with enough reports and a score, the highest lower limit first: a signal has to be sure to be large. */
function ranked(table: Table, lower: string, least: number): number[] {
  const [limit, reports] = [columnOf(table, lower) as Float64Column, numbers(table, 'reports')];
  return Array.from({ length: table.rows }, (_, row) => row)
    .filter((row) => reports[row]! >= least && isPresent(limit, row))
    .sort((a, b) => limit.values[b]! - limit.values[a]! || a - b);
}

/** Pairs with enough reports that have no score, as a cell of their table is 0. */
function unscoredOf(table: Table, lower: string, least: number): number {
  const limit = columnOf(table, lower);
  return numbers(table, 'reports').reduce((sum, reports, row) => sum + Number(reports >= least && !isPresent(limit, row)), 0); // prettier-ignore
}

function evansOf(table: Table): number {
  return (columnOf(table, 'evans') as BoolColumn).values.reduce((sum, one) => sum + one, 0);
}

function estimateOf({ table, n, nDropped, method }: Found, row: number, score: Score, level: number): MeasuredEstimate {
  const of = (name: string) => (score.log ? log(numbers(table, name)[row]!) : numbers(table, name)[row]!);
  return {
    name: pairName(table, row),
    measure: score.measure,
    estimate: of(score.column),
    se: null,
    lower: of(score.lower),
    upper: of(score.upper),
    level: score.level ?? level,
    scale: score.log ? 'log' : 'identity',
    null: 0,
    df: null,
    p: null,
    n,
    nDropped,
    method,
    ...isFew(numbers(table, 'reports')[row]!)
  };
}

interface Counted {
  /** Pairs whose lower limit is above no effect, and how many could be. */
  out: number;
  ranked: number;
  pairs: number;
  least: number;
  score: string;
}

function saysOut({ out, ranked, pairs, least, score }: Counted): Said {
  const values = { ranked, pairs, least, score };
  if (ranked === 0) return { code: 'detect-few', values };
  return out === 0 ? { code: 'detect-none', values } : { code: 'detect-some', values: { ...values, out } };
}

function saysPair(table: Table, row: number, { name, score }: { name: string; score: Score }, level: number): Said {
  const of = (name: string) => numbers(table, name)[row]!;
  return {
    code: 'detect-highest',
    ...isFew(of('reports')),
    values: {
      drug: exactText(columnOf(table, 'drug'), row),
      event: exactText(columnOf(table, 'event'), row),
      reports: of('reports'),
      expected: of('expected'),
      score: name,
      measure: score.measure,
      estimate: of(score.column),
      lower: of(score.lower),
      upper: of(score.upper),
      level: score.level ?? level
    }
  };
}

function forestOf(table: Table, rows: readonly number[], score: Score, level: number): ForestFigure {
  const of = (name: string, row: number) => numbers(table, name)[row]!;
  return {
    kind: 'forest',
    measure: score.measure,
    scale: score.log ? 'log' : 'identity',
    null: score.log ? 1 : 0,
    level: score.level ?? level,
    rows: rows.map((row) => ({
      name: pairName(table, row),
      estimate: of(score.column, row),
      lower: of(score.lower, row),
      upper: of(score.upper, row),
      n: of('reports', row),
      ...isFew(of('reports', row))
    }))
  };
}

/** All pairs: how many reports, how high the score. */
function cloudOf(table: Table, score: Score, none: number): PointsFigure {
  const column = columnOf(table, score.column) as Float64Column;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) => isPresent(column, row));
  return {
    kind: 'points',
    what: 'signals',
    x: Float64Array.from(rows, (row) => numbers(table, 'reports')[row]!),
    y: Float64Array.from(rows, (row) => column.values[row]!),
    yName: score.measure,
    names: rows.map((row) => pairName(table, row)),
    few: rows.map((row) => isFew(numbers(table, 'reports')[row]!).few === true),
    lines: [{ code: 'none', value: none }]
  };
}
