const bytesALine = 16;

/** Lines of hexadecimal and letters, as programs for bytes show them. */
export function hexLines(bytes: Uint8Array, from: number): { at: string; hex: string; text: string }[] {
  const lines = [];
  for (let start = 0; start < bytes.length; start += bytesALine) {
    const line = bytes.subarray(start, start + bytesALine);
    const pairs = Array.from(line, (byte) => byte.toString(16).padStart(2, '0'));
    lines.push({
      at: (from + start).toString(16).padStart(6, '0'),
      hex: `${pairs.slice(0, 8).join(' ').padEnd(23)}  ${pairs.slice(8).join(' ')}`.padEnd(48),
      text: Array.from(line, (byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join('')
    });
  }
  return lines;
}

/** The text of a file; undefined where it is none. */
export async function textOf(content: Blob, most: number): Promise<string | undefined> {
  const bytes = new Uint8Array(await content.slice(0, most).arrayBuffer());
  if (bytes.includes(0)) return undefined;
  try {
    // Cut in the middle of a letter, its last bytes are left out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: content.size > most });
  } catch {
    return undefined;
  }
}

/** The first lines and how many more there are, as far as the text goes. */
export function firstLines(text: string, most: number): { lines: string[]; more: number } {
  const all = text.split('\n');
  if (all.at(-1) === '') all.pop();
  return {
    lines: all.slice(0, most).map((line) => (line.length > 1000 ? `${line.slice(0, 1000)} …` : line)),
    more: Math.max(0, all.length - most)
  };
}
