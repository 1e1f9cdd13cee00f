import { byPath, filesBelow, fromHandle, type GivenFile } from './given-file';

/** Whether a drag carries files (and not text or a link of the page). */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/**
 * The files of a drop, those inside dropped folders too, in the order of their paths. By handle where the browser
 * gives handles (then the file can be read again after a reload), else by entry.
 *
 * Must be called in the drop event itself: the browser empties the transfer when the event is over.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const reads = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    const handle = 'getAsFileSystemHandle' in item ? (item as HandleItem).getAsFileSystemHandle() : undefined;
    return read(handle, entry, file);
  });
  return byPath((await Promise.all(reads)).flat());
}

interface HandleItem {
  getAsFileSystemHandle(): Promise<FileSystemHandle | null>;
}

async function read(
  handleComing: Promise<FileSystemHandle | null> | undefined,
  entry: FileSystemEntry | null,
  file: File | null
): Promise<GivenFile[]> {
  // A browser may refuse handles (a policy, a private window): the entry reads the same file.
  const handle = await handleComing?.catch(() => null);
  if (handle?.kind === 'directory') return filesBelow(handle as FileSystemDirectoryHandle);
  if (handle?.kind === 'file') return [await fromHandle(handle as FileSystemFileHandle)];
  if (entry) return filesOf(entry);
  return file ? [{ path: file.name, file }] : [];
}

async function filesOf(entry: FileSystemEntry): Promise<GivenFile[]> {
  const path = entry.fullPath.replace(/^\//, '') || entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const given: GivenFile[] = [];
  // Chromium hands out at most 100 entries a call; an empty answer is the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return given;
    for (const child of batch) given.push(...(await filesOf(child)));
  }
}
