import { formatNumber, formatShare } from '$lib/messages/figures';
import { statisticsWords as words } from '$lib/messages/statistics';
import { isRatio } from '../../vocabulary';
import type { LinesLook } from './look';

/** The effect of a spline over its values, against their median. */
export const effectLook: LinesLook = {
  title: ({ x = '' }) => words.figures.lines.effect.title(x),
  x: ({ x = '' }) => ({ label: x }),
  y: ({ y = '', measure = 'coefficient' }) =>
    isRatio(measure)
      ? { label: y === '' ? words.measures[measure] : `${words.measures[measure]}, ${y}`, log: true }
      : { label: words.figures.lines.effect.difference(y) },
  caption: ({ x = '', acrossX = [], level = 0.95 }) =>
    words.figures.lines.effect.caption(x, formatNumber(acrossX[0] ?? 0), formatShare(level))
};
