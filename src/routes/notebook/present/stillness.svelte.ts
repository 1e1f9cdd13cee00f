const stillMs = 2000;

/** Whether the pointer has rested: then it is not shown. And where it is, for the dot that takes its place. */
export class Stillness {
  still = $state(false);
  x = $state(-100);
  y = $state(-100);
  #timer: ReturnType<typeof setTimeout> | undefined;

  moved(event: PointerEvent): void {
    this.x = event.clientX;
    this.y = event.clientY;
    this.wait();
  }

  wait(): void {
    this.still = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.still = true), stillMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
