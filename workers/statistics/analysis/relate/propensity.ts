import { may, need } from '../../../shared/call-arguments';
import { AppError } from '../../../shared/errors';
import type { JobOptions } from '../../../shared/job';
import type { Column, Float64Column, Table, TextColumn } from '../../../shared/table';
import { float64Column } from '../../columns';
import {
  propensityApart,
  propensityScore,
  propensitySeparated,
  type Adjusted,
  type PropensityColumns,
  type PropensityScore
} from '../../propensity';
import { truthOf } from '../../yes-no';
import type { MeasuredEstimate, Said } from '../contract';
import type { BalanceFigure, Figure, HistogramsFigure } from '../figures';
import type { Given } from '../given';
import { modelColumns, withFormula } from '../model-formula';
import { forestOf, saysEstimate } from '../tidy';

/** Keys of both ways to use a propensity score. */
export const propensityTakes = [
  need('treatment', 'column'),
  may('treatmentIs', 'text'),
  may('predictors', 'columns'),
  may('formula', 'text'),
  may('outcome', 'column'),
  may('eventIs', 'text'),
  may('level', 'number')
];

export function readsOfPropensity(request: Readonly<Record<string, unknown>>): readonly string[] {
  const own = ['treatment', 'outcome'].flatMap((key) => (request[key] === undefined ? [] : [request[key] as string]));
  return [...own, ...modelColumns(request)];
}

/** Above it groups differ more than is usually accepted. @see Austin 2009, Stat Med 28:3083 */
const THRESHOLD = 0.1;
const BINS = 20;

export interface Scored {
  columns: PropensityColumns;
  score: PropensityScore;
  /** Treatment and comparison as they are told. */
  treated: string;
  control: string;
  outcome: string | undefined;
}

/**
 * The score of each row, and the columns that a room compares by it.
 *
 * @throws `propensity-separated` where a column decides about the treatment; `predictors-…`, `formula-…`, `event-absent`
 */
export async function scored(given: Given, job: JobOptions): Promise<Scored> {
  const treatment = truthColumn(given, 'treatment', 'treatmentIs');
  const { name } = treatment;
  const table: Table = { ...given.table, columns: given.table.columns.map((one) => (one.name === name ? treatment : one)) }; // prettier-ignore
  const score = await withFormula(given, name, async (formula) => {
    try {
      return await propensityScore(table, formula, job);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'regression-separation') throw error;
      throw propensitySeparated(String(error.values.column ?? ''), error);
    }
  });
  const covariates = [...new Set(modelColumns(given.request))].map((column) => given.columnNamed(column));
  const outcome = given.has('outcome') ? outcomeColumn(given) : undefined;
  const [treated, control] = groupWords(given);
  return {
    columns: { treated: treatment, score: score.score, covariates, ...(outcome && { outcome }) },
    score,
    treated,
    control,
    outcome: outcome && given.eventText('outcome', 'eventIs')
  };
}

function truthColumn(given: Given, key: string, is: string): Float64Column {
  const truths = given.event(key, is);
  return float64Column(
    given.nameOf(key),
    Float64Array.from(truths, (one) => (one === -1 ? NaN : one))
  );
}

const outcomeColumn = (given: Given): Column =>
  given.has('eventIs') ? truthColumn(given, 'outcome', 'eventIs') : given.column('outcome');

/** Groups in the data's own words: levels of a column of two words, else yes and no of the column. */
function groupWords(given: Given): [string, string] {
  const name = given.nameOf('treatment');
  const is = given.option<string>('treatmentIs');
  if (is === undefined) {
    const isText = given.column('treatment').type === 'text';
    const said = (yes: boolean) => isText && given.groups('treatment').names.find((one) => truthOf(one) === yes);
    return [`${name} ${said(true) || '1'}`, `${name} ${said(false) || '0'}`];
  }
  const others = given.groups('treatment').names.filter((one) => one !== is);
  return [`${name} ${is}`, others.length === 1 ? `${name} ${others[0] ?? ''}` : `${name} ≠ ${is}`];
}

/** Effects of the outcome, named by who is compared with whom. */
export function effects({ estimates }: Adjusted, { treated, control }: Scored): MeasuredEstimate[] {
  return estimates.map((one): MeasuredEstimate => ({
    ...one,
    name: one.name === 'risk-ratio' ? `${treated} / ${control}` : `${treated} − ${control}`,
    measure: one.name as 'risk-difference' | 'risk-ratio' | 'mean-difference'
  }));
}

/** Whom an effect is of. */
type Among = 'matched' | 'ate' | 'att' | 'overlap';

/** What the adjustment did and found: balance first, since without it the effect says little. */
export function saysOfAdjusted(adjusted: Adjusted, scoredBy: Scored, among: Among): Said[] {
  const { treated, control, outcome } = scoredBy;
  const [difference, ratio] = effects(adjusted, scoredBy);
  const [before, after] = [adjusted.balance.largest.before, adjusted.balance.largest.after].map(rounded) as [number | null, number | null]; // prettier-ignore
  const { unbalanced } = adjusted.balance;
  const effect: Said[] =
    difference && outcome !== undefined
      ? [{ code: `propensity-${difference.measure}`, values: { ...saysEstimate(difference).values, among, outcome, treated, control } }] // prettier-ignore
      : [];
  const times: Said[] =
    ratio && outcome !== undefined
      ? [{ code: 'propensity-risk-ratio', values: { ...saysEstimate(ratio).values, outcome, treated, control } }]
      : [];
  const balance: Said[] =
    before === null || after === null
      ? []
      : [
          unbalanced.length === 0
            ? { code: 'propensity-balanced', values: { before, after } }
            : { code: 'propensity-unbalanced', values: { before, after, covariates: unbalanced.join(', ') } }
        ];
  return [...effect, ...times, ...balance];
}

/** Standardised differences are told by two decimals. */
const rounded = (value: number | null) => (value === null ? null : Math.round(100 * value) / 100);

/** Balance before and after, overlap of the scores, and the effect. */
export function figuresOfAdjusted(adjusted: Adjusted, scoredBy: Scored): Figure[] {
  const estimates = effects(adjusted, scoredBy);
  const [first] = estimates;
  return [
    ...balanceFigure(adjusted.balance.table),
    overlapFigure(scoredBy),
    ...(first ? forestOf(estimates, first.measure) : [])
  ];
}

function balanceFigure(table: Table): BalanceFigure[] {
  const [names, before, after] = ['covariate', 'smd_before', 'smd_after'].map((name) => table.columns.find((one) => one.name === name)) as [TextColumn, Float64Column, Float64Column]; // prettier-ignore
  const rows = Array.from(names.values, (code, row) => ({
    name: names.dictionary[code] ?? '',
    before: before.values[row] ?? NaN,
    after: after.values[row] ?? NaN
  })).filter(({ before: one, after: other }, row) => isThere(before, row) && isThere(after, row) && Number.isFinite(one) && Number.isFinite(other)); // prettier-ignore
  return rows.length === 0 ? [] : [{ kind: 'balance', rows, threshold: THRESHOLD }];
}

const isThere = ({ validity }: Float64Column, row: number) =>
  !validity || (validity[row >> 3]! & (1 << (row & 7))) !== 0;

/** How many of each group have such a score: where one group has none, there is nobody to compare with. */
function overlapFigure({ columns: { treated, score }, treated: first, control: second }: Scored): HistogramsFigure {
  const edges = Float64Array.from({ length: BINS + 1 }, (_, at) => at / BINS);
  const counts = [1, 0].map((group) => {
    const bins = new Float64Array(BINS);
    (score as Float64Column).values.forEach((value, row) => {
      if (isThere(score as Float64Column, row) && Number.isFinite(value) && treated.values[row] === group) {
        const bin = Math.min(BINS - 1, Math.floor(value * BINS));
        bins[bin] = bins[bin]! + 1;
      }
    });
    return bins;
  }) as [Float64Array, Float64Array];
  return {
    kind: 'histograms',
    what: 'overlap',
    value: 'propensity',
    edges,
    series: [
      { name: first, counts: counts[0] },
      { name: second, counts: counts[1] }
    ]
  };
}

/** Refuses where both groups share no range of scores. @throws `propensity-apart` */
export function checkOverlap({ overlap: { common } }: Adjusted): void {
  if (common.from > common.to) throw propensityApart();
}
