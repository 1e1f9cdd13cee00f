import { statisticsWords as words } from '$lib/messages/statistics';
import type { PointsLook } from './look';

/** One column by another. */
export const correlationLook: PointsLook = {
  title: ({ xName = '', yName = '' }) => words.figures.points.correlation.title(xName, yName),
  x: ({ xName }) => xName ?? 'x',
  y: ({ yName }) => yName ?? 'y'
};
