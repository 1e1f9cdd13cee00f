/** What goes to the clipboard: text, and markup beside it. */
export interface ClipboardText {
  text: string;
  html?: string | undefined;
}

/** Within the browser's own event nobody is asked, also over plain http. */
export function writeEvent(event: ClipboardEvent, { text, html }: ClipboardText): void {
  event.clipboardData?.setData('text/plain', text);
  if (html !== undefined) event.clipboardData?.setData('text/html', html);
}

/**
 * Puts text on the clipboard, with markup beside it where given. Over plain http there is no clipboard API, and some
 * time after the key a browser may refuse it: then by a copy command.
 *
 * @returns whether it is there now
 */
export async function writeClipboard({ text, html }: ClipboardText): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      ...(html === undefined ? {} : { 'text/html': new Blob([html], { type: 'text/html' }) })
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copiedByCommand({ text, html });
  }
}

function copiedByCommand(given: ClipboardText): boolean {
  const listener = (event: ClipboardEvent) => {
    writeEvent(event, given);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', listener, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', listener, { capture: true });
  return done;
}
