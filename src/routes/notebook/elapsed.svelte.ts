/** Seconds since something started, told from half a second on, and renewed each second. */
export class Elapsed {
  seconds = $state<number>();

  /** @param startedAt undefined while nothing runs; read reactively */
  constructor(startedAt: () => number | undefined) {
    $effect(() => {
      const start = startedAt();
      this.seconds = undefined;
      if (start === undefined) return;
      const tell = () => (this.seconds = Math.max(0, Math.round((Date.now() - start) / 1000)));
      let every: ReturnType<typeof setInterval> | undefined;
      const first = setTimeout(() => {
        tell();
        every = setInterval(tell, 1000);
      }, 500);
      return () => {
        clearTimeout(first);
        clearInterval(every);
      };
    });
  }
}
