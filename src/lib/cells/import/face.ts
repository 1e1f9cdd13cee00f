import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const importFace: Face = {
  name: 'import',
  words: () => ({ title: cells.importTitle, hint: cells.importHint }),
  icon: 'file-down',
  letter: 'f',
  safe: true,
  tall: true,
  language: 'yaml',
  template: 'file: site:picu-classroom.csv'
};
