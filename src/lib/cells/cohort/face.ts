import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const cohortFace: Face = {
  name: 'cohort',
  words: () => ({ title: cells.cohortTitle, hint: cells.cohortHint }),
  icon: 'users',
  letter: 'w',
  safe: true,
  language: 'yaml',
  template: 'from: \n',
  resultTab: true,
  form: true,
  summary: true
};
