/** Paper has no links: a number stands behind each that leaves the page, and a list of them at the end. */
export function linkFootnotes(root: HTMLElement, title: string): void {
  const numbers = new Map<string, number>();
  for (const link of root.querySelectorAll<HTMLAnchorElement>('.prose a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    const mark = document.createElement('sup');
    mark.textContent = `[${number}]`;
    link.after(mark);
  }
  if (numbers.size === 0) return;
  const section = document.createElement('section');
  section.className = 'links';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('ol');
  for (const [address, number] of numbers) {
    const item = document.createElement('li');
    item.textContent = `[${number}] ${address}`;
    list.append(item);
  }
  section.append(heading, list);
  root.querySelector('.provenance')?.before(section);
}
