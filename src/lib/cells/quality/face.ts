import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const qualityFace: Face = {
  name: 'quality',
  words: () => ({ title: cells.qualityTitle, hint: cells.qualityHint }),
  icon: 'list-checks',
  safe: true,
  tall: true,
  language: 'yaml',
  template: 'tables: picu_\n',
  form: true,
  summary: true
};
