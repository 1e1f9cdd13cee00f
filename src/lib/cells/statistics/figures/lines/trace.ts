import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

/** Means of what was filled in, a line a data set: they are to mingle. */
export const traceLook: LinesLook = {
  title: ({ y = '' }) => words.figures.lines.trace.title(y),
  x: () => ({ label: words.figures.lines.trace.x }),
  y: ({ y = '' }) => ({ label: words.figures.lines.trace.y(y) }),
  caption: ({ series }) => words.figures.lines.trace.caption(series.length),
  unnamed: true,
  points: 'nearest'
};
