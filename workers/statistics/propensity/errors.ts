import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const propensityFailures = {
  'propensity-one-class': {
    message: (v) => `Nobody is ${v.group} among ${counted(v.rows, 'complete row', 'complete rows')}.`,
    hint: () => 'Check the column of treatment, and which columns are empty.'
  },
  'propensity-positivity': {
    message: (v) => `${counted(v.rows, 'score is', 'scores are')} not between 0 and 1, both excluded: such persons could not have been treated otherwise.`, // prettier-ignore
    hint: () => 'Restrict the question to persons who could have had either treatment.'
  },
  'propensity-no-match': {
    message: () => 'No treated person has a control within the caliper.',
    hint: () => 'The groups do not overlap. Widen the caliper only if the scores are still alike.'
  },
  'propensity-option': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct the number, or leave it out.'
  },
  'propensity-trimmed': {
    message: () => 'Trimming leaves one group without persons.',
    hint: () => 'Take wider limits.'
  },
  'propensity-no-error': {
    message: () => 'The outcome is the same for everybody in the comparison: there is no error to estimate.',
    hint: () => 'Look for another outcome.'
  }
} satisfies Catalogue<string>;

export const fail = failures(propensityFailures);
