/**
 * Quantile of sorted numbers, linear between order statistics: R's default, type 7 of Hyndman and Fan 1996. NaN of none.
 *
 * @param sorted rising
 * @param p from 0 to 1
 */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const share = place - below;
  const high = sorted[below + 1] ?? low;
  // Infinities have no distance.
  return share === 0 || high === low ? low : low + share * (high - low);
}
