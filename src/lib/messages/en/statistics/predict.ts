import type { Values } from '$workers/shared/errors';
import { limits } from './sentence';

/** How well a prediction works: the methods, their fields and their sentences. */
export const predict = {
  methods: {
    roc: 'ROC curve, AUC',
    'precision-recall': 'Precision and recall',
    calibration: 'Calibration',
    'decision-curve': 'Decision curve',
    classification: 'Calls at a threshold',
    performance: 'Performance by bootstrap'
  },
  abouts: {
    roc: 'How well a score ranks those with the outcome above those without; two scores compared on the same rows.',
    'precision-recall': 'For rare outcomes: how many calls are right, and how many with the outcome are called.',
    calibration: 'Whether predicted risks are right: on average, in their spread, and along the whole curve.',
    'decision-curve': 'Whether acting by a predicted risk is worth more than acting on all or on none.',
    classification: 'Sensitivity, specificity, PPV and NPV of a score from a threshold on.',
    performance: 'AUC, average precision, Brier score and calibration with intervals by drawing persons.'
  },
  fields: {
    predicted_outcome: 'Outcome',
    score: 'Score or risk',
    second_score: 'Second score',
    risk: 'Predicted risk',
    second_risk: 'Second risk',
    risk_or_score: 'Predicted risk',
    whose_rows: 'Person',
    resamples: 'Resamples',
    seed: 'Seed',
    risk_groups: 'Groups of risk',
    span: 'Span of the curve',
    thresholds: 'Net benefit at',
    highest_threshold: 'Highest threshold',
    threshold: 'Threshold',
    ici: 'ICI too'
  },
  help: {
    predicted_outcome: 'Yes where it happened, no where it did not: 1 and 0, or in words.',
    score: 'Any numbers, higher where the outcome is more likely.',
    second_score: 'Compared with the first, on the rows that have both.',
    risk: 'Probabilities from 0 to 1: 2 % is 0.02.',
    second_risk: 'Drawn beside the first, on the rows that have both.',
    risk_or_score: 'Probabilities from 0 to 1. Of other scores, AUC and average precision only.',
    whose_rows: 'Where a person has several rows, such as hours: intervals then go by persons.',
    resamples: 'How often persons are drawn.',
    seed: 'The same number draws the same persons.',
    risk_groups: 'About equally many rows each, by rising risk.',
    span: 'Share of the rows that each place of the smooth curve looks at.',
    thresholds: 'Risks from which one would act: 0.1 is 10 %. Left out: 0.1.',
    threshold: 'A score at or above it is a call.',
    ici: 'Mean distance of the calibration curve from the diagonal; takes long with many rows.'
  },
  tests: {
    delong: 'DeLong’s test',
    'auc-bootstrap': 'Difference over resampled persons'
  },
  facts: {
    'with-outcome': 'With the outcome',
    persons: 'Persons',
    prevalence: 'Share with the outcome',
    called: 'Called',
    resamples: 'Resamples',
    seed: 'Seed'
  },
  says: {
    auc: (v: Values) => `AUC of ${v.of} for ${v.outcome}: ${v.estimate}${limits(v)}.`,
    'auc-differs': (v: Values) =>
      `The AUCs of ${v.first} and ${v.second} differ: ${v.first} minus ${v.second}, ${v.estimate}${limits(v)}.`,
    'auc-alike': (v: Values) =>
      `The data do not show that the AUCs of ${v.first} and ${v.second} differ: ${v.first} minus ${v.second}, ${v.estimate}${limits(v)}.`,
    youden: (v: Values) =>
      `From ${v.threshold} on, Youden’s threshold, ${v.score} has a sensitivity of ${v.sensitivity} and a specificity of ${v.specificity} in these data.`,
    'average-precision': (v: Values) =>
      `Average precision of ${v.of} for ${v.outcome}: ${v.estimate}${limits(v)}; a score that tells nothing would have ${v.estimate2}.`,
    'calibration-more': (v: Values) =>
      `${v.outcome} came more often than ${v.of} predicted: ${v.events} of ${v.n}, with ${v.expected} expected; observed over expected ${v.estimate}${limits(v)}.`,
    'calibration-fewer': (v: Values) =>
      `${v.outcome} came less often than ${v.of} predicted: ${v.events} of ${v.n}, with ${v.expected} expected; observed over expected ${v.estimate}${limits(v)}.`,
    'calibration-as-many': (v: Values) =>
      `The data do not show that ${v.outcome} came more or less often than ${v.of} predicted: ${v.events} of ${v.n}, with ${v.expected} expected; observed over expected ${v.estimate}${limits(v)}.`,
    'calibration-too-extreme': (v: Values) =>
      `The risks are too extreme, high ones too high and low ones too low: slope ${v.estimate}${limits(v)}, where 1 is right.`,
    'calibration-too-alike': (v: Values) =>
      `The risks are too much alike, high ones too low and low ones too high: slope ${v.estimate}${limits(v)}, where 1 is right.`,
    'calibration-spread-fits': (v: Values) =>
      `The data do not show that the risks are too extreme or too much alike: slope ${v.estimate}${limits(v)}, where 1 is right.`,
    'calibration-off': (v: Values) =>
      `A predicted risk lies on average ${v.points} percentage points from the observed share along the smooth curve (ICI).`,
    'net-benefit-between': (v: Values) =>
      `Acting by ${v.risk} is worth more than acting on all or on none at thresholds from ${v.fromShare} to ${v.toShare}.`,
    'net-benefit-mostly': (v: Values) =>
      `Acting by ${v.risk} is worth more than acting on all or on none at thresholds from ${v.fromShare} to ${v.toShare}, and at a few apart from these.`,
    'net-benefit-never': (v: Values) =>
      `Acting by ${v.risk} is at no threshold worth more than acting on all or on none.`,
    'net-benefit-at-more': (v: Values) =>
      `From a risk of ${v.thresholdShare} on, the net benefit of ${v.risk} is ${v.estimate}${limits(v)}, more than that of acting on all (${v.estimate2}) or on none (0).`,
    'net-benefit-at-not-more': (v: Values) =>
      `From a risk of ${v.thresholdShare} on, the net benefit of ${v.risk} is ${v.estimate}${limits(v)}, no more than that of acting on all (${v.estimate2}) or on none (0).`,
    'classification-finds': (v: Values) =>
      `From ${v.threshold} on, ${v.score} calls ${v.hits} of the ${v.events} with ${v.outcome}: sensitivity ${v.estimate}${limits(v)}.`,
    'classification-leaves': (v: Values) =>
      `Of the ${v.others} without, ${v.right} are not called: specificity ${v.estimate}${limits(v)}.`,
    'classification-calls': (v: Values) =>
      `Of the ${v.calls} called, ${v.hits} have the outcome: PPV ${v.estimate}${limits(v)}.`,
    'classification-silent': (v: Values) =>
      `Of the ${v.silent} not called, ${v.right} do not have it: NPV ${v.estimate}${limits(v)}.`
  }
};
