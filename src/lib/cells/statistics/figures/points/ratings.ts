import { statisticsWords as words } from '$lib/messages/statistics';
import type { PointsLook } from './look';

/** Each rating over the mean of its person: the closer to the line, the more of the variation is between persons. */
export const ratingsLook: PointsLook = {
  title: () => words.figures.points.ratings.title,
  x: () => words.figures.points.ratings.x,
  y: () => words.figures.points.ratings.y,
  limit: () => words.figures.points.ratings.equality,
  square: true
};
