import { smallestOf } from '../shared/extent';

/** Markdown that code made; the page draws it as it draws prose. */
export class MarkdownText {
  constructor(readonly text: string) {}
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const isNode = (value: unknown): value is Node & { outerHTML?: string; textContent: string } =>
  typeof value === 'object' && value !== null && typeof (value as { nodeType?: unknown }).nodeType === 'number';

/** Stands in the markup where an element goes. */
const slot = 'phems-slot';

/** What stands for a value within markup: elements go in as they are (`nodes`), everything else as text. */
function inside(value: unknown, nodes?: Node[]): string {
  if (value === null || value === undefined || value === false || typeof value === 'function') return '';
  if (isNode(value)) {
    if (!nodes) return value.outerHTML ?? escaped(value.textContent);
    // One element stands in one place only.
    return `<${slot} at="${nodes.push(nodes.includes(value) ? value.cloneNode(true) : value) - 1}"></${slot}>`;
  }
  if (typeof value === 'object' && Symbol.iterator in value)
    return Array.from(value as Iterable<unknown>, (one) => inside(one, nodes)).join('');
  return escaped(String(value));
}

function filled(strings: readonly string[], values: readonly unknown[], nodes: Node[]): string {
  let text = strings[0] ?? '';
  values.forEach((value, at) => {
    const inTag = /<[^>]*$/.test(text);
    // `class=${x}`: a value with a blank would end it.
    const bare = inTag && /=\s*$/.test(text);
    const isStyle = typeof value === 'object' && value !== null && /\bstyle=["']?\s*$/.test(text);
    const given = isStyle ? styleText(value) : inside(value, inTag ? undefined : nodes);
    text += (bare ? `"${given}"` : given) + (strings[at + 1] ?? '');
  });
  return text;
}

function styleText(style: object): string {
  const pairs = Object.entries(style).map(
    ([name, value]) => `${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}: ${String(value)}`
  );
  return escaped(pairs.join('; '));
}

type Tag = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

/** The tags `html` and `svg`: elements of the sandbox's document. Values become text, never markup. */
export function createTags(document: Document): { html: Tag; svg: Tag; md: Tag } {
  const element = (strings: readonly string[], values: readonly unknown[], around: string): unknown => {
    const given: Node[] = [];
    const text = filled(strings, values, given).trim();
    const holder = document.createElement('div');
    holder.innerHTML = around === 'svg' && !/^\s*<svg\b/i.test(text) ? `<svg>${text}</svg>` : text;
    for (const place of holder.querySelectorAll(slot)) {
      const node = given[Number(place.getAttribute('at'))];
      if (node) place.replaceWith(node);
    }
    const nodes = [...holder.childNodes].filter(
      (node) => node.nodeType === 1 || (node.textContent ?? '').trim() !== ''
    );
    const [first] = nodes;
    if (nodes.length === 1 && first?.nodeType === 1) return first;
    return holder;
  };
  return {
    html: (strings, ...values) => element(strings, values, 'html'),
    svg: (strings, ...values) => element(strings, values, 'svg'),
    md: (strings, ...values) => {
      const text =
        (strings[0] ?? '') +
        values
          .map(
            (value, at) =>
              (isNode(value) ? inside(value) : Array.isArray(value) ? value.join('') : String(value ?? '')) +
              (strings[at + 1] ?? '')
          )
          .join('');
      return new MarkdownText(dedent(text));
    }
  };
}

/** Template texts are indented as the code is; four blanks would be a code block. */
function dedent(text: string): string {
  const lines = text.split('\n');
  const margins = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const margin = margins.length > 0 ? smallestOf(margins) : 0;
  return [lines[0] ?? '', ...lines.slice(1).map((line) => line.slice(margin))].join('\n').trim();
}
