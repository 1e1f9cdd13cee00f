import { originOf, type Attempt } from './attempt';

/** What becomes one entry of the ledger. */
export interface Counted {
  to: string;
  rule: string;
  cell: string;
  times: number;
  /** Different ones, too many to be told apart. */
  several: boolean;
}

interface Seen extends Counted {
  policy: string | undefined;
  /** Since the last entry. */
  times: number;
}

/** Different attempts that are told at once within one minute; of the rest the most frequent one, then one for all others. */
const atOnce = 2;
const mostLater = 1;

/**
 * Turns attempts into a few entries a minute: a new one is told at once, repeats are counted and told together. Code
 * that tries a thousand times fills nobody's ledger, and is told as a thousand.
 */
export class Tally {
  #seen = new Map<string, Seen>();
  #told = 0;

  /** @returns what is to be told now; undefined where it waits */
  note({ address, rule, cell = '', policy }: Attempt): Counted | undefined {
    const to = originOf(address);
    const key = JSON.stringify([to, rule, cell]);
    const seen = this.#seen.get(key);
    if (seen) {
      if (seen.policy === policy) seen.times++;
      return undefined;
    }
    const first: Seen = { to, rule, cell, policy, times: 1, several: false };
    this.#seen.set(key, first);
    if (this.#told >= atOnce) return undefined;
    this.#told++;
    first.times = 0;
    return counted(first, 1);
  }

  /** @returns what was counted since the last entries, the most frequent first */
  gather(): Counted[] {
    const waiting = [...this.#seen.values()].filter(({ times }) => times > 0).sort((a, b) => b.times - a.times);
    const alone = waiting.length === mostLater + 1 ? waiting : waiting.slice(0, mostLater);
    const others = waiting.slice(alone.length).reduce((sum, { times }) => sum + times, 0);
    const told = alone.map((one) => counted(one, one.times));
    for (const one of waiting) one.times = 0;
    return others === 0 ? told : [...told, { to: '', rule: '', cell: '', times: others, several: true }];
  }

  /** The minute is over: what comes now is new. */
  end(): Counted[] {
    const told = this.gather();
    this.#seen = new Map();
    this.#told = 0;
    return told;
  }
}

const counted = ({ to, rule, cell }: Seen, times: number): Counted => ({ to, rule, cell, times, several: false });
