import MarkdownIt from 'markdown-it';
import { ui } from '$lib/messages/ui';

export interface Heading {
  level: number;
  text: string;
  /** The id of the element; `#` before it makes a link. */
  anchor: string;
}

export interface RenderedMarkdown {
  /** From this renderer only: passes the cleaner before it is shown. */
  html: string;
  headings: readonly Heading[];
}

type Token = ReturnType<(typeof markdown)['parse']>[number];

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });

/**
 * Markdown (CommonMark, tables, strike-through, task lists) as HTML. HTML in the text stays text. Links and images
 * with a scheme that runs code are left as written; an image from another host is named, not asked for.
 *
 * @param taken anchors in use on the page; those of this text are added
 */
export function markdownHtml(text: string, taken: Set<string> = new Set()): RenderedMarkdown {
  const environment: Environment = { headings: [], taken };
  const html = markdown.render(text, environment);
  return { html, headings: environment.headings };
}

/** What one rendering carries through the rules. */
type Environment = { headings: Heading[]; taken: Set<string> };

/** `Lactate & age` → `heading-lactate-age`: the prefix keeps a text from taking an id of the page. */
export function headingAnchor(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .match(/[\p{L}\p{N}_]+/gu) ?? ['section'];
  return `heading-${words.join('-')}`;
}

markdown.core.ruler.push('headings', (state) => {
  const { headings, taken } = state.env as unknown as Environment;
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const text = plainText(state.tokens[index + 1]?.children ?? []);
    const base = headingAnchor(text);
    let anchor = base;
    for (let count = 2; taken.has(anchor); count += 1) anchor = `${base}-${count}`;
    taken.add(anchor);
    token.attrSet('id', anchor);
    headings.push({ level: Number(token.tag.slice(1)), text, anchor });
  });
});

function plainText(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => token.type === 'text' || token.type === 'code_inline' || token.type === 'softbreak')
    .map((token) => (token.type === 'softbreak' ? ' ' : token.content))
    .join('');
}

markdown.core.ruler.push('task-lists', (state) => {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'list_item_open') return;
    const mark = /^\[([ xX])\]\s/.exec(token.content);
    const first = token.children?.[0];
    if (!mark || first?.type !== 'text') return;
    first.content = first.content.slice(4);
    const box = new state.Token('task_box', 'span', 0);
    box.meta = { done: mark[1] !== ' ' };
    token.children?.unshift(box);
    state.tokens[index - 2]?.attrJoin('class', 'task');
  });
});

const { rules } = markdown.renderer;

rules.task_box = (tokens, index) => {
  const done = Boolean(tokens[index]?.meta?.done);
  return `<span class="task-box" role="img" aria-label="${done ? ui.prose.done : ui.prose.open}" data-done="${done}"></span> `;
};

// A wide table scrolls by itself, not the page.
rules.table_open = () => '<div class="table-scroll" tabindex="0" role="group"><table>\n';
rules.table_close = () => '</table></div>\n';

// The alignment comes as a style, which the cleaner takes away from everybody.
const alignCell: NonNullable<(typeof rules)[string]> = (tokens, index, options, _environment, self) => {
  const token = tokens[index];
  const align = /text-align:\s*(left|right|center)/.exec(attributeOf(token, 'style'))?.[1];
  if (token) token.attrs = align ? [['data-align', align]] : null;
  return self.renderToken(tokens, index, options);
};
rules.th_open = alignCell;
rules.td_open = alignCell;

rules.link_open = (tokens, index, options, _environment, self) => {
  const token = tokens[index];
  const href = attributeOf(token, 'href');
  const host = externalHost(href);
  if (token && host !== undefined) {
    token.attrSet('target', '_blank');
    token.attrSet('rel', 'noopener noreferrer');
    token.attrSet('title', ui.prose.opens(host));
  } else if (token && href.startsWith('#')) {
    token.attrSet('href', `#${headingAnchor(decoded(href.slice(1)))}`);
  }
  return self.renderToken(tokens, index, options);
};

rules.image = (tokens, index, options, environment, self) => {
  const token = tokens[index];
  if (!token) return '';
  const source = attributeOf(token, 'src');
  const words = self.renderInlineAsText(token.children ?? [], options, environment);
  if (!source.startsWith('data:image/') && (externalHost(source) !== undefined || source.includes('?'))) {
    return `<em>${markdown.utils.escapeHtml(ui.prose.imageElsewhere(words || source))}</em>`;
  }
  token.attrSet('alt', words);
  return self.renderToken(tokens, index, options);
};

function attributeOf(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The host of a link that leaves the site, or undefined. */
function externalHost(href: string): string | undefined {
  if (!/^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(href)) return undefined;
  try {
    const url = new URL(href, 'https://here');
    return url.host || url.pathname;
  } catch {
    return href;
  }
}
