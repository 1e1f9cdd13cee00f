import { formatNumber } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

const whole = [0, 1] as const;

export const rocLook: LinesLook = {
  title: () => words.figures.lines.roc.title,
  x: () => ({ label: words.figures.lines.roc.x, percent: true, domain: whole }),
  y: () => ({ label: words.figures.lines.roc.y, percent: true, domain: whole }),
  caption: () => words.figures.lines.roc.caption,
  square: true,
  seriesName: ({ name, look }) =>
    look === 'points' ? words.figures.lines.roc.youden(formatNumber(Number(name), 3)) : name,
  // A threshold belongs to the first curve.
  hue: ({ look }, at) => (look === 'points' ? '--ink' : `--c${at + 1}`),
  points: 'nearest'
};
