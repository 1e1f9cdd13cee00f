import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const statisticsFace: Face = {
  name: 'statistics',
  words: () => ({ title: cells.statisticsTitle, hint: cells.statisticsHint }),
  icon: 'sigma',
  safe: true,
  language: 'yaml',
  template: 'question: compare\n',
  form: true,
  summary: true
};
