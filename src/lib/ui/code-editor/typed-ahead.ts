/** What a press of a key needs to be made again. */
export type KeyAhead = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Keys that are the page's or the browser's wherever they are pressed. */
const elsewhere = /^(Tab|Escape|F\d+|Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/;

/**
 * Keys pressed while an editor is still on its way, to be given to it in their order: what a quick person typed is not lost,
 * and no letter of it is taken for a command.
 */
export class TypedAhead<K extends KeyAhead = KeyboardEvent> {
  #keys: K[] = [];

  /** @returns whether the key is kept for the editor; with Ctrl or ⌘ only what moves, deletes, runs and selects all is */
  keep(key: K): boolean {
    const named = key.key.length > 1 || key.key.toLowerCase() === 'a';
    if (elsewhere.test(key.key) || ((key.ctrlKey || key.metaKey) && !named)) return false;
    this.#keys.push(key);
    return true;
  }

  /** All that was kept, once. */
  take(): readonly K[] {
    return this.#keys.splice(0);
  }
}
