import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const pathwayFace: Face = {
  name: 'pathway',
  words: () => ({ title: cells.pathwayTitle, hint: cells.pathwayHint }),
  icon: 'waypoints',
  safe: true,
  language: 'yaml',
  template: 'from: \n',
  form: true,
  summary: true
};
