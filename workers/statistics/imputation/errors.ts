import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const imputationFailures = {
  'imputation-too-few': {
    message: (v) =>
      `${counted(v.completed, 'completed data set is', 'completed data sets are')} too few: at least 2 are needed to see how far they differ.`,
    hint: () => 'Take 20, or as many as the percentage of incomplete rows.'
  },
  'imputation-unlike': {
    message: () => 'The fits of the completed data sets have different coefficients.',
    hint: () => 'A level that is in some of them only is left out of the model, or joined with another.'
  },
  'imputation-error': {
    message: (v) => `The estimate of ${v.name} has no standard error in one of the completed data sets.`,
    hint: () => 'Pool estimates with a standard error: medians and exact limits have none.'
  },
  'imputation-degrees': {
    message: () => 'The degrees of freedom of the complete data are a number above 0.',
    hint: () => 'Give rows less coefficients, or leave it out for a large sample.'
  },
  'imputation-option': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct the number, or leave it out where it has a default.'
  },
  'imputation-method': {
    message: (v) => `${v.column} cannot be filled by the method ${v.method}.`,
    hint: () => 'Numbers take pmm or norm, yes and no logreg. Words with three levels and more cannot be filled.'
  },
  'imputation-observed': {
    message: (v) => `${v.column} has ${counted(v.rows, 'value', 'values')}: too few to fill the rest from.`,
    hint: () => 'Leave the column out, or fill it by fewer others.'
  },
  'imputation-one-class': {
    message: (v) => `${v.column} is always the same where it is known.`,
    hint: () => 'Leave the column out.'
  },
  'imputation-complete': {
    message: () => 'Nothing is missing in these columns.',
    hint: () => 'Analyse them as they are.'
  },
  'imputation-predictor': {
    message: (v) => `${v.column} cannot help to fill others: it holds neither numbers, yes and no, nor words with at most ${v.most} levels.`, // prettier-ignore
    hint: () => 'Leave identifiers and times out.'
  },
  'imputation-not-fitted': {
    message: (v) => `The model that fills ${v.column} could not be fitted.`,
    hint: () => 'Leave out columns that repeat each other, or use pmm.'
  }
} satisfies Catalogue<string>;

export const fail = failures(imputationFailures);
