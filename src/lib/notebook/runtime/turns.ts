import { breathe } from '$workers/shared/breathe';

/**
 * One at a time, the lowest rank first: cells that use one engine gain nothing from starting together,
 * and the time each is seen to take is its own.
 */
export class Turns {
  #taken = false;
  #waiting: { key: string; rank: number; go: () => void }[] = [];

  /** Gives one that waits another rank. */
  rank(key: string, rank: number): void {
    for (const one of this.#waiting) if (one.key === key) one.rank = rank;
  }

  /** @returns what gives the turn back */
  async take(rank: number, key = ''): Promise<() => void> {
    if (this.#taken) await new Promise<void>((go) => this.#waiting.push({ key, rank, go }));
    this.#taken = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      // A tick later: what the ended cell made ready may stand further up the page than what waits already.
      void breathe().then(() => {
        this.#waiting.sort((a, b) => a.rank - b.rank);
        const next = this.#waiting.shift();
        if (next) next.go();
        else this.#taken = false;
      });
    };
  }
}
