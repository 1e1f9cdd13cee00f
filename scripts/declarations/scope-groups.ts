/*
 * What analyses that describe and compare groups take, for the compiler to read beside `scope.ts`: nothing here ever runs.
 */
import type { ColumnTable } from '../../workers/sandbox/column-table';
import type { LazyTable } from '../../workers/sandbox/lazy-table';
import type { Analysis } from './scope-analyses';

type AnyTable = LazyTable | ColumnTable;

/** Two columns of a row; or a value, its condition and its person, a row each. */
interface PairsOf {
  before?: string;
  after?: string;
  value?: string;
  condition?: string;
  person?: string;
  reference?: string;
  level?: number;
}

type Adjust = 'holm' | 'benjamini-hochberg' | 'benjamini-yekutieli' | 'bonferroni' | 'unadjusted';
type Effect = 'risk-difference' | 'risk-ratio' | 'odds-ratio';

/** One a method of the statistics cell. */
export interface GroupAnalyses {
  /** Table 1: means, medians and shares by group, with standardised differences and tests. */
  tableOne(
    table: AnyTable,
    request: {
      variables: string[];
      group?: string;
      show?: Record<string, 'mean' | 'median' | 'levels'>;
      tests?: boolean;
      adjust?: Adjust;
      level?: number;
    }
  ): Promise<Analysis>;
  /** n, missing, mean, quartiles and spread of each column. */
  describe(table: AnyTable, request: { variables: string[]; level?: number }): Promise<Analysis>;
  /** Events over time at risk with exact limits, and ratios of the groups' rates. */
  incidenceRates(
    table: AnyTable,
    request: {
      events: string;
      eventsIs?: string;
      time: string;
      group?: string;
      reference?: string;
      per?: number;
      adjust?: Adjust;
      level?: number;
    }
  ): Promise<Analysis>;
  /** Rates standardised by strata: directly by the weights of a standard, or indirectly by its rates. */
  standardise(
    table: AnyTable,
    request: {
      events: string;
      eventsIs?: string;
      time: string;
      strata: string;
      group?: string;
      how?: 'direct' | 'indirect';
      standard?: AnyTable;
      standardStrata?: string;
      standardTime?: string;
      standardEvents?: string;
      per?: number;
      level?: number;
    }
  ): Promise<Analysis>;
  /** Differences of means between groups by t tests and analysis of variance, or from a value. */
  means(
    table: AnyTable,
    request: {
      outcomes: string[];
      group?: string;
      reference?: string;
      against?: number;
      variances?: 'welch' | 'equal-variances';
      adjust?: Adjust;
      level?: number;
    }
  ): Promise<Analysis>;
  /** Change of values in the same persons, after minus before. */
  paired(table: AnyTable, request: PairsOf & { test?: 'paired-t' | 'signed-rank' }): Promise<Analysis>;
  /** Shift of values between groups by Wilcoxon's rank-sum test, or the test of Kruskal and Wallis. */
  ranks(
    table: AnyTable,
    request: { outcomes: string[]; group: string; reference?: string; adjust?: Adjust; level?: number }
  ): Promise<Analysis>;
  /** Risks by group: difference, ratio, odds ratio, with χ² or Fisher's exact test. */
  proportions(
    table: AnyTable,
    request: {
      outcome: string;
      outcomeIs?: string;
      group: string;
      reference?: string;
      effect?: Effect;
      test?: 'auto' | 'chi-square' | 'fisher';
      yates?: boolean;
      addHalf?: boolean;
      adjust?: Adjust;
      level?: number;
    }
  ): Promise<Analysis>;
  /** Change of yes and no, or of levels, in the same persons: McNemar, Bowker. */
  pairedProportions(
    table: AnyTable,
    request: PairsOf & { outcomeIs?: string; test?: 'auto' | 'exact' | 'chi-square' }
  ): Promise<Analysis>;
  /** Two groups within strata, pooled by Mantel and Haenszel. */
  stratified(
    table: AnyTable,
    request: {
      outcome: string;
      outcomeIs?: string;
      group: string;
      reference?: string;
      strata: string;
      effect?: Effect;
      level?: number;
    }
  ): Promise<Analysis>;
}
