import type { Markish } from '@observablehq/plot';
import type { Plot } from '$lib/ui/chart/draw-chart';

/** What a figure must say wherever it goes: it stands in the drawing, above its frame. */
export function notice(Plot: Plot, lines: readonly string[]): Markish {
  return Plot.text([lines.join(' ')], {
    frameAnchor: 'top-right',
    textAnchor: 'end',
    dy: -16,
    fill: 'var(--ink-faint)',
    lineWidth: Infinity
  });
}

/** Room for it. */
export const noticeMargin = 40;
