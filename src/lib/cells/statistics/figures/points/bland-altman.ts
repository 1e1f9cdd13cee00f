import { statisticsWords as words } from '$lib/messages/statistics';
import type { PointsLook } from './look';

/** Differences over means; bias and limits of agreement across, with their intervals. */
export const blandAltmanLook: PointsLook = {
  title: () => words.figures.points['bland-altman'].title,
  x: ({ xName }) => xName ?? words.figures.points['bland-altman'].x,
  y: ({ yName }) => yName ?? words.figures.points['bland-altman'].y,
  caption: () => words.figures.points['bland-altman'].caption,
  line: (code) => {
    const { lines } = words.figures.points['bland-altman'];
    return lines[code as keyof typeof lines];
  }
};
