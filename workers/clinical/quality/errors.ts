import { failures, type Catalogue } from '../../shared/errors';

export const qualityFailures = {
  'quality-check-unknown': {
    message: (v) => `There is no data-quality check ${v.check}.`,
    hint: (v) => `Checks are numbered from 1 to ${v.last}.`
  },
  'quality-threshold-range': {
    message: (v) => `The threshold of check ${v.check} is a percentage from 0 to 100.`,
    hint: () => 'Write for example 5.'
  },
  'quality-limit-range': {
    message: (v) => `The limit "${v.limit}" is not a number above 0.`,
    hint: () => 'Leave it out for the usual one.'
  },
  'quality-age-range': {
    message: () => 'The ages at a visit are two whole numbers of years, the first not above the second.',
    hint: () => 'Write for example 0 and 18.'
  },
  'quality-visit-concept': {
    message: () => 'Intensive care is told by one visit concept or more, each a whole number.',
    hint: () => 'Leave it out for the standard one, 32037.'
  },
  'quality-date': {
    message: (v) => `"${v.date}" is not a date of the extract.`,
    hint: () => 'Write it as 2025-12-31.'
  },
  'quality-map-absent': {
    message: (v) => `There is no table "${v.table}" with the variables of the concepts.`,
    hint: () => 'Name a table with the columns concept_id, variable, unit and factor.'
  },
  'quality-map-columns': {
    message: (v) => `The table "${v.table}" has no column ${v.column}.`,
    hint: () => 'It needs the columns concept_id, variable, unit and factor.'
  },
  'quality-map-entry': {
    message: (v) => `Entry ${v.row} of the variable map has no usable ${v.part}.`,
    hint: () =>
      'Each has a whole concept_id, the name of a variable and a factor above 0 into the unit of the variable.'
  }
} satisfies Catalogue<string>;

export const fail = failures(qualityFailures);
