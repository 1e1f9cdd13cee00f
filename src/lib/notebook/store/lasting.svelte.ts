/** Room that the browser gives, in bytes. */
export interface Room {
  used: number;
  most: number;
}

/** Whether the browser promises to keep what is stored, and how much room it gives. */
class Lasting {
  /** Undefined: not yet asked, or not told. */
  promised = $state.raw<boolean | undefined>(undefined);
  room = $state.raw<Room | undefined>(undefined);
  #asked = false;

  /** Asks for the promise, once a page. Absent on plain http and in old browsers: then nothing is promised. */
  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#ask();
  }

  /** Looks at what is promised already and at the room; asks for nothing. */
  async look(): Promise<void> {
    const storage = storageOf();
    if (!storage) return;
    const [promised, estimate] = await Promise.all([
      storage.persisted?.().catch(() => undefined),
      storage.estimate?.().catch(() => undefined)
    ]);
    // What was asked and refused stays said.
    if (promised || this.promised === undefined) this.promised = promised || (this.#asked ? false : undefined);
    if (estimate?.quota !== undefined) this.room = { used: estimate.usage ?? 0, most: estimate.quota };
  }

  async #ask(): Promise<void> {
    const storage = storageOf();
    this.promised = (await storage?.persist?.().catch(() => false)) ?? false;
    await this.look();
  }
}

const storageOf = (): Partial<StorageManager> | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { storage?: Partial<StorageManager> }).storage;

export const lasting = new Lasting();
