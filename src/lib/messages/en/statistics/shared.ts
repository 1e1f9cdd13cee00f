/** Fields, tests and facts that several questions share. */
export const shared = {
  fields: {
    group: 'Groups',
    strata: 'Strata',
    level: 'Level of confidence',
    predictors: 'Predictors',
    formula: 'Formula',
    references: 'Compare with',
    cluster: 'Rows that belong together',
    weights: 'Weights'
  },
  help: {
    group: 'Left out: all together.',
    predictors: 'Columns that may explain the outcome; each is adjusted for the others.',
    formula: 'Instead of predictors, to say more: `age + sex * hospital + ns(hour, 3)`.',
    references: 'The level of a category that the others are compared with.',
    strata: 'Compared within each of its groups.',
    cluster: 'A column with the same value for rows that are not independent: of one person, of one hospital.'
  },
  tests: {
    'likelihood-ratio': 'Likelihood ratio',
    wald: 'Wald',
    score: 'Score'
  },
  facts: {
    events: 'Events',
    coefficients: 'Coefficients',
    concordance: 'Concordance',
    'log-likelihood': 'Log-likelihood',
    aic: 'AIC'
  }
};
