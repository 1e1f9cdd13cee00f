/**
 * Lets the browser ask before the window goes, as long as work lies in it alone. Not always: a page that asks is not
 * kept for going back.
 * @returns what takes the question away again
 */
export function askBeforeLeaving(page: Window = window): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  page.addEventListener('beforeunload', ask);
  return () => page.removeEventListener('beforeunload', ask);
}
