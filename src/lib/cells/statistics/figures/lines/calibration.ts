import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

const whole = [0, 1] as const;

/** The curve, groups of risk with their intervals, and how many have which risk at the foot. */
export const calibrationLook: LinesLook = {
  title: () => words.figures.lines.calibration.title,
  x: () => ({ label: words.figures.lines.calibration.x, percent: true, domain: whole }),
  y: () => ({ label: words.figures.lines.calibration.y, percent: true, domain: whole }),
  caption: () => words.figures.lines.calibration.caption,
  square: true,
  seriesName: ({ name, look }) => {
    const { smooth, groups, risks } = words.figures.lines.calibration;
    return look === 'line' ? smooth : look === 'points' ? groups : look === 'bars' ? risks : name;
  },
  hue: ({ look }) => (look === 'bars' ? '--ink-faint' : look === 'points' ? '--c2' : '--c1'),
  points: 'nearest'
};
