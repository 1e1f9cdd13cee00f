import { Sha256 } from '$workers/shared/sha256';

const piece = 512 * 1024;

/** SHA-256 of all bytes: by the browser where it has it, else by hand between two frames. */
export async function fingerprintOf(content: Blob, breathe: () => Promise<void>): Promise<string> {
  // Over plain http to a classroom there is none.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle && content.size < 200_000_000) {
    const hash = new Uint8Array(await subtle.digest('SHA-256', await content.arrayBuffer()));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  const hash = new Sha256();
  for (let from = 0; from < content.size; from += piece) {
    hash.add(new Uint8Array(await content.slice(from, from + piece).arrayBuffer()));
    await breathe();
  }
  return hash.end();
}

/** As people compare it: `9f2c 41d7 a0be`. */
export const shortFingerprint = (hash: string): string => (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
