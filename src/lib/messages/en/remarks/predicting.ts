import type { Values } from '$workers/shared/errors';
import { figure, many, p, percent } from './figures';

/** Remarks of what is told of predictions and of agreement as a whole. */
export const predicting = {
  'prediction-youden-optimistic': (v: Values) =>
    `Youden’s threshold was found in these data, so its sensitivity and specificity are better than they will be elsewhere.${v.ties === 1 ? '' : ` ${figure(v.ties)} thresholds do equally well; the lowest is given.`}`,
  'prediction-persons-resampled': (v: Values) =>
    `${many(v.rows, 'row', 'rows')} of ${many(v.persons, 'person', 'persons')}: rows of a person are alike, so persons were drawn.${v.lower === undefined ? '' : ` DeLong’s interval, which takes rows for persons, would be ${figure(v.lower)} to ${figure(v.upper)} for ${v.score}: it may be much too narrow.`}`,
  'prediction-no-interval': () =>
    'There is no interval: there are too few persons with one of the outcomes to draw from. Report the estimate alone, with how many there were.',
  'prediction-no-slope-certain': (v: Values) =>
    `${many(v.rows, 'risk is', 'risks are')} exactly 0 or 1, so there is no slope of calibration. Ask the model for its unrounded risks.`,
  'prediction-no-slope-constant': () => 'All risks are the same, so there is no slope of calibration.',
  'prediction-no-slope-separation': () =>
    'The risks separate the outcomes completely, so the slope of calibration has no finite estimate. Check that the prediction does not contain the outcome.',
  'prediction-no-slope-converged': () =>
    'The model of calibration did not converge, so there is no slope. Look at risks very close to 0 or 1.',
  'prediction-no-curve': () => 'There are too few rows for a smooth curve: look at the groups of risk.',
  'prediction-net-benefit-odds': () =>
    'A threshold is a judgement: acting from a risk of 10 % on says that missing one person with the outcome is as bad as acting on nine without. Choose it before looking at the curve.',
  'prediction-threshold-before': () =>
    'The threshold is taken as chosen before looking at these data. Chosen by them, these measures are too good.',
  'prediction-prevalence': (v: Values) =>
    `PPV and NPV hold where ${percent(v.share)} have the outcome, as here; where it is rarer, PPV is lower.`,
  'prediction-not-risks': (v: Values) =>
    `${many(v.rows, 'value is', 'values are')} no probability from 0 to 1, so there is no Brier score and no calibration.`,
  'prediction-rows-resampled': () =>
    'Each row was drawn as a person. Where a person has several rows, name the column of persons, or the intervals are too narrow.',
  'prediction-rows-as-persons': () =>
    'Each row counts as a person of its own. Where a person has several rows, name the column of persons, or the intervals are too narrow.',
  'prediction-model-not-refitted': () =>
    'The model itself was not fitted again: on the data that it was made from, its performance looks better than it is.',
  'agreement-dependence-checked': (v: Values) =>
    `Whether the difference changes with the size of what is measured was looked at: these data do not show it (${p(v.p)}).`,
  'agreement-normal-assumed': () =>
    'The limits take differences for normal. Look at the plot for values that stand apart, and for a long tail.',
  'agreement-repeated': (v: Values) =>
    `${many(v.pairs, 'pair', 'pairs')} of measurements; those of the same person count together, and the true value may change from pair to pair.`,
  'agreement-range-matters': () =>
    'The coefficient depends on how much persons differ: the same errors look better among persons who differ more. Do not compare it between groups of other range.',
  'agreement-form-before': () =>
    'The form is to be chosen before looking: by who the raters are, and whether one rating or their mean will be used. The others are in the table of forms.',
  'agreement-order': (v: Values) => `Weights go by this order of levels: ${v.levels}.`
};
