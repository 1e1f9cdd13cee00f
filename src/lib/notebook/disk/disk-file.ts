/** A file of the disk, as much of it as is used. */
export interface DiskFile {
  readonly name: string;
  read(): Promise<string>;
  /** Puts a text in place of what it holds, whole or not at all. */
  write(text: string): Promise<void>;
  /** @param ask the person may be asked now: a click has just been made */
  isAllowed(ask: { ask: boolean }): Promise<boolean>;
}

type Permission = 'granted' | 'denied' | 'prompt';
/** Chromium only, and not in the library's types. */
interface AskingHandle {
  queryPermission?(descriptor: { mode: 'readwrite' }): Promise<Permission>;
  requestPermission?(descriptor: { mode: 'readwrite' }): Promise<Permission>;
}
interface SavePicker {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}

export function diskFile(handle: FileSystemFileHandle): DiskFile {
  const asking = handle as AskingHandle;
  return {
    name: handle.name,
    read: () => patient(async () => (await handle.getFile()).text()),
    // The browser writes beside it, and puts that in its place when it is closed.
    write: async (text) => {
      const writing = await handle.createWritable();
      await writing.write(text);
      await writing.close();
    },
    isAllowed: async ({ ask }) => {
      const mode = { mode: 'readwrite' } as const;
      const now = (await asking.queryPermission?.(mode)) ?? 'granted';
      if (now === 'granted' || !ask) return now === 'granted';
      return (await asking.requestPermission?.(mode)) === 'granted';
    }
  };
}

/** While another program puts a new file in place of the old one there is none, or it is another than was opened. */
const BETWEEN = new Set(['NotFoundError', 'NotReadableError']);
const WAITS_MS = [100, 400];

/** Tries again where the file may only be on its way. */
async function patient<Result>(read: () => Promise<Result>): Promise<Result> {
  for (const wait of WAITS_MS) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DOMException) || !BETWEEN.has(error.name)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return read();
}

/** Whether this browser lets a page write a file again and again. */
export const canLink = (): boolean => typeof window !== 'undefined' && 'showSaveFilePicker' in window;

/** Asks where to save. @returns undefined where the person closed the window */
export async function pickPlace(suggestedName: string): Promise<FileSystemFileHandle | undefined> {
  const types = [{ accept: { 'text/markdown': ['.md'] } }];
  try {
    return await (window as SavePicker).showSaveFilePicker?.({ suggestedName, id: 'notebook', types });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
