import type { Encoding } from '../contract';
import { fail } from '../errors';
import { BlobBuilder } from '../files/blob-builder';
import { looksWide } from '../files/detect';

/** What the first bytes say; undefined: only the whole file can tell UTF-8 from the old one-byte encodings. */
export async function encodingFromHead(blob: Blob): Promise<Encoding | undefined> {
  const head = new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return looksWide(head);
}

/**
 * Which one-byte encoding a file has that is not UTF-8. Windows-1252 holds all of Latin-1's letters; only where its
 * € (0x80) and quotes do not occur, but 0xA4 does, that byte is more likely the € of ISO-8859-15 than a `¤`.
 */
export async function oneByteEncoding(blob: Blob): Promise<Encoding> {
  let controls = 0;
  let euros = 0;
  for await (const chunk of chunksOf(blob)) {
    for (const byte of chunk) {
      if (byte < 0x80) continue;
      if (byte < 0xa0) controls++;
      else if (byte === 0xa4) euros++;
    }
  }
  return controls === 0 && euros > 0 ? 'iso-8859-15' : 'windows-1252';
}

/**
 * The same text in UTF-8. UTF-8 itself is not copied.
 *
 * @throws `csv-encoding` where bytes are no text of that encoding (half a character at the end of a cut UTF-16 file)
 */
export async function toUtf8(
  blob: Blob,
  encoding: Encoding,
  file: string,
  { signal, onBytes }: { signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void } = {}
): Promise<Blob> {
  if (encoding === 'utf-8') return blob;
  const whole = new BlobBuilder();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const encoder = new TextEncoder();
    try {
      for await (const chunk of chunksOf(blob, signal, onBytes))
        whole.add(encoder.encode(decoder.decode(chunk, { stream: true })));
      whole.add(encoder.encode(decoder.decode()));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw fail('csv-encoding', { file, encoding: encoding.toUpperCase() }, { place: { file }, cause: error });
    }
    return whole.finish();
  }
  const points = codePoints(encoding);
  for await (const chunk of chunksOf(blob, signal, onBytes)) whole.add(encodeBytes(chunk, points));
  return whole.finish();
}

async function* chunksOf(
  blob: Blob,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void
): AsyncGenerator<Uint8Array> {
  const step = 4 * 1024 * 1024;
  for (let from = 0; from < blob.size; from += step) {
    signal?.throwIfAborted();
    const chunk = new Uint8Array(await blob.slice(from, from + step).arrayBuffer());
    onBytes?.(chunk.length);
    yield chunk;
  }
}

/**
 * Bytes 80–9F of Windows-1252 (Unicode consortium, CP1252.TXT; undefined ones stay controls, as WHATWG's encoding has
 * it). By hand: browsers read the label iso-8859-1 as windows-1252, Node 20 the label windows-1252 as iso-8859-1.
 */
const windows =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
/** Where ISO-8859-15 differs from ISO-8859-1. */
const latin9: readonly [number, string][] = [
  [0xa4, '€'],
  [0xa6, 'Š'],
  [0xa8, 'š'],
  [0xb4, 'Ž'],
  [0xb8, 'ž'],
  [0xbc, 'Œ'],
  [0xbd, 'œ'],
  [0xbe, 'Ÿ']
];

function codePoints(encoding: Encoding): Uint16Array {
  const points = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  if (encoding === 'windows-1252') for (let at = 0; at < 32; at++) points[0x80 + at] = windows.charCodeAt(at);
  if (encoding === 'iso-8859-15') for (const [byte, letter] of latin9) points[byte] = letter.charCodeAt(0);
  return points;
}

function encodeBytes(bytes: Uint8Array, points: Uint16Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let length = 0;
  for (const byte of bytes) {
    const point = points[byte]!;
    if (point < 0x80) out[length++] = point;
    else if (point < 0x800) {
      out[length++] = 0xc0 | (point >> 6);
      out[length++] = 0x80 | (point & 63);
    } else {
      out[length++] = 0xe0 | (point >> 12);
      out[length++] = 0x80 | ((point >> 6) & 63);
      out[length++] = 0x80 | (point & 63);
    }
  }
  return out.slice(0, length);
}
