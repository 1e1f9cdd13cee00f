import type { Attachment } from 'svelte/attachments';

/** Tells the width that an element has inside, px: at once, and whenever it has been another one for 100 ms. */
export function watchWidth(told: (width: number) => void): Attachment<HTMLElement> {
  return (element) => {
    // Far from the window nothing is laid out and no observer calls: only asking for the box lays it out.
    const tell = () => {
      element.getBoundingClientRect();
      told(element.clientWidth);
    };
    tell();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(tell, 100);
    });
    watch.observe(element);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  };
}
