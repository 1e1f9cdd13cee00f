/** Elements that come to stand on the page in one go: each is styled, laid out and painted within one frame. */
const atOnce = 2_000;

/** Resolves once what stands on the page has been drawn; in a hidden tab, where nothing is drawn, soon. */
const drawn = () =>
  new Promise<void>((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // After this frame's work, not before it.
      setTimeout(resolve, 0);
    });
  });

/**
 * Puts markup that is clean into the page, a part with each frame: ten thousand points at once would hold the page for
 * longer than a key may wait.
 */
export async function attach(into: ParentNode, from: ParentNode, signal: AbortSignal, frame = drawn): Promise<void> {
  let size = 0;
  const wait = async () => {
    size = 0;
    await frame();
    signal.throwIfAborted();
  };
  const put = async (target: ParentNode, children: readonly ChildNode[]): Promise<void> => {
    for (const child of children) {
      const own = child instanceof Element ? child.getElementsByTagName('*').length + 1 : 1;
      if (size > 0 && size + own > atOnce) await wait();
      if (child instanceof Element && own > atOnce) {
        const inner = [...child.childNodes];
        child.replaceChildren();
        target.append(child);
        await put(child, inner);
      } else {
        target.append(child);
        size += own;
      }
    }
  };
  await put(into, [...from.childNodes]);
  if (size > 0) await wait();
}
