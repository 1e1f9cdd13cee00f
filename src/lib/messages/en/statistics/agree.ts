import type { Values } from '$workers/shared/errors';
import { limits } from './sentence';

const unit = (v: Values) => (v.unit === undefined ? '' : ` ${v.unit}`);

/** How well raters, or methods of measurement, agree: the methods, their fields and their sentences. */
export const agree = {
  methods: {
    kappa: 'Kappa of raters',
    'bland-altman': 'Limits of agreement (Bland-Altman)',
    intraclass: 'Intraclass correlation',
    concordance: 'Concordance correlation (Lin)'
  },
  abouts: {
    kappa: 'Agreement of two or more raters about levels, beyond chance.',
    'bland-altman': 'How far two methods of measurement differ, and between which limits most differences lie.',
    intraclass: 'Which part of the variation of ratings is that between persons, in six forms.',
    concordance: 'How closely two measurements of the same persons follow the line of equality.'
  },
  fields: {
    raters: 'Raters',
    kappa_weights: 'Weights of near levels',
    level_order: 'Order of the levels',
    first_measurement: 'First measurement',
    second_measurement: 'Second measurement',
    repeated_person: 'Person',
    coverage: 'Share between the limits',
    rater_columns: 'Raters, a column each',
    icc_form: 'Form',
    rating_value: 'Value',
    rated_person: 'Person',
    rater: 'Rater'
  },
  help: {
    raters: 'A column each, with the ratings of the same persons; two or more.',
    kappa_weights: 'Levels that lie close agree in part: by their distance, or by its square. Of two raters only.',
    level_order: 'From the lowest to the highest, for weights. Left out, numbers rise; more than two words need it.',
    first_measurement: 'Differences are the first minus the second.',
    repeated_person: 'Where persons have several pairs: rows of the same person belong together.',
    rater_columns: 'Columns of numbers. Or leave it empty, and name value, person and rater below.',
    icc_form: 'Decide before you look: the forms answer different questions.',
    rating_value: 'Where each rating is a row: the column of the ratings.',
    rated_person: 'Who was rated.',
    rater: 'Who rated.'
  },
  choices: {
    linear: 'linear',
    quadratic: 'quadratic',
    'ICC(1,1)': 'ICC(1,1): other raters for each person, one rating',
    'ICC(2,1)': 'ICC(2,1): raters are a sample, absolute agreement, one rating',
    'ICC(3,1)': 'ICC(3,1): these raters only, consistency, one rating',
    'ICC(1,k)': 'ICC(1,k): other raters for each person, mean of all ratings',
    'ICC(2,k)': 'ICC(2,k): raters are a sample, absolute agreement, mean of all ratings',
    'ICC(3,k)': 'ICC(3,k): these raters only, consistency, mean of all ratings'
  },
  tests: {
    'bias-by-size': 'Difference by the mean of both',
    'spread-by-size': 'Spread of differences by the mean of both',
    'persons-alike': 'Persons are alike'
  },
  facts: {
    agreed: 'Equal ratings',
    raters: 'Raters',
    levels: 'Levels',
    'sd-of-differences': 'Standard deviation of differences',
    'sd-between': 'Between persons’ mean differences',
    'sd-within': 'Within a person',
    pearson: 'Pearson’s r',
    'bias-correction': 'Bias correction'
  },
  says: {
    'kappa-two': (v: Values) =>
      `Kappa of ${v.first} and ${v.second}: ${v.estimate}${limits(v)}. They gave the same rating to ${v.share} of those rated.`,
    'kappa-weighted': (v: Values) =>
      `Weighted kappa of ${v.first} and ${v.second}: ${v.estimate}${limits(v)}. They gave exactly the same rating to ${v.share} of those rated.`,
    'kappa-several': (v: Values) =>
      `Kappa of ${v.of} together: ${v.estimate}${limits(v)}. Any two of them gave the same rating to ${v.share} of those rated, on average.`,
    'kappa-chance': (v: Values) => `Chance alone would give ${v.share}.`,
    'agreement-first-higher': (v: Values) =>
      `${v.first} is on average ${v.estimate}${unit(v)} higher than ${v.second}${limits(v)}.`,
    'agreement-first-lower': (v: Values) =>
      `${v.first} is on average lower than ${v.second}: ${v.first} minus ${v.second}, ${v.estimate}${unit(v)}${limits(v)}.`,
    'agreement-no-bias': (v: Values) =>
      `The data do not show that ${v.first} is on average higher or lower than ${v.second}: ${v.first} minus ${v.second}, ${v.estimate}${unit(v)}${limits(v)}.`,
    'agreement-limits': (v: Values) =>
      `About ${v.share} of differences lie between ${v.lower} and ${v.upper}${unit(v)}: whether so much matters is for those to say who use the measurement.`,
    intraclass: (v: Values) => `${v.of} of ${v.raters}: ${v.estimate}${limits(v)}.`,
    'intraclass-absolute': () => 'Raters who rate higher than others count as disagreement.',
    'intraclass-consistency': () => 'Raters who rate higher than others do not count as disagreement.',
    'intraclass-own': () => 'Raters are not told apart: each person may have others.',
    concordance: (v: Values) => `Concordance of ${v.first} and ${v.second}: ${v.estimate}${limits(v)}.`,
    'concordance-parts': (v: Values) =>
      `It is ${v.r}, how closely the pairs follow a line, times ${v.correction}, how near that line lies to equality.`
  }
};
