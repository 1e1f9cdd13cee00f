import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const metaAnalysisFailures = {
  'meta-too-few': {
    message: (v) =>
      `${counted(v.studies, 'study has', 'studies have')} what is needed; pooling takes at least ${v.least}.`,
    hint: () => 'Check which of the columns are empty, or show the studies side by side without pooling them.'
  },
  'meta-standard-error': {
    message: (v) =>
      `${counted(v.rows, 'standard error is', 'standard errors are')} not above 0, or beyond what can be squared.`,
    hint: () => 'Give standard errors on the scale of the estimates: of ln OR, not of OR.'
  },
  'meta-estimate-range': {
    message: (v) => `${counted(v.rows, 'estimate is', 'estimates are')} beyond what can be squared.`,
    hint: () => 'Give estimates on the scale of the analysis: ratios as logarithms.'
  },
  'meta-option': {
    message: (v) => `${v.option} ${v.rule}.`,
    hint: () => 'See the reference of meta-analysis.'
  },
  'meta-no-spread': {
    message: () => 'All studies have the same estimate, so their spread gives no standard error.',
    hint: () => 'Pool without the adjustment of Knapp and Hartung.'
  },
  'meta-not-converged': {
    message: () => 'No finite variance between studies was found.',
    hint: () => 'Check for estimates on different scales.'
  },
  'meta-collinear': {
    message: () => 'All standard errors are the same, so small studies cannot be told from large ones.',
    hint: () => 'The test of Egger needs studies of different sizes.'
  },
  'meta-perfect-fit': {
    message: () => 'The studies lie exactly on a line, so the test of Egger has no error to compare with.',
    hint: () => 'Check whether the rows repeat the same study.'
  },
  'meta-counts': {
    message: (v) =>
      `${counted(v.rows, 'row does', 'rows do')} not hold whole numbers with 0 ≤ events ≤ persons and at least one person.`,
    hint: () => 'Give events and persons of both groups, a row for each study.'
  },
  'meta-no-events': {
    message: () => 'No study has events in one group and persons without in another: there is nothing to pool.',
    hint: () => 'Pool risk differences, or show the studies side by side.'
  }
} satisfies Catalogue<string>;

export const fail = failures(metaAnalysisFailures);
