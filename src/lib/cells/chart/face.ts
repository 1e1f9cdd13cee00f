import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const chartFace: Face = {
  name: 'chart',
  words: () => ({ title: cells.chartTitle, hint: cells.chartHint }),
  icon: 'chart-line',
  safe: true,
  language: 'yaml',
  template: 'from: \nmark: dot\nx: \ny: \n',
  figure: true,
  form: true
};
