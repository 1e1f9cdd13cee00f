import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const profileFace: Face = {
  name: 'profile',
  words: () => ({ title: cells.profileTitle, hint: cells.profileHint }),
  icon: 'chart-column',
  letter: 'l',
  safe: true,
  tall: true,
  language: 'yaml',
  template: 'from: \n',
  resultTab: true,
  form: true,
  summary: true
};
