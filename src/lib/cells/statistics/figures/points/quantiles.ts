import { statisticsWords as words } from '$lib/messages/statistics';
import type { PointsLook } from './look';

/** Residuals, sorted, against what they would be if they were normal. */
export const quantilesLook: PointsLook = {
  title: () => words.figures.points.quantiles.title,
  x: () => words.figures.points.quantiles.x,
  y: () => words.figures.points.quantiles.y,
  limit: () => words.figures.points.quantiles.normal,
  caption: () => words.figures.points.quantiles.caption,
  square: true,
  ownScales: true
};
