import { boundsOf } from './lines';
import type { DrawnMap } from './map';
import { the } from './the';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Smaller than this a map is not read: then it goes on in another row. */
const least = 0.8;
/** What stands on both sides of a cut, px: the figure of an arrow that is cut. */
const overlap = 24;

/**
 * The parts of a map from left to right that fit a width, cut where no box is. One part where it fits as it is, or where
 * it cannot be cut.
 */
export function bandsOf(map: DrawnMap, room: number): Box[] {
  const whole = boundsOf(map);
  const wanted = Math.ceil((whole.width * least) / Math.max(1, room));
  if (wanted < 2) return [whole];
  const gaps = gapsOf(map);
  const end = whole.x + whole.width;
  const cuts: number[] = [];
  for (let band = 1; band < wanted; band++) {
    const target = whole.x + (whole.width * band) / wanted;
    const near = gaps.toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target))[0];
    if (near !== undefined && !cuts.includes(near)) cuts.push(near);
  }
  const starts = [whole.x, ...cuts];
  return starts.map((start, at) => {
    const from = at === 0 ? start : start - overlap;
    const to = Math.min(end, (starts[at + 1] ?? end) + overlap);
    return { ...whole, x: from, width: to - from };
  });
}

/** Middles of the stretches that no box covers. */
function gapsOf({ nodes, places }: DrawnMap): number[] {
  const spans = nodes
    .map(({ half }, node) => ({ from: the(places, node).x - half, to: the(places, node).x + half }))
    .toSorted((a, b) => a.from - b.from);
  const gaps: number[] = [];
  let end = spans[0]?.to ?? 0;
  for (const { from, to } of spans) {
    if (from > end) gaps.push((from + end) / 2);
    end = Math.max(end, to);
  }
  return gaps;
}
