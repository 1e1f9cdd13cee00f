/** A place that is drawn, and the element that draws it. */
export interface Drawn {
  position: number;
  slot: number;
}

/**
 * Which element draws which row or column. What stays in sight keeps its element untouched; what comes into sight takes
 * one that has become free, since making elements costs a frame.
 */
export class Slots {
  #slotOf: ReadonlyMap<number, number> = new Map();

  /** Places from `from` up to, not with, `to`. */
  of(from: number, to: number): Drawn[] {
    const before = this.#slotOf;
    const next = new Map<number, number>();
    const taken = new Set<number>();
    for (let position = from; position < to; position++) {
      const slot = before.get(position);
      if (slot !== undefined) taken.add(slot);
    }
    let free = 0;
    for (let position = from; position < to; position++) {
      let slot = before.get(position);
      if (slot === undefined) {
        while (taken.has(free)) free++;
        slot = free++;
      }
      next.set(position, slot);
    }
    this.#slotOf = next;
    return [...next].map(([position, slot]) => ({ position, slot }));
  }
}
