const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"], [contenteditable="true"]';

/**
 * Puts the focus on what follows the editor of a cell: Esc then Tab is the way out of a text in which Tab indents.
 * @returns false where the cell has no editor, or nothing follows
 */
export function focusPastEditor(frame: HTMLElement): boolean {
  const editor = frame.querySelector('.editor');
  if (!editor) return false;
  const next = [...document.querySelectorAll<HTMLElement>(tabbable)].find(
    (one) =>
      !editor.contains(one) &&
      one.tabIndex >= 0 &&
      (editor.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })
  );
  next?.focus();
  return next !== undefined;
}
