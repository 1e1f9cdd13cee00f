import { fail } from '../errors';
import { BlobBuilder } from './blob-builder';

/**
 * Unpacks gzip, of several members too (log rotation and `cat a.gz b.gz` make them).
 *
 * @throws `gzip-damaged` where the stream is cut or wrong
 */
export async function gunzip(blob: Blob, file: string, signal?: AbortSignal): Promise<Blob> {
  try {
    return await inflate(blob, signal);
  } catch (error) {
    signal?.throwIfAborted();
    const members = await gunzipMembers(blob, signal);
    if (members) return members;
    throw fail('gzip-damaged', { file }, { place: { file }, details: String(error), cause: error });
  }
}

/**
 * Member by member: browsers refuse what follows the first one, and do not say where it ended. A member ends where the next
 * one's first bytes stand and what lies before unpacks whole, checksum and length included.
 */
export async function gunzipMembers(blob: Blob, signal?: AbortSignal): Promise<Blob | undefined> {
  const whole = new BlobBuilder();
  let start = 0;
  for await (const end of memberStarts(blob)) {
    if (end <= start) continue;
    signal?.throwIfAborted();
    const member = await inflate(blob.slice(start, end), signal).catch(() => undefined);
    if (!member) continue;
    whole.addBlob(member);
    start = end;
  }
  return start === blob.size ? whole.finish() : undefined;
}

/** Offsets where a gzip header might stand (RFC 1952: 1f 8b, deflate, reserved flags 0), and the end. */
async function* memberStarts(blob: Blob): AsyncGenerator<number> {
  const step = 1024 * 1024;
  for (let from = 0; from < blob.size; from += step) {
    const bytes = new Uint8Array(await blob.slice(from, from + step + 3).arrayBuffer());
    for (let at = bytes.indexOf(0x1f); at >= 0 && at < step; at = bytes.indexOf(0x1f, at + 1)) {
      if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0) < 32) yield from + at;
    }
  }
  yield blob.size;
}

async function inflate(blob: Blob, signal?: AbortSignal): Promise<Blob> {
  const whole = new BlobBuilder();
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = await reader.read();
    if (done) return whole.finish();
    whole.add(value);
  }
}
