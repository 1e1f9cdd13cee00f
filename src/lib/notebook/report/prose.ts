import { trustedMarkup } from '$workers/shared/trusted-types';
import { renderMarkdown } from '$lib/ui/prose/markdown';
import { splitNotes } from '../slides/speaker-notes';
import { Markup } from './markup';

/**
 * Prose through the cleaner of the page, and then as a file can carry it: nothing to be fetched, nothing to be focused.
 * Needs a document.
 */
export function proseMarkup(text: string): Markup {
  const { html } = renderMarkdown(splitNotes(text).shown);
  const page = new DOMParser().parseFromString(trustedMarkup(html), 'text/html');
  for (const image of page.querySelectorAll('img')) {
    if (image.getAttribute('src')?.startsWith('data:image/')) continue;
    const words = page.createElement('em');
    words.textContent = image.alt;
    image.replaceWith(words);
  }
  for (const element of page.querySelectorAll('[tabindex], [target]')) {
    element.removeAttribute('tabindex');
    element.removeAttribute('target');
  }
  return new Markup(`<div class="prose">${page.body.innerHTML}</div>`);
}
