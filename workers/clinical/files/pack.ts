import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js';
import type { JobOptions } from '../../shared/job';
import { fail } from '../errors';

// This is a worker already.
configure({ useWebWorkers: false });

/** The same files give the same zip on every day. */
const STAMP = new Date(Date.UTC(2025, 11, 31));

/**
 * Puts files into one zip, within a folder of that name. Parquet is not pressed once more.
 * @throws `stopped`
 */
export async function packFiles(
  folder: string,
  files: readonly { path: string; content: Blob }[],
  { signal, progress }: JobOptions = {}
): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), { extendedTimestamp: false });
  for (const [at, { path, content }] of files.entries()) {
    if (signal?.aborted) throw fail('stopped');
    progress?.({ step: 'files-packing', done: at, total: files.length, unit: 'files', of: path });
    const level = path.endsWith('.parquet') ? 0 : 6;
    await zip.add(`${folder}/${path}`, new BlobReader(content), { level, lastModDate: STAMP });
  }
  return zip.close();
}
