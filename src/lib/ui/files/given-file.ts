/** A file as a person gave it. `path` keeps the folder it came in: `extract/PERSON.csv`. */
export interface GivenFile {
  path: string;
  file: File;
  /** Where the browser can give one: lets the same file be read again after a reload. */
  handle?: FileSystemFileHandle;
}

/** The files below a folder that a person chose, in the order of their paths. */
export async function filesBelow(folder: FileSystemDirectoryHandle, prefix = folder.name): Promise<GivenFile[]> {
  const given: GivenFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    const path = `${prefix}/${name}`;
    if (handle.kind === 'directory') given.push(...(await filesBelow(handle as FileSystemDirectoryHandle, path)));
    else given.push(await fromHandle(handle as FileSystemFileHandle, path));
  }
  return byPath(given);
}

export async function fromHandle(handle: FileSystemFileHandle, path = handle.name): Promise<GivenFile> {
  return { path, file: await handle.getFile(), handle };
}

export function byPath(given: readonly GivenFile[]): GivenFile[] {
  return [...given].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
