import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { fail } from './errors';
import { backupForm, contentsName, readContents, type Contents } from './contents';

/** A file of everything stored, read; texts are unfolded when they are asked for. */
export interface Backup extends Contents {
  file: string;
  /** Undefined where the zip has no such text. @throws `backup-damaged` */
  textOf(path: string): Promise<string | undefined>;
}

/** Text unfolds to ten times its size, a bomb to a thousand times. */
const mostGigabytes = 1;

/** @throws `backup-damaged`, `backup-foreign`, `backup-newer`, `backup-large` */
export async function readBackup(content: Blob, file: string): Promise<Backup> {
  const zip = new ZipReader(new BlobReader(content));
  const damaged = (error: unknown) => fail('backup-damaged', { file }, { details: String(error), cause: error });
  const entries = new Map<string, FileEntry>();
  let size = 0;
  const found = await zip.getEntries().catch((error: unknown) => {
    throw damaged(error);
  });
  for (const entry of found) {
    if (entry.directory) continue;
    size += entry.uncompressedSize;
    entries.set(entry.filename, entry);
  }
  if (size > mostGigabytes * 1e9) throw fail('backup-large', { file, most: mostGigabytes });
  const textOf = async (path: string): Promise<string | undefined> => {
    const entry = entries.get(path);
    if (!entry) return undefined;
    return unfolded(entry).catch((error: unknown) => {
      throw damaged(error);
    });
  };
  const list = await textOf(contentsName);
  const known = list === undefined ? undefined : readContents(list);
  if (!known) throw fail('backup-foreign', { file });
  if (known.form > backupForm) throw fail('backup-newer', { file, form: known.form, known: backupForm });
  return { ...known.contents, file, textOf };
}

/** The directory's word on the size may be a bomb's own word: it is held to that. */
async function unfolded(entry: FileEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw new Error('more bytes than the directory says');
      text += decoder.decode(chunk, { stream: true });
    }
  });
  await entry.getData(sink, { checkSignature: true, useWebWorkers: false });
  return text + decoder.decode();
}
