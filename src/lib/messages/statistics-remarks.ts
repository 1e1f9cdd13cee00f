import type { Values } from '$workers/shared/errors';
import * as en from './en/statistics-remarks';
import { follow } from './follow';

type Code = keyof typeof en.statisticsRemarks;

/** What a result says beside its numbers, as the engine gives it. */
interface Remark {
  code: string;
  values: Values;
}

/**
 * How much a remark matters: a `note` tells what was assumed or done, a `check` is left to the reader's judgement, a `warn`
 * is something without which the numbers are misread.
 */
export type RemarkGrade = 'note' | 'check' | 'warn';

const words = follow(en.statisticsRemarks, (rooms) => rooms['statistics-remarks'].statisticsRemarks);

export const remarkGrades: Readonly<Record<Code, RemarkGrade>> = {
  'test-expected-small': 'warn',
  'test-level-not-reached': 'warn',
  'test-zeros-left-out': 'note',
  'test-no-variation': 'note',
  'test-monte-carlo': 'note',
  'test-odds-ratio-zero': 'check',
  'test-odds-ratio-unbounded': 'check',
  'test-zero-cell': 'check',
  'test-few-discordant': 'warn',
  'test-correlation-perfect': 'warn',
  'test-adjusted': 'note',
  'test-variances-free': 'note',
  'test-variances-checked': 'check',
  'test-variances-rejected': 'warn',
  'test-normal-checked': 'check',
  'test-normal-rejected': 'warn',
  'test-normal-rejected-many': 'check',
  'test-fisher-chosen': 'note',
  'agreement-perfect': 'check',
  'agreement-no-spread': 'check',
  'agreement-one-line': 'warn',
  'agreement-bias-changes': 'warn',
  'agreement-spread-changes': 'warn',
  'table-one-median': 'note',
  'table-one-not-tested': 'check',
  'table-one-single-group': 'note',
  'table-one-no-smd': 'note',
  'regression-overdispersion': 'warn',
  'regression-weights-zero': 'note',
  'regression-clusters-few': 'warn',
  'regression-aliased': 'warn',
  'regression-events-few': 'warn',
  'regression-odds-unequal': 'warn',
  'regression-level-unused': 'note',
  'regression-event': 'note',
  'regression-separation-avoided': 'warn',
  'mixed-groups-few': 'warn',
  'mixed-singular': 'check',
  'mixed-quadrature': 'warn',
  'mixed-imprecise': 'warn',
  'regression-rows-few': 'warn',
  'regression-normal-checked': 'check',
  'regression-normal-rejected': 'check',
  'regression-spread-checked': 'check',
  'regression-spread-rejected': 'warn',
  'regression-dispersion-checked': 'check',
  'regression-odds-checked': 'check',
  'regression-odds-assumed': 'note',
  'survival-proportional-assumed': 'note',
  'survival-proportional-checked': 'check',
  'survival-proportional-rejected': 'warn',
  'survival-interaction': 'check',
  'survival-rows-missing': 'check',
  'survival-aliased': 'warn',
  'survival-few-events': 'warn',
  'survival-few-clusters': 'warn',
  'survival-all-censored': 'note',
  'survival-risk-set-emptied': 'warn',
  'survival-ph-undetermined': 'check',
  'survival-censoring-assumed': 'note',
  'survival-mean-few-events': 'check',
  'competing-one-cause': 'check',
  'competing-kaplan-meier-overstates': 'check',
  'competing-subdistribution': 'note',
  'competing-proportional-assumed': 'note',
  'competing-aliased': 'warn',
  'competing-few-events': 'warn',
  'competing-no-event-in-group': 'note',
  'prediction-resamples-undefined': 'check',
  'prediction-undefined': 'note',
  'prediction-no-spread': 'warn',
  'prediction-score-reversed': 'warn',
  'prediction-curve-joined': 'note',
  'prediction-brier-not-scaled': 'note',
  'prediction-rows-not-persons': 'warn',
  'prediction-few-events': 'warn',
  'prediction-youden-optimistic': 'check',
  'prediction-persons-resampled': 'check',
  'prediction-no-interval': 'warn',
  'prediction-no-slope-certain': 'warn',
  'prediction-no-slope-constant': 'warn',
  'prediction-no-slope-separation': 'warn',
  'prediction-no-slope-converged': 'warn',
  'prediction-no-curve': 'check',
  'prediction-net-benefit-odds': 'note',
  'prediction-threshold-before': 'note',
  'prediction-prevalence': 'note',
  'prediction-not-risks': 'check',
  'prediction-rows-resampled': 'note',
  'prediction-model-not-refitted': 'note',
  'agreement-dependence-checked': 'note',
  'agreement-normal-assumed': 'note',
  'agreement-repeated': 'note',
  'agreement-range-matters': 'note',
  'agreement-form-before': 'note',
  'agreement-order': 'check',
  'epidemiology-strata-left-out': 'note',
  'epidemiology-zero-cell': 'warn',
  'epidemiology-corrected': 'warn',
  'epidemiology-few': 'warn',
  'epidemiology-heterogeneous': 'warn',
  'epidemiology-homogeneous-checked': 'check',
  'epidemiology-indirect-not-between': 'note',
  'epidemiology-no-event': 'note',
  'epidemiology-stratum-empty': 'warn',
  'pharmacovigilance-many-pairs': 'warn',
  'pharmacovigilance-prior-narrow': 'warn',
  'pharmacovigilance-no-prior': 'check',
  'pharmacovigilance-series-assumptions': 'note',
  'pharmacovigilance-without-event': 'note',
  'pharmacovigilance-events-outside': 'check',
  'pharmacovigilance-repeated': 'check',
  'pharmacovigilance-few-events': 'warn',
  'pharmacovigilance-one-part': 'check',
  'pharmacovigilance-flat': 'check',
  'pharmacovigilance-zero-cell': 'check',
  'meta-silent-studies': 'note',
  'meta-half-added': 'check',
  'meta-half-shown': 'note',
  'meta-few-studies': 'warn',
  'meta-knapp-hartung-narrower': 'warn',
  'meta-fixed-heterogeneous': 'check',
  'meta-tau-limits-collapsed': 'check',
  'meta-egger-few': 'warn',
  'meta-egger-collinear': 'note',
  'meta-egger-perfect': 'check',
  'meta-egger-two': 'note',
  'meta-egger-odds': 'note',
  'meta-limits-uneven': 'warn',
  'power-equal-spread': 'note',
  'power-few-persons': 'check',
  'power-few-expected': 'warn',
  'power-few-clusters': 'warn',
  'power-proportional-hazards': 'note',
  'propensity-trimmed-rows': 'note',
  'propensity-truncated': 'note',
  'propensity-heavy-weight': 'warn',
  'propensity-no-ratio': 'note',
  'propensity-unmatched': 'warn',
  'propensity-controls-again': 'note',
  'propensity-imbalance': 'warn',
  'propensity-no-common-range': 'warn',
  'propensity-extreme-scores': 'warn',
  'propensity-unmeasured': 'note',
  'series-points-few': 'warn',
  'series-no-other-change': 'note',
  'imputation-not-needed': 'note',
  'imputation-at-random': 'note',
  'imputation-more-sets': 'check'
};

/** A remark of a result in the language of the interface: what was assumed or seen, and what to do. */
export function statisticsRemark({ code, values }: Remark): string {
  return words[known(code)](values);
}

export const remarkGrade = ({ code }: Remark): RemarkGrade => remarkGrades[known(code)];

/** @throws `Error`, a mistake in the program: a test holds the words against all codes of the engine */
function known(code: string): Code {
  if (!Object.hasOwn(en.statisticsRemarks, code)) throw new Error(`No words for the remark ${code}`);
  return code as Code;
}
