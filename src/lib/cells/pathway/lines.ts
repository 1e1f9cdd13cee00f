import type { Point } from '$workers/layout';
import { largestOf } from '$workers/shared/extent';
import { boxHeight, type DrawnMap } from './map';
import { the } from './the';

/** How an edge is drawn, px. */
export interface Line {
  path: string;
  /** Of the line; the arrowhead grows with it. */
  width: number;
  /** The arrowhead's tip, and where it points, in degrees. */
  tip: Point;
  angle: number;
  /** Where its figure stands. */
  label: Point;
  /** Against the direction of the map. */
  isBack: boolean;
  /** What the line itself takes. */
  box: Sides;
}

interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const thinnest = 1;
const thickest = 8;
const loopHeight = 24;

/** A line for each edge of a map, as wide as the root of its count says. */
export function linesOf(map: DrawnMap): Line[] {
  const most = Math.max(1, largestOf(map.edges.map(({ count }) => count)));
  return map.edges.map(({ from, to, count }, place) => {
    const width = thinnest + (thickest - thinnest) * Math.sqrt(count / most);
    const [start, end] = [the(map.places, from), the(map.places, to)];
    const bends = the(map.bends, place);
    const isBack = from !== to && end.x <= start.x;
    const points =
      from === to
        ? loop(start, the(map.nodes, from).half)
        : bends.length > 1
          ? alongBends(bends, map, from, to)
          : direct(start, end, the(map.nodes, from).half, the(map.nodes, to).half);
    return { ...drawn(points, width), isBack };
  });
}

/** A cubic curve: start, two controls and end, and so on. */
type Curve = Point[];

function drawn(curve: Curve, width: number): Omit<Line, 'isBack'> {
  const tip = the(curve, curve.length - 1);
  const before = the(curve, curve.length - 2);
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  // The line ends within its arrowhead, so that a thick one has no blunt tip.
  const head = headLength(width) - 1;
  const end = { x: tip.x - dx * head, y: tip.y - dy * head };
  const parts = [`M${at(the(curve, 0))}`];
  for (let place = 1; place < curve.length; place += 3) {
    const last = place + 2 === curve.length - 1 ? end : the(curve, place + 2);
    parts.push(`C${at(the(curve, place))} ${at(the(curve, place + 1))} ${at(last)}`);
  }
  return {
    path: parts.join(''),
    width,
    tip,
    angle: round((Math.atan2(dy, dx) * 180) / Math.PI),
    label: middle(curve),
    box: boxOf(curve, width)
  };
}

export const headLength = (width: number): number => 6 + width;

function middle(curve: Curve): Point {
  const pieces = (curve.length - 1) / 3;
  const { x, y } = pointOf(curve, Math.floor(pieces / 2), pieces % 2 === 1 ? 0.5 : 0);
  return { x: round(x), y: round(y) };
}

/** A point of a piece of a curve, t from 0 to 1. */
function pointOf(curve: Curve, piece: number, t: number): Point {
  const [a, b, c, d] = curve.slice(3 * piece, 3 * piece + 4) as [Point, Point, Point, Point];
  const on = (of: (point: Point) => number) =>
    (1 - t) ** 3 * of(a) + 3 * (1 - t) ** 2 * t * of(b) + 3 * (1 - t) * t * t * of(c) + t ** 3 * of(d);
  return { x: on(({ x }) => x), y: on(({ y }) => y) };
}

/** So many points a piece tell how far a curve reaches, but for a fraction of a pixel in such drawings. */
const samples = 8;

function boxOf(curve: Curve, width: number): Sides {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let piece = 0; piece < (curve.length - 1) / 3; piece++) {
    for (let sample = 0; sample <= samples; sample++) {
      const { x, y } = pointOf(curve, piece, sample / samples);
      box.left = Math.min(box.left, x - width / 2);
      box.right = Math.max(box.right, x + width / 2);
      box.top = Math.min(box.top, y - width / 2);
      box.bottom = Math.max(box.bottom, y + width / 2);
    }
  }
  return box;
}

/** Through the bends that the layout gave, without corners. It laid boxes out with room beside them: the ends move in. */
function alongBends(bends: readonly Point[], { places, nodes }: DrawnMap, from: number, to: number): Curve {
  const points = [...bends];
  points[0] = border(the(places, from), the(nodes, from).half, the(points, 1));
  points[points.length - 1] = border(the(places, to), the(nodes, to).half, the(points, points.length - 2));
  const curve: Curve = [points[0]];
  const last = points.length - 1;
  for (let place = 0; place < last; place++) {
    const [one, next] = [the(points, place), the(points, place + 1)];
    const before = the(points, Math.max(0, place - 1));
    const after = the(points, Math.min(last, place + 2));
    // Catmull-Rom as cubic Bézier curves.
    curve.push(
      { x: one.x + (next.x - before.x) / 6, y: one.y + (next.y - before.y) / 6 },
      { x: next.x - (after.x - one.x) / 6, y: next.y - (after.y - one.y) / 6 },
      next
    );
  }
  return curve;
}

/** Where a line from the middle of a box towards a point leaves it. */
function border(middle: Point, half: number, towards: Point): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const scale = Math.min(half / Math.abs(dx || 1e-9), boxHeight / 2 / Math.abs(dy || 1e-9), 1);
  return { x: middle.x + dx * scale, y: middle.y + dy * scale };
}

/** Forward in an S from side to side, back in an arc below, among those of one layer in an arc beside. */
function direct(start: Point, end: Point, halfStart: number, halfEnd: number): Curve {
  const across = end.x - halfEnd - (start.x + halfStart);
  if (across > 10) {
    const [a, b] = [
      { x: start.x + halfStart, y: start.y },
      { x: end.x - halfEnd, y: end.y }
    ];
    const reach = Math.max(24, across / 2);
    return [a, { x: a.x + reach, y: a.y }, { x: b.x - reach, y: b.y }, b];
  }
  const below = end.x < start.x - 10;
  const side = below ? boxHeight / 2 : (Math.sign(end.y - start.y) || 1) * (boxHeight / 2);
  const a = { x: start.x - halfStart / 3, y: start.y + side };
  const b = { x: end.x + halfEnd / 3, y: below ? end.y + side : end.y - side };
  if (!below) {
    const bow = 18 + Math.abs(b.y - a.y) / 8;
    return [a, { x: a.x - bow, y: a.y + (b.y - a.y) / 3 }, { x: b.x - bow, y: b.y - (b.y - a.y) / 3 }, b];
  }
  const dip = 26 + Math.abs(start.x - end.x) / 8;
  const depth = Math.max(a.y, b.y) + dip;
  return [a, { x: a.x - 20, y: depth }, { x: b.x + 20, y: depth }, b];
}

/** Over the right shoulder of its box. */
function loop({ x, y }: Point, half: number): Curve {
  const top = y - boxHeight / 2;
  const [left, right] = [x + half * 0.25, x + half * 0.75];
  return [
    { x: left, y: top },
    { x: left - 6, y: top - loopHeight },
    { x: right + 6, y: top - loopHeight },
    { x: right, y: top }
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** Room of a written figure, px: half of its width, above a line, and below one that goes back. */
const figure = { half: 28, above: 17, below: 17 };
/** Between what is drawn and the edge of the drawing. */
const rim = 4;

/** What everything of a map takes: with the arcs and figures that leave the layout's own room. */
export function boundsOf(
  map: DrawnMap,
  lines: readonly Line[] = linesOf(map)
): { x: number; y: number; width: number; height: number } {
  const { width, height } = map.size;
  let [left, top, right, bottom] = [0, -2, Math.max(width, 40), Math.max(height, 54)];
  for (const { box, label, isBack, width: thick } of lines) {
    const above = isBack ? 0 : thick / 2 + figure.above;
    const below = isBack ? thick / 2 + figure.below : 0;
    left = Math.min(left, box.left, label.x - figure.half);
    right = Math.max(right, box.right, label.x + figure.half);
    top = Math.min(top, box.top, label.y - above);
    bottom = Math.max(bottom, box.bottom, label.y + below);
  }
  return { x: left - rim, y: top - rim, width: right - left + 2 * rim, height: bottom - top + 2 * rim };
}
