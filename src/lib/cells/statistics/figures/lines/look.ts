import type { LinesFigure, LinesSeries } from '$workers/statistics';

/** What stands on an axis. */
export interface AxisLook {
  label: string;
  /** Shares, written in per cent. */
  percent?: true;
  /** Ratios. */
  log?: true;
  /** Where the figure has none of its own. */
  domain?: readonly [number, number];
}

/** What sets one kind of lines apart from the others: its words, its axes, its hues. A file each, a line in `looks.ts`. */
export interface LinesLook {
  title: (figure: LinesFigure) => string;
  x: (figure: LinesFigure) => AxisLook;
  y: (figure: LinesFigure) => AxisLook;
  caption?: (figure: LinesFigure) => string | undefined;
  /** As wide as high: both axes say the same kind of thing. */
  square?: true;
  /** Words of series whose names are codes and not the data's own. */
  seriesName?: (series: LinesSeries) => string;
  /** By default the palette in its order. */
  hue?: (series: LinesSeries, at: number) => `--${string}`;
  /** What the band around a line is. */
  band?: () => string;
  /** Series are alike and many: the legend does not name them. */
  unnamed?: true;
  /** The nearest point in both directions is told, not that above the pointer. */
  points?: 'nearest';
}
