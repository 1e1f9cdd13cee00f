import { statisticsWords as words } from '$lib/messages/statistics';
import type { Measure } from '$workers/statistics';
import { isRatio } from '../../vocabulary';
import type { PointsLook } from './look';

/** Scores of all pairs by their numbers of reports: high scores of few reports are shrunk. */
export const signalsLook: PointsLook = {
  title: () => words.figures.points.signals.title,
  x: () => words.figures.points.signals.x,
  y: ({ yName }) => words.measures[yName as Measure],
  line: () => words.figures.points.signals.none,
  log: ({ yName }) => (isRatio(yName as Measure) ? 'xy' : 'x')
};
