import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const predictionFailures = {
  'prediction-no-rows': {
    message: () => 'No row has both an outcome and a prediction.',
    hint: () => 'Check which of the columns are empty.'
  },
  'prediction-one-class': {
    message: (v) => `All ${counted(v.rows, 'row has', 'rows have')} the same outcome, so ${v.measure} is not defined.`,
    hint: () => 'Choose data in which the outcome occurs, and does not occur, at least once.'
  },
  'prediction-risk-range': {
    message: (v) => `${counted(v.rows, 'predicted risk is', 'predicted risks are')} not between 0 and 1.`,
    hint: () => 'Give probabilities: 2 % is 0.02. For a score that is no probability take ROC or precision and recall.'
  },
  'prediction-risk-certain': {
    message: (v) =>
      `${counted(v.rows, 'predicted risk is', 'predicted risks are')} exactly 0 or 1, where log odds are endless.`,
    hint: () => 'Ask the model for its unrounded risks, or take the calibration curve, which needs no log odds.'
  },
  'prediction-log-loss-endless': {
    message: (v) =>
      `${counted(v.rows, 'row was', 'rows were')} predicted with certainty and turned out otherwise: the log loss is endless.`,
    hint: () => 'Ask the model for its unrounded risks, or take the Brier score.'
  },
  'prediction-risk-constant': {
    message: () => 'All predicted risks are the same, so there is no slope of calibration.',
    hint: () => 'Compare the mean risk with the observed share instead.'
  },
  'prediction-separation': {
    message: () =>
      'The predicted risks separate the outcomes completely, so the slope of calibration has no finite estimate.',
    hint: () => 'Check that the prediction does not contain the outcome; look at the calibration curve instead.'
  },
  'prediction-not-converged': {
    message: () => 'The calibration model did not converge.',
    hint: () => 'Look at the calibration curve, and at risks very close to 0 or 1.'
  },
  'prediction-threshold-range': {
    message: (v) => `A threshold of ${v.of} ${v.rule}.`,
    hint: () => 'Write 10 % as 0.1.'
  },
  'prediction-span-range': {
    message: () => 'The span of the calibration curve is a share of the rows above 0, up to 1.',
    hint: () => 'Take 0.75, as papers do.'
  },
  'prediction-span-few': {
    message: (v) => `The span holds ${counted(v.rows, 'row', 'rows')}: a local curve needs at least 4.`,
    hint: () => 'Give more rows or a wider span.'
  },
  'prediction-groups-range': {
    message: () => 'The number of groups of risk is whole, from 2 to 1,000.',
    hint: () => 'Take 10.'
  },
  'prediction-bootstrap-options': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Take 2,000 resamples and any whole number from 0 as seed.'
  },
  'prediction-bootstrap-undefined': {
    message: (v) => `In ${v.failed} of ${v.resamples} resamples ${v.measure} was not defined.`,
    hint: () => 'There are too few persons of one outcome for an interval by resampling: report the estimate alone.'
  },
  'prediction-one-person': {
    message: () => 'All rows belong to the same person, so persons cannot be resampled.',
    hint: () => 'Give the rows of more persons.'
  }
} satisfies Catalogue<string>;

export const fail = failures(predictionFailures);
