import { statisticsWords as words } from '$lib/messages/statistics';
import type { PointsLook } from './look';

/** Two measurements of the same things, with the line on which they are equal. */
export const scatterLook: PointsLook = {
  title: () => words.figures.points.scatter.title,
  x: ({ xName }) => xName ?? 'x',
  y: ({ yName }) => yName ?? 'y',
  limit: () => words.figures.points.scatter.equality,
  square: true
};
