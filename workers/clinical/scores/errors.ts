import { failures, type Catalogue } from '../../shared/errors';

export const scoresFailures = {
  'score-unknown': {
    message: (v) => `There is no score called ${v.score}.`,
    hint: (v) => `Choose one of: ${v.known}.`
  },
  'score-input-unknown': {
    message: (v) => `${v.score} has no input called ${v.input}.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : `Its inputs are: ${v.known}.`)
  },
  'score-inputs-none': {
    message: () => 'No column is given, so there are no rows to score.',
    hint: () => 'Choose a column for at least one input.'
  },
  'score-rows-differ': {
    message: (v) => `The column for ${v.input} has ${v.rows} rows, the others have ${v.expected}.`,
    hint: () => 'Take all columns from the same table.'
  },
  'score-input-type': {
    message: (v) => `The column for ${v.input} is of type ${v.type}; ${v.wanted} is needed.`,
    hint: (v) => `Convert the column first, or choose another one for ${v.input}.`
  },
  'score-unit-unknown': {
    message: (v) => `${v.input} cannot be read in the unit ${v.unit}.`,
    hint: (v) => `Known units are: ${v.known}.`
  },
  'score-lms-none': {
    message: () => 'A z-score needs a reference table, and none is given.',
    hint: () => 'Give a table with the columns variable, age, L, M and S, and sex where it differs.'
  },
  'score-lms-column': {
    message: (v) => `The reference table has no usable column ${v.column}.`,
    hint: () => 'It needs variable (text), age, L, M and S (numbers), and sex (text) where it differs.'
  },
  'score-lms-variable': {
    message: (v) => `The reference table has no rows for the variable ${v.variable}.`,
    hint: (v) => `It has: ${v.known}.`
  },
  'score-lms-values': {
    message: (v) =>
      `Row ${v.row} of the reference table is not usable: age, L, M and S must be numbers, M and S above 0.`,
    hint: () => 'Mend or leave out this row.'
  },
  'score-lms-twice': {
    message: (v) => `The reference table has the age ${v.age} twice for the same variable and sex.`,
    hint: () => 'Keep one row an age.'
  }
} satisfies Catalogue<string>;

export const fail = failures(scoresFailures);
