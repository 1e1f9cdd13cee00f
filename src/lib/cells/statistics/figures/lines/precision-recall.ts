import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

const whole = [0, 1] as const;

export const precisionRecallLook: LinesLook = {
  title: () => words.figures.lines['precision-recall'].title,
  x: () => ({ label: words.figures.lines['precision-recall'].x, percent: true, domain: whole }),
  y: () => ({ label: words.figures.lines['precision-recall'].y, percent: true, domain: whole }),
  caption: () => words.figures.lines['precision-recall'].caption,
  square: true,
  points: 'nearest'
};
