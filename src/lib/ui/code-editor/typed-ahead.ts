/** What a press of a key needs to be made again. */
export type KeyAhead = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Keys that are not text and move nothing in it, or lead out of it. */
const others = /^(Tab|Escape|F\d+|Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/;
/** With Ctrl or ⌘ the browser's: its tabs and windows, its clipboard, the size of its page. */
const browsers = /^[rtnwlqjhcvx\d+=-]$/i;

/**
 * Keys pressed while an editor is still on its way, to be given to it in their order: what a quick person typed is not lost,
 * and no letter of it is taken for a command.
 */
export class TypedAhead<K extends KeyAhead = KeyboardEvent> {
  #keys: K[] = [];

  /** @returns whether the key is kept for the editor */
  keep(key: K): boolean {
    if (others.test(key.key) || ((key.ctrlKey || key.metaKey) && browsers.test(key.key))) return false;
    this.#keys.push(key);
    return true;
  }

  /** All that was kept, once. */
  take(): readonly K[] {
    return this.#keys.splice(0);
  }
}
