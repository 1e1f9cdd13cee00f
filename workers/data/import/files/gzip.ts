import { fail } from '../errors';
import { BlobBuilder } from './blob-builder';
import { Crc32 } from './crc32';

/**
 * Unpacks gzip, of several members too (log rotation and `cat a.gz b.gz` make them). Browsers stop with an error after the
 * first member, Node does not; the next member is found by what ends the first: its checksum and length.
 *
 * @throws `gzip-damaged` where the stream is cut or wrong
 */
export async function gunzip(blob: Blob, file: string, signal?: AbortSignal): Promise<Blob> {
  const whole = new BlobBuilder();
  for (let start = 0; start < blob.size;) {
    const member = await readMember(blob.slice(start), signal);
    for (const part of member.parts) whole.add(part);
    if (member.ended) return whole.finish();
    const next = await findNext(blob, start, member);
    if (next === undefined) throw fail('gzip-damaged', { file }, { place: { file }, details: member.error ?? '' });
    start = next;
  }
  return whole.finish();
}

interface Member {
  parts: Uint8Array[];
  bytes: number;
  crc: number;
  ended: boolean;
  error?: string;
}

async function readMember(blob: Blob, signal?: AbortSignal): Promise<Member> {
  const parts: Uint8Array[] = [];
  const crc = new Crc32();
  let bytes = 0;
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return { parts, bytes, crc: crc.value, ended: true };
      parts.push(value);
      bytes += value.length;
      crc.add(value);
    }
  } catch (error) {
    signal?.throwIfAborted();
    return { parts, bytes, crc: crc.value, ended: false, error: String(error) };
  }
}

/** Where the next member begins: after the eight bytes that close the one that was read whole. */
async function findNext(blob: Blob, start: number, member: Member): Promise<number | undefined> {
  const seal = new Uint8Array(10);
  const view = new DataView(seal.buffer);
  view.setUint32(0, member.crc, true);
  view.setUint32(4, member.bytes % 2 ** 32, true);
  seal.set([0x1f, 0x8b], 8);
  const step = 1024 * 1024;
  for (let from = start; from < blob.size; from += step) {
    const bytes = new Uint8Array(await blob.slice(from, from + step + seal.length).arrayBuffer());
    for (let at = bytes.indexOf(seal[0]!); at >= 0; at = bytes.indexOf(seal[0]!, at + 1)) {
      if (seal.every((byte, offset) => bytes[at + offset] === byte)) return from + at + 8;
    }
  }
  return undefined;
}
