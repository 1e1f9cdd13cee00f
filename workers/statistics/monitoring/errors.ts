import { failures, type Catalogue } from '../../shared/errors';

export const monitoringFailures = {
  stopped: { message: () => 'Stopped before the end.', hint: () => 'Run the cell again when you are ready.' },
  'risk-outside': {
    message: (v) => `${v.rows} expected risks are not between 0 and 1, both excluded.`,
    hint: () => 'Give probabilities: 2 % is 0.02, and nobody has a risk of exactly 0 or 1.'
  },
  'outcome-other': {
    message: (v) => `${v.rows} outcomes are neither 0 nor 1.`,
    hint: () => 'Write 1 for an event and 0 for none.'
  },
  'cases-none': {
    message: () => 'There is no case to look at.',
    hint: () => 'Check the filters and the missing values.'
  },
  'cases-unlike': {
    message: (v) => `${v.outcomes} outcomes and ${v.risks} expected risks do not belong together.`,
    hint: () => 'Give one expected risk for every outcome.'
  },
  'odds-ratio-range': {
    message: () => 'The odds ratio to look for is a finite number above 0, and not 1.',
    hint: () => 'Take 2 for a doubling and 0.5 for a halving.'
  },
  'control-limit-range': {
    message: () => 'A control limit is a finite number above 0.',
    hint: () => 'Find one by simulation.'
  },
  'control-options': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct the number, or leave it out where it has a default.'
  },
  'control-work': {
    message: (v) => `The simulation would need ${v.steps} cases; ${v.most} are the limit.`,
    hint: () => 'Ask for fewer runs, or for a shorter time between false alarms.'
  },
  'funnel-target': {
    message: () => 'A funnel needs a proportion between 0 and 1, both excluded, to stand around.',
    hint: () => 'With no event, or nothing but events, there is nothing to compare.'
  },
  'funnel-size': { message: () => 'A number of cases is a whole number from 1.', hint: () => 'Check the number.' },
  'risk-column-missing': {
    message: (v) => `The table of coefficients has no column ${v.column}.`,
    hint: () => 'It needs the columns term and coefficient; level and kind as well where terms are categories.'
  },
  'risk-coefficient-missing': {
    message: (v) => `The coefficient of ${v.term} is missing.`,
    hint: () => 'Write a number in each row of the table of coefficients.'
  },
  'risk-term-unnamed': {
    message: (v) => `Row ${v.row} of the table of coefficients names no term.`,
    hint: () => 'Write the name of a column, or intercept.'
  },
  'risk-kind-unknown': {
    message: (v) => `The kind ${v.kind} of ${v.term} is not known.`,
    hint: () => 'Write binary, linear or category.'
  },
  'risk-level-missing': {
    message: (v) => `The category ${v.term} has a coefficient without a level.`,
    hint: () => 'Write the level of each coefficient; the level to compare with has the coefficient 0.'
  },
  'risk-term-twice': {
    message: (v) => `The term ${v.term} has two coefficients.`,
    hint: () => 'Leave one of them.'
  },
  'risk-intercept-missing': {
    message: () => 'The table of coefficients has no intercept.',
    hint: () => 'Add a row with the term intercept; write 0 if the model has none.'
  },
  'risk-term-missing': {
    message: (v) => `The data have no column ${v.term}, which the risk model needs.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : 'Rename the column, or compute it first.')
  },
  'risk-level-unknown': {
    message: (v) => `${v.rows} rows have a value of ${v.term} for which the risk model has no coefficient.`,
    hint: () => 'Give each level a coefficient; the level to compare with has 0.'
  },
  'risk-binary': {
    message: (v) => `${v.rows} rows have a value of ${v.term} other than 0 and 1.`,
    hint: () => 'A binary term is yes or no. If it is a number, call it linear.'
  },
  'risk-extreme': {
    message: (v) => `The risk model gives ${v.rows} rows a risk of 0 or 1.`,
    hint: () => 'Check the units of the columns: a weight in grams needs other coefficients than one in kilograms.'
  },
  'days-range': { message: () => 'The number of days is a whole number from 0.', hint: () => 'Take 30.' },
  'series-gap': {
    message: (v) => `${v.points} points of the series are missing.`,
    hint: () => 'The distance between points must be the same: fill the gaps, or take longer steps of time.'
  },
  'series-start': {
    message: (v) => `The change comes with point ${v.start}; ${v.points} points leave too few before or after it.`,
    hint: () => 'At least two points before the change and two from it on are needed, and five altogether.'
  },
  'series-lag': {
    message: (v) => `The lag is a whole number from 0 to ${v.most}.`,
    hint: () => 'Leave it out to have it chosen by the length of the series.'
  },
  'series-large': {
    message: () => 'The points of the series are too large to be squared.',
    hint: () => 'Look for a value that cannot be, or take a larger unit.'
  },
  'series-exact': {
    message: () => 'The lines go through all points: there is no error to estimate.',
    hint: () => 'Check whether the series is constant.'
  }
} satisfies Catalogue<string>;

export const fail = failures(monitoringFailures);
