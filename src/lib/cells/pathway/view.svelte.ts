import type { Point } from '$workers/layout';

interface Box extends Point {
  width: number;
  height: number;
}

const closest = 4;
/** Less than this beyond the edge is nothing that one would miss. */
const unseen = 8;

export type Side = 'left' | 'right' | 'above' | 'below';

/** On which sides something lies beyond what is seen. */
export function beyondOf(seen: Box, all: Box): Side[] {
  const sides: [Side, number][] = [
    ['left', seen.x - all.x],
    ['right', all.x + all.width - seen.x - seen.width],
    ['above', seen.y - all.y],
    ['below', all.y + all.height - seen.y - seen.height]
  ];
  return sides.filter(([, beyond]) => beyond > unseen).map(([side]) => side);
}

/** What part of a map is seen: moved and enlarged within what the map takes. */
export class MapView {
  #zoom = $state(1);
  #middle = $state.raw<Point>({ x: 0, y: 0 });

  /** @param whole what everything takes, in the proportions of the place where it is shown */
  constructor(private readonly whole: () => Box) {
    this.fit();
  }

  get zoom(): number {
    return this.#zoom;
  }

  get isWhole(): boolean {
    return this.#zoom <= 1.001;
  }

  readonly box: Box = $derived.by(() => {
    const { x, y, width, height } = this.whole();
    const [w, h] = [width / this.#zoom, height / this.#zoom];
    const within = (middle: number, size: number, start: number, all: number) =>
      Math.min(start + all - size, Math.max(start, middle - size / 2));
    return { x: within(this.#middle.x, w, x, width), y: within(this.#middle.y, h, y, height), width: w, height: h };
  });

  fit(): void {
    const { x, y, width, height } = this.whole();
    this.#zoom = 1;
    this.#middle = { x: x + width / 2, y: y + height / 2 };
  }

  /** @param around the point that stays where it is */
  scale(factor: number, around: Point = this.#now()): void {
    const before = this.box;
    const zoom = Math.min(closest, Math.max(1, this.#zoom * factor));
    const ratio = this.#zoom / zoom;
    this.#middle = {
      x: around.x + (before.x + before.width / 2 - around.x) * ratio,
      y: around.y + (before.y + before.height / 2 - around.y) * ratio
    };
    this.#zoom = zoom;
  }

  move(by: Point): void {
    const { x, y } = this.#now();
    this.#middle = { x: x + by.x, y: y + by.y };
  }

  /** Moves no more than is needed to have a point in sight, with some room around it. */
  reveal({ x, y }: Point, room: number): void {
    const { box } = this;
    const shift = (at: number, start: number, size: number) =>
      at - room < start ? at - room - start : at + room > start + size ? at + room - start - size : 0;
    this.move({ x: shift(x, box.x, box.width), y: shift(y, box.y, box.height) });
  }

  #now(): Point {
    const { x, y, width, height } = this.box;
    return { x: x + width / 2, y: y + height / 2 };
  }
}
