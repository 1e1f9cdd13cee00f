import type { PointsFigure } from '$workers/statistics';

/** What sets one kind of points apart: its words and axes. A file each, a line in `looks.ts`. */
export interface PointsLook {
  title: (figure: PointsFigure) => string;
  x: (figure: PointsFigure) => string;
  y: (figure: PointsFigure) => string;
  caption?: (figure: PointsFigure) => string | undefined;
  /** What a line across says, by its code. */
  line?: (code: string) => string;
  /** What a limit says, by its name. */
  limit?: (name: string) => string;
  /** As wide as high, with the same scale on both axes. */
  square?: true;
  /** Square, but each axis has its own scale. */
  ownScales?: true;
  /** The axis rises downwards: standard errors of a funnel. */
  reverseY?: true;
  /** Ratios on an axis, or on both; it may depend on the figure. */
  log?: 'x' | 'y' | 'xy' | ((figure: PointsFigure) => '' | 'x' | 'y' | 'xy');
  /** Its lines stand at values of x: a funnel that rises. */
  upright?: true;
}
