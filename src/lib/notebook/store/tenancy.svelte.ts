import { newId } from '../cell-key';

/** What tabs with the same notebook tell each other. */
type Message =
  | { type: 'who'; from: string }
  | { type: 'here'; from: string; since: number }
  | { type: 'ask'; from: string }
  | { type: 'given'; from: string; to: string }
  | { type: 'gone'; from: string };

/** What of `BroadcastChannel` is used. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent) => void) | null;
};

export interface TenancyOptions {
  /** Of the notebook. */
  id: string;
  /** The last moment in which it may still be changed: what is on its way into it has to arrive now. */
  onlosing?: () => void;
  /** Writes down what is not yet written: another tab asked for the notebook, or took it without an answer. */
  onlost: () => Promise<void>;
  /** The notebook came to this tab after another had it: it has to be read again. */
  onowned: () => void;
  /** Absent on plain http. Then the tabs only ask each other. */
  locks?: Pick<LockManager, 'request'> | undefined;
  channel?: ((name: string) => Channel) | undefined;
  now?: () => number;
  /** How long another tab has to answer, in milliseconds. */
  patience?: { greeting: number; handOver: number };
}

const isBrowser = typeof navigator !== 'undefined';

/**
 * Which of several tabs may change a notebook. One has it; the others read it and may take over: then the one that had
 * it writes down what it has and reads. When its tab is closed, the next one gets it by itself.
 */
export class Tenancy {
  /** Whether this tab may write. */
  owns = $state.raw(false);
  /** Since when another tab has it, in milliseconds since 1970. */
  since = $state.raw<number | undefined>(undefined);
  /** Written beside the notebook, so that the store refuses what a former tenant still writes. New with each taking. */
  tenant = newId();
  /** The browser itself sees to it that only one tab has the notebook. */
  readonly locked: boolean;

  readonly #options: TenancyOptions;
  readonly #me = newId();
  readonly #name: string;
  readonly #channel: Channel | undefined;
  readonly #patience: { greeting: number; handOver: number };
  #ownedAt = 0;
  #release: (() => void) | undefined;
  #waiting = new AbortController();
  #entered = false;
  #closed = false;
  #granted: (() => void) | undefined;
  #answered: (() => void) | undefined;

  constructor(options: TenancyOptions) {
    this.#options = {
      locks: isBrowser ? navigator.locks : undefined,
      channel: typeof BroadcastChannel === 'undefined' ? undefined : (name) => new BroadcastChannel(name),
      ...options
    };
    this.locked = this.#options.locks !== undefined;
    this.#patience = options.patience ?? { greeting: 250, handOver: 2500 };
    this.#name = `phems-notebook/${options.id}`;
    this.#channel = this.#options.channel?.(this.#name);
    if (this.#channel) this.#channel.onmessage = (event) => this.#hear(event.data as Message);
  }

  /** Resolves when it is known who has the notebook. */
  async enter(): Promise<void> {
    if (this.locked) {
      const granted = new Promise<void>((resolve) => (this.#granted = resolve));
      this.#queue();
      await Promise.race([granted, pause(this.#patience.greeting)]);
      if (!this.owns) await this.#greet();
    } else if (!(await this.#greet())) this.#own();
    this.#entered = true;
  }

  /** Asks for the notebook, and takes it where no answer comes: the other tab may be asleep. */
  async takeOver(): Promise<void> {
    if (this.owns) return;
    const given = new Promise<void>((resolve) => (this.#granted = resolve));
    this.#say({ type: 'ask', from: this.#me });
    await Promise.race([given, pause(this.#patience.handOver)]);
    if (this.owns || this.#closed) return;
    if (!this.locked) return this.#own();
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const stolen = new Promise<void>((resolve) => (this.#granted = resolve));
    this.#hold({ steal: true });
    await stolen;
  }

  close(): void {
    this.#closed = true;
    this.#waiting.abort();
    if (this.owns && !this.locked) this.#say({ type: 'gone', from: this.#me });
    this.owns = false;
    this.#release?.();
    this.#channel?.close();
  }

  #queue(): void {
    this.#hold({ signal: this.#waiting.signal });
  }

  /** Asks the browser for the lock, and keeps it until it is released or stolen. */
  #hold(options: LockOptions): void {
    let mine = false;
    const held = this.#options.locks?.request(this.#name, options, () => {
      if (this.#closed) return undefined;
      mine = true;
      this.#own();
      return new Promise<void>((resolve) => (this.#release = resolve));
    });
    held?.then(
      () => {},
      () => {
        // Given up while waiting, or stolen by a tab that heard no answer.
        if (mine && this.owns) void this.#lose();
      }
    );
  }

  #own(): void {
    this.tenant = newId();
    this.#ownedAt = (this.#options.now ?? Date.now)();
    this.since = undefined;
    this.owns = true;
    this.#granted?.();
    // Without locks two may believe so at once, or one may have slept: all hear of it.
    if (!this.locked) this.#say({ type: 'here', from: this.#me, since: this.#ownedAt });
    if (this.#entered) this.#options.onowned();
  }

  async #lose(): Promise<void> {
    this.#options.onlosing?.();
    this.owns = false;
    this.since = (this.#options.now ?? Date.now)();
    await this.#options.onlost();
  }

  /** @returns whether another tab has it */
  async #greet(): Promise<boolean> {
    let heard = false;
    const answer = new Promise<void>((resolve) => {
      this.#answered = () => {
        heard = true;
        resolve();
      };
    });
    this.#say({ type: 'who', from: this.#me });
    await Promise.race([answer, pause(this.#patience.greeting)]);
    return heard;
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }

  #hear(message: Message): void {
    if (this.#closed || message.from === this.#me) return;
    if (message.type === 'who' && this.owns) this.#say({ type: 'here', from: this.#me, since: this.#ownedAt });
    if (message.type === 'here' && !this.owns) {
      this.since = message.since;
      this.#answered?.();
    } else if (message.type === 'here' && !this.locked) this.#settle(message);
    if (message.type === 'ask' && this.owns) void this.#handOver(message.from);
    if (message.type === 'given' && message.to === this.#me && !this.locked && !this.owns) this.#own();
    if (message.type === 'gone' && !this.owns && !this.locked) void this.#succeed();
  }

  /** Of two that believe to have it, the one has it that got it last. */
  #settle({ from, since }: { from: string; since: number }): void {
    const later = since > this.#ownedAt || (since === this.#ownedAt && from < this.#me);
    if (later) void this.#lose();
    else this.#say({ type: 'here', from: this.#me, since: this.#ownedAt });
  }

  async #handOver(to: string): Promise<void> {
    await this.#lose();
    this.#release?.();
    this.#release = undefined;
    this.#say({ type: 'given', from: this.#me, to });
    // Back in the queue: when that tab is closed, the notebook comes back by itself.
    if (this.locked && !this.#closed) this.#queue();
  }

  /** Without locks: the first of those that wait. */
  async #succeed(): Promise<void> {
    await pause(Math.random() * this.#patience.greeting);
    if (!this.#closed && !this.owns && !(await this.#greet()) && !this.owns) this.#own();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
