import { counted } from '../../shared/counted';
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
    message: (v) =>
      `${counted(v.pairs, 'pair with a report does', 'pairs with a report do')} not carry the five numbers of the prior.`,
    hint: () => 'Give at least 20 pairs, or a prior from a larger database.'
  },
  'pharmacovigilance-not-converged': {
    message: () => 'The prior could not be fitted: the likelihood has no clear maximum.',
    hint: () => 'Give more pairs, or a prior from a larger database.'
  },
  'pharmacovigilance-no-pairs': {
    message: () => 'No row names a drug and an event.',
    hint: () => 'Check the columns: one row a drug and event of a report.'
  },
  'pharmacovigilance-reports-long': {
    message: (v) => `Reports by ${v.column} name too many drugs and events each to pair them.`,
    hint: () => 'Check the column of reports: each report has a number of its own.'
  },
  'pharmacovigilance-windows': {
    message: () => 'The risk windows are not such: each needs a name of its own and two whole days, the first not after the last.', // prettier-ignore
    hint: () => 'Write the days after exposure, as from 0 to 27.'
  },
  'pharmacovigilance-cuts': {
    message: () => 'The cuts of age are whole days that rise.',
    hint: () => 'Write the first day of each new age band.'
  },
  'pharmacovigilance-day': {
    message: (v) =>
      `The column ${v.column} has ${counted(v.rows, 'value that is no whole day', 'values that are no whole days')}.`,
    hint: () => 'Give ages in whole days, or dates.'
  },
  'pharmacovigilance-observation': {
    message: (v) => `The observation of ${counted(v.rows, 'person', 'persons')} ends before it begins.`,
    hint: () => 'Check the columns of start and end.'
  },
  'pharmacovigilance-person-twice': {
    message: () => 'A person has two rows of observation.',
    hint: () => 'Give one row a person; gaps in the observation are not supported.'
  },
  'pharmacovigilance-no-cases': {
    message: () => 'Nobody has an event during the observation.',
    hint: () => 'Check that the persons and the days of the tables belong together.'
  },
  'pharmacovigilance-window-empty': {
    message: (v) =>
      `No person with an event was observed ${v.window === 'outside' ? 'outside the windows' : `in the window ${v.window}`}.`,
    hint: () => 'Check that exposures and observation are on the same axis of days.'
  },
  'pharmacovigilance-no-finite-estimate': {
    message: (v) =>
      `The rate ratio of ${v.term} has no finite estimate: there or in what it is compared with is no event.`,
    hint: () => 'Join it with a neighbouring window or age band.'
  },
  'pharmacovigilance-collinear': {
    message: (v) => `The data cannot tell ${v.term} from the other windows and age bands.`,
    hint: () => 'Use fewer age bands, or leave the window out.'
  },
  'pharmacovigilance-series-not-converged': {
    message: () => 'The fit of the case series did not come to rest.',
    hint: () => 'Use fewer windows and age bands.'
  }
} satisfies Catalogue<string>;

export const fail = failures(pharmacovigilanceFailures);
