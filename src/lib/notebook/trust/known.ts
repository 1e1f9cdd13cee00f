import type { KindRegistry } from '../kind';
import { parseNotebook } from '../format/parse';
import { readFront } from '../format/front';
import type { Notebook } from '../model';
import type { NotebookStore, TrustedCode } from '../store/contract';
import { canonicalCode, codeOf } from './code';

/**
 * Whether a notebook from elsewhere may run its code: it has none, so that all there will ever be is written here, or
 * somebody on this device read and allowed exactly this code before.
 */
export async function trustsText(
  store: Pick<NotebookStore, 'trustedCode'>,
  text: string,
  kinds: readonly string[],
  registry: KindRegistry
): Promise<boolean> {
  const code = codeOf(parseNotebook(text, kinds).notebook, registry);
  if (code.length === 0) return true;
  const wanted = canonicalCode(code);
  return (await store.trustedCode()).some((known) => known.code === wanted);
}

/** The code of this title that was allowed last, to be compared with what has come now. */
export async function trustedBefore(
  store: Pick<NotebookStore, 'trustedCode'>,
  notebook: Notebook
): Promise<TrustedCode | undefined> {
  const title = readFront(notebook.front).front.title;
  if (title === undefined) return undefined;
  const same = (await store.trustedCode()).filter((known) => known.title === title);
  return same.sort((one, other) => other.at - one.at)[0];
}

/** What is kept of a consent given now. */
export function allowed(notebook: Notebook, registry: KindRegistry, now = Date.now()): TrustedCode {
  const title = readFront(notebook.front).front.title ?? '';
  return { code: canonicalCode(codeOf(notebook, registry)), title, at: now };
}
