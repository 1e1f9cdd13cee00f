/** A point of a drawing that has a name. */
export interface Named {
  x: number;
  y: number;
  name: string;
}

export interface Label<Point> {
  point: Point;
  anchor: 'start' | 'middle' | 'end';
  dx: number;
  dy: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LETTER = 6.6;
const LINE = 15;
const GAP = 9;
const choices = [
  { anchor: 'start', dx: GAP, dy: 0 },
  { anchor: 'end', dx: -GAP, dy: 0 },
  { anchor: 'middle', dx: 0, dy: -GAP - 5 },
  { anchor: 'middle', dx: 0, dy: GAP + 5 },
  { anchor: 'start', dx: GAP, dy: -GAP - 5 },
  { anchor: 'start', dx: GAP, dy: GAP + 5 },
  { anchor: 'end', dx: -GAP, dy: -GAP - 5 },
  { anchor: 'end', dx: -GAP, dy: GAP + 5 }
] as const;

/**
 * A place for each name beside its point, where it covers no other point or name if there is one.
 *
 * @param room the greatest values of both axes, which begin at 0, and the size of the drawing in px
 */
export function placeLabels<Point extends Named>(
  points: readonly Point[],
  room: { x: number; y: number; width: number; height: number }
): Label<Point>[] {
  const place = ({ x, y }: Named) => ({ x: (x / room.x) * room.width, y: (1 - y / room.y) * room.height });
  const taken: Box[] = points.map((point) => {
    const { x, y } = place(point);
    return { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
  });
  return points.map((point) => {
    const at = place(point);
    const found = choices
      .map((choice) => ({ choice, box: boxOf(at, point.name.length * LETTER, choice) }))
      .map(({ choice, box }) => ({ choice, box, cost: costOf(box, taken, room) }))
      .reduce((best, one) => (one.cost < best.cost ? one : best));
    taken.push(found.box);
    const { anchor, dx, dy } = found.choice;
    return { point, anchor, dx, dy };
  });
}

function boxOf(at: { x: number; y: number }, width: number, { anchor, dx, dy }: (typeof choices)[number]): Box {
  const left = at.x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return { left, right: left + width, top: at.y + dy - LINE / 2, bottom: at.y + dy + LINE / 2 };
}

function costOf(box: Box, taken: readonly Box[], room: { width: number; height: number }): number {
  const covered = taken.reduce((sum, other) => {
    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return sum + (across > 0 && down > 0 ? across * down : 0);
  }, 0);
  const outside = Math.max(0, -box.left) + Math.max(0, box.right - room.width);
  return covered + 10 * outside + (box.top < 0 || box.bottom > room.height ? 50 : 0);
}
