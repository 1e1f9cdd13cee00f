import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** For tests of the site as a zip. Unfolds it by another program's reader than our writer. */
export async function unfold(path: string, to: string): Promise<void> {
  const reader = new ZipReader(new BlobReader(new Blob([readFileSync(path)])), { checkSignature: true });
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const place = join(to, entry.filename);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, await entry.getData(new Uint8ArrayWriter()));
    chmodSync(place, ((entry.externalFileAttributes ?? 0) >>> 16) & 0o777);
  }
}

/** The address that a starting server says. Its output has to be piped. */
export function addressSaid(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
  });
}
