import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

type Name = keyof (typeof words.figures.lines)['interrupted-series']['names'];

const hues: Readonly<Record<Name, `--${string}`>> = {
  observed: '--ink-faint',
  before: '--c1',
  after: '--c2',
  counterfactual: '--c1'
};

/** A series with its lines before and after a change, and how the first would have gone on. */
export const interruptedSeriesLook: LinesLook = {
  title: () => words.figures.lines['interrupted-series'].title,
  x: () => ({ label: words.figures.lines['interrupted-series'].x }),
  y: ({ y = '' }) => ({ label: y }),
  caption: () => words.figures.lines['interrupted-series'].caption,
  seriesName: ({ name }) => words.figures.lines['interrupted-series'].names[name as Name],
  hue: ({ name }) => hues[name as Name],
  points: 'nearest'
};
