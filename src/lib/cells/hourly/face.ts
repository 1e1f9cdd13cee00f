import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const hourlyFace: Face = {
  name: 'hourly',
  words: () => ({ title: cells.hourlyTitle, hint: cells.hourlyHint }),
  icon: 'clock',
  safe: true,
  tall: true,
  language: 'yaml',
  template: 'from: \nstays: \n',
  form: true,
  summary: true
};
