/** Does something whenever it is asked for, but nothing before a time is over: then it does it once. */
export class Soon {
  #isOver = false;
  #asked = false;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(
    milliseconds: number,
    private readonly act: () => void
  ) {
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      if (this.#asked) this.act();
    }, milliseconds);
  }

  ask(): void {
    if (this.#isOver) this.act();
    else this.#asked = true;
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
