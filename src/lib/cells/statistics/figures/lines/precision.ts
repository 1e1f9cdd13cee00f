import { statisticsWords as words } from '$lib/messages/statistics';
import { formatShare } from '$lib/messages/figures';
import type { LinesLook } from './look';

/** The interval of a proportion or rate by the number of persons or events, and the plan on it. */
export const precisionLook: LinesLook = {
  title: ({ x, level = 0.95 }) => words.figures.lines.precision.titles[unitOf(x)](formatShare(level)),
  x: ({ x }) => ({ label: words.names[unitOf(x)] }),
  y: ({ y }) => (y === 'rate' ? { label: words.measures.rate } : { label: words.measures.proportion, percent: true }),
  seriesName: ({ look }) => words.figures.lines.precision[look === 'points' ? 'plan' : 'expected'],
  hue: ({ look }) => (look === 'points' ? '--c2' : '--c1')
};

const unitOf = (x: string | undefined) => (x === 'events' ? 'events' : 'persons');
