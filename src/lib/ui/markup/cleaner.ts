import DOMPurify, { type Config } from 'dompurify';
import { trustedPolicy } from '$workers/shared/trusted-types';
import { hasAddress, isOwnAddress, loadsNothing } from './addresses';
import { geometry } from './plain-shapes';

/**
 * What may stay of foreign markup: all that Plot draws with and text is set in; nothing that loads, sends, asks or plays.
 * No `ALLOWED_URI_REGEXP`: it would be applied to every attribute, and `width="9"` would vanish.
 */
const config: Config = {
  USE_PROFILES: { svg: true, svgFilters: true, html: true },
  FORBID_TAGS: [
    ...['form', 'input', 'button', 'textarea', 'select', 'option', 'video', 'audio', 'source', 'picture', 'track'],
    ...['dialog', 'feimage', 'map', 'area', 'template', 'slot']
  ],
  FORBID_ATTR: [
    ...['name', 'srcset', 'action', 'formaction', 'ping', 'autofocus', 'tabindex', 'contenteditable', 'popover'],
    ...['popovertarget', 'background', 'poster']
  ],
  ALLOW_DATA_ATTR: false,
  // Places and sizes hold no addresses, and are what most of a drawing is: they are not searched for schemes.
  ADD_URI_SAFE_ATTR: [...geometry, 'dx', 'dy'],
  RETURN_DOM: true
};

/** An own instance: its hooks are nobody else's. */
function createCleaner(): typeof DOMPurify {
  const cleaner = DOMPurify(window);
  // Once: read anew with each piece it would cost more than the cleaning.
  cleaner.setConfig({ ...config, TRUSTED_TYPES_POLICY: trustedPolicy() as unknown as Config['TRUSTED_TYPES_POLICY'] });
  cleaner.addHook('uponSanitizeAttribute', (_, data) => {
    const { attrName, attrValue } = data;
    const isAddress = attrName === 'href' || attrName === 'xlink:href' || attrName === 'src';
    if (isAddress ? !isOwnAddress(attrValue) : hasAddress(attrValue)) data.keepAttr = false;
    if (attrName === 'style' && !loadsNothing(attrValue)) data.keepAttr = false;
  });
  cleaner.addHook('uponSanitizeElement', (node, { tagName }) => {
    // A style sheet may name pictures and other sheets: then none of it stays.
    if (tagName === 'style' && !loadsNothing(node.textContent ?? '')) node.textContent = '';
  });
  return cleaner;
}

let cleaner: typeof DOMPurify | undefined;

/** The cleaned copy of an element and all that is in it; nothing is left where it may not be. */
export function cleaned(element: Element): Element | undefined {
  cleaner ??= createCleaner();
  const holder = cleaner.sanitize(element) as unknown as HTMLElement;
  return holder.firstElementChild ?? undefined;
}
