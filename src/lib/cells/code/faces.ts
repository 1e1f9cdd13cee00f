import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const jsFace: Face = {
  name: 'js',
  words: () => ({ title: cells.jsTitle, hint: cells.jsHint }),
  icon: 'braces',
  letter: 't',
  safe: false,
  language: 'javascript',
  template: '',
  tall: true,
  summary: true
};

export const tsFace: Face = {
  name: 'ts',
  words: () => ({ title: cells.tsTitle, hint: cells.tsHint }),
  icon: 'braces',
  safe: false,
  language: 'typescript',
  template: '',
  tall: true,
  summary: true
};
