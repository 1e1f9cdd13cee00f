import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const mixedFailures = {
  stopped: { message: () => 'Stopped before the end.', hint: () => 'Run the cell again when you are ready.' },
  'mixed-groups-few': {
    message: (v) =>
      `${v.group} has ${counted(v.groups, 'group', 'groups')} in the rows that are used; at least ${v.least} are needed.`,
    hint: () => 'How groups differ cannot be learned from so few: take them as a category of the formula.'
  },
  'mixed-groups-single': {
    message: (v) => `Every group of ${v.group} has one row only.`,
    hint: () => 'What belongs to a group cannot be told from chance then: take a model without groups.'
  },
  'mixed-groups-fixed': {
    message: (v) => `The other terms of the formula already tell all groups of ${v.group} apart.`,
    hint: () => 'Leave the terms out that are constant within a group, or the random intercept.'
  },
  'mixed-exact': {
    message: (v) => `The groups and the other terms foretell ${v.response} without error, or it is constant.`,
    hint: () => 'There is no error to estimate: check the columns.'
  },
  'mixed-large': {
    message: () => 'The values are too large to be squared.',
    hint: () => 'Look for a value that cannot be, or take a larger unit.'
  },
  'mixed-flat': {
    message: () => 'The likelihood hardly changes with the parameters: they have no standard error.',
    hint: () => 'Leave terms out, or use more groups.'
  },
  'mixed-option': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct it, or leave it out for its default.'
  },
  'mixed-variance-endless': {
    message: (v) => `The differences between the groups of ${v.group} grow without end.`,
    hint: () => 'In most groups all rows have the same outcome: compare the groups instead of the rows.'
  },
  'mixed-not-converged': {
    message: (v) => `The estimates did not settle in ${v.steps} steps.`,
    hint: () => 'Look for extreme values, or for terms that hardly any row carries.'
  }
} satisfies Catalogue<string>;

export const fail = failures(mixedFailures);
