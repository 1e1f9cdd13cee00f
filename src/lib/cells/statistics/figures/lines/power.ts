import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

/** Power by the number of persons, and the plan on it. */
export const powerLook: LinesLook = {
  title: () => words.figures.lines.power.title,
  x: () => ({ label: words.figures.lines.power.x }),
  y: () => ({ label: words.figures.lines.power.y, percent: true, domain: [0, 1] }),
  seriesName: ({ look }) => (look === 'points' ? words.figures.lines.power.plan : words.figures.lines.power.y)
};
