/** One in flight: of what is given meanwhile only the last follows. */
export class LatestOnly<Value> {
  #waiting: { value: Value } | undefined;
  #running = false;

  constructor(private readonly send: (value: Value) => Promise<void>) {}

  give(value: Value): void {
    this.#waiting = { value };
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#waiting) {
        const { value } = this.#waiting;
        this.#waiting = undefined;
        // What a cell does with it is the cell's to tell.
        await this.send(value).catch(() => undefined);
      }
    } finally {
      this.#running = false;
    }
  }
}
