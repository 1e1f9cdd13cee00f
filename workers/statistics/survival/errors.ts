import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const survivalFailures = {
  'survival-rows-none': {
    message: () => 'No row has all the values that are needed.',
    hint: () => 'Check which of the columns are empty, and the filters before.'
  },
  'survival-unlike': {
    message: () => 'The columns have different numbers of rows.',
    hint: () => 'Take all of them from the same table.'
  },
  'survival-time-negative': {
    message: (v) => `${counted(v.rows, 'row has', 'rows have')} a time below 0.`,
    hint: () => 'Time counts from the start of follow-up. Check the dates of these rows.'
  },
  'survival-time-large': {
    message: (v) => `${counted(v.rows, 'row has', 'rows have')} a time beyond 1e100.`,
    hint: () => 'Look for a number that stands for a missing time.'
  },
  'survival-stop-before-start': {
    message: (v) => `${counted(v.rows, 'row ends at or before its start', 'rows end at or before their start')}.`,
    hint: () => 'An interval runs from its start, excluded, to its end, included. Check these rows, or leave them out.'
  },
  'survival-status-other': {
    message: (v) => `${counted(v.rows, 'row has', 'rows have')} a status that is not one of the codes from 0.`,
    hint: () => 'Write 1 for an event and 0 for censored.'
  },
  'survival-no-event': {
    message: () => 'Nobody had the event.',
    hint: () => 'Check the coding of the status. Without an event nothing can be compared.'
  },
  'survival-means-no-spread': {
    message: () => 'All had the event at the same times: nothing tells how sure the mean times are.',
    hint: () => 'Check the times: are they rounded, or all the same?'
  },
  'survival-options': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'Correct the number, or leave it out where it has a default.'
  },
  'survival-tau-beyond': {
    message: (v) => `A mean up to ${v.tau} is asked for, but ${v.group} was followed up to ${v.last} only.`,
    hint: () => 'Take the shortest of the last times of the groups, or an earlier time.'
  },
  'survival-no-time': {
    message: (v) => `${v.group} has no time of follow-up after 0.`,
    hint: () => 'A mean up to a time needs times above 0.'
  },
  'survival-one-group': {
    message: () => 'There is only one group to compare.',
    hint: () => 'Choose a column that tells groups apart, and check which groups have all values.'
  },
  'survival-not-comparable': {
    message: () => 'At no event were people of two groups at risk.',
    hint: () => 'Check the strata and the times: the groups were never observed side by side.'
  },
  'survival-groups-two': {
    message: (v) => `The difference is between two groups, not ${v.groups}.`,
    hint: () => 'Leave two groups in the data.'
  },
  'survival-design': {
    message: (v) =>
      `The design has ${counted(v.values, 'value', 'values')} for ${counted(v.rows, 'row', 'rows')} and ${counted(v.terms, 'term', 'terms')}.`,
    hint: () => 'Give one column a term, each as long as the times.'
  },
  'survival-terms-none': {
    message: () => 'The model has no term.',
    hint: () => 'Choose at least one covariate. For a curve without covariates take Kaplan and Meier.'
  },
  'survival-too-few': {
    message: (v) =>
      `${counted(v.events, 'event does', 'events do')} not carry ${counted(v.terms, 'coefficient', 'coefficients')}.`,
    hint: () => 'Leave covariates out: about ten events for each coefficient are wanted.'
  },
  'survival-collinear': {
    message: (v) => `None of the terms varies among the people at risk: ${v.terms}.`,
    hint: () => 'Choose covariates that differ between people of the same stratum.'
  },
  'survival-large': {
    message: (v) => `The values of ${v.term} are too large, or too close together, to be squared.`,
    hint: () => 'Look for a value that cannot be, or take another unit.'
  },
  'survival-no-finite-estimate': {
    message: (v) => `${v.term} has no finite coefficient: the likelihood keeps growing with it.`,
    hint: () => 'One of its groups probably has no event, or all early ones. Merge groups, or leave the term out.'
  },
  'survival-not-converged': {
    message: (v) => `The fit did not settle within ${counted(v.iterations, 'step', 'steps')}.`,
    hint: () => 'Look for extreme values and for covariates that nearly repeat each other.'
  },
  'survival-weights': {
    message: (v) => `${counted(v.rows, 'weight is', 'weights are')} not between 1e-100 and 1e100.`,
    hint: () => 'Leave rows without weight out.'
  },
  'survival-clusters': {
    message: () => 'One cluster has no spread between clusters.',
    hint: () => 'Choose a column that names the persons or hospitals that rows belong to.'
  },
  'survival-not-finite': {
    message: () => 'The hazard at these covariates is beyond what a number holds.',
    hint: () => 'Take values near those of the data, as the means.'
  },
  'survival-ph-times': {
    message: () => 'All events came at the same time: whether hazards stay proportional cannot be seen.',
    hint: () => 'Take times with more detail.'
  }
} satisfies Catalogue<string>;

export const fail = failures(survivalFailures);
