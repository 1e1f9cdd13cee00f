import { breathe } from '$workers/shared/breathe';
import { fail } from './errors';
import { fingerprintOf } from './gate/fingerprint';
import type { Leaving } from './leaving';
import { ungated, type Told } from './ledger/entry';
import { ledger } from './ledger/ledger.svelte';
import { policyHere } from './policy/here';

/** Some bytes of a file: pieces of one path, one after the other, are the file. */
export interface Piece {
  path: string;
  content: Blob;
  /** Nothing of this file comes later. */
  ends: boolean;
}

interface FolderPicker {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/**
 * Asks for a folder in which a new one of that name is to be filled.
 * @returns undefined where the person closed the window
 * @throws `folder-taken` where there is one of that name: what stands in it is not overwritten
 */
export async function pickFolderToFill(name: string): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const parent = await (window as FolderPicker).showDirectoryPicker?.({ id: 'simulated', mode: 'readwrite' });
    if (parent && (await isTaken(parent, name))) throw fail('folder-taken', { name });
    return parent;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** How the ledger words what goes into a folder. */
type Worded = Pick<Leaving, 'kind' | 'name' | 'what'>;

/**
 * A folder that fills part by part, too large to be held. Its way was opened at the gate, once; each part stands in the
 * ledger, with the fingerprint of its bytes one after the other, before the first of them is written.
 */
export class FillingFolder {
  readonly #open = new Map<string, FileSystemWritableFileStream>();

  private constructor(
    private readonly folder: FileSystemDirectoryHandle,
    private readonly worded: Worded
  ) {}

  /** Makes the folder within one that the person chose. */
  static async within(parent: FileSystemDirectoryHandle, worded: Worded): Promise<FillingFolder> {
    return new FillingFolder(await parent.getDirectoryHandle(worded.name, { create: true }), worded);
  }

  /** A file that the gate itself has shown and told of. */
  async put(path: string, content: Blob): Promise<void> {
    const file = await this.#created(path);
    await file.write(content);
    await file.close();
  }

  /** @param name of the part, as the ledger tells it */
  async write(name: string, pieces: readonly Piece[]): Promise<void> {
    await this.#tell(name, pieces);
    for (const { path, content, ends } of pieces) {
      const file = this.#open.get(path) ?? (await this.#created(path));
      this.#open.set(path, file);
      await file.write(content);
      if (ends) {
        this.#open.delete(path);
        await file.close();
      }
    }
  }

  /** What is open is closed as it is: whoever stops keeps what was written. */
  async end(): Promise<void> {
    for (const [path, file] of this.#open) {
      this.#open.delete(path);
      await file.close();
    }
  }

  async #created(path: string): Promise<FileSystemWritableFileStream> {
    const names = path.split('/');
    let folder = this.folder;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    return (await folder.getFileHandle(names.at(-1) as string, { create: true })).createWritable();
  }

  async #tell(part: string, pieces: readonly Piece[]): Promise<void> {
    const content = new Blob(pieces.map((piece) => piece.content));
    const { kind, name, what } = this.worded;
    const told: Told = {
      at: new Date().toISOString(),
      kind,
      ...ungated,
      outcome: 'left',
      way: 'file',
      what: `${what}: ${part}`,
      to: `${name}/`,
      bytes: content.size,
      rows: 0,
      fingerprint: await fingerprintOf(content, breathe),
      notebook: '',
      cell: '',
      allowed: 'you',
      minCell: (await policyHere()).minCell
    };
    await ledger.add(told, { name });
  }
}

async function isTaken(parent: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await parent.getDirectoryHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    // A file has that name.
    if (error instanceof DOMException && error.name === 'TypeMismatchError') return true;
    throw error;
  }
}
