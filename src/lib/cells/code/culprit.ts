/*
 * Code that takes all memory can end the whole page before anybody may stop it. So what runs is marked where it outlives the
 * page; a mark that is found when the notebook opens again names the cell that was at work.
 */

const prefix = 'phems-code-at-work-';
/** Marks of this page: of other tabs, and of pages that ended, are all others. */
const own = new Map<string, number>();

/** FNV-1a, twice: a short name of a text. */
function nameOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xc9dc5811;
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ (text.charCodeAt(at) << 7), 0x01000193);
  }
  return prefix + (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

function store(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Without storage nothing outlives the page, marks neither.
    return undefined;
  }
}

function mark(name: string): void {
  try {
    store()?.setItem(name, '1');
  } catch {
    // Full: the cell runs unmarked.
  }
}

if (typeof addEventListener === 'function') {
  // Left in good order: nobody is to blame.
  addEventListener('pagehide', () => {
    for (const name of own.keys()) store()?.removeItem(name);
  });
}

/** Whether the page ended while this code ran. */
export function endedPage(code: string): boolean {
  const name = nameOf(code);
  return !own.has(name) && (store()?.getItem(name) ?? null) !== null;
}

/** Runs something while its code is marked as being at work. */
export async function whileMarked<Result>(code: string, run: () => Promise<Result>): Promise<Result> {
  const name = nameOf(code);
  own.set(name, (own.get(name) ?? 0) + 1);
  mark(name);
  try {
    return await run();
  } finally {
    const left = (own.get(name) ?? 1) - 1;
    if (left > 0) own.set(name, left);
    else {
      own.delete(name);
      store()?.removeItem(name);
    }
  }
}
