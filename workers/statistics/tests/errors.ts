import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const testsFailures = {
  'test-too-few': {
    message: (v) =>
      `${v.test} needs at least ${counted(v.needed, 'value', 'values')}${v.where ? ` ${v.where}` : ''}; it has ${v.n}.`,
    hint: () => 'Check the filters and the missing values.'
  },
  'test-constant': {
    message: (v) => `${v.test} cannot be computed: ${v.what} does not vary.`,
    hint: () => 'Look at the values: a constant carries no information about differences.'
  },
  'test-perfect': {
    message: (v) => `${v.test} cannot be computed: the groups differ, and no value differs within its group.`,
    hint: () => 'Look at the values: was the group made from them?'
  },
  'test-large': {
    message: (v) => `${v.test} leaves the numbers that can be computed with.`,
    hint: () => 'Look for a value that cannot be, or take a larger unit.'
  },
  'test-unlike': {
    message: (v) => `${v.first} and ${v.second} values do not make pairs.`,
    hint: () => 'Take both columns from the same table.'
  },
  'test-option': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct it, or leave it out where it has a default.'
  },
  'test-exact-ties': {
    message: () => 'The exact distribution does not hold with ties or zeros.',
    hint: () => 'Take the normal approximation, which corrects for ties.'
  },
  'test-exact-work': {
    message: (v) => `The exact distribution of ${counted(v.n, 'value', 'values')} takes too long.`,
    hint: () => 'Take the normal approximation: with so many values it is as good.'
  },
  'test-too-many': {
    message: (v) => `${v.test} is defined up to ${v.most} values; it has ${v.n}.`,
    hint: () => 'With so many values, look at a picture of the distribution instead.'
  },
  'test-table-shape': {
    message: (v) => `${v.test} needs a table of ${v.shape}.`,
    hint: () => 'Check the number of groups and of levels.'
  },
  'test-counts': {
    message: () => 'A table of counts holds whole numbers from 0.',
    hint: () => 'Give numbers of persons, not proportions.'
  },
  'test-margin-zero': {
    message: (v) => `${v.where} of the table holds nobody.`,
    hint: () => 'Leave the empty group or level out.'
  },
  'test-no-discordant': {
    message: () => 'All pairs agree: there is no change to test.',
    hint: () => 'Look at the table: the test uses only pairs that differ.'
  },
  'test-p-range': {
    message: (v) => `Value ${v.position} is no p-value.`,
    hint: () => 'A p-value lies between 0 and 1, or is missing.'
  },
  'test-work': {
    message: (v) => `${v.test} would need ${v.work} steps; ${v.most} are the limit.`,
    hint: () => 'Ask for fewer draws, or merge levels of the table.'
  }
} satisfies Catalogue<string>;

export const fail = failures(testsFailures);
