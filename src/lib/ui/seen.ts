type Told = (visible: boolean) => void;

interface Watched {
  told: Set<Told>;
  visible: boolean | undefined;
}

/** One observer for all of a margin: one for each element would be asked at every frame, and a long notebook has hundreds. */
class Watch {
  readonly #watched = new Map<Element, Watched>();
  readonly #observer: IntersectionObserver;

  constructor(margin: number) {
    this.#observer = new IntersectionObserver((entries) => this.#tell(entries), { rootMargin: `${margin}px 0px` });
  }

  add(element: Element, told: Told): () => void {
    let one = this.#watched.get(element);
    if (one) {
      if (one.visible !== undefined) told(one.visible);
    } else {
      one = { told: new Set(), visible: undefined };
      this.#watched.set(element, one);
      this.#observer.observe(element);
    }
    const { told: all } = one;
    all.add(told);
    return () => {
      all.delete(told);
      if (all.size > 0 || this.#watched.get(element)?.told !== all) return;
      this.#watched.delete(element);
      this.#observer.unobserve(element);
    };
  }

  #tell(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const one = this.#watched.get(target);
      if (!one || one.visible === isIntersecting) continue;
      one.visible = isIntersecting;
      for (const tell of [...one.told]) tell(isIntersecting);
    }
  }
}

const watches = new Map<number, Watch>();

/**
 * Tells whether an element is on the screen, or as near to it as a margin in CSS pixels above and below: once it is known,
 * and whenever it changes.
 * @returns what ends it
 */
export function whileSeen(element: Element, told: Told, margin = 0): () => void {
  let watch = watches.get(margin);
  if (!watch) watches.set(margin, (watch = new Watch(margin)));
  return watch.add(element, told);
}
