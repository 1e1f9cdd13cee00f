import { offline as words } from '$lib/messages/offline';
import { check, repair } from '$lib/offline/client';
import type { Checked } from '$lib/offline/contract';
import { offline } from '$lib/offline/state.svelte';

/** Reading everything that is kept of the site, and bringing again what is not as it was built. */
export class Inspection {
  /** What is going on, or what came of it; a sentence. */
  said = $state.raw('');
  /** Waits to be repaired. */
  wrong = $state.raw<Checked>();

  async check(): Promise<void> {
    this.said = words.checking;
    const found = await check();
    if (!found) {
      this.said = '';
      return;
    }
    const { missing, damaged } = found;
    const isRight = missing.length + damaged.length === 0;
    this.wrong = isRight ? undefined : found;
    this.said = isRight ? words.allRight(offline.of) : words.notRight(missing.length, damaged.length);
  }

  async repair(): Promise<void> {
    if (!this.wrong) return;
    this.said = words.repairing;
    await repair(this.wrong);
    const done = offline.kind === 'ready';
    if (done) this.wrong = undefined;
    this.said = done ? words.repaired : words.notRepaired;
  }
}
