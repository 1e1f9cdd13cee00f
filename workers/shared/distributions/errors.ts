import { failures, type Catalogue } from '../errors';

export const distributionFailures = {
  'distribution-parameter': {
    message: (v) => `A ${v.family} distribution needs ${v.parameter} ${v.rule}.`,
    hint: () => 'Check the number that was given.'
  },
  'distribution-argument': {
    message: (v) => `${v.of} takes ${v.rule}.`,
    hint: () => 'Check the number that was given.'
  },
  'distribution-probability': {
    message: () => 'A probability lies between 0 and 1.',
    hint: () => 'Write 95 % as 0.95.'
  },
  'distribution-whole-large': {
    message: () => 'The quantile lies beyond 9,007,199,254,740,991, where whole numbers cannot be told apart.',
    hint: () => 'Check the parameters: a count that large is not counted.'
  },
  'distribution-not-converged': {
    message: (v) => `The ${v.of} was not found to its full precision.`,
    hint: () => 'The parameters are beyond what this calculation covers; choose smaller ones.'
  }
} satisfies Catalogue<string>;

export const fail = failures(distributionFailures);
