import { statisticsWords as words } from '$lib/messages/statistics';
import type { PointsLook } from './look';

/** Means of residuals along the fitted values. */
export const residualsLook: PointsLook = {
  title: () => words.figures.points.residuals.title,
  x: ({ xName = '' }) => words.figures.points.residuals.x(xName),
  y: () => words.figures.points.residuals.y,
  line: () => words.figures.points.residuals.zero,
  caption: () => words.figures.points.residuals.caption
};
