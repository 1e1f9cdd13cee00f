import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

/** Power by the number of persons, pairs or events, and the plan on it. */
export const powerLook: LinesLook = {
  title: ({ x }) => words.figures.lines.power.titles[unitOf(x)],
  x: ({ x }) => ({ label: words.names[unitOf(x)] }),
  y: () => ({ label: words.figures.lines.power.y, percent: true, domain: [0, 1] }),
  seriesName: ({ look }) => (look === 'points' ? words.figures.lines.power.plan : words.figures.lines.power.y),
  hue: ({ look }) => (look === 'points' ? '--c2' : '--c1')
};

const unitOf = (x: string | undefined) => (x === 'pairs' || x === 'events' ? x : 'persons');
