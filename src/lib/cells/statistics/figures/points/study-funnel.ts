import { statisticsWords as words } from '$lib/messages/statistics';
import type { Measure } from '$workers/statistics';
import type { PointsLook } from './look';

/** Effects of studies over their standard errors, the most precise at the top; without bias they lie evenly on both sides. */
export const studyFunnelLook: PointsLook = {
  title: () => words.figures.points['study-funnel'].title,
  x: ({ xName }) => {
    const measure = words.measures[xName as Measure];
    return /ratio/.test(xName ?? '') ? words.figures.points['study-funnel'].logOf(measure) : measure;
  },
  y: () => words.figures.points['study-funnel'].y,
  caption: () => words.figures.points['study-funnel'].caption,
  limit: () => words.figures.points['study-funnel'].limit,
  reverseY: true
};
