type Told = (visible: boolean) => void;

/** One observer for all: each of its own would be asked at every frame, and a long notebook has hundreds. */
let observer: IntersectionObserver | undefined;
const watched = new Map<Element, { told: Set<Told>; visible: boolean | undefined }>();

/**
 * Tells whether an element is on the screen: once it is known, and whenever it changes.
 * @returns what ends it
 */
export function whileSeen(element: Element, told: Told): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const one = watched.get(target);
      if (!one || one.visible === isIntersecting) continue;
      one.visible = isIntersecting;
      for (const tell of [...one.told]) tell(isIntersecting);
    }
  });
  let one = watched.get(element);
  if (one) {
    if (one.visible !== undefined) told(one.visible);
  } else {
    one = { told: new Set(), visible: undefined };
    watched.set(element, one);
    observer.observe(element);
  }
  one.told.add(told);
  const { told: all } = one;
  return () => {
    all.delete(told);
    if (all.size > 0 || watched.get(element)?.told !== all) return;
    watched.delete(element);
    observer?.unobserve(element);
  };
}
