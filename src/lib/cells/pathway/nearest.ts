import type { Point } from '$workers/layout';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The node that an arrow key means: the nearest one that way, nearer to the straight line counting more. */
export function nearestTo(places: readonly Point[], from: number, direction: Direction): number | undefined {
  const start = places[from];
  if (!start) return undefined;
  let best: number | undefined;
  let least = Infinity;
  places.forEach((place, node) => {
    const [dx, dy] = [place.x - start.x, place.y - start.y];
    const horizontal = direction === 'ArrowLeft' || direction === 'ArrowRight';
    const along = horizontal ? dx : dy;
    const forward = direction === 'ArrowRight' || direction === 'ArrowDown' ? along : -along;
    if (node === from || forward <= 1) return;
    const cost = forward + 2.5 * Math.abs(horizontal ? dy : dx);
    if (cost >= least) return;
    least = cost;
    best = node;
  });
  return best;
}
