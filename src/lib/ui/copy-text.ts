/**
 * Puts text on the clipboard. Over plain http there is no clipboard API: then by a copy command from a hidden field.
 *
 * @returns whether it is there now
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused (a policy, no focus): the older way may still be allowed.
  }
  const listener = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', listener, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', listener, { capture: true });
  return done;
}
