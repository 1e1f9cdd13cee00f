import type { Values } from '$workers/shared/errors';
import { counted } from '../pages';
import { limits } from './sentence';

/** "one day more of age", "one unit more of age". */
const more = ({ unit, of }: Values) => `${unit === '' ? 'unit' : unit} more of ${of}`;
const levels = ({ of, with: level, reference }: Values) => [`${of} ${level}`, `${of} ${reference}`] as const;
/** Where a term interacts with others: at which of their values its coefficient holds. */
const where = (v: Values) => (v.where === undefined ? '' : ` where ${v.where}`);
const outcomeUnit = (v: Values) => (v.outcomeUnit === '' ? '' : `\u00a0${v.outcomeUnit}`);
const coefficients: Readonly<Record<string, string>> = { pearson: 'Pearson’s', spearman: 'Spearman’s', kendall: 'Kendall’s' }; // prettier-ignore
const among: Readonly<Record<string, string>> = {
  matched: 'Among those matched',
  ate: 'Weighted to be like everybody',
  att: 'Weighted to be like the treated',
  overlap: 'Weighted to those who could have had either'
};

/** Relating an outcome to what may explain it: the methods, their fields and their sentences. */
export const relate = {
  methods: {
    linear: 'Linear regression',
    logistic: 'Logistic regression',
    firth: 'Logistic regression with Firth’s penalty',
    poisson: 'Poisson regression',
    'negative-binomial': 'Negative binomial regression',
    ordinal: 'Ordinal regression',
    'linear-mixed': 'Linear regression with a random intercept',
    'logistic-mixed': 'Logistic regression with a random intercept',
    correlation: 'Correlation',
    'propensity-matching': 'Propensity score matching',
    'propensity-weighting': 'Propensity score weighting',
    'interrupted-series': 'Interrupted time series'
  },
  abouts: {
    linear: 'How the mean of a number differs with what may explain it.',
    logistic: 'Odds ratios of a yes or no.',
    firth: 'Odds ratios that stay finite with few events, or where a column tells the outcomes apart.',
    poisson: 'Rate ratios of counts, as bleeds in a year.',
    'negative-binomial': 'Rate ratios of counts that vary more than Poisson’s model expects.',
    ordinal: 'Odds ratios of a higher category, as mild, moderate, severe.',
    'linear-mixed': 'How a mean differs, where rows of one hospital or person are alike.',
    'logistic-mixed': 'Odds ratios within a group, where rows of one hospital or person are alike.',
    correlation: 'How closely numbers go together, pair by pair.',
    'propensity-matching': 'Compares treated with others who were as likely to be treated, person by person.',
    'propensity-weighting': 'Compares treated with others, weighted so that both groups are alike.',
    'interrupted-series': 'Whether level or slope of a series changed when something was introduced.'
  },
  fields: {
    outcome: 'Outcome',
    exposure: 'Observed for',
    errors: 'Standard errors',
    outcome_order: 'From low to high',
    random_group: 'Groups',
    criterion: 'Estimated by',
    quadrature: 'Nodes of quadrature',
    correlated: 'Columns',
    coefficient: 'Coefficient',
    treatment: 'Treatment',
    treatment_is: 'The treatment is',
    match_ratio: 'Controls for each',
    caliper: 'Caliper',
    match_again: 'Take controls again',
    estimand: 'Effect on',
    truncate: 'Truncate weights',
    series_value: 'Value',
    series_start: 'Changed from point',
    series_time: 'In the order of',
    series_lag: 'Lag',
    impute: 'Fill gaps by imputation',
    datasets: 'Data sets',
    iterations: 'Iterations',
    impute_seed: 'Seed'
  },
  help: {
    outcome: 'The column that is to be explained.',
    exposure: 'Time or person-years of each row: counts become rates.',
    errors: 'HC1 and HC3 hold where residuals do not vary alike.',
    outcome_order: 'Categories that are words, from the lowest to the highest.',
    random_group:
      'Hospitals, wards or persons: each gets an intercept of its own. Three at the least, ten or more are wanted.',
    criterion: 'Maximum likelihood only where models of different predictors are compared.',
    quadrature: 'More are more exact and slower; 1 is Laplace’s approximation.',
    correlated: 'Two columns of numbers, or more: then each pair, with p-values adjusted by Holm.',
    coefficient: 'Spearman’s and Kendall’s go by ranks, so that single far values weigh little.',
    treatment: 'Yes where treated, no where not: 1 and 0.',
    treatment_is: 'Where the column holds words: the one that means treated.',
    propensity_predictors: 'What was known before the treatment and may have decided about it.',
    match_ratio: 'Untreated persons for each treated one.',
    caliper: 'Largest distance of a pair, in standard deviations of the logit of the score.',
    match_again: 'An untreated person may stand for several treated ones.',
    estimand: 'Whom the effect is about.',
    truncate: '0.01 cuts weights at the 1st and the 99th percentile.',
    series_value: 'One row a step of time, none missing.',
    series_start: 'The first point after the change, counted from 1.',
    series_time: 'A column that sorts the rows. Left out: as they stand.',
    series_lag: 'Neighbours up to so many steps apart may be correlated. Left out: by the length of the series.',
    impute:
      'While all three are empty, rows with a gap are left out. Fill in one, as 20 data sets: then gaps are filled several times from the other columns, under missing at random.',
    datasets: 'As many as per cent of the rows have a gap; 20 where left out.',
    iterations: 'Rounds through the columns; 10 where left out.',
    impute_seed: 'The same seed fills the same; 1 where left out.'
  },
  choices: {
    model: 'of the model',
    HC0: 'robust, HC0',
    HC1: 'robust, HC1',
    HC3: 'robust, HC3',
    wald: 'Wald',
    profile: 'profile of the likelihood',
    mixed_reml: 'restricted maximum likelihood',
    mixed_ml: 'maximum likelihood',
    pearson: 'Pearson',
    spearman: 'Spearman',
    kendall: 'Kendall',
    ate: 'everybody',
    att: 'the treated',
    overlap: 'those who could have had either'
  },
  tests: {
    term: 'All of a term',
    overall: 'All terms',
    'normal-residuals': 'Normal residuals (Shapiro-Wilk)',
    'equal-spread': 'Residuals vary alike (Koenker)',
    'over-poisson': 'Varies more than Poisson’s',
    'proportional-odds': 'Proportional odds',
    'group-spread': 'Spread between groups',
    correlation: 'Correlation',
    'correlation-holm': 'Correlation (p by Holm)'
  },
  facts: {
    'r-squared': 'R²',
    'adjusted-r-squared': 'R², adjusted',
    'residual-sd': 'Residual standard deviation',
    'penalised-log-likelihood': 'Penalised log-likelihood',
    dispersion: 'Dispersion (1 if Poisson)',
    theta: 'θ',
    categories: 'Categories',
    groups: 'Groups',
    'group-sd': 'Standard deviation between groups',
    icc: 'Variance between groups',
    'median-odds-ratio': 'Median odds ratio of two groups',
    'matched-treated': 'Treated, matched',
    'matched-controls': 'Controls, matched',
    unmatched: 'Treated without a control',
    'effective-treated': 'Treated, effective number',
    'effective-controls': 'Controls, effective number',
    'largest-weight': 'Largest weight',
    'points-before': 'Points before',
    'points-after': 'Points after',
    'durbin-watson': 'Durbin-Watson',
    datasets: 'Imputed data sets',
    'missing-information': 'Missing information, at most'
  },
  says: {
    'mean-by-number': (v: Values) =>
      `With one ${more(v)}${where(v)}, the mean of ${v.outcome} differs by ${v.estimate}${outcomeUnit(v)}${limits(v)}.`,
    'mean-by-level': (v: Values) => {
      const [one, other] = levels(v);
      return `The mean of ${v.outcome} with ${one} minus that with ${other}${where(v)} is ${v.estimate}${outcomeUnit(v)}${limits(v)}.`;
    },
    'mean-by-both': (v: Values) =>
      `Interaction, ${v.of}: the difference of means itself changes by ${v.estimate}${outcomeUnit(v)}${limits(v)}.`,
    'odds-by-number': (v: Values) =>
      `With one ${more(v)}${where(v)}, the odds of ${v.outcome} are multiplied by ${v.estimate}${limits(v)}.`,
    'odds-by-level': (v: Values) => {
      const [one, other] = levels(v);
      return `The odds of ${v.outcome} with ${one} are ${v.estimate} times those with ${other}${where(v)}${limits(v)}.`;
    },
    'odds-by-both': (v: Values) =>
      `Interaction, ${v.of}: the odds ratio is itself multiplied by ${v.estimate}${limits(v)}.`,
    'rate-by-number': (v: Values) =>
      `With one ${more(v)}${where(v)}, the rate of ${v.outcome} is multiplied by ${v.estimate}${limits(v)}.`,
    'rate-by-level': (v: Values) => {
      const [one, other] = levels(v);
      return `The rate of ${v.outcome} with ${one} is ${v.estimate} times that with ${other}${where(v)}${limits(v)}.`;
    },
    'rate-by-both': (v: Values) =>
      `Interaction, ${v.of}: the rate ratio is itself multiplied by ${v.estimate}${limits(v)}.`,
    'higher-by-number': (v: Values) =>
      `With one ${more(v)}${where(v)}, the odds of a higher ${v.outcome} are multiplied by ${v.estimate}${limits(v)}.`,
    'higher-by-level': (v: Values) => {
      const [one, other] = levels(v);
      return `The odds of a higher ${v.outcome} with ${one} are ${v.estimate} times those with ${other}${where(v)}${limits(v)}.`;
    },
    'higher-by-both': (v: Values) =>
      `Interaction, ${v.of}: the odds ratio is itself multiplied by ${v.estimate}${limits(v)}.`,
    'relate-others': (v: Values) =>
      v.terms === '1' ? 'One more term is in the table.' : `${v.terms} more terms are in the table.`,
    'relate-within': (v: Values) => `These odds ratios compare rows of the same group of ${v.of}.`,
    'relate-adjusted': () => 'Each term is adjusted for the others.',
    'relate-term-differs': (v: Values) => `${v.outcome} differs with ${v.of} (all of its coefficients: ${v.p}).`,
    'relate-term-alike': (v: Values) =>
      `The data do not show that ${v.outcome} differs with ${v.of} (all of its coefficients: ${v.p}).`,
    'groups-differ': (v: Values) =>
      `The ${v.groups} groups of ${v.of} differ: ${v.share} of the variance that is left lies between them (${v.p}).`,
    'groups-alike': (v: Values) =>
      `The data do not show that the ${v.groups} groups of ${v.of} differ: ${v.share} of the variance that is left lies between them (${v.p}).`,
    'correlation-of': (v: Values) =>
      `${coefficients[String(v.kind)] ?? v.kind} correlation of ${v.first} and ${v.second} is ${v.estimate}${limits(v)}.`,
    'correlation-adjusted': (v: Values) =>
      `${coefficients[String(v.kind)] ?? v.kind} correlation of ${v.first} and ${v.second} is ${v.estimate}${limits({ ...v, p: `${v.p === undefined ? '' : `${v.p}, `}n\u00a0=\u00a0${v.n}` })}.`,
    'correlation-pairs': (v: Values) =>
      `P-values in sentences and tests are adjusted for ${v.pairs} pairs by Holm’s method.`,
    'propensity-mean-difference': (v: Values) =>
      `${among[String(v.among)] ?? v.among}, the mean of ${v.outcome} with ${v.treated} minus that with ${v.control} is ${v.estimate}${limits(v)}.`,
    'propensity-risk-difference': (v: Values) =>
      `${among[String(v.among)] ?? v.among}, the risk of ${v.outcome} with ${v.treated} minus that with ${v.control} is ${v.estimate}${limits(v)}.`,
    'propensity-risk-ratio': (v: Values) =>
      `As a ratio of risks, ${v.treated} over ${v.control}, this is ${v.estimate}${limits(v)}.`,
    'propensity-balanced': (v: Values) =>
      `The largest standardised difference of a covariate was ${v.before} before and is ${v.after} after; 0.1 is usually accepted.`,
    'propensity-unbalanced': (v: Values) =>
      `The largest standardised difference of a covariate was ${v.before} before and is ${v.after} after; more than the usual 0.1 is left in ${v.covariates}.`,
    'propensity-matched': (v: Values) =>
      `${v.matched} of ${v.of} with ${v.treated} were matched with ${v.controls} others.`,
    'propensity-weighted': (v: Values) =>
      `Weighted, the groups tell as much as ${v.first} persons with ${v.treated} and ${v.second} with ${v.control}.`,
    'series-level': (v: Values) =>
      `With point ${v.start} the level of ${v.of} changed by ${v.estimate}${limits(v)}, read where the line before ends.`,
    'series-slope': (v: Values) =>
      `From then on its slope differs from that before by ${v.estimate} a step${limits(v)}.`,
    'series-points': (v: Values) => `The lines rest on ${v.before} points before and ${v.after} after.`,
    imputed: (v: Values) =>
      `${v.rows} of ${v.of} rows had a gap; they were filled ${v.datasets} times under missing at random, and the estimates pooled by Rubin’s rules.`
  }
};

/** Titles, axes and signs of the figures of this question. */
export const relateFigures = {
  lines: {
    effect: {
      title: (x: string) => `Effect of ${x}`,
      difference: (y: string) => `Difference of ${y}`,
      caption: (x: string, median: string, level: string) =>
        `Compared with ${x} = ${median}, the median, where the line across stands; the band is its ${level} interval. The other terms are held.`
    },
    'interrupted-series': {
      title: 'The series and its change',
      x: 'Point',
      names: {
        observed: 'Observed',
        before: 'Line before',
        after: 'Line after',
        counterfactual: 'As if nothing had changed'
      },
      caption: 'The dashed line goes on as before the change: what the lines differ by is what is told.'
    },
    trace: {
      title: (variable: string) => `Imputation of ${variable}`,
      x: 'Iteration',
      y: (variable: string) => `Mean of filled ${variable}`,
      caption: (datasets: number) =>
        `A line for each of ${counted(datasets, 'data set', 'data sets')}: they are to mingle, without a trend at the end.`
    }
  },
  points: {
    quantiles: {
      title: 'Residuals against the normal distribution',
      x: 'Normal quantile',
      y: 'Residual, standard deviations',
      normal: 'Normal',
      caption: 'Along the line residuals are normal. Bent ends: more or fewer far values than that.'
    },
    residuals: {
      title: 'Residuals along the fitted values',
      x: (outcome: string) => `Fitted ${outcome}`,
      y: 'Mean residual, standard deviations',
      zero: 'Expected',
      caption: 'Each point is the mean of at least 10 rows. A bend asks for a curve in the formula.'
    },
    correlation: { title: (x: string, y: string) => `${y} by ${x}` }
  },
  balance: {
    title: 'Balance of the groups',
    axis: 'Standardised difference',
    before: 'Before',
    after: 'After',
    limits: 'Usually accepted, ±0.1',
    description: (rows: number, before: string, after: string) =>
      `Standardised differences of ${counted(rows, 'covariate', 'covariates')}, at most ${before} before and ${after} after.`
  },
  histograms: {
    titles: { overlap: 'Overlap of the groups', values: 'Distribution', risks: 'Predicted risks' },
    axis: { overlap: 'Probability of the treatment', values: 'Value', risks: 'Risk' },
    outcomes: {
      with: (outcome: string) => `With ${outcome}`,
      without: (outcome: string) => `Without ${outcome}`
    },
    rows: 'Rows',
    range: 'Range',
    caption: 'Where one group has no bar there is nobody to compare with.',
    description: (title: string, names: string) => `${title}: ${names}.`
  }
};
