import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { fail } from '../errors';
import { BlobBuilder } from './blob-builder';
import { sizeText } from './fingerprint';

// Its own workers would be started from URLs that the page's policy does not cover.
configure({ useWebWorkers: false });

export interface ArchiveEntry {
  path: string;
  bytes: number;
  modified: number;
  /** The first bytes, at least `size` of them if there are as many. */
  head(size: number): Promise<Blob>;
  extract(signal?: AbortSignal, onBytes?: (bytes: number) => void): Promise<Blob>;
}

/** An honest CSV of mostly empty fields packs 1:60 or more; a bomb packs 1:1000 and unfolds to gigabytes. */
const RATIO = 100;
const HARMLESS = 256 * 1024 * 1024;
const LARGEST = 16 * 1024 * 1024 * 1024;

/**
 * The files of a zip, without what macOS and Windows leave beside them.
 *
 * @throws `zip-damaged`, `zip-encrypted`, `zip-bomb`
 */
export async function readArchive(blob: Blob, file: string): Promise<{ entries: ArchiveEntry[]; ignored: string[] }> {
  const reader = new ZipReader(new BlobReader(blob));
  const found = await reader.getEntries().catch((error: unknown) => {
    throw fail('zip-damaged', { file }, { place: { file }, details: String(error), cause: error });
  });
  const entries: ArchiveEntry[] = [];
  const ignored: string[] = [];
  let total = 0;
  for (const entry of found) {
    if (entry.directory) continue;
    const path = `${file}/${entry.filename}`;
    if (isByFile(entry.filename)) {
      ignored.push(path);
      continue;
    }
    if (entry.encrypted) throw fail('zip-encrypted', { file }, { place: { file } });
    total += entry.uncompressedSize;
    entries.push({
      path,
      bytes: entry.uncompressedSize,
      modified: entry.lastModDate.getTime(),
      head: (size) => head(entry, path, size),
      extract: (signal, onBytes) => extract(entry, path, signal, onBytes)
    });
  }
  if (total > LARGEST || (total > HARMLESS && total > RATIO * blob.size)) {
    throw fail('zip-bomb', { file, packed: sizeText(blob.size), size: sizeText(total) }, { place: { file } });
  }
  return { entries, ignored };
}

/** By-files that are no data. */
export function isByFile(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(path);
}

async function head(entry: FileEntry, path: string, size: number): Promise<Blob> {
  const first = new BlobBuilder();
  const enough = new AbortController();
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      first.add(chunk.slice());
      bytes += chunk.length;
      if (bytes >= size) enough.abort();
    }
  });
  try {
    await entry.getData(sink, { useWebWorkers: false, signal: enough.signal });
  } catch (error) {
    if (bytes < size) throw fail('zip-damaged', { file: path }, { place: { file: path }, cause: error });
  }
  return first.finish();
}

async function extract(
  entry: FileEntry,
  path: string,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void
): Promise<Blob> {
  const whole = new BlobBuilder();
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.length;
      // The directory's word on the size is the bomb's own word: hold it to that.
      if (bytes > entry.uncompressedSize) throw fail('zip-damaged', { file: path }, { place: { file: path } });
      whole.add(chunk.slice());
      onBytes?.(bytes);
    }
  });
  try {
    await entry.getData(sink, { checkSignature: true, useWebWorkers: false, ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw fail('zip-damaged', { file: path }, { place: { file: path }, details: String(error), cause: error });
  }
  return whole.finish();
}
