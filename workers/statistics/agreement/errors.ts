import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const agreementFailures = {
  'agreement-too-few': {
    message: (v) => `${v.what} needs at least ${v.needed} ${v.of}; it has ${v.n}.`,
    hint: () => 'Only rows that every rater or method has count: check the missing values.'
  },
  'agreement-one-level': {
    message: () => 'All ratings are the same: agreement beyond chance is not defined.',
    hint: () => 'Give the proportion of equal ratings instead.'
  },
  'agreement-constant': {
    message: () => 'The values do not vary between persons.',
    hint: () => 'Agreement is judged on persons who differ: check the column.'
  },
  'agreement-exact': {
    message: () => 'The measurements differ by a constant, or not at all: there is no error to estimate.',
    hint: () => 'Check that two different columns were chosen.'
  },
  'agreement-table': {
    message: () => 'A table of ratings has as many columns as rows, two or more, with whole numbers from 0.',
    hint: () => 'Let both raters use the same levels.'
  },
  'agreement-levels': {
    message: (v) => `There are ${v.levels} different ratings; ${v.most} are the most.`,
    hint: () => 'Ratings are levels such as mild and severe. For measurements take limits of agreement.'
  },
  'agreement-order': {
    message: (v) => `The order of levels does not name ${counted(v.rows, 'rating', 'ratings')}.`,
    hint: () => 'Name every level that occurs, from the lowest to the highest.'
  },
  'agreement-option': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct it, or leave it out where it has a default.'
  },
  'agreement-large': {
    message: () => 'The values are too large to be squared.',
    hint: () => 'Look for a value that cannot be, or take a larger unit.'
  }
} satisfies Catalogue<string>;

export const fail = failures(agreementFailures);
