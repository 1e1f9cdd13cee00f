import { readConfig } from './config';
import { defaultPolicy, readOwn, stricter, type Policy } from './policy';

const ownKey = 'phems-egress';
/** The last file that was whole: without a network the deployment's policy goes on to hold. */
const keptKey = 'phems-config';

/** The policy that holds here: the deployment's, and what the person wants stricter. */
class Policies {
  #deployment = $state.raw<Policy>(defaultPolicy);
  #own = $state.raw<Partial<Policy>>({});
  /** Why the deployment's file does not hold: for whoever wrote it. */
  problem = $state.raw<unknown>();
  #ready: Promise<void> | undefined;

  get deployment(): Policy {
    return this.#deployment;
  }

  get own(): Partial<Policy> {
    return this.#own;
  }

  /** As far as it is known by now: await `ready` before anything leaves. */
  get now(): Policy {
    return stricter(this.#deployment, this.#own);
  }

  /** Reads `config.json` beside the page, once. @param address of it */
  ready(address: string): Promise<Policy> {
    this.#ready ??= this.#read(address);
    return this.#ready.then(() => this.now);
  }

  setOwn(own: Partial<Policy>): void {
    this.#own = { ...this.#own, ...own };
    keep(ownKey, JSON.stringify(this.#own));
  }

  async #read(address: string): Promise<void> {
    this.#own = readOwn(kept(ownKey));
    let text: string | undefined;
    try {
      const answer = await fetch(address, { cache: 'no-cache' });
      text = answer.ok ? await answer.text() : answer.status === 404 ? undefined : (kept(keptKey) ?? undefined);
    } catch {
      text = kept(keptKey) ?? undefined;
    }
    if (text === undefined) return;
    try {
      this.#deployment = readConfig(text);
      keep(keptKey, text);
    } catch (problem) {
      this.problem = problem;
    }
  }
}

// A private window may refuse storage; the wish then lasts as long as the page.
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    return;
  }
}

export const policies = new Policies();
