import { failures, type Catalogue } from '../../shared/errors';

export const powerFailures = {
  'power-range': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Write shares as fractions: 80 % is 0.8.'
  },
  'power-no-difference': {
    message: () => 'Without a difference there is nothing to find: no number of persons is enough.',
    hint: () => 'Give the smallest difference that would matter to patients.'
  },
  'power-out-of-reach': {
    message: (v) => `More than ${v.most} would be needed.`,
    hint: () => 'Ask for a larger difference, a lower power or a wider interval.'
  },
  'power-from-start': {
    message: (v) => `The smallest study there can be, ${v.least}, already has this power.`,
    hint: () => 'Check the difference and its standard deviation, or ask for the power of a study you can do.'
  }
} satisfies Catalogue<string>;

export const fail = failures(powerFailures);
