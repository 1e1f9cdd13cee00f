import type { Attachment } from 'svelte/attachments';
import { keyLabel } from '../key-label';
import { standBy } from './place-popover';

const delayMs = 500;
let shown: HTMLElement | undefined;
let shownFor: Element | undefined;

/**
 * A hint that appears after half a second of pointing or of keyboard focus. It stays while pointed at and
 * goes on Esc (WCAG 1.4.13). It only repeats what the control's accessible name says, so it carries no ARIA.
 */
export function tooltip(text: string | undefined, keys?: string): Attachment<HTMLElement> {
  return (element) => {
    if (!text) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => showFor(element, text, keys);
    const wait = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      clearTimeout(timer);
      timer = setTimeout(show, delayMs);
    };
    const leave = (event: PointerEvent) => {
      clearTimeout(timer);
      if (event.relatedTarget instanceof Node && shown?.contains(event.relatedTarget)) return;
      hide(element);
    };
    // Later: the focus may come back from a closing menu, in which no other popover may open.
    const focus = () => {
      clearTimeout(timer);
      if (element.matches(':focus-visible')) timer = setTimeout(show, delayMs);
    };
    const away = () => {
      clearTimeout(timer);
      hide(element);
    };
    element.addEventListener('pointerenter', wait);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focus', focus);
    element.addEventListener('blur', away);
    element.addEventListener('click', away);
    return () => {
      away();
      element.removeEventListener('pointerenter', wait);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('focus', focus);
      element.removeEventListener('blur', away);
      element.removeEventListener('click', away);
    };
  };
}

function showFor(anchor: HTMLElement, text: string, keys: string | undefined): void {
  hide(shownFor);
  const hint = document.createElement('div');
  hint.className = 'ui-tooltip';
  hint.popover = 'manual';
  hint.setAttribute('aria-hidden', 'true');
  hint.append(text);
  if (keys) {
    const key = document.createElement('kbd');
    key.textContent = keyLabel(keys);
    hint.append(key);
  }
  // Inside an open modal dialog only its own descendants can be pointed at.
  (anchor.closest('dialog') ?? document.body).append(hint);
  hint.showPopover();
  standBy(hint, anchor, 'centre');
  hint.addEventListener('pointerleave', () => hide(anchor));
  document.addEventListener('keydown', hideOnEscape, true);
  shown = hint;
  shownFor = anchor;
}

function hideOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') hide(shownFor);
}

function hide(anchor: Element | undefined): void {
  if (!shown || anchor !== shownFor) return;
  document.removeEventListener('keydown', hideOnEscape, true);
  shown.remove();
  shown = shownFor = undefined;
}
