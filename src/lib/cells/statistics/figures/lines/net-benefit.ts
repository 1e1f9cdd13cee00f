import { statisticsWords as words } from '$lib/messages/statistics';
import type { LinesLook } from './look';

/** Everybody and nobody are no predictions: they stand in grey. */
const others: Readonly<Record<string, 'all' | 'none'>> = { 'treat-all': 'all', 'treat-none': 'none' };

export const netBenefitLook: LinesLook = {
  title: () => words.figures.lines['net-benefit'].title,
  x: () => ({ label: words.figures.lines['net-benefit'].x, percent: true }),
  y: () => ({ label: words.figures.lines['net-benefit'].y }),
  caption: () => words.figures.lines['net-benefit'].caption,
  seriesName: ({ name }) => {
    const other = others[name];
    return other === undefined ? name : words.figures.lines['net-benefit'][other];
  },
  hue: ({ name }, at) =>
    others[name] === undefined ? `--c${at + 1}` : others[name] === 'none' ? '--ink-faint' : '--ink-soft'
};
