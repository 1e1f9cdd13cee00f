import type { Fingerprint } from '../contract';
import { fail } from '../errors';
import { sha256 } from '../../../shared/sha256';

const MIB = 1024 * 1024;

/** Tells one version of a file from another without reading it whole: size, time, SHA-256 of its two ends. */
export async function fingerprintOf(blob: Blob, modified: number): Promise<Fingerprint> {
  const first = await digest(blob.slice(0, MIB));
  const last = await digest(blob.slice(Math.max(0, blob.size - MIB)));
  return { bytes: blob.size, modified, sha256: `${first}-${last}` };
}

/**
 * @throws `file-changed` when the content is another. A later time with the same size and ends is a copy, no change.
 */
export function compareFingerprints(file: string, was: Fingerprint, now: Fingerprint): void {
  if (was.bytes === now.bytes && was.sha256 === now.sha256) return;
  throw fail('file-changed', { file, was: sizeText(was.bytes), now: sizeText(now.bytes) }, { place: { file } });
}

/** 1,234 → `1.2 kB`. Decimal units, as file managers show them. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const unit = bytes < 999_950 ? 'kB' : bytes < 999_950_000 ? 'MB' : 'GB';
  return `${(bytes / (unit === 'kB' ? 1e3 : unit === 'MB' ? 1e6 : 1e9)).toFixed(1)} ${unit}`;
}

async function digest(blob: Blob): Promise<string> {
  return sha256(new Uint8Array(await blob.arrayBuffer()));
}
