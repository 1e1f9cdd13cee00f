import { failures, type Catalogue } from '../../shared/errors';

export const utilityFailures = {
  'utility-column-unknown': {
    message: (v) => `The table has no column called ${v.column}.`,
    hint: (v) => (v.near ? `Is it ${v.near}?` : `Choose from ${v.known}.`)
  },
  'utility-column-type': {
    message: (v) => `The column ${v.column} holds ${v.type}, which cannot be the ${v.role}.`,
    hint: (v) => `Choose a column of ${v.wanted}, or convert this one.`
  },
  'utility-not-binary': {
    message: (v) => `The column ${v.column} holds values other than 0 and 1 in ${v.rows} rows.`,
    hint: () => 'Labels and calls are 0 or 1. For scores choose a threshold.'
  },
  'utility-hour-twice': {
    message: (v) => `The table holds an hour of the same patient more than once, in ${v.rows} rows.`,
    hint: () => 'Each hour counts once: keep one row for a patient and hour.'
  },
  'utility-no-septic-patient': {
    message: (v) => `None of the ${v.patients} patients is septic, so the utility has no scale.`,
    hint: () => 'Choose data in which the label is 1 for at least one patient.'
  },
  'utility-no-gain': {
    message: () => 'No hour of a septic patient lies where a call would have changed the utility.',
    hint: () => 'Check the shift of the label, and that the hours around the onset are in the table.'
  },
  'utility-shift-range': {
    message: (v) => `The shift of the label is a number of hours from 0 to ${v.most}.`,
    hint: () => 'Write 6 for labels that turn 1 six hours before the onset, 0 for labels that turn 1 at it.'
  },
  'utility-threshold-range': {
    message: () => 'The threshold is not a number.',
    hint: () => 'Write for example 0.5: a score at or above it is a call.'
  },
  'auprc-no-positive': {
    message: (v) => `None of the ${v.rows} rows is positive, so precision and recall are not defined.`,
    hint: () => 'Choose data in which the label is 1 in at least one row.'
  }
} satisfies Catalogue<string>;

export const fail = failures(utilityFailures);
