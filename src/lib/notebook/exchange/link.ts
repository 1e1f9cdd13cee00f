import { fail } from './errors';

/** Letters of a link that some programs cut. */
export const longLink = 8 * 1024;
/** More is made no link of. */
export const mostLink = 60 * 1024;
/** A text longer than this, unpacked, came from nobody who wanted it to be read. */
const mostBytes = 4 * 1024 * 1024;

/** A notebook's text as the part of an address that is never sent to a host: deflate, base64url. */
export async function packText(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws `link-broken`, `link-large` */
export async function unpackText(packed: string): Promise<string> {
  const broken = (cause: unknown) => fail('link-broken', { letters: packed.length }, { cause });
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw broken(cause);
  }
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      if (size > mostBytes) break;
      parts.push(step.value);
    }
  } catch (cause) {
    throw broken(cause);
  }
  if (size > mostBytes) {
    // What is left of it is not unpacked.
    await reader.cancel();
    throw fail('link-large', { mb: mostBytes / 1024 / 1024 });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(parts).arrayBuffer());
  } catch (cause) {
    throw broken(cause);
  }
}
