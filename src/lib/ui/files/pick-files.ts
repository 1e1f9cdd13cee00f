import { byPath, filesBelow, fromHandle, type GivenFile } from './given-file';

interface Pickers {
  showOpenFilePicker?: (options: { multiple: boolean; id: string }) => Promise<FileSystemFileHandle[]>;
  showDirectoryPicker?: (options: { id: string }) => Promise<FileSystemDirectoryHandle>;
}

/**
 * Asks for files. Where the browser can, with handles, so that they can be read again after a reload.
 *
 * @returns the files, in the order of their paths; none if the person closed the window
 */
export async function pickFiles(options: { multiple?: boolean; accept?: string } = {}): Promise<GivenFile[]> {
  const { multiple = true, accept } = options;
  const open = (window as Pickers).showOpenFilePicker;
  // A filter by ending cannot be given to the handle picker without a media type: the plain input has it.
  if (open && accept === undefined) {
    return orNone(async () =>
      byPath(await Promise.all((await open({ multiple, id: 'data' })).map((h) => fromHandle(h))))
    );
  }
  return fromInput((input) => {
    input.multiple = multiple;
    if (accept !== undefined) input.accept = accept;
  });
}

/** Asks for a folder and gives all files in it. */
export async function pickFolder(): Promise<GivenFile[]> {
  const open = (window as Pickers).showDirectoryPicker;
  if (open) return orNone(async () => filesBelow(await open({ id: 'data' })));
  return fromInput((input) => (input.webkitdirectory = true));
}

async function orNone(pick: () => Promise<GivenFile[]>): Promise<GivenFile[]> {
  try {
    return await pick();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
}

function fromInput(prepare: (input: HTMLInputElement) => void): Promise<GivenFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  prepare(input);
  document.body.append(input);
  return new Promise<GivenFile[]>((resolve) => {
    input.addEventListener('change', () => {
      resolve(byPath([...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))));
    });
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  }).finally(() => input.remove());
}
