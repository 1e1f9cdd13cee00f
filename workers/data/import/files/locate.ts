import type { SourceFile } from '../../contract';
import type { JobOptions } from '../../../shared/job';
import { fail } from '../errors';
import { readArchive, type ArchiveEntry } from './archive';
import { detect, type Detected } from './detect';
import { gunzip } from './gzip';
import { fileName } from './names';

/** A file's content, unpacked, ready to be read. */
export interface Content {
  path: string;
  blob: Blob;
  format: Exclude<Detected, 'zip' | 'gzip'>;
  modified: number;
  /** Which version of which file this is. */
  version: string;
}

type Archive = Awaited<ReturnType<typeof readArchive>>;

/** Unpacked content that is kept for the next call; older is let go. */
const KEPT_BYTES = 1024 * 1024 * 1024;

/**
 * Unpacks each file once: proposing, proposing again and reading look at the same bytes. A file is known by path, size and
 * time, because each message to a worker brings a new `File` object.
 */
export class Locator {
  readonly #archives = new Map<string, Promise<Archive>>();
  readonly #unpacked = new Map<string, { blob: Promise<Blob>; bytes: number }>();

  archive(source: SourceFile): Promise<Archive> {
    const key = versionOf(source);
    let known = this.#archives.get(key);
    if (!known) {
      known = readArchive(source.file, source.path);
      this.#archives.set(key, known);
      known.catch(() => this.#archives.delete(key));
      for (const old of [...this.#archives.keys()].slice(0, -20)) this.#archives.delete(old);
    }
    return known;
  }

  /**
   * @param path as in a plan: with folder and archive
   * @throws `file-missing`, `file-ambiguous`, and what unpacking and detecting throw
   */
  async locate(path: string, sources: readonly SourceFile[], options: JobOptions = {}): Promise<Content> {
    const source = sourceOf(path, sources);
    const modified = source.file.lastModified;
    const kind = await detect(source.path, source.file);
    if (kind === 'gzip') return this.#packed(source, source.path, () => unzipped(source, options));
    if (kind !== 'zip') {
      return { path: source.path, blob: source.file, format: kind, modified, version: versionOf(source) };
    }
    const entry = entryOf(path, source.path, (await this.archive(source)).entries);
    return this.#packed(source, entry.path, () => extracted(entry, options));
  }

  async #packed(source: SourceFile, path: string, unpack: () => Promise<Blob>): Promise<Content> {
    const key = `${versionOf(source)} ${path}`;
    let known = this.#unpacked.get(key);
    if (!known) {
      known = { blob: unpack(), bytes: 0 };
      this.#unpacked.set(key, known);
      known.blob.catch(() => this.#unpacked.delete(key));
    }
    const blob = await known.blob;
    known.bytes = blob.size;
    this.#letGo(key);
    const format = await detect(path, blob);
    if (format === 'zip' || format === 'gzip') throw fail('zip-nested', { file: path }, { place: { file: path } });
    return { path, blob, format, modified: source.file.lastModified, version: key };
  }

  #letGo(besides: string): void {
    let kept = [...this.#unpacked.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [key, { bytes }] of this.#unpacked) {
      if (kept <= KEPT_BYTES) return;
      if (key === besides) continue;
      this.#unpacked.delete(key);
      kept -= bytes;
    }
  }
}

/** One version of a file, as far as its name card tells. */
export function versionOf({ path, file }: SourceFile): string {
  return `${path} ${file.size} ${file.lastModified}`;
}

function unzipped(source: SourceFile, { signal }: JobOptions): Promise<Blob> {
  return gunzip(source.file, source.path, signal);
}

function extracted(entry: ArchiveEntry, { signal, progress }: JobOptions): Promise<Blob> {
  return entry.extract(signal, (done) =>
    progress?.({ step: 'import-unpacking', done, total: entry.bytes, unit: 'bytes', of: fileName(entry.path) })
  );
}

/** The file that a path lies in. A colleague's folders are called otherwise: then the longest common end decides. */
export function sourceOf(path: string, sources: readonly SourceFile[]): SourceFile {
  const exact = sources.find((source) => source.path === path || path.startsWith(`${source.path}/`));
  if (exact) return exact;
  const parts = path.split('/');
  let best: SourceFile[] = [];
  let most = 0;
  for (const source of sources) {
    const name = fileName(source.path);
    const at = parts.lastIndexOf(name);
    if (at < 0) continue;
    const theirs = source.path.split('/');
    let common = 0;
    while (common < theirs.length && theirs[theirs.length - 1 - common] === parts[at - common]) common++;
    if (common > most) best = [];
    most = Math.max(most, common);
    if (common === most) best.push(source);
  }
  if (best.length > 1) throw fail('file-ambiguous', { file: path }, { place: { file: path } });
  if (!best[0]) throw fail('file-missing', { file: path }, { place: { file: path } });
  return best[0];
}

function entryOf(path: string, archive: string, entries: readonly ArchiveEntry[]): ArchiveEntry {
  const exact = entries.find((entry) => entry.path === path);
  if (exact) return exact;
  // The archive may have another name or folder by now: its inside is what counts.
  const inside = (entry: ArchiveEntry) => entry.path.slice(archive.length + 1);
  const found = entries.filter((entry) => path.endsWith(`/${inside(entry)}`));
  if (found.length > 1) throw fail('file-ambiguous', { file: path }, { place: { file: path } });
  if (!found[0]) throw fail('file-missing', { file: path }, { place: { file: path } });
  return found[0];
}
