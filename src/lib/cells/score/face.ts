import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const scoreFace: Face = {
  name: 'score',
  words: () => ({ title: cells.scoreTitle, hint: cells.scoreHint }),
  icon: 'activity',
  safe: true,
  language: 'yaml',
  template: 'score: phoenix\nfrom: \n',
  form: true,
  summary: true
};
