import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';
import { statisticsFailures } from '../errors';

export const regressionFailures = {
  stopped: statisticsFailures.stopped,
  'rows-none': statisticsFailures['rows-none'],
  'formula-character': {
    message: (v) => `The formula has the character ${v.character}, which it cannot read.`,
    hint: () => 'Write names of columns with other characters in backticks: `length of stay`.'
  },
  'formula-unexpected': {
    message: (v) => `The formula cannot go on with ${v.word}${v.wanted ? `; ${v.wanted} is expected` : ''}.`,
    hint: () => 'Write it as in y ~ age + sex * hospital.'
  },
  'formula-unfinished': {
    message: (v) => `The formula ends too early${v.wanted ? `: ${v.wanted} is missing` : ''}.`,
    hint: () => 'Write it as in y ~ age + sex * hospital.'
  },
  'formula-deep': {
    message: () => 'The formula has too many brackets within each other.',
    hint: () => 'Compute such a column first.'
  },
  'formula-response': {
    message: () => 'The formula names no outcome before ~.',
    hint: () => 'Write the column to be explained first: y ~ age.'
  },
  'formula-response-again': {
    message: (v) => `The outcome ${v.response} stands on both sides of the formula.`,
    hint: () => 'Take it out on the right.'
  },
  'formula-term': {
    message: (v) => `${v.term} is no term of a model.`,
    hint: () => 'Name a column, or write a computation inside of I(), as in I(age / 10).'
  },
  'formula-random': {
    message: (v) => `${v.term} is a random intercept, which this model does not have.`,
    hint: () => 'Take a mixed model, or errors by cluster.'
  },
  'formula-random-term': {
    message: (v) => `${v.term} is no random intercept of one column.`,
    hint: () => 'Write it as (1 | hospital), added to the other terms.'
  },
  'formula-random-missing': {
    message: () => 'The model has no groups.',
    hint: () => 'Name their column: in the formula as (1 | hospital), or beside it.'
  },
  'formula-random-again': {
    message: () => 'The model takes one random intercept.',
    hint: () => 'Name one column of groups: in the formula as (1 | hospital), or beside it.'
  },
  'formula-power': {
    message: (v) => `A power of ${v.term} alone is ${v.term} again: in a formula ^ makes interactions, no squares.`,
    hint: () => 'Write I(age^2) for a square, or poly(age, 2) for a curve.'
  },
  'formula-many': {
    message: () => 'The formula makes too many terms.',
    hint: () => 'Write the interactions that you mean one by one.'
  },
  'formula-column': {
    message: (v) => `The data have no column ${v.column}.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : 'Check the name; case counts.')
  },
  'formula-offset': {
    message: (v) => `${v.term} is an offset, which this model does not have.`,
    hint: () => 'Leave it out. Rates with an offset are those of Poisson regression.'
  },
  'formula-function': {
    message: (v) => `A formula knows no function ${v.name}.`,
    hint: (v) =>
      v.name === 'strata' || v.name === 'cluster'
        ? 'Strata and clusters are named beside the formula.'
        : v.near
          ? `Did you mean ${v.near}?`
          : 'Compute such a column first.'
  },
  'formula-argument': {
    message: (v) => `${v.call}: ${v.rule}.`,
    hint: () => 'Correct the call in the formula.'
  },
  'formula-undefined': {
    message: (v) =>
      `${v.term} is not a number in ${counted(v.rows, 'row', 'rows')}, although its columns are filled there.`,
    hint: () => 'A logarithm needs values above 0. Look at these rows, or shift the values first.'
  },
  'formula-not-numeric': {
    message: (v) => `${v.column} holds no numbers to compute with.`,
    hint: () => 'Use it as a category by its name alone, or turn it into a number first.'
  },
  'formula-time': {
    message: (v) => `${v.column} holds dates or times, which a model cannot take as they are.`,
    hint: () => 'Compute a number first, such as the days since the admission.'
  },
  'formula-one-level': {
    message: (v) => `${v.term} has only one value in the rows that are used.`,
    hint: () => 'A category with one value explains nothing: leave it out, or check the filters.'
  },
  'formula-constant': {
    message: (v) => `${v.term} has too few different values.`,
    hint: () => 'Ask for fewer degrees of freedom, or leave it out.'
  },
  'formula-reference': {
    message: (v) => `${v.variable} has no value ${v.level} to compare with in the rows that are used.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : 'Choose one of the values that occur.')
  },
  'formula-reference-unused': {
    message: (v) => `A value to compare with is given for ${v.variable}, which is no category of the formula.`,
    hint: () => 'Name a category of the formula as it is written there.'
  },
  'regression-design-wide': {
    message: (v) => `The formula makes ${counted(v.columns, 'coefficient', 'coefficients')}; ${v.most} are the limit.`,
    hint: () => 'A category with very many values, as an identifier, belongs into a random effect or out of the model.'
  },
  'regression-design-large': {
    message: (v) =>
      `The formula makes ${counted(v.columns, 'column', 'columns')} of ${counted(v.rows, 'row', 'rows')}, which is more than fits into memory.`,
    hint: () => 'Leave terms out, or take a sample of the rows.'
  },
  'regression-design-empty': {
    message: () => 'The formula leaves no coefficient to estimate.',
    hint: () => 'Add a term, or leave the intercept in.'
  },
  'regression-too-few': {
    message: (v) =>
      `${counted(v.rows, 'row does', 'rows do')} not carry ${counted(v.terms, 'coefficient', 'coefficients')}${v.error ? ' and their error' : ''}.`,
    hint: () => 'Leave terms out, or use more data.'
  },
  'regression-too-few-events': {
    message: (v) =>
      `${counted(v.events, 'event (or row without one) does', 'events (or rows without one) do')} not carry ${counted(v.terms, 'coefficient', 'coefficients')}.`,
    hint: () => 'Leave terms out until there are at least ten events for each.'
  },
  'regression-one-class': {
    message: (v) => `The outcome ${v.response} is the same in all rows that are used.`,
    hint: () => 'There is nothing to explain: check the filters.'
  },
  'regression-response-binary': {
    message: (v) => `The outcome ${v.response} is not yes or no.`,
    hint: () => 'Give a column of true and false, of 1 and 0, or of two words; of more, say which value is the event.'
  },
  'regression-response-count': {
    message: (v) => `The outcome ${v.response} is no count in ${counted(v.rows, 'row', 'rows')}.`,
    hint: () =>
      'Give whole numbers from 0; the time of each row goes into “Observed for”, or into an offset of the formula.'
  },
  'regression-response-numeric': {
    message: (v) => `The outcome ${v.response} holds no numbers.`,
    hint: () => 'Choose a column of numbers, or another kind of model.'
  },
  'regression-response-constant': {
    message: (v) => `The outcome ${v.response} is constant, or the model goes through every point.`,
    hint: () => 'There is no error to estimate: check the columns.'
  },
  'regression-response-order': {
    message: (v) => `The values of ${v.response} have no order of their own.`,
    hint: () => 'Give the values from the lowest to the highest.'
  },
  'regression-response-level': {
    message: (v) => `${v.response} has the value ${v.level}, which the order does not name.`,
    hint: () => 'Name every value that occurs, each once.'
  },
  'regression-response-levels-many': {
    message: (v) => `${v.response} has more than ${v.most} different values.`,
    hint: () => 'Take linear regression, or make fewer categories.'
  },
  'regression-response-large': {
    message: () => 'The values are too large to be squared.',
    hint: () => 'Look for a value that cannot be, or take a larger unit.'
  },
  'regression-weights-impossible': {
    message: (v) => `${v.column} is negative in ${counted(v.rows, 'row', 'rows')}.`,
    hint: () => 'Weights are numbers from 0.'
  },
  'regression-weights-none': {
    message: () => 'All weights are 0.',
    hint: () => 'Choose another column of weights.'
  },
  'regression-exposure-impossible': {
    message: (v) => `The exposure ${v.column} is not above 0 in ${counted(v.rows, 'row', 'rows')}.`,
    hint: () => 'Leave out persons who were not observed.'
  },
  'regression-one-cluster': {
    message: (v) => `The rows come from ${v.clusters} cluster only.`,
    hint: () => 'Robust errors by cluster need several; from 40 on they can be trusted.'
  },
  'regression-clusters-degenerate': {
    message: (v) => `${counted(v.clusters, 'cluster leaves', 'clusters leave')} no error for ${v.column}.`,
    hint: () =>
      'A column that changes between very few clusters only cannot be judged by them. Use more clusters, or a random effect.'
  },
  'regression-errors-twice': {
    message: () => 'Two kinds of robust errors are asked for.',
    hint: () => 'Errors by cluster are robust to unequal variances too: choose them alone.'
  },
  'regression-robust-leverage': {
    message: (v) =>
      `${counted(v.rows, 'row decides', 'rows decide')} a coefficient alone: its robust error is not defined.`,
    hint: () => 'Choose HC1, or leave the term out that only one row carries.'
  },
  'regression-separation': {
    message: (v) => `${v.column} separates the outcomes: its estimate grows without end.`,
    hint: () => 'Use Firth’s penalised likelihood, or join categories until each has both outcomes.'
  },
  'regression-not-converged': {
    message: (v) => `The estimates did not settle in ${counted(v.steps, 'step', 'steps')}.`,
    hint: () => 'Look for extreme values, or for terms that hardly any row carries.'
  },
  'regression-no-overdispersion': {
    message: () => 'The counts do not vary more than Poisson’s: the negative binomial model has no finite estimate.',
    hint: () => 'Use Poisson regression.'
  },
  'regression-profile-open': {
    message: (v) => `The profile interval of ${v.column} has no end.`,
    hint: () => 'Use Firth’s penalised likelihood, or leave the term out.'
  }
} satisfies Catalogue<string>;

export type RegressionFailure = keyof typeof regressionFailures;

export const fail = failures(regressionFailures);
