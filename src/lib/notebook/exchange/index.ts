import { fail } from './errors';
import type { Imported } from './imported';
import { readIpynb } from './ipynb/read';
import { readKit } from './kit/read';

export { writeIpynb } from './ipynb/write';
export { writeKit } from './kit/write';
export { longLink, mostLink, packText, unpackText } from './link';
export { remarkText } from './remark-text';
export type { Imported, KeptOutput } from './imported';
export type { Remark } from './remark';

/** More than this is no notebook that a page can hold; outputs of others can be as large. */
const mostBytes = 200 * 1024 * 1024;

/** Whether a file's name says that it is a notebook of another program. */
export function isForeign(path: string): boolean {
  return /\.(ipynb|html?)$/i.test(path);
}

/**
 * Reads a Jupyter notebook or one of Observable Notebook Kit. Changes nothing: it gives a notebook or throws.
 * @throws `ipynb-…`, `kit-…`, `file-large` with the place in the file
 */
export async function readForeign(file: { path: string; file: Blob }): Promise<Imported> {
  const name = file.path.replace(/^.*[\\/]/, '');
  if (file.file.size > mostBytes) throw fail('file-large', { file: name, mb: 200 }, { place: { file: name } });
  const text = await file.file.text();
  return /\.ipynb$/i.test(name) ? readIpynb(text, name) : readKit(text, name);
}
