/** A sentence; or what makes one at the moment of speaking, so that only the outcome of a hurry is told. */
export type News = string | (() => string | undefined);

/** Time for what belongs together to come together. */
const settleMs = 250;
/** A reader is spoken to at most this often. */
const pauseMs = 1000;

/** What a screen reader is told, besides what it finds by itself: merged, at most one message a second. */
export class Announcer {
  /** The number tells two equal messages apart. */
  said = $state.raw({ text: '', number: 0 });
  #pending: News[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Tells it with the next message. What waits already is not told twice. */
  say(news: News): void {
    if (!this.#pending.includes(news)) this.#pending.push(news);
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#speak(), Math.max(settleMs, this.#last + pauseMs - this.now()));
  }

  #speak(): void {
    this.#timer = undefined;
    const texts = this.#pending.splice(0).map((news) => (typeof news === 'string' ? news : news()));
    // Names are set between backticks for the eye; a voice would read them.
    const text = texts.flatMap((one) => (one ? [one.replaceAll('`', '')] : [])).join(' ');
    if (text === '') return;
    this.#last = this.now();
    this.said = { text, number: this.said.number + 1 };
  }
}

export const announcer = new Announcer();
