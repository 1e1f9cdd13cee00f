import { smallGroup, type ColumnProfile, type ProfileShape, type RowCount } from '$workers/shared/profile';

/** One bar on whole pixels. */
export interface StripBar {
  x: number;
  width: number;
  /** Of all rows, and of those that pass the filter. */
  height: number;
  kept: number | undefined;
  /** Its place in the shape; undefined: the other values together. */
  index: number | undefined;
}

export interface StripLayout {
  bars: readonly StripBar[];
  /** The share of rows without a value; undefined where none is missing. */
  missing: { x: number; width: number; height: number; y: number } | undefined;
  width: number;
  height: number;
  /** Room for bars, left of what is missing. */
  room: number;
}

export interface StripSize {
  width: number;
  height: number;
  /** Width of the bar of missing rows, and the gap before it. */
  missing: number;
  gap: number;
}

/** In a table's header; in the data panel a missing share stands beside the strip as a figure. */
export const headerStrip: StripSize = { width: 120, height: 28, missing: 8, gap: 13 };
export const panelStrip: StripSize = { width: 48, height: 14, missing: 0, gap: 0 };
export const cardStrip: StripSize = { width: 280, height: 96, missing: 0, gap: 0 };

/** The counts that a shape draws, in order; the others come last. */
export function countsOf(shape: ProfileShape): readonly RowCount[] {
  switch (shape.of) {
    case 'bins':
      return shape.bins;
    case 'values':
      return shape.others ? [...shape.values, shape.others] : shape.values;
    case 'none':
      return [];
  }
}

/**
 * Bars over the full width with gaps of one pixel. A group of few rows is not drawn to an audience.
 *
 * @param hidesSmall while presenting
 * @param log heights by the logarithm, so that few rows beside very many are seen
 */
export function stripLayout(
  { shape, rows, missing }: Pick<ColumnProfile, 'shape' | 'rows' | 'missing'>,
  size: StripSize,
  { hidesSmall = false, log = false } = {}
): StripLayout {
  const { width, height } = size;
  const share = rows > 0 ? missing.n / rows : 0;
  const showsMissing = size.missing > 0 && missing.n > 0;
  const room = showsMissing ? width - size.missing - size.gap : width;
  const counts = countsOf(shape);
  const most = counts.reduce((most, { n }) => Math.max(most, n), 0);
  const shareOf = (n: number) => (log ? Math.log1p(n) / Math.log1p(most) : n / most);
  const bars = counts.flatMap((count, at): StripBar[] => {
    const x = Math.round((at * room) / counts.length);
    const end = Math.round(((at + 1) * room) / counts.length);
    if (count.n === 0 || (hidesSmall && isSmall(count.n))) return [];
    const { kept } = count;
    const index = shape.of === 'values' && at === shape.values.length ? undefined : at;
    return [
      {
        x,
        width: Math.max(1, end - x - 1),
        height: pixels(shareOf(count.n), height),
        kept: kept === undefined ? undefined : hidesSmall && isSmall(kept) ? 0 : pixels(shareOf(kept), height),
        index
      }
    ];
  });
  const tall = pixels(share, height);
  return {
    bars,
    missing: showsMissing
      ? { x: width - size.missing, width: size.missing, height: tall, y: height - tall }
      : undefined,
    width,
    height,
    room
  };
}

/** The bar below a place, its gap included. */
export function barAt({ bars }: Pick<StripLayout, 'bars'>, x: number): StripBar | undefined {
  return bars.find((bar) => x >= bar.x && x < bar.x + bar.width + 1);
}

/** All bars as one outline: an element a bar would cost a frame where many strips come at once. */
export function barsPath({ bars, height }: Pick<StripLayout, 'bars' | 'height'>, of: 'height' | 'kept'): string {
  return bars
    .map((bar) => ({ ...bar, up: bar[of] ?? 0 }))
    .filter(({ up }) => up > 0)
    .map(({ x, width, up }) => `M${x} ${height}v${-up}h${width}V${height}z`)
    .join('');
}

/** Whether so few rows could be told apart. */
export function isSmall(n: number): boolean {
  return n > 0 && n < smallGroup;
}

/** What is there is seen: at least one pixel. */
function pixels(share: number, height: number): number {
  return share > 0 ? Math.max(1, Math.round(share * height)) : 0;
}
