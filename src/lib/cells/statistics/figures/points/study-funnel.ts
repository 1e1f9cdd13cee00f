import { statisticsWords as words } from '$lib/messages/statistics';
import type { Measure } from '$workers/statistics';
import { isRatio } from '../../vocabulary';
import type { PointsLook } from './look';

/** Effects of studies over their standard errors, the most precise at the top; without bias they lie evenly on both sides. */
export const studyFunnelLook: PointsLook = {
  title: () => words.figures.points['study-funnel'].title,
  x: ({ xName }) => {
    const measure = words.measures[xName as Measure];
    return isRatio(xName as Measure) ? `${measure}, ${words.figures.forest.log}` : measure;
  },
  y: ({ xName }) => {
    const { y, yOfLog } = words.figures.points['study-funnel'];
    return isRatio(xName as Measure) ? yOfLog : y;
  },
  line: () => words.names.pooled,
  caption: () => words.figures.points['study-funnel'].caption,
  limit: () => words.figures.points['study-funnel'].limit,
  log: ({ xName }) => (isRatio(xName as Measure) ? 'x' : ''),
  reverseY: true,
  upright: true
};
