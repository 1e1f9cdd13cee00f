/** Marks words in what stands on the page, without touching it (CSS Custom Highlights). */

const all = 'found';
const one = 'found-here';

/** Whether this browser can mark text so. Without it the cell alone shows where one is. */
const canMark = () => typeof CSS !== 'undefined' && 'highlights' in CSS;

/** @returns the stretches of an element's text that say this, in order */
export function rangesOf(element: Element, query: string, { exact = false } = {}): Range[] {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  const wanted = exact ? query : query.toLowerCase();
  const within = exact ? text : text.toLowerCase();
  const ranges: Range[] = [];
  for (let at = within.indexOf(wanted); wanted !== '' && at >= 0; at = within.indexOf(wanted, at + wanted.length)) {
    const range = document.createRange();
    const place = (offset: number) => {
      const found = nodes.findLast(({ start }) => start <= offset) ?? nodes[0];
      return found && { node: found.node, offset: Math.min(offset - found.start, found.node.length) };
    };
    const [from, to] = [place(at), place(at + wanted.length - 1)];
    if (!from || !to) continue;
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    ranges.push(range);
  }
  return ranges;
}

/** Marks these, one of them stronger. */
export function markRanges(ranges: readonly Range[], here: Range | undefined): void {
  if (!canMark()) return;
  CSS.highlights.set(all, new Highlight(...ranges));
  CSS.highlights.set(one, here ? new Highlight(here) : new Highlight());
}

export function unmarkRanges(): void {
  if (!canMark()) return;
  CSS.highlights.delete(all);
  CSS.highlights.delete(one);
}
