const closing = /<(?=\\*\/script[\s>/])/gi;
const escapedClosing = /<\\(?=\\*\/script[\s>/])/gi;

/** Text as the content of a script element: indented by four, `</script` kept from closing it. */
export function wrapped(text: string): string {
  const safe = hidesEnd(text) ? text.replaceAll('<!--', '<\\!--') : text;
  const lines = safe.replace(closing, '<\\').split('\n');
  return `\n${lines.map((line) => (line.trim() === '' ? '' : `    ${line}`)).join('\n')}\n  `;
}

/** What `wrapped` was given, but for lines of blanks alone and texts that would have hidden the element's end. */
export function unwrapped(content: string): string {
  const lines = content.split('\n');
  if ((lines.at(-1) ?? '').trim() === '') lines.pop();
  if ((lines[0] ?? '').trim() === '') lines.shift();
  return lines
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .replace(escapedClosing, '<');
}

/** `<!--` and then `<script` make browsers read over the end of the element. */
function hidesEnd(text: string): boolean {
  return text.includes('<!--') && /<script/i.test(text);
}

/** A text as the value of an attribute in double quotes. */
export function quotedAttribute(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
  return `"${text.replace(/[&"<>\r]/g, (letter) => names[letter] as string)}"`;
}

/** What UTF-8 cannot carry, and what HTML replaces: half characters and NUL. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}
