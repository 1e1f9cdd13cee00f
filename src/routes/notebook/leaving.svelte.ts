/** Holds back who would leave a notebook whose last changes lie in memory only. */
export class Leaving {
  /** What goes on once the person says so. */
  #goOn = $state.raw<() => void>();
  #mayLeave = false;

  constructor(private readonly isUnsaved: () => boolean) {}

  get asks(): boolean {
    return this.#goOn !== undefined;
  }

  /** @returns whether somebody is to be asked first; then `goOn` waits for the answer */
  holds(goOn: () => void): boolean {
    if (this.#mayLeave || !this.isUnsaved()) return false;
    this.#goOn = goOn;
    return true;
  }

  leave(): void {
    const goOn = this.#goOn;
    this.#goOn = undefined;
    this.#mayLeave = true;
    goOn?.();
    this.#mayLeave = false;
  }

  stay(): void {
    this.#goOn = undefined;
  }
}
