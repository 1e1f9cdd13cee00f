import { failures, type Catalogue } from '../../shared/errors';

export const benchmarkFailures = {
  'benchmark-operation-missing': {
    message: () => 'Dates of death, and episodes of several operations, need the date of the operation.',
    hint: () => 'Name the column of the operation under time, or give death and follow-up as days after the operation.'
  },
  'benchmark-days-impossible': {
    message: (v) => `The column ${v.column} has ${v.rows} numbers that are no days after an operation.`,
    hint: () => 'Give whole days: 0 for the day of the operation.'
  },
  'benchmark-recalibrate': {
    message: () => 'Risks cannot be fitted to all hospitals together: there is no event, or nothing but events.',
    hint: () => 'Leave recalibrate out.'
  },
  'benchmark-nothing-left': {
    message: (v) => `None of ${v.cases} cases has a hospital, an outcome and, where it is asked for, an expected risk.`,
    hint: () => 'Check which of the columns are empty.'
  }
} satisfies Catalogue<string>;

export const fail = failures(benchmarkFailures);
