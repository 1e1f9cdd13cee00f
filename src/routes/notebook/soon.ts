/** How much is done at once; each brings the page up to date afterwards. */
const slice = 4;

/** What is to be done in the page's idle time, in the order asked for. */
const waiting = new Set<() => void>();
let asked = false;

function ask(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 1);
}

function work(): void {
  asked = false;
  const due = [...waiting].slice(0, slice);
  for (const act of due) waiting.delete(act);
  ask();
  for (const act of due) act();
}

/** Does something once the page has nothing else to do. @returns what calls it off */
export function whenIdle(act: () => void): () => void {
  waiting.add(act);
  ask();
  return () => void waiting.delete(act);
}
