import { failures, type Catalogue } from '../../shared/errors';

export const pharmacovigilanceFailures = {
  'pharmacovigilance-count': {
    message: () => 'Reports are counted in whole numbers from 0, and at least one report is needed.',
    hint: () => 'Check the cells of the table.'
  },
  'pharmacovigilance-empty-margin': {
    message: (v) => `No report has ${v.margin}: nothing can be expected.`,
    hint: () => 'Leave the pair out.'
  },
  'pharmacovigilance-lengths': {
    message: () => 'There are not as many observed as expected counts.',
    hint: () => 'Give both for every pair of drug and event.'
  },
  'pharmacovigilance-expected': {
    message: () => 'An expected count is no finite number above 0.',
    hint: () => 'Leave pairs out of which no report is expected.'
  },
  'pharmacovigilance-prior': {
    message: (v) => `${v.parameter} of the prior is outside what it can be.`,
    hint: () => 'Shapes and rates are numbers above 0; the share P lies between 0 and 1.'
  },
  'pharmacovigilance-too-few': {
    message: (v) => `${v.pairs} pairs with a report do not carry the five numbers of the prior.`,
    hint: () => 'Give at least 20 pairs, or a prior from a larger database.'
  },
  'pharmacovigilance-not-converged': {
    message: () => 'The prior could not be fitted: the likelihood has no clear maximum.',
    hint: () => 'Give more pairs, or a prior from a larger database.'
  },
  'pharmacovigilance-no-pairs': {
    message: () => 'No row names a drug and an event.',
    hint: () => 'Check the columns: one row a drug and event of a report.'
  }
} satisfies Catalogue<string>;

export const fail = failures(pharmacovigilanceFailures);
