/** A signature, and a sentence under it. */
export function infoBox(title: string, text?: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'code-info';
  const head = document.createElement('code');
  head.textContent = title;
  box.append(head);
  if (text) {
    const sentence = document.createElement('p');
    sentence.textContent = text;
    box.append(sentence);
  }
  return box;
}
