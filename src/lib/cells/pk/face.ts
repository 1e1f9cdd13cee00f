import { cells } from '$lib/messages/cells';
import type { Face } from '../lazy-kind';

export const pkFace: Face = {
  name: 'pk',
  words: () => ({ title: cells.pkTitle, hint: cells.pkHint }),
  icon: 'droplet',
  safe: true,
  language: 'yaml',
  template:
    'show: curve\nmodel: fviii-bjorkman-2012\nperson: { weight_kg: 25, age_y: 8 }\ngiven:\n  - { hour: 0, iu: 1250 }\nmeasured:\n  - { hour: 24, level: 14 }\n',
  form: true,
  summary: true
};
