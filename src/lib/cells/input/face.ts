import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const inputFace: Face = {
  name: 'input',
  words: () => ({ title: cells.inputTitle, hint: cells.inputHint }),
  icon: 'sliders-horizontal',
  letter: 'i',
  safe: true,
  language: 'yaml',
  template: 'type: range\nlabel: \nmin: 0\nmax: 100\nstep: 1\nvalue: 50\n',
  form: true
};
