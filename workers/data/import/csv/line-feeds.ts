import { BlobBuilder } from '../files/blob-builder';
import { CsvScanner, type ScanOptions } from './scanner';

const STEP = 4 * 1024 * 1024;
/** What the scanner may hold back at the end of a piece: three bytes of a character, a return. */
const HELD = 8;
const LINE_FEED = 10;

/** The same text with a line feed for every line break outside quotes. */
export async function withLineFeeds(blob: Blob, options: ScanOptions): Promise<Blob> {
  const whole = new BlobBuilder();
  const breaks: [start: number, end: number][] = [];
  const scanner = new CsvScanner({ ...options, onBreak: (start, end) => breaks.push([start, end]) });
  let pending = new Uint8Array(0);
  let base = 0;
  const emit = (to: number) => {
    const out = new Uint8Array(pending.length + breaks.length);
    let length = 0;
    let from = base;
    const copy = (end: number) => {
      out.set(pending.subarray(from - base, end - base), length);
      length += end - from;
      from = end;
    };
    for (const [start, end] of breaks) {
      copy(start);
      out[length++] = LINE_FEED;
      from = end;
    }
    breaks.length = 0;
    if (to > from) copy(to);
    whole.add(out.slice(0, length));
    pending = pending.slice(from - base);
    base = from;
  };
  for (let at = 0; at < blob.size; at += STEP) {
    const bytes = new Uint8Array(await blob.slice(at, at + STEP).arrayBuffer());
    const joined = new Uint8Array(pending.length + bytes.length);
    joined.set(pending);
    joined.set(bytes, pending.length);
    pending = joined;
    scanner.push(bytes);
    emit(base + Math.max(0, pending.length - HELD));
  }
  scanner.finish();
  emit(base + pending.length);
  return whole.finish();
}
