/** What of a page has panels. */
interface Panelled {
  panelOpen: boolean;
  readonly keeping: { side: string | undefined };
}

type Media = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;

/**
 * Panels that stand beside the notebook would lie over it in a window that got narrow: they close, and the one at the left
 * is back where it was in a wide one.
 * @returns stops that
 */
export function closeWhereNarrow(page: Panelled, media: Media = (query) => matchMedia(query)): () => void {
  const docks = media('(min-width: 900px)');
  const beside = media('(min-width: 640px)');
  let wasOpen: boolean | undefined;
  const left = () => {
    if (!docks.matches) {
      wasOpen = page.panelOpen;
      page.panelOpen = false;
    } else if (wasOpen !== undefined) page.panelOpen = wasOpen;
  };
  const right = () => {
    if (!beside.matches) page.keeping.side = undefined;
  };
  docks.addEventListener('change', left);
  beside.addEventListener('change', right);
  return () => {
    docks.removeEventListener('change', left);
    beside.removeEventListener('change', right);
  };
}
