/** After the page has loaded, and then this long: what keeps the site may not slow what the person came for. */
const restMilliseconds = 2500;

/** Acts once the page has loaded and has nothing to do. @returns what calls it off */
export function whenAtRest(act: () => void, page: Window & typeof globalThis = window): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    waiting = setTimeout(() => {
      if (typeof page.requestIdleCallback === 'function') page.requestIdleCallback(act, { timeout: 10_000 });
      else act();
    }, restMilliseconds);
  };
  if (page.document.readyState === 'complete') begin();
  else page.addEventListener('load', begin, { once: true });
  return () => {
    clearTimeout(waiting);
    page.removeEventListener('load', begin);
  };
}
