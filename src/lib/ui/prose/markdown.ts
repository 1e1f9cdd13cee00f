import DOMPurify, { type Config } from 'dompurify';
import { trustedPolicy } from '$workers/shared/trusted-types';
import { markdownHtml, type Heading } from './markdown-html';

/** HTML that passed the cleaner. Only this may be put into the page as markup. */
export type SafeHtml = string & { readonly __brand: 'SafeHtml' };

/**
 * Renders Markdown that may come from anywhere. Two walls: the renderer passes no HTML of the text on, and the cleaner
 * (which parses into an inert document) lets only these elements and attributes through.
 *
 * @param taken anchors in use on the page, so that two cells with one heading can both be linked
 */
export function renderMarkdown(text: string, taken?: Set<string>): { html: SafeHtml; headings: readonly Heading[] } {
  const { html, headings } = markdownHtml(text, taken);
  return { html: clean(html), headings };
}

function clean(html: string): SafeHtml {
  return DOMPurify.sanitize(html, {
    TRUSTED_TYPES_POLICY: trustedPolicy() as unknown as Config['TRUSTED_TYPES_POLICY'],
    ALLOWED_TAGS: [
      ...[
        'p',
        'em',
        'strong',
        's',
        'code',
        'pre',
        'blockquote',
        'hr',
        'br',
        'ul',
        'ol',
        'li',
        'a',
        'img',
        'span',
        'div'
      ],
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
    ],
    ALLOWED_ATTR: [
      'href',
      'title',
      'target',
      'rel',
      'src',
      'alt',
      'id',
      'class',
      'start',
      'role',
      'tabindex',
      'aria-label',
      'data-align',
      'data-done'
    ],
    ALLOW_DATA_ATTR: false
  }) as SafeHtml;
}

export type { Heading };
