import type { Table } from '../../shared/table';
import type { Estimate, StatisticsRemark } from '../estimate';
import type { Figure } from './figures';

/** What a person asks, before any method is named. The order of the form. */
export const QUESTIONS = [
  'describe',
  'compare',
  'relate',
  'survive',
  'predict',
  'agree',
  'pool',
  'detect',
  'plan'
] as const;
export type Question = (typeof QUESTIONS)[number];

/** What an estimate is an estimate of. Ratios are shown as ratios, whatever scale they were computed on. */
export const MEASURES = [
  'mean',
  'mean-difference',
  'median',
  'median-difference',
  'location-shift',
  'standardised-difference',
  'proportion',
  'risk-difference',
  'risk-ratio',
  'odds-ratio',
  'odds',
  'rate',
  'rate-difference',
  'rate-ratio',
  'standardised-ratio',
  'correlation',
  'coefficient',
  'intercept',
  'threshold',
  'variance-component',
  'hazard-ratio',
  'subdistribution-hazard-ratio',
  'median-time',
  'restricted-mean',
  'restricted-mean-difference',
  'survival',
  'incidence',
  'auc',
  'auc-difference',
  'average-precision',
  'brier',
  'calibration-slope',
  'calibration-in-the-large',
  'observed-expected',
  'sensitivity',
  'specificity',
  'positive-predictive-value',
  'negative-predictive-value',
  'likelihood-ratio',
  'f1',
  'matthews-correlation',
  'balanced-accuracy',
  'scaled-brier',
  'log-loss',
  'calibration-error',
  'net-benefit',
  'net-benefit-difference',
  'kappa',
  'intraclass-correlation',
  'concordance-correlation',
  'bias',
  'limit-of-agreement',
  'effect',
  'reporting-odds-ratio',
  'proportional-reporting-ratio',
  'information-component',
  'empirical-bayes-ratio',
  'level-change',
  'slope-change',
  'sample-size',
  'power',
  'precision',
  'person-time'
] as const;
export type Measure = (typeof MEASURES)[number];

/** Names of estimates that are the engine's own: the page words them. */
export const OWN_NAMES = [
  'pooled',
  'prediction',
  'power',
  'first-group',
  'second-group',
  'pairs',
  'persons',
  'clusters',
  'events',
  'person-time',
  'age-from',
  'change of level',
  'change of slope',
  'slope',
  'intercept',
  'AUC',
  'average precision',
  'Brier',
  'scaled Brier',
  'log loss',
  'O/E',
  'in the large',
  'intercept beside the slope',
  'ICI',
  'E50',
  'E90',
  'Emax',
  'sensitivity',
  'specificity',
  'PPV',
  'NPV',
  'LR+',
  'LR−',
  'F1',
  'MCC',
  'balanced accuracy',
  'bias',
  'lower limit of agreement',
  'upper limit of agreement',
  '(Intercept)',
  'Mantel-Haenszel'
] as const;
export type OwnName = (typeof OWN_NAMES)[number];

export interface MeasuredEstimate extends Estimate {
  measure: Measure;
  /**
   * The name, or what stands before its first colon, is one of {@link OWN_NAMES}: `pooled`, `age-from: 365`. Without this a
   * name is the data's own, shown as it is.
   */
  named?: 'code';
  /** What it is of, as the page shows it beside its measure: a group, '' for everybody. Default: its name. */
  of?: string;
  /** The time or value at which it is taken. */
  at?: number;
  /** p adjusted for the number of comparisons that it stands among; absent where it stands alone. */
  adjusted?: number | null;
  /** It tells of few persons or reports: not before an audience, nor in a report. */
  few?: true;
}

/** A test of the whole: of a model, of groups, of an assumption. Two-sided. */
export interface AnalysisTest {
  /** `log-rank`, `likelihood-ratio`, `proportional-hazards` …: worded by the page. */
  code: string;
  /** What it is of, where there are several of a code: a term, a group. */
  of?: string;
  /** Absent for exact tests that have none. */
  statistic?: { name: string; value: number };
  df: readonly number[];
  p: number;
  /** Adjusted for the number of tests that it stands among; absent where it stands alone. */
  adjusted?: number;
}

/** A figure beside the estimates: `aic`, `concordance`, `events` … */
export interface Fact {
  code: string;
  value: number;
  as: 'count' | 'number' | 'share';
}

/** A sentence as in a paper, by its code, worded by the page in its language. Numbers are written by the page. */
export interface Said {
  code: string;
  values: Readonly<Record<string, string | number>>;
  /** It tells of few persons: not before an audience, nor in a report. */
  few?: true;
}

/** What stands in a cell of a table for reading. Figures of `few` persons are not shown to an audience. */
export type ShownCell =
  /** Words of the data: names of columns, groups and levels. */
  | { as: 'said'; text: string }
  /** Worded by the page: `missing`, `p` … */
  | { as: 'word'; code: string; values?: Said['values'] }
  /** Persons, and their share of so many. */
  | { as: 'count'; value: number; of?: number; few?: true }
  | { as: 'number'; value: number | null; decimals: number; few?: true }
  | { as: 'mean'; value: number | null; sd: number | null; decimals: number; few?: true }
  | { as: 'median'; value: number | null; q1: number | null; q3: number | null; decimals: number; few?: true }
  /** A figure with its limits, of one measure down its column. */
  | { as: 'rate'; value: number; lower: number | null; upper: number | null; few?: true }
  | { as: 'p'; value: number | null }
  | { as: 'none' };

/** A table as a paper prints it. Its first column names the rows. */
export interface ShownTable {
  /** Its title, worded by the page: `groups`. */
  title: string;
  head: readonly ShownCell[];
  /** `part` stands under the row before it: a level of a variable. */
  rows: readonly { cells: readonly ShownCell[]; look?: 'part' | 'heading' }[];
}

/** What every analysis gives: one shape for the page, reports, own code, and comparisons across releases of the data. */
export interface Analysis {
  /** As it is asked for: `cox`. */
  method: string;
  question: Question;
  /** The method as a paper names it, with the choices that change numbers: "Cox regression (Efron ties)". */
  name: string;
  /** Paper or table that defines it. */
  source: string;
  /** The result in sentences, the most important first. */
  says: readonly Said[];
  /** On the scale of the analysis; the first ones are what the sentences speak of. */
  estimates: readonly MeasuredEstimate[];
  tests: readonly AnalysisTest[];
  facts: readonly Fact[];
  /** The tidy table that others read under the cell's name: by default that of the estimates. */
  table: Table;
  /** A table for reading, where the estimates alone do not say it. */
  shown?: ShownTable;
  /** Further tables, by the end of their name: `curve`, `proportional_hazards`. */
  more: readonly { name: string; table: Table }[];
  figures: readonly Figure[];
  /** What was assumed, what was checked and what the reader is to be told. */
  remarks: readonly StatisticsRemark[];
  /** What n counts. */
  counted: 'rows' | 'persons' | 'pairs' | 'studies' | 'reports' | 'none';
  n: number;
  /** Left out because a value is missing. */
  nDropped: number;
}
