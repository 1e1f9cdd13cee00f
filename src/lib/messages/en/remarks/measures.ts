/** Measures of prediction by their names in results. */
const measures: Readonly<Record<string, string>> = {
  auc: 'AUC',
  'auc-first': 'AUC of the first score',
  'auc-second': 'AUC of the second score',
  'auc-difference': 'difference of the AUCs',
  'average-precision': 'average precision',
  brier: 'Brier score',
  'brier-scaled': 'scaled Brier score',
  'log-loss': 'log loss',
  'calibration-slope': 'slope of calibration',
  'calibration-in-the-large': 'calibration in the large',
  'observed-expected': 'observed over expected',
  ici: 'ICI',
  sensitivity: 'sensitivity',
  specificity: 'specificity',
  ppv: 'positive predictive value',
  npv: 'negative predictive value',
  'lr-positive': 'positive likelihood ratio',
  'lr-negative': 'negative likelihood ratio',
  f1: 'F1',
  mcc: 'Matthews correlation',
  'balanced-accuracy': 'balanced accuracy'
};

export const measureName = (name: string | number | undefined): string =>
  (Object.hasOwn(measures, String(name)) && measures[String(name)]) || String(name);
