import { failures, type Catalogue } from '../../shared/errors';

export const descriptiveFailures = {
  'summary-large': {
    message: (v) => `The values of ${v.column} are too large to be squared.`,
    hint: () => 'Look for a value that cannot be, or take a larger unit.'
  },
  'summary-share': {
    message: () => 'A quantile is asked for by a number from 0 to 1.',
    hint: () => 'Write the 90th percentile as 0.9.'
  },
  'table-one-empty': {
    message: () => 'There is nothing to describe: no column, or no row with a group.',
    hint: () => 'Choose columns; check the filters and the missing values of the group.'
  },
  'table-one-groups': {
    message: (v) => `${v.column} has ${v.groups} different values; ${v.most} groups are the most a table shows.`,
    hint: () => 'Choose a column with few values, or merge them first.'
  },
  'table-one-levels': {
    message: (v) => `${v.column} has ${v.levels} different values; ${v.most} levels are the most a table shows.`,
    hint: () => 'Leave the column out, or merge its values first. Numbers can be summarised by mean or median.'
  },
  'table-one-dates': {
    message: (v) => `${v.column} holds dates or points in time, which have no mean over persons.`,
    hint: () => 'Compute a duration or an age first.'
  },
  'table-one-show': {
    message: (v) => `There is no column ${v.column} to show otherwise.`,
    hint: (v) => (v.near ? `Did you mean ${v.near}?` : 'Name one of the columns that are described.')
  },
  'table-one-numbers': {
    message: (v) => `${v.column} holds no numbers, so it has no ${v.kind}.`,
    hint: () => 'Show its levels.'
  }
} satisfies Catalogue<string>;

export const fail = failures(descriptiveFailures);
