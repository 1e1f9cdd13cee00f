/** A heading that is dragged to another place: only a drag of some way is one, a click sorts. */
export class HeaderDrag {
  #from: { position: number; x: number } | undefined;
  /** The heading before which it would be put. */
  target = $state<number>();
  /** A drag just ended: the click that follows is none. */
  ended = false;

  begin(position: number, x: number): void {
    this.#from = { position, x };
    this.ended = false;
  }

  over(position: number | undefined, x: number): void {
    if (!this.#from || (this.target === undefined && Math.abs(x - this.#from.x) < 6)) return;
    this.target = position;
    this.ended = true;
  }

  /** @returns from where to where, if it was a drag */
  end(): { from: number; to: number } | undefined {
    const { target } = this;
    const from = this.#from?.position;
    this.#from = undefined;
    this.target = undefined;
    return from === undefined || target === undefined || target === from ? undefined : { from, to: target };
  }
}
