/*
 * What analyses take and give, for the compiler to read beside `scope.ts`: nothing here ever runs.
 */
import type { ColumnTable } from '../../workers/sandbox/column-table';
import type { LazyTable } from '../../workers/sandbox/lazy-table';
import type { GroupAnalyses } from './scope-groups';

type AnyTable = LazyTable | ColumnTable;

export interface Analysis {
  name: string;
  source: string;
  n: number;
  nDropped: number;
  /** On the scale of the analysis: ratios as logarithms. `table` has them as they are read. */
  estimates: {
    name: string;
    measure: string;
    estimate: number;
    se: number | null;
    lower: number | null;
    upper: number | null;
    level: number;
    scale: 'identity' | 'log' | 'logit';
    p: number | null;
    /** Adjusted for the number of comparisons, where there are several. */
    adjusted?: number | null;
  }[];
  table: ColumnTable;
  more: { name: string; table: ColumnTable }[];
  tests: { code: string; of?: string; statistic?: { name: string; value: number }; df: number[]; p: number }[];
  facts: { code: string; value: number }[];
  remarks: { code: string; values: Record<string, string | number> }[];
}

interface FollowUp {
  time: string;
  event: string;
  eventIs?: string;
  start?: string;
}

/** How long each was followed and which event ended it: words or codes, of which one means none. */
interface Endings {
  time: string;
  event: string;
  censored?: string;
}

/** What a model is made of: one of the two. */
interface Model {
  predictors?: string[];
  formula?: string;
  references?: Record<string, string>;
}

/** A model of an outcome. */
interface OutcomeModel extends Model {
  outcome: string;
  weights?: string;
  level?: number;
}

interface RobustErrors {
  errors?: 'model' | 'HC0' | 'HC1' | 'HC3';
  cluster?: string;
}

/** Multiple imputation of what is missing; left out, rows with a gap are. */
interface Imputing {
  impute?: { datasets?: number; iterations?: number; seed?: number };
}

interface Treatment extends Model {
  treatment: string;
  treatmentIs?: string;
  outcome?: string;
  eventIs?: string;
  level?: number;
}

interface Pooling<Model> {
  model?: Model;
  /** With random effects only. */
  adjustment?: 'knapp-hartung' | 'none';
  level?: number;
}

interface PlannedTest {
  power?: number;
  alpha?: number;
  sides?: 1 | 2;
}

interface PlannedGroups {
  ratio?: number;
  first?: number;
  second?: number;
}

/** What was predicted: 1 and 0, or a column of words and the one that means it; and whose rows they are. */
interface Predicted {
  outcome: string;
  outcomeIs?: string;
  person?: string;
  level?: number;
}

/** How persons are drawn. */
interface Resampling {
  resamples?: number;
  seed?: number;
}

/** One a method of the statistics cell. */
export interface Analyses extends GroupAnalyses {
  /** How the mean of a number differs with what may explain it. */
  linear(table: AnyTable, request: OutcomeModel & RobustErrors & Imputing): Promise<Analysis>;
  /** Odds ratios of a yes or no. */
  logistic(
    table: AnyTable,
    request: OutcomeModel & RobustErrors & Imputing & { eventIs?: string; interval?: 'wald' | 'profile' }
  ): Promise<Analysis>;
  /** Odds ratios by Firth's penalised likelihood. */
  firth(
    table: AnyTable,
    request: OutcomeModel & { eventIs?: string; interval?: 'profile' | 'wald' }
  ): Promise<Analysis>;
  /** Rate ratios of counts. */
  poisson(table: AnyTable, request: OutcomeModel & RobustErrors & Imputing & { exposure?: string }): Promise<Analysis>;
  /** Rate ratios of counts that vary more than Poisson's. */
  negativeBinomial(table: AnyTable, request: OutcomeModel & RobustErrors & { exposure?: string }): Promise<Analysis>;
  /** Odds ratios of a higher category. */
  ordinal(table: AnyTable, request: OutcomeModel & { order?: (string | number)[] }): Promise<Analysis>;
  /** A mean, where rows of one group are alike: a random intercept. */
  linearMixed(
    table: AnyTable,
    request: Model & { outcome: string; group: string; level?: number; criterion?: 'reml' | 'ml' }
  ): Promise<Analysis>;
  /** Odds ratios within a group: a random intercept. */
  logisticMixed(
    table: AnyTable,
    request: Model & { outcome: string; group: string; level?: number; eventIs?: string; quadrature?: number }
  ): Promise<Analysis>;
  /** Correlations of each pair of columns, adjusted by Holm. */
  correlation(
    table: AnyTable,
    request: { columns: string[]; coefficient?: 'pearson' | 'spearman' | 'kendall'; level?: number }
  ): Promise<Analysis>;
  /** Treated compared with others of a near propensity score. */
  propensityMatching(
    table: AnyTable,
    request: Treatment & { ratio?: number; caliper?: number; replace?: boolean }
  ): Promise<Analysis>;
  /** Treated compared with others by weights of their propensity score. */
  propensityWeighting(
    table: AnyTable,
    request: Treatment & { estimand?: 'ate' | 'att' | 'overlap'; truncate?: number }
  ): Promise<Analysis>;
  /** Change of level and slope of a series from a point on. */
  interruptedSeries(
    table: AnyTable,
    request: { value: string; start: number; time?: string; lag?: number; level?: number }
  ): Promise<Analysis>;
  /** Share of those without the event over time by group, with the log-rank test. */
  kaplanMeier(
    table: AnyTable,
    request: FollowUp & {
      group?: string;
      strata?: string;
      at?: number[];
      until?: number;
      rho?: number;
      interval?: 'log-log' | 'log' | 'plain';
      zoom?: boolean;
      level?: number;
    }
  ): Promise<Analysis>;
  /** Differences of the mean times without the event up to a time, by Kaplan and Meier. */
  restrictedMean(
    table: AnyTable,
    request: FollowUp & { group: string; reference?: string; until?: number; level?: number }
  ): Promise<Analysis>;
  /** Hazard ratios by Cox's regression. */
  cox(
    table: AnyTable,
    request: FollowUp &
      Model &
      Imputing & {
        strata?: string;
        cluster?: string;
        weights?: string;
        ties?: 'efron' | 'breslow';
        robust?: boolean;
        level?: number;
      }
  ): Promise<Analysis>;
  /** Cumulative incidence of competing events by Aalen and Johansen, with Gray's test. */
  cumulativeIncidence(
    table: AnyTable,
    request: Endings & {
      cause?: string;
      group?: string;
      at?: number[];
      interval?: 'log-log' | 'log' | 'plain';
      level?: number;
    }
  ): Promise<Analysis>;
  /** Subdistribution hazard ratios of one of several competing events by Fine and Gray. */
  fineGray(table: AnyTable, request: Endings & Model & { cause: string; level?: number }): Promise<Analysis>;
  /** Pools estimates of studies; ratios as logarithms. Errors come of `se`, or of both limits. */
  metaAnalysis(
    table: AnyTable,
    request: {
      estimate: string;
      se?: string;
      lower?: string;
      upper?: string;
      study?: string;
      measure?:
        | 'effect'
        | 'mean-difference'
        | 'standardised-difference'
        | 'risk-difference'
        | 'odds-ratio'
        | 'risk-ratio'
        | 'hazard-ratio'
        | 'rate-ratio';
      logs?: boolean;
      limitsLevel?: number;
    } & Pooling<'reml' | 'dersimonian-laird' | 'paule-mandel' | 'fixed'>
  ): Promise<Analysis>;
  /** Pools events and persons of two groups in each study. */
  metaCounts(
    table: AnyTable,
    request: {
      events: string;
      persons: string;
      controlEvents: string;
      controlPersons: string;
      study?: string;
      measure?: 'odds-ratio' | 'risk-ratio' | 'risk-difference';
    } & Pooling<'mantel-haenszel' | 'peto' | 'reml' | 'dersimonian-laird' | 'paule-mandel' | 'fixed'>
  ): Promise<Analysis>;
  /** PRR, ROR, IC and EBGM of all pairs of drug and event among reports. */
  signals(
    table: AnyTable,
    request: {
      report: string;
      drug: string;
      event: string;
      score?: 'ebgm' | 'ic' | 'ror' | 'prr';
      least?: number;
      level?: number;
    }
  ): Promise<Analysis>;
  /** Self-controlled case series: events after an exposure against the rest of the same person's time. */
  caseSeries(
    people: AnyTable,
    request: {
      person: string;
      start: string;
      end: string;
      birth?: string;
      events: AnyTable;
      eventPerson: string;
      eventDay: string;
      exposures: AnyTable;
      exposurePerson: string;
      exposureDay: string;
      windows: { name: string; from: number; to: number }[];
      ageCuts?: number[];
      level?: number;
    }
  ): Promise<Analysis>;
  /** Persons for a t test, or with `first` (and `second`) its power. */
  planMeans(
    request: { difference: number; sd: number; design?: 'independent' | 'paired' } & PlannedGroups & PlannedTest
  ): Promise<Analysis>;
  /** Persons for a χ² test of two proportions, or with `first` and `second` its power. */
  planProportions(
    request: { firstProportion: number; secondProportion: number; continuity?: boolean } & PlannedGroups & PlannedTest
  ): Promise<Analysis>;
  /** Events, and persons, for a log-rank test, or with `events` its power. */
  planSurvival(
    request: {
      hazardRatio: number;
      eventShare?: number;
      events?: number;
      ratio?: number;
      by?: 'schoenfeld' | 'freedman';
    } & PlannedTest
  ): Promise<Analysis>;
  /** Persons or events for an interval of a given width. */
  planPrecision(request: {
    proportion?: number;
    rate?: number;
    halfWidth?: number;
    factor?: number;
    interval?: 'wilson' | 'wald';
    level?: number;
  }): Promise<Analysis>;
  /** Persons where whole groups of them are studied. */
  planClusters(request: { persons: number; size: number; icc: number; variation?: number }): Promise<Analysis>;
  /** AUC of a score with DeLong's interval, or by drawing persons; of two scores their difference. */
  roc(table: AnyTable, request: Predicted & Resampling & { score: string; second?: string }): Promise<Analysis>;
  /** Average precision of a score with an interval by drawing persons. */
  precisionRecall(table: AnyTable, request: Predicted & Resampling & { score: string }): Promise<Analysis>;
  /** Whether predicted risks are right: observed over expected, slope, in the large, Brier score, ICI. */
  calibration(
    table: AnyTable,
    request: Predicted & { risk: string; groups?: number; span?: number }
  ): Promise<Analysis>;
  /** Net benefit of acting by a predicted risk, against acting on all or none. */
  decisionCurve(
    table: AnyTable,
    request: Predicted & { risk: string; second?: string; at?: number[]; until?: number }
  ): Promise<Analysis>;
  /** Sensitivity, specificity, PPV and NPV of a score from a threshold on. */
  classification(table: AnyTable, request: Predicted & { score: string; threshold: number }): Promise<Analysis>;
  /** AUC, average precision, Brier score and calibration with intervals by drawing persons. */
  performance(table: AnyTable, request: Predicted & Resampling & { risk: string; ici?: boolean }): Promise<Analysis>;
  /** Agreement of two or more raters about levels, beyond chance. */
  kappa(
    table: AnyTable,
    request: { raters: string[]; weights?: 'none' | 'linear' | 'quadratic'; order?: string[]; level?: number }
  ): Promise<Analysis>;
  /** Bias and limits of agreement of two measurements; with a person, of several pairs each. */
  blandAltman(
    table: AnyTable,
    request: { first: string; second: string; person?: string; coverage?: number; level?: number }
  ): Promise<Analysis>;
  /** Intraclass correlation of raters that are columns, or of rows of value, person and rater. */
  intraclass(
    table: AnyTable,
    request: {
      raters?: string[];
      value?: string;
      person?: string;
      rater?: string;
      form?: 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)';
      level?: number;
    }
  ): Promise<Analysis>;
  /** Lin's concordance correlation of two measurements. */
  concordance(table: AnyTable, request: { first: string; second: string; level?: number }): Promise<Analysis>;
}
