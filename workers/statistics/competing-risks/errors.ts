import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const competingRisksFailures = {
  'competing-causes': {
    message: () => 'No cause of an ending is named.',
    hint: () => 'Name the causes in the order of their codes: 1, 2 and so on; 0 is censored.'
  },
  'competing-cause-unknown': {
    message: (v) => `There is no cause ${v.cause}; the causes are 1 to ${v.causes}.`,
    hint: () => 'Choose one of the causes.'
  },
  'competing-options': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct the number, or leave it out where it has a default.'
  },
  'competing-no-event': {
    message: (v) => `Nobody had the event ${v.cause}.`,
    hint: () => 'Check the coding of the causes.'
  },
  'competing-one-group': {
    message: () => 'There is only one group to compare.',
    hint: () => 'Choose a column that tells groups apart, and check which groups have all values.'
  },
  'competing-not-comparable': {
    message: () => 'The groups do not overlap in time enough to be compared.',
    hint: () => 'Check whether one group was only followed after the others had ended.'
  },
  'competing-too-few': {
    message: (v) =>
      `${counted(v.events, 'event does', 'events do')} not carry ${counted(v.terms, 'coefficient', 'coefficients')}.`,
    hint: () => 'Leave covariates out: about ten events for each coefficient are wanted.'
  },
  'competing-not-finite': {
    message: () => 'The hazard at these covariates is beyond what a number holds.',
    hint: () => 'Take values near those of the data.'
  },
  'competing-values': {
    message: (v) => `${counted(v.values, 'value is', 'values are')} given for ${counted(v.terms, 'term', 'terms')}.`,
    hint: () => 'Give one number a term of the fit, in its order.'
  }
} satisfies Catalogue<string>;

export const fail = failures(competingRisksFailures);
