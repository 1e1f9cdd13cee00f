import { counted } from '../shared/counted';
import { failures, type Catalogue } from '../shared/errors';

export const statisticsFailures = {
  stopped: { message: () => 'Stopped before the end.', hint: () => 'Run the cell again when you are ready.' },
  'counts-impossible': {
    message: (v) => `${v.events} of ${v.n} persons is not a proportion.`,
    hint: () => 'Check that events and persons come from the same rows.'
  },
  'level-range': {
    message: () => 'A level of confidence lies between 0 and 1, both excluded.',
    hint: () => 'Write 95 % as 0.95.'
  },
  'observed-impossible': {
    message: (v) => `${v.observed} is not a number of events.`,
    hint: () => 'Give a whole number from 0.'
  },
  'expected-not-positive': {
    message: () => 'A number of expected events is finite and above 0.',
    hint: () => 'Check the expected risks: without any there is nothing to compare with.'
  },
  'statistics-call': {
    message: (v) => `\`statistics.${v.method}\` was called with something else than it takes.`,
    hint: () => 'Look at its help: write its name and wait.'
  },
  'analysis-unknown': {
    message: (v) => `There is no analysis called ${v.method}.`,
    hint: () => 'Choose one in the form of the cell.'
  },
  'event-absent': {
    message: (v) => `No row of ${v.column} says ${v.value}.`,
    hint: (v) =>
      v.near ? `Did you mean ${v.near}?` : 'Check how the event is written there: capital letters and blanks count.'
  },
  'event-words': {
    message: (v) => `${v.column} holds words: which of them counts as yes is not said.`,
    hint: (v) => `Say which one, as “The event is”, “The outcome is” or “The treatment is”: ${v.known}.`
  },
  'choice-unknown': {
    message: (v) => `${v.key} cannot be ${v.value}.`,
    hint: (v) => `Choose one of ${v.known}.`
  },
  'groups-few': {
    message: (v) => `${v.column} tells ${v.groups} groups apart; ${v.needed} are needed.`,
    hint: () => 'Check the filters and the missing values, or choose another column.'
  },
  'groups-many': {
    message: (v) => `${v.column} has ${v.groups} different values; ${v.most} groups are the most that are compared.`,
    hint: () => 'Choose a column with few values, or merge them first.'
  },
  'censored-unknown': {
    message: (v) => `No value of ${v.column} is known to mean that follow-up ended without an event.`,
    hint: (v) => `Say as “No event is” which of them does: ${v.known}.`
  },
  'causes-many': {
    message: (v) => `${v.column} has ${v.causes} different events; ${v.most} are the most that can compete.`,
    hint: () => 'Choose the column that says how follow-up ended, or merge causes first.'
  },
  'columns-same': {
    message: (v) => `The column ${v.column} was chosen twice.`,
    hint: () => 'Choose two different columns: a column agrees with itself.'
  },
  'kappa-weights': {
    message: (v) => `Weights need two raters; there are ${v.raters}.`,
    hint: () => 'Choose two raters, or no weights: the table of pairs has every two of them.'
  },
  'kappa-order': {
    message: (v) => `Weights need the order of the levels, which are words: ${v.levels}.`,
    hint: () => 'Give them from the lowest to the highest under “Order of the levels”, or take no weights.'
  },
  'intraclass-columns': {
    message: () => 'The ratings are not named.',
    hint: () => 'Choose two raters or more, a column each; or, where each rating is a row, value, person and rater.'
  },
  'intraclass-twice': {
    message: (v) => `The same ${v.rater} rated the same ${v.person} twice.`,
    hint: () => 'Keep one rating of each, or take their mean first.'
  },
  'compare-with-nothing': {
    message: () => 'Nothing is named to compare with.',
    hint: () => 'Choose the column of the groups, or a value that the mean is compared with.'
  },
  'group-values-few': {
    message: (v) =>
      `${v.group} has ${counted(Number(v.values), 'value', 'values')} of ${v.column}; a comparison needs ${v.needed} or more.`,
    hint: () => 'Filter that group out, or join it with another.'
  },
  'outcome-constant': {
    message: (v) => `${v.column} does not vary in ${v.groups}: ${v.test} cannot be computed.`,
    hint: () =>
      'Leave the column out, or filter that group out. Where only one of several groups does not vary, take equal variances or compare ranks.'
  },
  'describe-words': {
    message: (v) => `${v.column} holds words or dates, which have no mean.`,
    hint: () => 'Leave the column out. Table 1 counts words, by group or all together.'
  },
  'standard-unnamed': {
    message: (v) => `The standard does not say all that ${v.how} standardisation needs.`,
    hint: (v) =>
      v.how === 'indirect'
        ? 'Choose its columns of strata, of persons or time, and of events.'
        : 'Choose its columns of strata and of persons or time.'
  },
  'pairs-unnamed': {
    message: () => 'The columns do not say what makes a pair.',
    hint: () => 'Choose two columns, before and after; or a column of values with its condition and its person.'
  },
  'pairs-conditions': {
    message: (v) => `${v.column} has ${v.conditions} different values; a pair has two.`,
    hint: () => 'Filter the rows to the two conditions that are compared.'
  },
  'strata-groups': {
    message: (v) => `${v.column} tells ${v.groups} groups apart; two are compared within strata.`,
    hint: () => 'Filter the rows to two groups, or merge groups first.'
  },
  'pairs-repeated': {
    message: (v) => `${v.persons} persons have more than one row of a condition.`,
    hint: () => 'Keep one row a person and condition, as the mean of several.'
  },
  'predictors-none': {
    message: () => 'The model has no predictors.',
    hint: () => 'Choose the columns that are to explain the outcome, or write a formula.'
  },
  'predictors-two': {
    message: () => 'The model has both predictors and a formula.',
    hint: () => 'Keep one of them: a formula can say all that predictors say.'
  },
  'pool-error-none': {
    message: () => 'The studies have no standard errors.',
    hint: () => 'Name a column of standard errors, or the two columns of their intervals’ limits.'
  },
  'pool-ratio': {
    message: (v) => `The column ${v.column} holds values of 0 or below, which are no ratios.`,
    hint: () =>
      'If they are logarithms of ratios, say so. A ratio of 0 comes of a group without events: pool the counts.'
  },
  'pool-logarithm': {
    message: (v) =>
      `${counted(v.rows, 'logarithm of a ratio lies', 'logarithms of ratios lie')} beyond 50, which no study finds.`,
    hint: () => 'If the column holds ratios and not their logarithms, say so.'
  },
  'pool-limits': {
    message: (v) => `In ${counted(v.rows, 'study', 'studies')} the estimate lies outside of its own limits.`,
    hint: () => 'Check whether estimate and limits are on the same scale.'
  },
  'series-window': {
    message: () => 'A risk window is a name with two days after the exposure.',
    hint: () => 'Write it as `{name: two weeks, from: 0, to: 13}`.'
  },
  'plan-both': {
    message: () => 'Both the power and the number of persons are given.',
    hint: () => 'Give one of them: the other one follows.'
  },
  'plan-groups': {
    message: () => 'Only one of the two groups has a number of persons.',
    hint: () => 'Give both, or none and the power instead.'
  },
  'plan-pairs': {
    message: () => 'Pairs have one number, not one of each group.',
    hint: () => 'Give the number of pairs as that of the first group, and nothing of a second.'
  },
  'plan-ratio': {
    message: () => 'The ratio of the groups is given where nothing asks for it.',
    hint: () => 'Leave it out: pairs have none, and of two numbers of persons it follows.'
  },
  'plan-share': {
    message: () => 'Both the number of events and the share with the event are given.',
    hint: () => 'Give one of them: a share is for how many persons the events need.'
  },
  'plan-what': {
    message: () => 'A plan of precision is of a proportion or of a rate.',
    hint: () => 'Give one of the two that you expect.'
  },
  'plan-width': {
    message: () => 'The interval that is wanted needs one width.',
    hint: () => 'Give half its width; for a rate a factor does instead.'
  },
  'correlation-columns': {
    message: () => 'A correlation needs two columns.',
    hint: () => 'Choose two columns of numbers, or more: each pair is then compared.'
  },
  'correlation-columns-many': {
    message: (v) => `${v.columns} columns make too many pairs; ${v.most} columns are the limit.`,
    hint: () => 'Choose the columns that the question is about.'
  },
  'series-time': {
    message: (v) => `${v.rows} points have no time in ${v.column}, or one that another point has.`,
    hint: () => 'Give one row a step of time: sum up the rows of a month first.'
  },
  'series-uneven': {
    message: (v) => `The steps of ${v.column} are uneven: after ${v.after} the next point is missing.`,
    hint: () => 'Give a row for each step of time, with its count even where it is 0.'
  },
  'outcome-unnamed': {
    message: () => 'The columns name no outcome.',
    hint: () => 'Name a column of yes and no as outcome, or the columns death and followUp.'
  },
  'column-unknown': {
    message: (v) => `The table has no column ${v.column}.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : `It has: ${v.known}.`)
  },
  'column-not-numeric': {
    message: (v) => `The column ${v.column} holds no numbers.`,
    hint: () => 'Choose a column of numbers, or turn it into one.'
  },
  'column-not-exact': {
    message: (v) => `The column ${v.column} holds whole numbers beyond 9,007,199,254,740,991, as identifiers do.`,
    hint: () => 'Choose a column of measured or counted values.'
  },
  'column-not-binary': {
    message: (v) => `The column ${v.column} has ${v.rows} values that are neither 0 nor 1.`,
    hint: () => 'Choose a column of yes and no, written as true and false or as 1 and 0.'
  },
  'column-not-dated': {
    message: (v) => `The column ${v.column} holds no dates.`,
    hint: () => 'Choose a column of dates or of points in time.'
  },
  'columns-unlike': {
    message: () => 'The columns have different numbers of rows.',
    hint: () => 'Take all of them from the same table.'
  },
  'rows-none': {
    message: () => 'No row has all the values that are needed.',
    hint: () => 'Check which of the columns are empty.'
  },
  'points-too-few': {
    message: (v) => `${v.rows} points do not carry ${v.terms} coefficients and their error.`,
    hint: () => 'Give more points.'
  }
} satisfies Catalogue<string>;

export const fail = failures(statisticsFailures);
