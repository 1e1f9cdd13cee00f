import { CsvScanner, type ScanFacts, type ScanOptions } from './scanner';

const STEP = 4 * 1024 * 1024;

/** Scans a whole file. `onBytes` hears how far it is. */
export async function scanBlob(
  blob: Blob,
  options: ScanOptions & { signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void }
): Promise<ScanFacts> {
  const scanner = new CsvScanner(options);
  for (let start = 0; start < blob.size; start += STEP) {
    options.signal?.throwIfAborted();
    scanner.push(new Uint8Array(await blob.slice(start, start + STEP).arrayBuffer()));
    options.onBytes?.(Math.min(start + STEP, blob.size));
  }
  return scanner.finish();
}

/** The lines that records (from 1, ascending, the heading included) begin on. Reads no further than the last of them. */
export async function linesOfRecords(
  blob: Blob,
  options: ScanOptions,
  watch: readonly number[]
): Promise<ReadonlyMap<number, number>> {
  const scanner = new CsvScanner({ ...options, watch, anyWidth: true });
  for (let start = 0; start < blob.size && !scanner.sawAll; start += STEP) {
    scanner.push(new Uint8Array(await blob.slice(start, start + STEP).arrayBuffer()));
  }
  return scanner.sawAll ? scanner.watched : scanner.finish().watched;
}
