import { counted } from '../../shared/counted';
import { failures, type AppError, type Catalogue } from '../../shared/errors';

export const propensityFailures = {
  'propensity-one-class': {
    message: (v) => `Nobody is ${v.group} among ${counted(v.rows, 'complete row', 'complete rows')}.`,
    hint: () => 'Check the column of treatment, and which columns are empty.'
  },
  'propensity-positivity': {
    message: (v) => `${counted(v.rows, 'score is', 'scores are')} not between 0 and 1, both excluded: such persons could not have been treated otherwise.`, // prettier-ignore
    hint: () => 'Restrict the question to persons who could have had either treatment.'
  },
  'propensity-separated': {
    message: (v) =>
      `${v.column} alone decides about the treatment: persons on one side of it were all treated, or none.`,
    hint: () =>
      'There is nobody to compare them with. Restrict the question to persons who could have had either treatment.'
  },
  'propensity-apart': {
    message: () => 'The scores of treated and untreated persons do not overlap at all.',
    hint: () => 'There is nobody to compare with. Restrict the question to persons who could have had either treatment.'
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

/** A column of the score's model decides about the treatment. */
export const propensitySeparated = (column: string, cause: unknown): AppError =>
  fail('propensity-separated', { column }, { cause });

/** Nobody has a score that somebody of the other group has. */
export const propensityApart = (): AppError => fail('propensity-apart');
