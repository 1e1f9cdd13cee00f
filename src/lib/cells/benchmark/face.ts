import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const benchmarkFace: Face = {
  name: 'benchmark',
  words: () => ({ title: cells.benchmarkTitle, hint: cells.benchmarkHint }),
  icon: 'scale',
  safe: true,
  language: 'yaml',
  template: 'from: \nhospital: \noutcome: \n',
  form: true,
  summary: true
};
