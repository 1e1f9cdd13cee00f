import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const simulateFace: Face = {
  name: 'simulate',
  words: () => ({ title: cells.simulateTitle, hint: cells.simulateHint }),
  icon: 'dices',
  safe: true,
  simulates: true,
  tall: true,
  language: 'yaml',
  template: 'use: picu-sepsis\npersons: 600\nseed: 1\ntables: [hours]\n',
  form: true
};
