/** Time as a watchdog sees it; tests have one of their own. */
export interface WatchClock {
  /** Milliseconds that only grow. */
  now(): number;
  /** @returns stops it */
  every(milliseconds: number, look: () => void): () => void;
  /** Whether the page is out of sight: its timers are held back then. */
  hidden(): boolean;
}

export interface Watched {
  /** Whether the worker was asked for something that it has not answered. */
  works(): boolean;
  /** Asks for the shortest answer there is. */
  ping(): void;
  /** It does not answer, or it does again. */
  told(silent: boolean): void;
}

const lookEvery = 1_000;
/** So long may an engine be silent at work before it is asked, and so long it may take to answer. */
const silenceLimit = 10_000;
const answerLimit = 5_000;
/** What has passed without a word when an engine is called silent. */
export const silenceSeconds = (silenceLimit + answerLimit) / 1000;
/** Who waits on is asked again later. */
const longerLimit = 30_000;
/** Looks further apart than this: the page stood still or the machine slept, and messages may lie unread. */
const gap = 3_000;

export const pageClock: WatchClock = {
  now: () => performance.now(),
  every: (milliseconds, look) => {
    const timer = setInterval(look, milliseconds);
    return () => clearInterval(timer);
  },
  hidden: () => typeof document !== 'undefined' && document.visibilityState === 'hidden'
};

/**
 * Tells of an engine that says nothing although it has work: after 10 s it is asked, after 5 s more without a word it
 * does not answer. Only time in which the page itself was awake and in sight counts.
 */
export class Watchdog {
  silent = false;
  #limit = silenceLimit;
  #silence = 0;
  #askedAt: number | undefined;
  #seen = 0;
  #rest: (() => void) | undefined;

  constructor(
    private readonly watched: Watched,
    private readonly clock: WatchClock = pageClock
  ) {}

  /** There is work. */
  begin(): void {
    if (this.#rest) return;
    this.#seen = this.clock.now();
    this.#anew(silenceLimit);
    this.#rest = this.clock.every(lookEvery, () => this.#look());
  }

  /** The engine said something, whatever it was. */
  heard(): void {
    this.#anew(silenceLimit);
    this.#tell(false);
  }

  /** The person waits on. */
  wait(): void {
    this.#anew(longerLimit);
    this.#tell(false);
  }

  /** There is no work any more. */
  end(): void {
    this.#rest?.();
    this.#rest = undefined;
    this.#tell(false);
  }

  #look(): void {
    const now = this.clock.now();
    const passed = now - this.#seen;
    this.#seen = now;
    if (!this.watched.works()) return this.end();
    if (this.silent) return;
    if (this.clock.hidden() || passed > gap) return this.#anew(this.#limit);
    this.#silence += passed;
    if (this.#askedAt === undefined) {
      if (this.#silence < this.#limit) return;
      this.#askedAt = this.#silence;
      this.watched.ping();
    } else if (this.#silence - this.#askedAt >= answerLimit) this.#tell(true);
  }

  #anew(limit: number): void {
    this.#limit = limit;
    this.#silence = 0;
    this.#askedAt = undefined;
  }

  #tell(silent: boolean): void {
    if (this.silent === silent) return;
    this.silent = silent;
    this.watched.told(silent);
  }
}
